"""What a person ties or parts: accounts of one meeting, names of one person, a promise and its sequel, false friends."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.judgement import Judgement
from acquis.model.marking import Marking
from acquis.model.promise import Relation


@dataclass(frozen=True, slots=True)
class Pair:
    """Two things, as a person names them.

    Two documents; with `person` two names, as the texts print them; else a promise (a finding's key) and its
    sequel: a sentence's or a finding's key, or a document with the `quote` that stands in it. `relation` is what
    the sequel does with the promise. With `false_friends` two findings whose sentences use the same words.
    """

    a: str
    b: str
    person: bool = False
    relation: Relation | None = None
    quote: str | None = None
    false_friends: bool = False


@dataclass(frozen=True, slots=True)
class Linked:
    """A link as it was kept: the judgement, in words what follows from it, and what to bear in mind."""

    judgement: Judgement
    follows: str
    remark: str = ""

    @property
    def marking(self) -> Marking:
        """That of the judgement, which is never lower than those of the works it ties."""
        return self.judgement.marking

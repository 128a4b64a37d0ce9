"""A promise in the ledger: the words that make it, how it stands, and the words that say so."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

from acquis.model.claim import Claim
from acquis.model.frame import Frame
from acquis.model.marking import Marking, highest
from acquis.model.when import When

# What a later sentence does with a promise.
Relation = Literal["done", "repeated", "strengthened", "weakened", "replaced", "withdrawn"]
PromiseStatus = Literal[
    "open", "due", "no evidence yet", "kept", "kept late", "kept in part", "re-affirmed", "strengthened",
    "softened", "superseded", "withdrawn", "undated", "cannot be checked",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sequel:
    """A later sentence that may tell of a promise, `score` 0 to 1 how surely, `reasons` why, in words.

    `key` names the sentence in any workspace. `relation` is what it does with the promise. `by` is the person who
    linked the two, None where a rule found it; `marked` is how high that is marked.
    """

    key: str
    frame: Frame
    address: str
    sentence: str
    start: int
    end: int
    score: float
    relation: Relation
    reasons: tuple[str, ...]
    by: str | None = None
    marked: Marking = Marking.CLEAR

    @property
    def marking(self) -> Marking:
        """The higher one of its document's and of what a person said of it."""
        return max(self.frame.marking, self.marked)


@dataclass(frozen=True, slots=True)
class Promise:
    """A commitment with its status on one day.

    `promised` says what was promised in its own words, without the verb of promising. `why` gives the rule in
    words; `evidence` is the sequel it rests on. `candidates` are what else may tell of it, the best first.
    `parties` are owners, addressees and the parties of its document; `same` is the key of the promise that this
    one repeats in another account of the same edition. `searched` counts the later documents looked through.
    """

    key: str
    claim: Claim
    frame: Frame
    promised: str
    parties: tuple[str, ...]
    series: str | None
    meeting: bool
    due: When | None
    status: PromiseStatus
    why: str
    evidence: Sequel | None = None
    candidates: tuple[Sequel, ...] = ()
    searched: int = 0
    same: str | None = None
    marked: Marking = Marking.CLEAR

    @property
    def marking(self) -> Marking:
        """The highest of its own and of all that is shown with it."""
        shown = [one.marking for one in (self.evidence, *self.candidates) if one]
        return highest([self.marked, *shown])


@dataclass(frozen=True, slots=True)
class Ledger:
    """Promises as they stood on a day, by what was published by then and in the workspace by `known_on`.

    `documents` counts the documents that were looked at, `first` and `last` are the days they lie between.
    """

    promises: tuple[Promise, ...]
    as_of: date
    known_on: date | None
    documents: int
    first: date | None
    last: date | None

    @property
    def marking(self) -> Marking:
        """The highest of all in it."""
        return highest(one.marking for one in self.promises)

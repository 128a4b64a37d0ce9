"""A lineage: one promise through the documents that make it, say it again, change it or report on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acquis.model.comparison import Piece
from acquis.model.frame import Frame
from acquis.model.marking import Marking, highest
from acquis.model.promise import PromiseStatus, Relation, Sequel


@dataclass(frozen=True, slots=True)
class Step:
    """One sentence of a lineage.

    `key` is the finding's where the sentence is a promise, else the sentence's own; then it has no `status`;
    `why` and `evidence` are what the status rests on.
    `relation` is what it does with the promise before it, None where it makes one anew; `by` is who linked it, None
    where a rule found it; `sure` where a person or a rule leaves no doubt; `reasons` say why. `pieces` marks its words against the sentence of the step before,
    where the two are alike enough.
    """

    key: str
    frame: Frame
    address: str
    sentence: str
    relation: Relation | None = None
    score: float | None = None
    reasons: tuple[str, ...] = ()
    by: str | None = None
    sure: bool = True
    status: PromiseStatus | None = None
    why: str = ""
    evidence: Sequel | None = None
    pieces: tuple[Piece, ...] = ()
    marked: Marking = Marking.CLEAR

    @property
    def marking(self) -> Marking:
        """The higher one of its document's and of what was said of it."""
        return max(self.frame.marking, self.marked)


@dataclass(frozen=True, slots=True)
class Lineage:
    """The steps of one promise, the oldest first; `key` is that of the promise that was asked for.

    `series` is the series of meetings whose next edition is promised each time, None of other promises. `left` says
    how many steps more there are.
    """

    key: str
    promised: str
    series: str | None
    as_of: date
    steps: tuple[Step, ...]
    left: int = 0

    @property
    def marking(self) -> Marking:
        """The highest of all its steps."""
        return highest(step.marking for step in self.steps)

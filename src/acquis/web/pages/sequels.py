"""The ledger in, the sentences that may tell what became of a promise out: for a person to say whether they do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from acquis.analysis.ledger import Asked
from acquis.errors import NotKept, RequestError
from acquis.model.filters import PromiseFilters
from acquis.model.promise import Promise, Relation, Sequel
from acquis.web.desk import Desk

RELATIONS: tuple[Relation, ...] = get_args(Relation)
_MOST = 25
_EACH = 3


@dataclass(frozen=True, slots=True)
class Proposed:
    """A promise whose end nobody settled, and the sentences that may tell of it, the likeliest first."""

    promise: Promise
    sequels: tuple[Sequel, ...]


def find_proposed(desk: Desk) -> tuple[Proposed, ...]:
    """The promises with the likeliest candidates, as the ledger of today has them."""
    asked = Asked(desk.today, None, PromiseFilters(), _EACH)
    try:
        ledger = desk.remember(("ledger", asked), lambda: desk.workspace.ledger(asked, viewer=desk.viewer))
    except (NotKept, RequestError):  # no document is of today or earlier
        return ()
    open_ends = [one for one in ledger.promises if one.candidates and one.evidence is None]
    ordered = sorted(open_ends, key=lambda one: max(each.score for each in one.candidates), reverse=True)
    return tuple(Proposed(one, one.candidates[:_EACH]) for one in ordered[:_MOST])


def is_proposed(desk: Desk, promise: str, sequel: str) -> bool:
    """Does this viewer's ledger propose this sentence for this promise?"""
    asked = Asked(desk.today, None, PromiseFilters(), _EACH)
    ledger = desk.remember(("ledger", asked), lambda: desk.workspace.ledger(asked, viewer=desk.viewer))
    return any(
        one.key == promise and any(each.key == sequel for each in one.candidates) for one in ledger.promises
    )

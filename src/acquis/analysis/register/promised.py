"""The promises of one State that belong to its profile, with their status; the others are counted, not settled."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.ledger import Asked, is_asked, refuse_nothing, settle_ledger
from acquis.analysis.memory import Names, remember
from acquis.analysis.pledges import Pledge
from acquis.analysis.register.entries import Register, register_of
from acquis.analysis.register.own import ProfileWish
from acquis.model.filters import PromiseFilters
from acquis.model.marking import Viewer
from acquis.model.promise import Promise


@dataclass(frozen=True, slots=True)
class Promised:
    """Promises on the framework, or with a day or a meeting, the newest first; how many others there are."""

    promises: tuple[Promise, ...]
    others: int


def find_promised(
    connection: Connection, viewer: Viewer, names: Names, wish: ProfileWish, as_of: date
) -> Promised:
    """The promises of a State as they stand on a day. Raises NotKept or RequestError, as the ledger does."""
    filters = PromiseFilters(party=wish.code, since=wish.period.since, until=wish.period.until)
    asked = Asked(as_of, filters=filters)
    refuse_nothing(connection, viewer, asked.moment)
    memory = remember(connection, viewer, names, asked.moment, owner=wish.code)
    pledges = [one for one in memory.pledges if is_asked(one, filters)]
    shown = tuple(_shown(pledges, register_of(names.files), wish))
    ledger = settle_ledger(connection, replace(memory, pledges=shown), asked)
    kept = [one for one in ledger.promises if one.same is None]
    kept.sort(key=lambda one: one.frame.latest.isoformat() if one.frame.latest else "", reverse=True)
    return Promised(tuple(kept), len(pledges) - len(shown) if wish.element is None else 0)


def day_of_ledger(last: str | None, today: date) -> date:
    """Today; where documents are of later days, as those of an exercise are, the end of the year of the last."""
    if last is None or last <= today.isoformat():
        return today
    return date(int(last[:4]), 12, 31)


def _shown(pledges: Iterable[Pledge], register: Register, wish: ProfileWish) -> Iterable[Pledge]:
    for one in pledges:
        targets = (register.by_id[target] for target in one.claim.targets if target in register.by_id)
        elements = {one.claim.element, *(entry.element for entry in targets)} - {None}
        if wish.element in elements or (wish.element is None and (elements or one.due or one.meeting)):
            yield one

"""Who asks for the first page in; the visit that this belongs to out: written once where it begins, then held here."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Lock
from typing import Annotated

from fastapi import Depends, Request

from acquis.batch.adding import now
from acquis.batch.visiting import goes_on
from acquis.model.saved import Visit
from acquis.web.desk import AtDesk, Desk

_MOST = 10_000


@dataclass(frozen=True, slots=True)
class Visits:
    """The visits that go on, by person, and when each was last seen; another server has its own."""

    clock: Callable[[], str] = now
    _held: OrderedDict[str, tuple[Visit, str]] = field(default_factory=OrderedDict)
    _lock: Lock = field(default_factory=Lock)

    def of(self, desk: Desk) -> Visit:
        """The visit of who sits here; another begins after half an hour in which they were not seen."""
        with self._lock:
            visit, seen = self._held.get(desk.whose, (None, ""))
        if visit is None or not goes_on(seen, self.clock()):
            visit = desk.workspace.visit(by=desk.whose)
        with self._lock:
            self._held[desk.whose] = visit, self.clock()
            self._held.move_to_end(desk.whose)
            while len(self._held) > _MOST:
                self._held.popitem(last=False)
        return visit


def visit_of(request: Request, desk: AtDesk) -> Visit:
    """The visit that a request for the first page belongs to."""
    visits: Visits = request.app.state.visits
    return visits.of(desk)


# None where the page is filled before anybody asks for it.
OnVisit = Annotated[Visit | None, Depends(visit_of)]

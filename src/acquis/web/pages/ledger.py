"""Filters and a day in, the page of promises out: each with its status and the words at both ends."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Annotated, get_args

from fastapi import Query

from acquis.analysis.ledger import Asked
from acquis.exporters.calendar import write_calendar
from acquis.exporters.ledger import due_dates, ledger_table
from acquis.exporters.rows import Table
from acquis.model.due_date import DueDate
from acquis.model.filters import PromiseFilters
from acquis.model.promise import Ledger, Promise, PromiseStatus
from acquis.vocabulary.lookup import find_actor, find_concepts
from acquis.web.asked import Asked as Base
from acquis.web.asked import Words, day_asked, one_of
from acquis.web.desk import AtDesk, Desk
from acquis.web.page import File

STATUSES: tuple[PromiseStatus, ...] = get_args(PromiseStatus)


class LedgerAsked(Base):
    """Filters of the ledger; `as_of` is a day, a month or a year that has ended."""

    party: Words = ""
    counterpart: Words = ""
    series: Words = ""
    about: Words = ""
    status: Words = ""
    as_of: Words = ""


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """The promises that were asked for; `counts` how many of each status."""

    asked: LedgerAsked
    ledger: Ledger
    counts: tuple[tuple[str, int], ...]
    statuses: tuple[PromiseStatus, ...] = STATUSES
    title: str = "Ledger of promises"
    dates: tuple[DueDate, ...] = field(default=(), repr=False)

    @property
    def promises(self) -> tuple[Promise, ...]:
        """The promises in the order of the ledger."""
        return self.ledger.promises

    def table(self) -> Table:
        """One promise a row."""
        return ledger_table(self.ledger, "")

    def file(self, form: str) -> File:
        """A calendar of what is due, for Thunderbird, Outlook, Google and Apple calendars."""
        return File("due-dates", write_calendar(self.dates, datetime.now(UTC)))


def fill_ledger(desk: AtDesk, chosen: Annotated[LedgerAsked, Query()]) -> LedgerPage:
    """The ledger for this viewer. Raises RequestError for what nobody knows, with the nearest names."""
    asked = _asked(desk, chosen)
    ledger = desk.remember(("ledger", asked), lambda: desk.workspace.ledger(asked, viewer=desk.viewer))
    counts = Counter(one.status for one in ledger.promises)
    dates = desk.remember(("due dates", asked), lambda: tuple(due_dates(ledger, desk.name_of)))
    return LedgerPage(
        chosen, ledger, tuple((each, counts[each]) for each in STATUSES if counts[each]), dates=dates
    )


def _asked(desk: Desk, chosen: LedgerAsked) -> Asked:
    status = one_of(chosen.status, STATUSES)
    filters = PromiseFilters(
        party=find_actor(desk.vocabulary, chosen.party) if chosen.party else None,
        counterpart=find_actor(desk.vocabulary, chosen.counterpart) if chosen.counterpart else None,
        series=chosen.series or None,
        about=find_concepts(desk.vocabulary, chosen.about) if chosen.about else frozenset(),
        statuses=(status,) if status else (),
    )
    return Asked(day_asked(chosen.as_of, desk.today), None, filters, 3)

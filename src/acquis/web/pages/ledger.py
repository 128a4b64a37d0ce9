"""Filters and a day in, the page of promises out: each with its status and the words at both ends."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Annotated, Literal, get_args

from fastapi import Query
from pydantic import Field

from acquis.analysis.ledger import Asked
from acquis.errors import NothingYet
from acquis.exporters.calendar import write_calendar
from acquis.exporters.ledger import due_dates, ledger_table
from acquis.exporters.names import NameOf
from acquis.exporters.rows import Table
from acquis.model.filters import PromiseFilters
from acquis.model.promise import Ledger, Promise, PromiseStatus
from acquis.vocabulary.lookup import find_actor, find_concepts
from acquis.web.asked import Asked as Base
from acquis.web.asked import Words, day_asked, one_of
from acquis.web.desk import AtDesk, Desk
from acquis.web.months import Months, months_of
from acquis.web.page import File

STATUSES: tuple[PromiseStatus, ...] = get_args(PromiseStatus)
Order = Literal["", "oldest first", "next due first"]  # without one the newest first
_CANDIDATES = 3
_SIZE = 100


class LedgerAsked(Base):
    """Filters of the ledger; `as_of` is a day, a month or a year that has ended; `size` promises stand on a `page`."""

    party: Words = ""
    counterpart: Words = ""
    series: Words = ""
    about: Words = ""
    status: Words = ""
    as_of: Words = ""
    order: Order = ""
    page: Annotated[int, Field(ge=1, le=100_000)] = 1
    size: Annotated[int, Field(ge=1, le=200)] = _SIZE

    def on(self, as_of: str) -> str:
        """The end of the address of another day."""
        return self.model_copy(update={"as_of": as_of, "page": 1}).query

    @property
    def of_all(self) -> str:
        """The end of the address of what has no pages."""
        return self.model_copy(update={"page": 1, "size": _SIZE}).query


@dataclass(frozen=True, slots=True)
class LedgerPage:
    """A page of the promises that were asked for, of `total`; `counts` how many of each status, on all pages.

    `next` is the address of the page after it, for programs. `made_later` counts promises of documents after the day
    that is shown. `remark` says why there is nothing at all. The table and the calendar hold the `whole`.
    """

    asked: LedgerAsked
    ledger: Ledger
    total: int
    page: int
    pages: int
    next: str | None
    counts: tuple[tuple[str, int], ...]
    made_later: int
    months: Months | None
    remark: str
    whole: Ledger = field(repr=False)
    name_of: NameOf = field(repr=False)
    statuses: tuple[PromiseStatus, ...] = STATUSES
    orders: tuple[Order, ...] = get_args(Order)
    title: str = "Ledger of promises"

    @property
    def promises(self) -> tuple[Promise, ...]:
        """The promises of this page, in the order that was asked for."""
        return self.ledger.promises

    def table(self) -> Table:
        """One promise a row."""
        return ledger_table(self.whole, "")

    def file(self, form: str) -> File:
        """A calendar of what is due, for Thunderbird, Outlook, Google and Apple calendars."""
        dates = due_dates(self.whole, self.name_of)
        return File("due-dates", write_calendar(dates, datetime.now(UTC)))


def fill_ledger(desk: AtDesk, chosen: Annotated[LedgerAsked, Query()]) -> LedgerPage:
    """The ledger for this viewer. Raises RequestError for what nobody knows, with the nearest names."""
    asked = _asked(desk, chosen)
    told, remark = _ledger(desk, asked)
    whole = replace(told, promises=_ordered(told, chosen.order))
    total, size = len(whole.promises), chosen.size
    pages = -(-total // size) or 1
    page = min(chosen.page, pages)
    counts = Counter(one.status for one in whole.promises)
    first = desk.remember(
        "first promise", lambda: _first(_today(desk, Asked(desk.today, candidates=_CANDIDATES)))
    )
    return LedgerPage(
        asked=chosen,
        ledger=replace(whole, promises=whole.promises[(page - 1) * size : page * size]),
        total=total,
        page=page,
        pages=pages,
        next=f"/ledger.json{chosen.turned(page + 1)}" if page < pages else None,
        counts=tuple((each, counts[each]) for each in STATUSES if counts[each]),
        made_later=_made_later(desk, asked),
        months=months_of(first, desk.today, asked.as_of) if first else None,
        remark=remark,
        whole=whole,
        name_of=desk.name_of,
    )


def _ordered(ledger: Ledger, order: Order) -> tuple[Promise, ...]:
    """The promises by the day of their document, or those next that fall due from the day of the ledger on."""
    told = ledger.promises  # by day already, those without one last
    if order == "oldest first":
        return told
    if not order:
        dated = [one for one in told if one.frame.counts_from]
        return (*reversed(dated), *(one for one in told if not one.frame.counts_from))

    def waits(one: Promise) -> tuple[int, date]:
        """First what is still to come, the nearest first; then what is past; then what has no day."""
        due = one.due.latest if one.due else None
        return (2, date.max) if due is None else (int(due < ledger.as_of), due)

    return tuple(sorted(told, key=waits))


def _ledger(desk: Desk, asked: Asked) -> tuple[Ledger, str]:
    """The ledger, and why there is nothing in it where no document counts yet."""
    try:
        if asked.as_of == desk.today:
            return desk.remember(("ledger", asked), partial(_make, desk, asked)), ""
        return desk.remember_few("ledger of another day", asked, partial(_make, desk, asked)), ""
    except NothingYet as nothing:
        return Ledger((), asked.as_of, asked.known_on, 0, None, None), str(nothing)


def _make(desk: Desk, asked: Asked) -> Ledger:
    return desk.workspace.ledger(asked, viewer=desk.viewer)


def _today(desk: Desk, asked: Asked) -> tuple[Promise, ...]:
    """The promises of today; none where no document counts yet."""
    return _ledger(desk, replace(asked, as_of=desk.today))[0].promises


def _first(promises: Iterable[Promise]) -> date | None:
    """The day of the first document with a promise."""
    return min((day for one in promises if (day := one.frame.counts_from)), default=None)


def _made_later(desk: Desk, asked: Asked) -> int:
    """How many promises of today's ledger were made after the day that is asked about, whatever their status."""
    if asked.as_of >= desk.today:
        return 0
    today = _today(desk, replace(asked, filters=replace(asked.filters, statuses=())))
    return sum((one.frame.counts_from or date.min) > asked.as_of for one in today)


def _asked(desk: Desk, chosen: LedgerAsked) -> Asked:
    status = one_of(chosen.status, STATUSES)
    filters = PromiseFilters(
        party=find_actor(desk.vocabulary, chosen.party) if chosen.party else None,
        counterpart=find_actor(desk.vocabulary, chosen.counterpart) if chosen.counterpart else None,
        series=chosen.series or None,
        about=find_concepts(desk.vocabulary, chosen.about) if chosen.about else frozenset(),
        statuses=(status,) if status else (),
    )
    return Asked(day_asked(chosen.as_of, desk.today), None, filters, _CANDIDATES)

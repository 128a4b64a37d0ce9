"""Filters and a day in, the page of promises out: each with its status and the words at both ends."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date
from typing import Annotated, get_args

from fastapi import Query

from acquis.analysis.ledger import Asked
from acquis.errors import RequestError
from acquis.exporters.ledger import ledger_table
from acquis.exporters.rows import Table
from acquis.grammar.edtf import read_edtf
from acquis.model.filters import PromiseFilters
from acquis.model.promise import Ledger, Promise, PromiseStatus
from acquis.vocabulary.lookup import find_actor, find_concepts
from acquis.web.asked import Asked as Base
from acquis.web.asked import Words, one_of
from acquis.web.desk import AtDesk, Desk

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

    @property
    def promises(self) -> tuple[Promise, ...]:
        """The promises in the order of the ledger."""
        return self.ledger.promises

    def table(self) -> Table:
        """One promise a row."""
        return ledger_table(self.ledger, "")


def fill_ledger(desk: AtDesk, chosen: Annotated[LedgerAsked, Query()]) -> LedgerPage:
    """The ledger for this viewer. Raises RequestError for what nobody knows, with the nearest names."""
    asked = _asked(desk, chosen)
    ledger = desk.remember(("ledger", asked), lambda: desk.workspace.ledger(asked, viewer=desk.viewer))
    counts = Counter(one.status for one in ledger.promises)
    return LedgerPage(chosen, ledger, tuple((each, counts[each]) for each in STATUSES if counts[each]))


def _asked(desk: Desk, chosen: LedgerAsked) -> Asked:
    status = one_of(chosen.status, STATUSES)
    filters = PromiseFilters(
        party=find_actor(desk.vocabulary, chosen.party) if chosen.party else None,
        counterpart=find_actor(desk.vocabulary, chosen.counterpart) if chosen.counterpart else None,
        series=chosen.series or None,
        about=find_concepts(desk.vocabulary, chosen.about) if chosen.about else frozenset(),
        statuses=(status,) if status else (),
    )
    return Asked(_day(chosen.as_of, desk.today), None, filters, 3)


def _day(words: str, otherwise: date) -> date:
    """The last day of what was typed ("2024", "2024-06")."""
    if not words.strip():
        return otherwise
    when = read_edtf(words.strip())
    if when is None or when.latest is None:
        raise RequestError(f"{words!r} is no date; expected 2031, 2031-05 or 2031-05-02")
    return when.latest

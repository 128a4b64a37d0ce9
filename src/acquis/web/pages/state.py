"""A State in; everything that a workspace has on it out, positions by element and year first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from typing import Annotated

from fastapi import Query
from pydantic import Field

from acquis.analysis.register.own import ProfileWish
from acquis.errors import NotKept, RequestError
from acquis.exporters.profile import profile_paper, reworded_words
from acquis.exporters.rows import Row, Table
from acquis.model.claim import Element
from acquis.model.paper import Paper
from acquis.model.profile import Position, Profile
from acquis.model.register import RegisterEntry
from acquis.reading import READER
from acquis.web.asked import Words
from acquis.web.desk import AtDesk, Desk
from acquis.web.page import File, paper_file
from acquis.web.sides import ELEMENTS, OfDays, element_asked, state_asked

NO_YEAR = "no date"


class StateAsked(OfDays):
    """Of which days and element; `limit` is how many sentences are shown of each kind."""

    element: Words = ""
    limit: Annotated[int, Field(ge=1, le=100)] = 5


@dataclass(frozen=True, slots=True)
class OnElement:
    """What a State says on one element: a row a provision, and the years that are columns.

    `element` is empty of the framework as a whole.
    """

    element: str
    years: tuple[str, ...]
    rows: tuple[tuple[Position, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class StatePage:
    """A State. `positions` are by element; `reworded` says in words what each rewording changed, in their order."""

    asked: StateAsked
    title: str
    code: str
    profile: Profile
    positions: tuple[OnElement, ...] = field(repr=False)
    reworded: tuple[str, ...]
    unheard: tuple[tuple[str, tuple[RegisterEntry, ...]], ...] = field(repr=False)
    elements: tuple[Element, ...] = ELEMENTS
    paper: Paper | None = field(default=None, repr=False)

    def table(self) -> Table:
        """One position and year a row."""
        rows = tuple(row for one in self.profile.positions for row in _rows(self.code, one))
        return Table("state", rows, self.profile.marking, "")

    def file(self, form: str) -> File:
        """The profile as a paper."""
        if self.paper is None:
            raise RequestError(f"nothing of {self.title} to take along")
        return paper_file(f"profile {self.profile.name}", self.paper, form)


def fill_state(desk: AtDesk, code: str, asked: Annotated[StateAsked, Query()]) -> StatePage:
    """The profile of a State or group, by its code or name. Raises NotKept for what nobody knows, RequestError."""
    wish = wish_of(desk, code, asked)
    return desk.remember(("profile", wish, asked), lambda: _page(desk, wish, asked))


def wish_of(desk: Desk, code: str, asked: StateAsked) -> ProfileWish:
    """What is asked for. Raises NotKept with the nearest names."""
    try:
        known = state_asked(desk, code)
    except RequestError as problem:
        raise NotKept(f"{problem}; /states lists all") from problem
    return ProfileWish(known or code, asked.period, element_asked(asked.element), asked.limit)


def _page(desk: Desk, wish: ProfileWish, asked: StateAsked) -> StatePage:
    found = desk.workspace.profile(wish, viewer=desk.viewer)
    grouped = groupby(found.unheard, key=lambda one: one.element or "")
    return StatePage(
        asked=asked,
        title=found.name,
        code=found.code,
        profile=found,
        positions=tuple(_on_elements(found.positions)),
        reworded=tuple(map(reworded_words, found.rewordings)),
        unheard=tuple((name, tuple(some)) for name, some in grouped),
        paper=profile_paper(found, f"Made {desk.today} by {READER}", desk.name_of),
    )


def _on_elements(positions: Iterable[Position]) -> Iterator[OnElement]:
    """Positions by element, in their order, each under the same years."""
    grouped: dict[str, list[Position]] = {}
    for one in positions:
        grouped.setdefault(one.element or "", []).append(one)
    for element, some in grouped.items():
        years = sorted({year.year or NO_YEAR for one in some for year in one.years})
        yield OnElement(element, tuple(years), tuple((one, tuple(_acts(one, years))) for one in some))


def _acts(one: Position, years: Iterable[str]) -> Iterator[str]:
    """ "report 2, call 1" of each year; empty of a year in which nothing is heard."""
    told = {year.year or NO_YEAR: ", ".join(f"{act} {many}" for act, many in year.acts) for year in one.years}
    yield from (told.get(year, "") for year in years)


def _rows(code: str, one: Position) -> Iterator[Row]:
    for year in one.years:
        for act, many in year.acts:
            yield {
                "state": code, "provision": one.id, "name": one.name, "element": one.element,
                "year": year.year, "act": act, "sentences": many,
            }  # fmt: skip

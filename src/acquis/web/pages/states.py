"""Words, a region or a group in; the States by name out, each with how much of the framework it is heard on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from acquis.analysis.implementation.answer import Wish
from acquis.exporters.rows import Row, Table
from acquis.grammar.words import normal_words
from acquis.model.implementation import Cell
from acquis.model.marking import Marking, highest
from acquis.web.asked import Asked, Words
from acquis.web.desk import AtDesk, Desk
from acquis.web.sides import Choices, by_name, group_asked, groups_of, region_asked, world_of


class StatesAsked(Asked):
    """Words of a name or a code, a regional group, a group."""

    q: Words = ""
    region: Words = ""
    group: Words = ""


@dataclass(frozen=True, slots=True)
class StateLine:
    """A State, and on how many provisions it reports something, is heard at all, or only through a group."""

    code: str
    name: str
    region: str | None
    reports: int
    heard: int
    through: int
    documents: int
    marking: Marking


@dataclass(frozen=True, slots=True)
class StatesPage:
    """States in the order of their names, which says nothing of anybody. `provisions` is how many there are."""

    asked: StatesAsked
    states: tuple[StateLine, ...]
    provisions: int
    documents: int
    regions: tuple[str, ...]
    groups: Choices
    title: str = "States"

    @property
    def marking(self) -> Marking:
        """The highest of what is counted."""
        return highest(one.marking for one in self.states)

    def table(self) -> Table:
        """One State a row."""
        return Table("states", tuple(map(_row, self.states)), self.marking, "")


@dataclass(frozen=True, slots=True)
class _Everybody:
    states: tuple[StateLine, ...]
    provisions: int
    documents: int


def fill_states(desk: AtDesk, asked: Annotated[StatesAsked, Query()]) -> StatesPage:
    """The States that are asked for. Raises RequestError for a region or group there is not, NotKept without documents."""
    region, group = region_asked(desk, asked.region), group_asked(desk, asked.group)
    everybody = desk.remember("everybody", lambda: _everybody(desk))
    members = set(world_of(desk).members_of(group)) if group else None
    shown = tuple(
        one
        for one in everybody.states
        if (region is None or one.region == region)
        and (members is None or one.code in members)
        and _named(one, asked.q)
    )
    return StatesPage(
        asked, shown, everybody.provisions, everybody.documents, world_of(desk).regions, groups_of(desk)
    )


def _named(one: StateLine, words: str) -> bool:
    """Has it these words in its name, or this code?"""
    return words.upper() == one.code or set(normal_words(words)) <= set(normal_words(one.name))


def _everybody(desk: Desk) -> _Everybody:
    answer = desk.workspace.implementation(Wish(), viewer=desk.viewer)
    held: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in answer.cells:
        held[cell.state].append(cell)
    lines = _lines(desk, by_name(desk, answer.states), held)
    return _Everybody(tuple(lines), len(answer.provisions), answer.documents)


def _lines(desk: Desk, named: Choices, held: defaultdict[str, list[Cell]]) -> Iterator[StateLine]:
    for code, name in named:
        cells = held.get(code, [])
        itself = [one for one in cells if not one.group_only]
        yield StateLine(
            code=code,
            name=name,
            region=world_of(desk).region(code),
            reports=sum("reported by itself" in one.kinds for one in itself),
            heard=len(itself),
            through=len(cells) - len(itself),
            documents=len({document for one in cells for document in one.documents}),
            marking=highest(one.marking for one in cells),
        )


def _row(one: StateLine) -> Row:
    return {
        "state": one.code, "name": one.name, "region": one.region, "provisions_reported_on": one.reports,
        "provisions_heard_on": one.heard, "only_through_groups": one.through, "documents": one.documents,
        "marking": one.marking.label,
    }  # fmt: skip

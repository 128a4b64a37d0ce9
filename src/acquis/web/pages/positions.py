"""A topic, provision or proposal in; who leans how on it out, who leans otherwise than before, and the sentences."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

from fastapi import Query
from pydantic import Field

from acquis.analysis.converging.positions import Sides
from acquis.exporters.position_rows import positions_table
from acquis.exporters.rows import Table
from acquis.model.marking import Marking
from acquis.model.positions import Position, Positions, Stance
from acquis.web.asked import Words
from acquis.web.desk import AtDesk, Desk
from acquis.web.sides import Choices, OfSides, group_asked, groups_of, region_asked, state_asked, world_of

STANCES: tuple[Stance, ...] = get_args(Stance)
_AT_ONCE = 50


class PositionsAsked(OfSides):
    """What it is about, and whose positions; `as_proposal` reads the words as a proposal even where they name a topic."""

    about: Words = ""
    as_proposal: bool = False
    page: Annotated[int, Field(ge=1, le=1000)] = 1


@dataclass(frozen=True, slots=True)
class Stood:
    """Who takes a stance: the newest position of each actor, by name."""

    stance: Stance
    newest: tuple[Position, ...]


@dataclass(frozen=True, slots=True)
class PositionsPage:
    """Positions, or None where nothing is asked yet. `stances` has the newest of each actor."""

    asked: PositionsAsked
    positions: Positions | None
    stances: tuple[Stood, ...]
    regions: tuple[str, ...]
    groups: Choices
    at_once: int = _AT_ONCE
    title: str = "Positions"

    @property
    def shown(self) -> tuple[Position, ...]:
        """The sentences of this page of them, the newest first."""
        first = (self.asked.page - 1) * _AT_ONCE
        return self.positions.positions[first : first + _AT_ONCE] if self.positions else ()

    @property
    def pages(self) -> int:
        """How many pages of sentences there are."""
        return -(-len(self.positions.positions) // _AT_ONCE) if self.positions else 0

    def table(self) -> Table:
        """One position a row, all of them."""
        if self.positions is None:
            return Table("positions", (), Marking.CLEAR, "")
        return positions_table(self.positions, "")


def fill_positions(desk: AtDesk, asked: Annotated[PositionsAsked, Query()]) -> PositionsPage:
    """The positions for this viewer. Raises RequestError for what nobody knows, NotKept without documents."""
    regions, groups = world_of(desk).regions, groups_of(desk)
    if not asked.about:
        return PositionsPage(asked, None, (), regions, groups)
    sides = Sides(
        state=state_asked(desk, asked.state),
        region=region_asked(desk, asked.region),
        group=group_asked(desk, asked.group),
        period=asked.period,
    )
    found = desk.remember(
        ("positions", asked.about, sides, asked.as_proposal),
        lambda: desk.workspace.positions(
            asked.about, sides, as_proposal=asked.as_proposal, viewer=desk.viewer
        ),
    )
    return PositionsPage(
        asked, found, _stances(desk, found), regions, groups, title=f"Positions: {asked.about}"
    )


def _stances(desk: Desk, found: Positions) -> tuple[Stood, ...]:
    newest: dict[str, Position] = {}
    for one in found.positions:
        newest.setdefault(one.actor, one)
    grouped: dict[Stance, list[Position]] = {}
    for one in sorted(newest.values(), key=lambda each: desk.name_of(each.actor).casefold()):
        grouped.setdefault(one.stance, []).append(one)
    return tuple(Stood(stance, tuple(grouped[stance])) for stance in STANCES if stance in grouped)

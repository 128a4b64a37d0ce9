"""Filters in; what was agreed out, provision by provision, with a heat map of regions, or of the States of one."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import Annotated

from fastapi import Query

from acquis.analysis.implementation.answer import Wish
from acquis.analysis.register.filters import RegisterFilters
from acquis.errors import NotKept
from acquis.exporters.rows import Row, Table
from acquis.model.claim import Element
from acquis.model.implementation import Implementation
from acquis.model.marking import Marking, highest
from acquis.model.register import Framework, RegisterEntry
from acquis.web.asked import Words
from acquis.web.desk import AtDesk, Desk
from acquis.web.evidence import MARKS, SHORT, Column, HeatMap, heat_map
from acquis.web.sides import (
    ELEMENTS,
    Choices,
    OfDays,
    by_name,
    element_asked,
    group_asked,
    groups_of,
    region_asked,
    world_of,
)  # fmt: skip

NO_REGION = "no regional group"


class FrameworkAsked(OfDays):
    """An element, and the States that are columns: of a regional group, or a group; without either regions are."""

    element: Words = ""
    region: Words = ""
    group: Words = ""


@dataclass(frozen=True, slots=True)
class FrameworkPage:
    """The register with who is heard. `heat` has the columns, which are States (`by_state`) or regions."""

    asked: FrameworkAsked
    framework: Framework
    heat: HeatMap
    by_state: bool
    regions: tuple[str, ...]
    groups: Choices
    elements: tuple[Element, ...] = ELEMENTS
    title: str = "The framework: what was agreed, and who is heard on it"

    @property
    def entries(self) -> tuple[RegisterEntry, ...]:
        """The whole first, then the provisions of each element."""
        first = (self.framework.whole,) if self.framework.whole else ()
        return (*first, *(entry for part in self.framework.parts for entry in part.entries))

    @property
    def marking(self) -> Marking:
        """The highest of all that is counted."""
        return highest((self.framework.marking, self.heat.marking))

    def table(self) -> Table:
        """One provision and column a row."""
        rows = tuple(
            _row(entry, column, dict(cell.told))
            for entry in self.entries
            for column, cell in zip(self.heat.columns, self.heat.cells(entry.id), strict=True)
        )
        return Table("framework", rows, self.marking, "")


def fill_framework(desk: AtDesk, asked: Annotated[FrameworkAsked, Query()]) -> FrameworkPage:
    """The register for this viewer. Raises RequestError for an element, region or group there is not."""
    element, period = element_asked(asked.element), asked.period
    region, group = region_asked(desk, asked.region), group_asked(desk, asked.group)
    filters = RegisterFilters(region=region, group=group, period=period)
    framework = desk.remember(
        ("framework", element, filters),
        lambda: desk.workspace.framework(element, filters=filters, viewer=desk.viewer),
    )
    wish = Wish(element=element, region=region, group=group, period=period)
    heat = desk.remember(("heat", wish), lambda: _heat(desk, wish))
    by_state = bool(region or group)
    return FrameworkPage(asked, framework, heat, by_state, world_of(desk).regions, groups_of(desk))


def _heat(desk: Desk, wish: Wish) -> HeatMap:
    """Counts by region, or by State; nothing where the viewer may see no document, for the register stands by itself."""
    try:
        answer = desk.workspace.implementation(wish, viewer=desk.viewer)
    except NotKept:
        return HeatMap((), {})
    return _by_state(desk, answer) if wish.region or wish.group else _by_region(desk, answer)


def _by_region(desk: Desk, answer: Implementation) -> HeatMap:
    world = world_of(desk)
    region_of = {code: world.region(code) or NO_REGION for code in answer.states}
    sizes = Counter(region_of.values())
    columns = [Column(name, name, sizes[name]) for name in (*world.regions, NO_REGION) if sizes[name]]
    return heat_map(answer, columns, region_of)


def _by_state(desk: Desk, answer: Implementation) -> HeatMap:
    heard = {one.state for one in answer.cells}
    columns = [Column(code, name, 1) for code, name in by_name(desk, heard)]
    heat = heat_map(answer, columns, {code: code for code in heard})
    silent = tuple(name for _, name in by_name(desk, set(answer.states) - heard))
    return replace(heat, unheard=silent)


def _row(entry: RegisterEntry, column: Column, told: dict[str, int]) -> Row:
    counts: Row = {MARKS[name]: told.get(name, 0) for name in SHORT}
    return {
        "provision": entry.id, "name": entry.name, "element": entry.element, "column": column.key,
        "column_name": column.name, "states": column.states, **counts,
    }  # fmt: skip

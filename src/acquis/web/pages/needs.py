"""Whose, on what and of which days in; needs beside offers beside steps out, proposed pairs, and shares by region."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from acquis.analysis.levelling.answer import Levelled
from acquis.analysis.levelling.subjects import OTHER, SUBJECTS
from acquis.exporters.levelling import stated_row
from acquis.exporters.rows import Row, Table
from acquis.model.levelling import Levelling, Share
from acquis.web.asked import Words, one_of
from acquis.web.desk import AtDesk
from acquis.web.sides import (
    ELEMENTS,
    Choices,
    OfSides,
    group_asked,
    groups_of,
    region_asked,
    state_asked,
    world_of,
)  # fmt: skip

_AT_ONCE = 20


class NeedsAsked(OfSides):
    """Whose needs, on what subject."""

    subject: Words = ""


@dataclass(frozen=True, slots=True)
class NeedsPage:
    """Needs, offers and steps by subject, for people to judge; of each so many `at_once` are shown."""

    asked: NeedsAsked
    levelling: Levelling
    regions: tuple[str, ...]
    groups: Choices
    subjects: tuple[str, ...] = (*SUBJECTS, OTHER)
    at_once: int = _AT_ONCE
    title: str = "Needs and offers"

    @property
    def shares(self) -> tuple[tuple[str, tuple[Share, ...]], ...]:
        """The shares by element, in the order of the elements."""
        known = {
            one: tuple(each for each in self.levelling.shares if each.element == one) for one in ELEMENTS
        }
        return tuple((element, some) for element, some in known.items() if some)

    def table(self) -> Table:
        """One need, offer or step a row; one on several subjects once."""
        every = [
            (kind, one)
            for each in self.levelling.subjects
            for kind, some in (("need", each.needs), ("offer", each.offers), ("done", each.done))
            for one in some
        ]
        # A step is made to nobody, but every row of a table has all its columns.
        none: Row = {"of_a_group": None, "made_to": None}
        rows: tuple[Row, ...] = tuple(none | stated_row(one, kind) for kind, one in dict.fromkeys(every))
        return Table("needs", rows, self.levelling.marking, "")


def fill_needs(desk: AtDesk, asked: Annotated[NeedsAsked, Query()]) -> NeedsPage:
    """Needs and offers for this viewer. Raises RequestError for what nobody knows, NotKept without documents."""
    wish = Levelled(
        state=state_asked(desk, asked.state),
        region=region_asked(desk, asked.region),
        group=group_asked(desk, asked.group),
        subject=one_of(asked.subject, (*SUBJECTS, OTHER)),
        period=asked.period,
    )
    found = desk.remember(("needs", wish), lambda: desk.workspace.levelling(wish, viewer=desk.viewer))
    return NeedsPage(asked, found, world_of(desk).regions, groups_of(desk))

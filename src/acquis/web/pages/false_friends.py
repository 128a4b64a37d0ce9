"""Days in; pairs of sentences with the same words and perhaps another meaning out, for a person to judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from acquis.analysis.converging.false_friends import Pairing
from acquis.exporters.convergence_rows import false_friends_table
from acquis.exporters.rows import Table
from acquis.model.convergence import FalseFriends
from acquis.web.desk import AtDesk
from acquis.web.sides import OfDays


class FalseFriendsAsked(OfDays):
    """Of which days."""


@dataclass(frozen=True, slots=True)
class FalseFriendsPage:
    """Pairs, those that a person accepted first."""

    asked: FalseFriendsAsked
    found: FalseFriends
    title: str = "False friends: the same words, perhaps another meaning"

    def table(self) -> Table:
        """One pair a row."""
        return false_friends_table(self.found, "")


def fill_false_friends(desk: AtDesk, asked: Annotated[FalseFriendsAsked, Query()]) -> FalseFriendsPage:
    """The pairs for this viewer. Raises RequestError for what is no date, NotKept without documents."""
    pairing = Pairing(asked.period)
    found = desk.remember(
        ("false friends", pairing), lambda: desk.workspace.false_friends(pairing, viewer=desk.viewer)
    )
    return FalseFriendsPage(asked, found)

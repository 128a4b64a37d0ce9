"""Days in; pairs of sentences with the same words and perhaps another meaning out, for a person to judge."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

from acquis.analysis.converging.false_friends import Pairing
from acquis.exporters.convergence_rows import false_friends_table
from acquis.exporters.rows import Table
from acquis.model.account import Role
from acquis.model.convergence import FalseFriend, FalseFriends
from acquis.model.judgement import Judgement
from acquis.web.desk import AtDesk, Desk
from acquis.web.sides import OfDays


class FalseFriendsAsked(OfDays):
    """Of which days."""


@dataclass(frozen=True, slots=True)
class FalseFriendsPage:
    """Pairs, those that a person accepted first. `last` is what who asks said last of one, and may take back."""

    asked: FalseFriendsAsked
    found: FalseFriends
    last: Judgement | None = None
    title: str = "False friends: the same words, perhaps another meaning"

    def table(self) -> Table:
        """One pair a row."""
        return false_friends_table(self.found, "")


def fill_false_friends(desk: AtDesk, asked: Annotated[FalseFriendsAsked, Query()]) -> FalseFriendsPage:
    """The pairs for this viewer. Raises RequestError for what is no date, NotKept without documents."""
    last = desk.workspace.last_of_pair(desk.reviewer, viewer=desk.viewer) if desk.may(Role.REVIEWER) else None
    return FalseFriendsPage(asked, _found(desk, asked), last)


def shown_pair(desk: Desk, asked: FalseFriendsAsked, one: str, other: str) -> FalseFriend | None:
    """The pair of these findings as this viewer's page of these days has it."""
    pairs = _found(desk, asked).pairs
    return next((pair for pair in pairs if (pair.one.key, pair.other.key) == (one, other)), None)


def _found(desk: Desk, asked: FalseFriendsAsked) -> FalseFriends:
    pairing = Pairing(asked.period)
    return desk.remember(
        ("false friends", pairing), lambda: desk.workspace.false_friends(pairing, viewer=desk.viewer)
    )

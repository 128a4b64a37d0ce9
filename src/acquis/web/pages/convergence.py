"""Groups and filters in; issues by the support that crosses groups out, with intervals and the sentences."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from fastapi import Query
from pydantic import Field

from acquis.analysis.converging.converge import Wish
from acquis.exporters.convergence_rows import convergence_table
from acquis.exporters.rows import Table
from acquis.model.convergence import Convergence, Issue, Support
from acquis.vocabulary.lookup import find_concepts
from acquis.web.asked import Words
from acquis.web.desk import AtDesk, Desk
from acquis.web.sides import Choices, OfDays, groups_of, state_asked

REGIONS = "regions"
NAMES = {
    "positions": "groups found from the positions",
    "regions": "the regional groups",
    "codes": "the groups given",
    "nothing": "no groups",
}


class ConvergenceAsked(OfDays):
    """`groups` is "regions", or codes with commas between them; without, groups are found from the positions.

    `members` counts what a group says for those of its members that say nothing themselves.
    """

    groups: Words = ""
    about: Words = ""
    members: bool = False
    sentences: Annotated[int, Field(ge=0, le=20)] = 3


@dataclass(frozen=True, slots=True)
class Bar:
    """A share with its interval, in percent of the width; `words` say the same. `heard` is False where nobody is."""

    name: str
    words: str
    at: float
    low: float
    high: float
    heard: bool = True


@dataclass(frozen=True, slots=True)
class IssueCard:
    """An issue with a bar across groups, and one for each group."""

    issue: Issue
    across: Bar
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class ConvergencePage:
    """Issues with enough to say, by the low end of their support; `rest` are those of which too few are heard."""

    asked: ConvergenceAsked
    convergence: Convergence
    grouped: str
    known: Choices
    title: str = "Convergence: where support crosses groups"

    @property
    def issues(self) -> tuple[IssueCard, ...]:
        """The issues on which there is enough to say."""
        crossed = "across groups" if self.convergence.grouped_by != "nothing" else "of all"
        return tuple(_card(one, crossed) for one in self.convergence.issues if one.enough)

    @property
    def rest(self) -> tuple[Issue, ...]:
        """The issues on which there is not."""
        return tuple(one for one in self.convergence.issues if not one.enough)

    def table(self) -> Table:
        """One issue and group a row."""
        return convergence_table(self.convergence, "")


def fill_convergence(desk: AtDesk, asked: Annotated[ConvergenceAsked, Query()]) -> ConvergencePage:
    """Convergence for this viewer. Raises RequestError for groups or topics there are not, NotKept without documents."""
    wish = Wish(
        groups=tuple(_groups(desk, asked.groups)),
        about=find_concepts(desk.vocabulary, asked.about) if asked.about else frozenset(),
        members=asked.members,
        sentences=asked.sentences,
        period=asked.period,
    )
    found = desk.remember(("convergence", wish), lambda: desk.workspace.converge(wish, viewer=desk.viewer))
    return ConvergencePage(asked, found, NAMES[found.grouped_by], groups_of(desk))


def _groups(desk: Desk, words: str) -> Iterator[str]:
    """The codes that were typed, or "regions"."""
    for one in words.split(","):
        typed = one.strip()
        if typed:
            yield REGIONS if typed.lower() == REGIONS else state_asked(desk, typed) or typed


def _card(one: Issue, crossed: str) -> IssueCard:
    words = f"{one.score:.2f} ({one.low:.2f} to {one.high:.2f})"
    across = Bar(crossed, words, _percent(one.score), _percent(one.low), _percent(one.high))
    return IssueCard(one, across, tuple(map(_bar, one.supports)))


def _bar(one: Support) -> Bar:
    if not one.heard:
        return Bar(one.group, "not heard", 0, 0, 0, heard=False)
    words = f"{one.agreeing:g} of {one.heard} ({one.low:.2f} to {one.high:.2f})"
    return Bar(one.group, words, _percent(one.share), _percent(one.low), _percent(one.high))


def _percent(share: float) -> float:
    return round(100 * share, 1)

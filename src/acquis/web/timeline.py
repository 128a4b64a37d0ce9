"""Series in, their editions as dots on one scale of years out: places in percent of the width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from acquis.exporters.series_words import edition_label, next_words, when_and_where
from acquis.model.series import Edition
from acquis.model.story import Story
from acquis.model.when import When

# Each kind has a shape of its own: a full dot, a ring, a diamond, a triangle.
Kind = Literal["held", "announced", "promised", "overdue"]
_MOST_TICKS = 8
_EDGE = 2.0  # percent left free at both ends, so that no dot is cut


@dataclass(frozen=True, slots=True)
class Dot:
    """An edition at a place; `begins` and `ends` bound the days that it may be of."""

    kind: Kind
    at: float
    begins: float
    ends: float
    words: str


@dataclass(frozen=True, slots=True)
class Tick:
    """The first day of a year."""

    at: float
    year: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """One lane of dots a series, in their order, under one scale. `today` is the place of the day it is told on."""

    ticks: tuple[Tick, ...]
    today: float
    lanes: tuple[tuple[Dot, ...], ...]


def lay_out(stories: Sequence[Story], today: date) -> Timeline:
    """The editions of series and what comes next, on one scale; what has no date has no dot."""
    days = [day for story in stories for when in _whens(story) for day in (when.earliest, when.latest) if day]
    first = min((*days, today)).year
    last = max((*days, today)).year
    scale = _Scale(date(first, 1, 1), date(last, 12, 31))
    step = -(-(last - first + 1) // _MOST_TICKS)
    ticks = tuple(Tick(scale.place(date(year, 1, 1)), year) for year in range(first, last + 1, step))
    lanes = tuple(tuple(_dots(story, scale)) for story in stories)
    return Timeline(ticks, scale.place(today), lanes)


@dataclass(frozen=True, slots=True)
class _Scale:
    first: date
    last: date

    def place(self, day: date) -> float:
        """Percent of the width."""
        share = (day - self.first) / max(self.last - self.first, timedelta(1))
        return round(_EDGE + share * (100 - 2 * _EDGE), 2)

    def dot(self, kind: Kind, when: When | None, words: str) -> Iterator[Dot]:
        """A dot in the middle of the days it may be of; one that is awaited stands at the last of them."""
        if when is None or when.earliest is None or when.latest is None:
            return
        begins, ends = self.place(when.earliest), self.place(when.latest)
        yield Dot(kind, round((begins + ends) / 2, 2) if kind == "held" else ends, begins, ends, words)


def _whens(story: Story) -> Iterator[When]:
    yield from (one.when for one in story.series.editions if one.when)
    if story.awaited and story.awaited.when:
        yield story.awaited.when


def _dots(story: Story, scale: _Scale) -> Iterator[Dot]:
    for edition in story.series.editions:
        kind: Kind = "held" if edition.held else "announced"
        yield from scale.dot(kind, edition.when, _words(edition))
    if story.awaited and not story.awaited.edition:
        kind = "overdue" if story.overdue else "promised"
        yield from scale.dot(kind, story.awaited.when, next_words(story))


def _words(edition: Edition) -> str:
    told = f"{edition_label(edition)}: {when_and_where(edition)}"
    return told if edition.held else f"{told} (announced)"

"""Every series of meetings in, the page that lists them out: the overdue ones first, each on one line of time."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Annotated

from fastapi import Query
from pydantic import Field

from acquis.analysis.stories import named_series
from acquis.errors import NotKept, RequestError
from acquis.exporters.rows import Row, Table
from acquis.exporters.series_words import edition_label, next_words, when_and_where
from acquis.grammar.words import plain_words
from acquis.model.marking import Marking, highest
from acquis.model.promise import Promise
from acquis.model.series import Account, Series
from acquis.model.story import Story
from acquis.web.asked import Asked, Words
from acquis.web.desk import AtDesk, Desk
from acquis.web.timeline import Timeline, lay_out

_AT_ONCE = 50


class DialoguesAsked(Asked):
    """Words of a name or of the parties that a series must have, and which page of the list."""

    q: Words = ""
    page: Annotated[int, Field(ge=1, le=10_000)] = 1


@dataclass(frozen=True, slots=True)
class EditionLine:
    """One edition in a list: which, when and where, whether it was held, and who tells of it."""

    name: str
    when: str
    held: bool
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class SeriesLine:
    """One series in the list. `next` says in words what comes next; `promise` is the one it rests on."""

    key: str
    name: str
    parties: tuple[str, ...]
    editions: tuple[EditionLine, ...]
    next: str
    overdue: int
    marking: Marking
    promise: Promise | None
    announced: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class DialoguesPage:
    """Series of this page of the list with their timelines, on one scale; `total` and `overdue` count all pages."""

    asked: DialoguesAsked
    series: tuple[SeriesLine, ...]
    timeline: Timeline
    total: int
    overdue: int
    pages: int
    every: tuple[SeriesLine, ...] = field(repr=False)
    title: str = "Dialogues"

    def table(self) -> Table:
        """One edition a row, of all pages of the list."""
        rows = tuple(row for one in self.every for row in _rows(one))
        return Table("dialogues", rows, highest(one.marking for one in self.every), "")


def fill_dialogues(desk: AtDesk, asked: Annotated[DialoguesAsked, Query()]) -> DialoguesPage:
    """Every series for this viewer, or those that have the words. Raises NotKept where none has."""
    lines = desk.remember(("dialogues", asked.q), lambda: _lines(desk, asked.q))
    first = (asked.page - 1) * _AT_ONCE
    shown = lines[first : first + _AT_ONCE]
    return DialoguesPage(
        asked,
        series=tuple(line for line, _ in shown),
        timeline=lay_out([story for _, story in shown], desk.today),
        total=len(lines),
        overdue=sum(line.overdue > 0 for line, _ in lines),
        pages=-(-len(lines) // _AT_ONCE),
        every=tuple(line for line, _ in lines),
    )


def _lines(desk: Desk, words: str) -> list[tuple[SeriesLine, Story]]:
    """The series that have these words."""
    shelf = all_stories(desk)
    stories = shelf.stories
    if words and stories:
        chosen = set(map(id, named_series([one.series for one in stories], words, desk.vocabulary)))
        stories = tuple(one for one in stories if id(one.series) in chosen)
    return [(_line(one, shelf.key_of(one.series)), one) for one in stories]


@dataclass(frozen=True, slots=True)
class Shelf:
    """Every series as it stands today, with what names each in an address.

    That is the words of its name, with its parties where several share them.
    """

    stories: tuple[Story, ...]
    counts: Counter[str]

    @classmethod
    def of(cls, stories: tuple[Story, ...]) -> Shelf:
        """The shelf of these series."""
        return cls(stories, Counter(_slug(one.series.name) for one in stories))

    def key_of(self, series: Series) -> str:
        """What names a series in an address."""
        key = _slug(series.name)
        if not key or self.counts[key] > 1:
            return "-".join(filter(None, (key, *map(_slug, series.parties))))
        return key

    def alike(self, series: Series) -> int:
        """How many series have the words of its name."""
        return self.counts[_slug(series.name)]

    def story_of(self, key: str) -> Story:
        """The series of a key, or of another of its names. Raises NotKept."""
        exact = [one for one in self.stories if self.key_of(one.series) == key]
        named = exact or [one for one in self.stories if key in map(_slug, one.series.names)]
        if len(named) != 1:
            raise NotKept(f"no series {key[:100]!r} is at this address; /dialogues lists them")
        return named[0]


def all_stories(desk: Desk) -> Shelf:
    """Every series for this viewer; none where no document tells of one."""

    def told() -> Shelf:
        try:
            return Shelf.of(desk.workspace.stories(as_of=desk.today, viewer=desk.viewer))
        except RequestError:  # no series, or none of today or earlier
            return Shelf.of(())

    return desk.remember("stories", told)


def _slug(words: str) -> str:
    return "-".join(plain_words(words))


def _line(story: Story, key: str) -> SeriesLine:
    series, awaited = story.series, story.awaited
    editions = tuple(
        EditionLine(edition_label(one), when_and_where(one), one.held, one.accounts)
        for one in series.editions
    )
    announced = awaited.edition.accounts if awaited and awaited.edition else ()
    promise = awaited.promise if awaited else None
    return SeriesLine(
        key, series.name, series.parties, editions, next_words(story), story.overdue, story.marking, promise,
        announced,
    )  # fmt: skip


def _rows(one: SeriesLine) -> list[Row]:
    return [
        {
            "key": one.key, "series": one.name, "parties": list(one.parties), "edition": edition.name,
            "when": edition.when, "held": edition.held,
            "documents": [account.frame.key for account in edition.accounts], "next": one.next,
            "days_overdue": one.overdue, "marking": one.marking.label,
        }
        for edition in one.editions
    ]  # fmt: skip

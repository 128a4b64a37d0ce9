"""Every series of meetings in, the page that lists them out: the overdue ones first, each on one line of time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query

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


class DialoguesAsked(Asked):
    """Words of a name or of the parties that a series must have."""

    q: Words = ""


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
    """Series with their timelines, drawn on one scale."""

    asked: DialoguesAsked
    series: tuple[SeriesLine, ...]
    timeline: Timeline
    title: str = "Dialogues"

    @property
    def overdue(self) -> int:
        """How many are overdue."""
        return sum(one.overdue > 0 for one in self.series)

    def table(self) -> Table:
        """One edition a row, with what comes next after the last of each series."""
        rows = tuple(row for one in self.series for row in _rows(one))
        return Table("dialogues", rows, highest(one.marking for one in self.series), "")


def fill_dialogues(desk: AtDesk, asked: Annotated[DialoguesAsked, Query()]) -> DialoguesPage:
    """Every series for this viewer, or those that have the words. Raises NotKept where none has."""
    stories = all_stories(desk)
    if asked.q and stories:
        chosen = named_series([one.series for one in stories], asked.q, desk.vocabulary)
        stories = tuple(one for one in stories if one.series in chosen)
    return DialoguesPage(asked, tuple(_line(one, stories) for one in stories), lay_out(stories, desk.today))


def all_stories(desk: Desk) -> tuple[Story, ...]:
    """Every series as it stands today; none where no document tells of one."""

    def told() -> tuple[Story, ...]:
        try:
            return desk.workspace.stories(as_of=desk.today, viewer=desk.viewer)
        except RequestError:  # no series, or none of today or earlier
            return ()

    return desk.remember("stories", told)


def key_of(series: Series, stories: tuple[Story, ...]) -> str:
    """What names a series in an address: the words of its name, with its parties where two share the name."""
    key = _slug(series.name)
    if not key or sum(_slug(one.series.name) == key for one in stories) > 1:
        return "-".join(filter(None, (key, *map(_slug, series.parties))))
    return key


def story_of(key: str, stories: tuple[Story, ...]) -> Story:
    """The series of a key, or of another of its names. Raises NotKept."""
    exact = [one for one in stories if key_of(one.series, stories) == key]
    named = exact or [one for one in stories if key in map(_slug, one.series.names)]
    if len(named) != 1:
        raise NotKept(f"no series {key[:100]!r} is at this address; /dialogues lists them")
    return named[0]


def _slug(words: str) -> str:
    return "-".join(plain_words(words))


def _line(story: Story, stories: tuple[Story, ...]) -> SeriesLine:
    series, awaited = story.series, story.awaited
    editions = tuple(
        EditionLine(edition_label(one), when_and_where(one), one.held, one.accounts)
        for one in series.editions
    )
    announced = awaited.edition.accounts if awaited and awaited.edition else ()
    promise = awaited.promise if awaited else None
    key = key_of(series, stories)
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

"""One series in, its page out: editions with their accounts side by side, what was promised, left out, and who chaired."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import combinations

from acquis.errors import RequestError
from acquis.exporters.cards import meeting_lines
from acquis.exporters.comparison import comparison_paper
from acquis.exporters.paper.printable import printable
from acquis.exporters.rows import Row, Table
from acquis.exporters.series_words import edition_label, next_words, when_and_where
from acquis.model.comparison import Comparison
from acquis.model.paper import Paper
from acquis.model.promise import Promise
from acquis.model.series import Account, Edition, Person
from acquis.model.silence import Silence
from acquis.model.story import Awaited, Story
from acquis.web.desk import AtDesk, Desk
from acquis.web.pages.dialogues import all_stories
from acquis.web.timeline import Timeline, lay_out

_NAMED = ("kind", "meeting")  # lines of a card that the heading says already


@dataclass(frozen=True, slots=True)
class EditionCard:
    """One edition: `lines` are what is told of it, each with the words of every account in the order of `accounts`.

    `pairs` are accounts that can be laid side by side.
    """

    anchor: str
    label: str
    when: str
    held: bool
    accounts: tuple[Account, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]
    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Posted:
    """Somebody who chaired: `party` is the side they sat on; `posts` are edition, post, spelling and document."""

    name: str
    spellings: tuple[str, ...]
    party: str | None
    posts: tuple[tuple[str, str, str, str], ...]


@dataclass(frozen=True, slots=True)
class DialoguePage:
    """A series as it stands. `silence` is what its last edition left out; None with the reason in `unsaid`.

    `comparison` lays two accounts of the newest edition that has two side by side.
    """

    title: str
    key: str
    story: Story = field(repr=False)
    timeline: Timeline
    parties: tuple[str, ...]
    names: tuple[str, ...]
    next: str
    overdue: int
    awaited: Awaited | None
    editions: tuple[EditionCard, ...]
    promises: tuple[Promise, ...]
    people: tuple[Posted, ...]
    silence: Silence | None
    unsaid: str
    comparison: Comparison | None
    paper: Paper | None = field(default=None, repr=False)

    def table(self) -> Table:
        """One account a row, with what it says of its edition."""
        rows = tuple(row for card in self.editions for row in _rows(self, card))
        return Table("dialogue", rows, self.story.marking, "")


def fill_dialogue(desk: AtDesk, key: str) -> DialoguePage:
    """The series of a key. Raises NotKept."""
    return desk.remember(("dialogue", key), lambda: _page(desk, all_stories(desk).story_of(key)))


def _page(desk: Desk, story: Story) -> DialoguePage:
    silence, unsaid = _silence(desk, story)
    comparison = _comparison(desk, story)
    series = story.series
    return DialoguePage(
        title=series.name,
        key=all_stories(desk).key_of(series),
        story=story,
        timeline=lay_out((story,), desk.today),
        parties=series.parties,
        names=series.names,
        next=next_words(story),
        overdue=story.overdue,
        awaited=story.awaited,
        editions=tuple(_card(desk, number, one) for number, one in enumerate(series.editions, 1)),
        promises=story.promises,
        people=tuple(sorted(map(_posted, series.people), key=lambda one: one.party or "~")),
        silence=silence,
        unsaid=unsaid,
        comparison=comparison,
        paper=printable(comparison_paper(comparison, "")) if comparison else None,
    )


def _card(desk: Desk, number: int, edition: Edition) -> EditionCard:
    keys = [one.frame.key for one in edition.accounts]
    return EditionCard(
        anchor=f"edition-{number}",
        label=edition_label(edition),
        when=when_and_where(edition),
        held=edition.held,
        accounts=edition.accounts,
        lines=tuple(_lines(desk, edition)),
        pairs=tuple(combinations(keys, 2)),
    )


def _lines(desk: Desk, edition: Edition) -> Iterator[tuple[str, tuple[str, ...]]]:
    told = [dict(meeting_lines(one.meeting, desk.vocabulary)) for one in edition.accounts]
    for label in told[0] if told else ():
        words = tuple(each.get(label, "") for each in told)
        if label not in _NAMED and any(words):
            yield label, words


def _posted(person: Person) -> Posted:
    posts = tuple(
        (
            edition_label(one.edition),
            ", ".join(filter(None, (one.post, one.organisation))) or "no post told",
            one.name,
            one.document,
        )
        for one in person.posts
    )
    return Posted(person.name, person.spellings, person.party, posts)


def _silence(desk: Desk, story: Story) -> tuple[Silence | None, str]:
    """What the last held edition left out, or why that cannot be told."""
    called = _called(desk, story)
    try:
        return desk.workspace.silence(called, as_of=desk.today, viewer=desk.viewer), ""
    except RequestError as problem:
        return None, str(problem)


def _called(desk: Desk, story: Story) -> str:
    """Words that name this series alone: its name, with its parties where another bears the name."""
    series = story.series
    return series.name if all_stories(desk).alike(series) == 1 else " ".join((series.name, *series.parties))


def _comparison(desk: Desk, story: Story) -> Comparison | None:
    """Two accounts of the newest edition that has them, of two sides where there are such."""
    for edition in reversed(story.series.editions):
        pairs = sorted(combinations(edition.accounts, 2), key=lambda pair: pair[0].side == pair[1].side)
        for a, b in pairs[:1]:
            try:
                return desk.workspace.compare(a.frame.key, b.frame.key, viewer=desk.viewer)
            except RequestError:  # in two languages, or one that is not read
                continue
    return None


def _rows(page: DialoguePage, card: EditionCard) -> Iterator[Row]:
    for account in card.accounts:
        frame = account.frame
        yield {
            "series": page.title, "edition": card.label, "when": card.when, "held": card.held,
            "document": frame.key, "title": frame.title, "published": frame.published, "side": account.side,
            "place": account.meeting.place, "topics": list(account.meeting.topics),
            "chairs": [one.name or one.post or "" for one in account.meeting.chairs],
            "marking": frame.marking.label,
        }  # fmt: skip

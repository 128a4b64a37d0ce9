"""Hits in, uses out: the words as they stand, where, of what status, and what changed since the use before."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from sqlalchemy import Connection

from acquis.analysis.comparing.wording import likeness, mark_words, word_likeness
from acquis.analysis.reuse.finding import Hit
from acquis.analysis.reuse.library import Library
from acquis.grammar.words import plain_words
from acquis.model.comparison import Piece
from acquis.model.frame import Frame
from acquis.model.marking import Viewer
from acquis.model.pedigree import HABIT, Habit, Use
from acquis.store.texts import Spot, load_spots, load_texts

_LONGEST = 4_000  # characters of a passage whose words are marked
_LONGER = 12  # words that a sentence shown whole may have beyond twice what was asked
_EDGE = 8  # words that may have been changed at either end of a passage
_EARLIER = 30  # uses that a later one is compared with


class Shown(NamedTuple):
    """A hit with the words that are shown, from one word of the row to another, and where they stand."""

    hit: Hit
    start: int
    end: int
    address: str


def find_uses(connection: Connection, viewer: Viewer, library: Library, shown: Sequence[Shown]) -> list[Use]:
    """The use behind each hit, in their order, none compared with another yet."""
    frames = library.frames(connection, viewer, {one.hit.text for one in shown})
    rows = sorted({library.texts[one.hit.text].row for one in shown})
    texts = dict(zip(rows, load_texts(connection, rows), strict=True))
    found = []
    for one in shown:
        text = library.texts[one.hit.text]
        start, end = library.ground.characters(one.start, one.end)
        quote = texts[text.row][start:end]
        use = Use(frames[one.hit.text], text.text_status, one.address, quote, start, end, one.hit.likeness)
        found.append(use)
    return found


def widened(
    connection: Connection, library: Library, hits: Sequence[Hit], size: int, *, sentence: bool = False
) -> list[Shown]:
    """The hits with what was changed at their ends: as many words as what was asked has there beyond what both share,
    none of another sentence. With `sentence` the whole sentence, unless it is much longer than that.
    """
    places = [(library.texts[hit.text].row, *library.ground.characters(hit.start, hit.end)) for hit in hits]
    found = []
    for hit, spots in zip(hits, load_spots(connection, places), strict=True):
        first, last = _words_of(library, hit, spots)
        before, after = (min(missing, _EDGE) for missing in (hit.first, size - hit.last))
        start, end = min(hit.start, max(first, hit.start - before)), max(hit.end, min(last, hit.end + after))
        if sentence and last - first <= 2 * size + _LONGER:
            start, end = first, last
        found.append(Shown(hit, start, end, _address(spots)))
    return found


def _words_of(library: Library, hit: Hit, spots: Sequence[Spot]) -> tuple[int, int]:
    """The words of the row that the sentences of a hit begin and end with."""
    if not spots:
        return hit.start, hit.end
    ground = library.ground
    first, last = (int(ground.bounds[hit.text + n]) for n in (0, 1))
    starts = ground.starts[first:last]
    begin = first + int(starts.searchsorted(spots[0].start))
    end = first + int(starts.searchsorted(spots[-1].end))
    return min(begin, hit.start), max(end, hit.end)


def compared(uses: Sequence[Use], words: str) -> list[Use]:
    """The uses with their likeness to the words that were asked, marked against the earlier one that each is nearest to."""
    plain = [plain_words(use.quote) for use in uses]
    asked = plain_words(words)
    found: list[Use] = []
    for at, use in enumerate(uses):
        near = nearest(plain[at], plain[: min(at, _EARLIER)])
        pieces = changes(uses[near - 1].quote, use.quote) if near else ()
        found.append(replace(use, likeness=likeness(plain[at], asked), after=near, pieces=pieces))
    return found


def nearest(words: Sequence[str], others: Sequence[Sequence[str]]) -> int | None:
    """The number, from 1, of the row of words that comes nearest, the first of several; None where there is none."""
    best: tuple[float, int] | None = None
    for number, other in enumerate(others, 1):
        alike = 1.0 if other == words else likeness(other, words)
        if best is None or alike > best[0]:
            best = (alike, number)
        if alike == 1.0:
            break
    return best[1] if best else None


def changes(before: str, after: str) -> tuple[Piece, ...]:
    """The words of both marked; nothing where they are the same words, or too many."""
    same = before.split() == after.split()
    if same or max(len(before), len(after)) > _LONGEST or word_likeness(before, after) == 1.0:
        return ()
    return mark_words(" ".join(before.split()), " ".join(after.split()))


def habits_of(uses: Iterable[Use]) -> tuple[Habit, ...]:
    """The sources that have the passage in many of their documents, those with most first."""
    by_source: dict[tuple[str, tuple[str, ...]], list[Frame]] = {}
    for use in uses:
        if any(use.source):
            by_source.setdefault(use.source, []).append(use.frame)
    many = [
        Habit(publisher, actors, len(frames), frames[0], frames[-1])
        for (publisher, actors), frames in by_source.items()
        if len(frames) >= HABIT
    ]
    return tuple(sorted(many, key=lambda one: -one.documents))


def is_boilerplate(uses: Sequence[Use]) -> bool:
    """Does one source alone say it, again and again? Texts of one publisher without a speaker count with its others."""
    publishers = {use.source[0] for use in uses}
    speakers = {use.source[1] for use in uses} - {()}
    one = len(publishers) == 1 and len(speakers) <= 1
    return (
        one
        and len(uses) >= HABIT
        and (publishers != {""} or (bool(speakers) and all(u.source[1] for u in uses)))
    )


def _address(spots: Sequence[Spot]) -> str:
    addresses = list(dict.fromkeys(spot.address for spot in spots))
    return addresses[0] if len(addresses) < 2 else f"{addresses[0]} to {addresses[-1]}" if addresses else ""

"""Where an anchor stands in a text: exactly, nearly, or no longer."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from acquis.model.anchor import CONTEXT, LOST, Anchor, Resolved

# Below this likeness of the words (0 to 100, rapidfuzz's partial ratio) a place is lost rather than guessed.
NEAR = 80.0
# From this likeness on the words alone tell; below, the characters around them must be alike too, or a sentence
# that says nearly the same of something else would pass for one that is gone.
_SURE = 93.0
_ALIKE = 60.0
_TELLING = 8  # characters of context that tell something
# A text longer than this is not searched for a likeness: the exact words are.
_LONGEST = 2_000_000
# Of longer words than this, whose likeness would take too long to find, the beginning and the end are looked for.
_LONG, _END = 2_000, 1_000


def resolve(anchor: Anchor, text: str) -> Resolved:
    """The place of the anchor: its own words, where they stand twice those with its context; else words like them."""
    places = places_of(anchor.quote, text)
    if places:
        start, end = max(places, key=lambda place: (shared_context(anchor, text, *place), -place[0]))
        return Resolved(start, end, "exact")
    return _nearest(anchor, text)


def places_of(quote: str, text: str) -> list[tuple[int, int]]:
    """Every place of these words; blanks and line breaks count as one, whatever their number."""
    words = quote.split()
    if not words:
        return []
    at = text.find(quote)
    if at >= 0 and text.find(quote, at + 1) < 0:
        return [(at, at + len(quote))]
    pattern = re.compile(r"\s+".join(map(re.escape, words)))
    return [match.span() for match in pattern.finditer(text)]


def shared_context(anchor: Anchor, text: str, start: int, end: int) -> int:
    """How many characters before and after the place are the anchor's own."""
    before, after = text[max(0, start - len(anchor.before)) : start], text[end : end + len(anchor.after)]
    return _same(reversed(anchor.before), reversed(before)) + _same(anchor.after, after)


def _same(one: Iterable[str], other: Iterable[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count


def _nearest(anchor: Anchor, text: str) -> Resolved:
    """The slice that is most like the words, widened to whole words."""
    quote = anchor.quote
    if len(text) > _LONGEST or not quote.strip() or len(quote) > len(text) * 2:
        return LOST
    found = _like(quote, text) if len(quote) <= _LONG else _like_long(quote, text)
    if found is None or found.end <= found.start:
        return LOST
    start, end = _whole_words(text, found.start, found.end)
    if start >= end or (found.likeness < _SURE and not _has_context(anchor, text, start, end)):
        return LOST
    return Resolved(start, end, "near")


class _Like(NamedTuple):
    """A slice and how like the words it is, 0 to 100."""

    start: int
    end: int
    likeness: float


def _like(quote: str, text: str) -> _Like | None:
    from rapidfuzz import fuzz  # late: only a text that changed needs it

    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=NEAR)
    return None if found is None else _Like(found.dest_start, found.dest_end, found.score)


def _like_long(quote: str, text: str) -> _Like | None:
    """From where its beginning is like to where its end is, if that is about as long as it was."""
    begin, end = _like(quote[:_END], text), _like(quote[-_END:], text)
    if begin is None or end is None or not len(quote) < 2 * (end.end - begin.start) < 4 * len(quote):
        return None
    return _Like(begin.start, end.end, min(begin.likeness, end.likeness))


def _has_context(anchor: Anchor, text: str, start: int, end: int) -> bool:
    """Is what stands before and after the place like what stood there? The end of a text tells nothing."""
    from rapidfuzz import fuzz

    sides = (
        (anchor.before, text[max(0, start - CONTEXT) : start]),
        (anchor.after, text[end : end + CONTEXT]),
    )
    telling = [(then, now) for then, now in sides if len(then.strip()) >= _TELLING]
    return all(fuzz.ratio(then, now) >= _ALIKE for then, now in telling)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while start > 0 and text[start - 1].isalnum() and text[start].isalnum():
        start -= 1
    while end < len(text) and text[end - 1].isalnum() and text[end].isalnum():
        end += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end

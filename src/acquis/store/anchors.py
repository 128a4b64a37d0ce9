"""Where an anchor stands in a text: exactly, nearly, or no longer."""

from __future__ import annotations

import re
from collections.abc import Iterable

from acquis.model.anchor import LOST, Anchor, Resolved

# Below this likeness of the words (0 to 100, rapidfuzz's partial ratio) a place is lost rather than guessed.
NEAR = 80.0
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
    if found is None or found[1] <= found[0]:
        return LOST
    start, end = _whole_words(text, *found)
    return Resolved(start, end, "near") if start < end else LOST


def _like(quote: str, text: str) -> tuple[int, int] | None:
    from rapidfuzz import fuzz  # late: only a text that changed needs it

    found = fuzz.partial_ratio_alignment(quote, text, score_cutoff=NEAR)
    return None if found is None else (found.dest_start, found.dest_end)


def _like_long(quote: str, text: str) -> tuple[int, int] | None:
    """From where its beginning is like to where its end is, if that is about as long as it was."""
    begin, end = _like(quote[:_END], text), _like(quote[-_END:], text)
    if begin is None or end is None or not len(quote) < 2 * (end[1] - begin[0]) < 4 * len(quote):
        return None
    return begin[0], end[1]


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

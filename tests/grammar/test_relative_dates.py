"""Dates that count from another day, and phrases that settle none."""

from __future__ import annotations

from datetime import date

import pytest

from acquis.grammar.dates import DateMention, find_dates

REFERENCE = date(2024, 12, 10)  # a Tuesday


def one(text: str, *, reference: date | None = None) -> DateMention:
    mentions = find_dates(text, reference=reference)
    assert len(mentions) == 1, mentions
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("on 5 and 6 December", "2024-12-05/2024-12-06"),
        ("on Monday 9 December", "2024-12-09"),
        ("on Dec. 5", "2024-12-05"),
        ("in July", "2024-07"),
        ("by mid-March", "2024-03"),
        ("last July", "2024-07"),
        ("last December", "2023-12"),
        ("next March", "2025-03"),
        ("next year", "2025"),
        ("this year", "2024"),
        ("last year", "2023"),
        ("next month", "2025-01"),
        ("later this year", "2024"),
        ("by the end of the year", "2024"),
        ("by the end of next year", "2025"),
        ("early next year", "2025"),
        ("in the second quarter of next year", "2025-04/2025-06"),
        ("last summer", "2024"),
        ("this week", "2024-12-09/2024-12-15"),
        ("today", "2024-12-10"),
        ("Yesterday", "2024-12-09"),
        ("tomorrow", "2024-12-11"),
        ("on Thursday", "2024-12-05"),
        ("on Tuesday", "2024-12-10"),
        ("last Tuesday", "2024-12-03"),
        ("next Monday", "2024-12-16"),
        ("by Friday", "2024-12-13"),
        ("this Friday", "2024-12-13"),
    ],
)
def test_what_counts_from_the_reference_is_inferred(text: str, edtf: str) -> None:
    """With a reference the value is inferred from it; without one there is none."""
    mention = one(text, reference=REFERENCE)
    assert (mention.when.edtf, mention.when.inferred) == (edtf, True)
    alone = one(text).when
    assert (alone.edtf, alone.earliest, alone.latest, alone.inferred) == (None, None, None, False)
    assert alone.words == mention.when.words


def test_later_this_year_begins_at_the_reference() -> None:
    """ "Later" and "earlier" cut the period at the reference date."""
    later, earlier = (one(f"{side} this year", reference=REFERENCE).when for side in ("later", "earlier"))
    assert (later.earliest, later.latest) == (REFERENCE, date(2024, 12, 31))
    assert (earlier.earliest, earlier.latest) == (date(2024, 1, 1), REFERENCE)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("in due course", "in"),
        ("at an early date", "at"),
        ("at the earliest opportunity", "at"),
        ("on a mutually convenient date", "on"),
        ("as per mutual convenience", "as per"),
        ("in the near future", "in"),
        ("in the coming months", "in"),
        ("as soon as possible", None),
        ("soon", None),
        ("recently", None),
    ],
)
def test_vague_words_have_no_value(text: str, cue: str | None) -> None:
    """A promise may be undated: the words are kept, a date is never made up."""
    mention = one(f"The next round will be held {text}.", reference=REFERENCE)
    assert (mention.kind, mention.when.words, mention.when.edtf, mention.cue) == ("vague", text, None, cue)


def test_a_reference_at_the_edge_of_the_calendar_gives_no_value() -> None:
    """There is no week before the first of January of the year 1: nothing is counted, nothing raises."""
    assert one("last week", reference=date.min).when.edtf is None
    assert one("next year", reference=date.max).when.edtf is None

"""Rows of paragraphs to pairs: who became whom, and who left the order."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from acquis.analysis.comparing.alignment import align

LONG = [f"Paragraph {n} tells of matter{n} and of thing{n * 7} in its own words." for n in range(8)]


def test_what_moved_is_told_from_what_made_room() -> None:
    """Of a paragraph that went to the front only that one moved, not the seven behind it."""
    pairs = align(LONG, [LONG[5], *LONG[:5], *LONG[6:]])
    assert [(pair.a, pair.b) for pair in pairs if pair.moved] == [(5, 0)]
    assert len(pairs) == 8


def test_an_edited_paragraph_is_the_old_one() -> None:
    """With most of its words, in its place or moved; one with few of them is new."""
    edited = LONG[2].replace("in its own words", "as it likes")
    pairs = align(LONG, [edited, *LONG[:2], "States met elsewhere entirely on Tuesday.", *LONG[3:]])
    found = {pair.b: pair for pair in pairs}
    assert (found[0].a, found[0].moved) == (2, True)
    assert 0.6 < found[0].likeness < 1
    assert 3 not in found


def test_a_repeated_paragraph_is_paired_in_order() -> None:
    """ "(Signed)" three times and three times is three pairs; a fourth one is new."""
    pairs = align(["(Signed)"] * 3, ["(Signed)"] * 4)
    assert [(pair.a, pair.b, pair.moved) for pair in pairs] == [(0, 0, False), (1, 1, False), (2, 2, False)]


PARAGRAPHS = st.lists(
    st.sampled_from([*LONG, *(f"{words} Again." for words in LONG), "Short.", ""]), max_size=12
)


@given(PARAGRAPHS, PARAGRAPHS)
def test_nobody_is_paired_twice(first: list[str], second: list[str]) -> None:
    """Every paragraph has one pair at most, the same words always have one, and those in order rise."""
    pairs = align(first, second)
    assert len({pair.a for pair in pairs}) == len({pair.b for pair in pairs}) == len(pairs)
    kept = [pair.a for pair in sorted(pairs, key=lambda pair: pair.b) if not pair.moved]
    assert kept == sorted(kept)
    assert sum(pair.likeness == 1.0 for pair in pairs) >= sum(
        min(first.count(words), second.count(words)) for words in set(first)
    )


def test_long_drafts_are_cheap() -> None:
    """Four thousand paragraphs, each edited, and a block of them moved: seconds, not minutes."""
    first = [
        f"States should consider measure{n} on subject{n % 50} by year{n % 9} at last." for n in range(4_000)
    ]
    second = [words.replace("should", "may") for words in [*first[3_000:], *first[:3_000]]]
    began = time.perf_counter()
    pairs = align(first, second)
    assert time.perf_counter() - began < 5
    assert sum(first[pair.a].replace("should", "may") == second[pair.b] for pair in pairs) > 3_900

"""The aligner: the best stretch that two rows of words have in common, whatever stands around it."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.analysis.reuse.aligning import align_words

ROWS = st.lists(st.integers(0, 12), max_size=40)


@settings(deadline=None)
@given(ROWS, ROWS)
def test_what_is_the_same_stands_in_both_in_order(a: list[int], b: list[int]) -> None:
    """The shared words of a stretch are a row of words of either side, inside its bounds, and begin and end it."""
    stretch = align_words(a, b, [False] * len(a))
    if stretch is None:
        assert not set(a) & set(b)
        return
    assert list(stretch.same) == sorted(set(stretch.same))
    assert (stretch.same[0], stretch.same[-1] + 1) == (stretch.a0, stretch.a1)
    left = iter(b[stretch.b0 : stretch.b1])
    assert all(a[at] in left for at in stretch.same)
    assert 0 < stretch.likeness <= 1


@settings(deadline=None)
@given(st.lists(st.integers(100, 999), min_size=6, max_size=30, unique=True), ROWS, ROWS, ROWS, ROWS)
def test_a_passage_is_found_whole_between_other_words(
    passage: list[int], before: list[int], after: list[int], left: list[int], right: list[int]
) -> None:
    """Words around it that differ are left out, or they are words that both have as well."""
    other = [one + 50 for one in left], [one + 50 for one in right]
    stretch = align_words([*before, *passage, *after], [*other[0], *passage, *other[1]], [False] * 200)
    assert stretch is not None
    assert (stretch.a0, stretch.a1) == (len(before), len(before) + len(passage))
    assert (stretch.b0, stretch.likeness) == (len(other[0]), 1.0)


def test_words_that_say_nothing_do_not_lengthen_a_stretch() -> None:
    """A function word that both have a few words on costs more than it brings."""
    a, b = [1, 2, 3, 4, 50, 51, 52, 9], [1, 2, 3, 4, 60, 61, 62, 9]
    stretch = align_words(a, b, [False] * 7 + [True])
    assert stretch is not None
    assert (stretch.a1, stretch.b1) == (4, 4)


def test_rows_without_a_common_word_have_no_stretch() -> None:
    """Nor have empty ones."""
    assert align_words([1, 2], [3], [False, False]) is None
    assert align_words([], [], []) is None

"""Support that crosses groups: no group carries an issue alone, and few data look like few data."""

from __future__ import annotations

import pytest

from acquis.analysis.converging.support import Tally, across, share_of


def test_the_share_of_a_group_is_that_of_polis() -> None:
    """(agree + 1) / (seen + 2); of nobody heard one half, with an interval that says nothing."""
    assert share_of(Tally(8, 7)).value == pytest.approx(0.8)
    nobody = share_of(Tally(0, 0))
    assert (nobody.value, nobody.low, nobody.high) == pytest.approx((0.5, 0.05, 0.95))


def test_more_heard_is_a_narrower_interval() -> None:
    """At the same share of agreement."""
    few, many = share_of(Tally(4, 3)), share_of(Tally(80, 60))
    assert many.high - many.low < (few.high - few.low) / 2


def test_what_both_sides_back_comes_before_what_one_side_backs_more() -> None:
    """The product punishes the group that is against, however large the other is."""
    shared, carried_by_one = across([[Tally(10, 8), Tally(10, 8)], [Tally(90, 90), Tally(10, 1)]])
    assert shared.low > carried_by_one.value


def test_the_score_does_not_shrink_with_the_number_of_groups() -> None:
    """Two groups or five that lean alike have the same score."""
    two, five = across([[Tally(10, 9)] * 2])[0], across([[Tally(10, 9)] * 5])[0]
    assert two.value == pytest.approx(five.value)


def test_intervals_hold_the_value_and_stay_the_same() -> None:
    """The seed is fixed; without groups there is nothing but the whole range."""
    tallies = [[Tally(3, 2.5), Tally(0, 0), Tally(6, 2.5)]]
    (one,) = across(tallies)
    assert one.low < one.value < one.high
    assert across(tallies) == [one]
    assert across([]) == []
    assert across([[]])[0] == (0.5, 0.0, 1.0)

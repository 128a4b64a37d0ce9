"""Markings: their order, their names, and who may see what."""

from __future__ import annotations

import pytest

from acquis.model.marking import EVERYTHING, Marking, Viewer, highest, may_see, read_marking


@pytest.mark.parametrize(
    ("words", "marking"),
    [
        ("clear", Marking.CLEAR),
        ("TLP:GREEN", Marking.GREEN),
        (" tlp: amber ", Marking.AMBER),
        ("amber+strict", Marking.AMBER_STRICT),
        ("TLP:Amber Strict", Marking.AMBER_STRICT),
        ("amber-strict", Marking.AMBER_STRICT),
        ("RED", Marking.RED),
    ],
)
def test_markings_are_read_in_any_case(words: str, marking: Marking) -> None:
    """As people write them, with TLP or without."""
    assert read_marking(words) is marking


@pytest.mark.parametrize("words", ["", "white", "4", "tlp:", "amber strict strict", "secret", "__class__"])
def test_what_is_no_marking_is_none(words: str) -> None:
    """Nothing is guessed."""
    assert read_marking(words) is None


def test_what_is_printed_is_read_back() -> None:
    """Every label."""
    assert all(read_marking(marking.label) is marking for marking in Marking)


def test_a_viewer_sees_what_is_marked_no_higher() -> None:
    """For every clearance and every marking."""
    for clearance in Marking:
        may = [marking for marking in Marking if may_see(Viewer(clearance), marking)]
        assert may == [marking for marking in Marking if marking <= clearance]
    assert all(may_see(EVERYTHING, marking) for marking in Marking)


def test_the_highest_of_several() -> None:
    """The most restrictive one; CLEAR of none."""
    assert highest([Marking.GREEN, Marking.AMBER_STRICT, Marking.AMBER]) is Marking.AMBER_STRICT
    assert highest([]) is Marking.CLEAR

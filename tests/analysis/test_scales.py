"""Words of commitment and hedges: which stand in a text, and whether another is softer."""

from __future__ import annotations

import pytest

from acquis.analysis.comparing.scales import find_hedges, find_negations, find_verbs, turn_of, turn_of_hedge


@pytest.mark.parametrize(
    ("before", "after", "turn"),
    [
        ("shall", "should", "softer"),
        ("will", "may", "softer"),
        ("welcomes", "takes note of", "softer"),
        ("requests", "invites", "softer"),
        ("agreed to", "intends to", "softer"),
        ("noted", "endorsed", "firmer"),
        ("expressed concern", "condemned", "firmer"),
        ("welcomes", "shall", "changed"),
        ("reaffirm", "reaffirmed", "changed"),
    ],
)
def test_verbs_of_one_scale_are_compared(before: str, after: str, turn: str) -> None:
    """Softer, firmer, or no telling."""
    assert turn_of(find_verbs(before), find_verbs(after)) == turn


def test_months_and_names_are_no_verbs() -> None:
    """ "May" and "Will" with a capital inside a text commit nobody."""
    assert find_verbs("on 4 May 2031 Will Stone spoke") == []


def test_a_longer_phrase_is_not_cut() -> None:
    """ "take note with appreciation" is more than "take note"."""
    assert [one.words for one in find_verbs("They take note  with appreciation of it.")] == [
        "take note  with appreciation"
    ]


def test_hedges_soften_where_they_are_added() -> None:
    """And what hardens softens where it is dropped."""
    assert list(find_hedges("The Charter in its\nentirety, where possible")) == [
        "in its entirety",
        "where possible",
    ]
    assert turn_of_hedge("where possible", added=True) == "softer"
    assert turn_of_hedge("where possible", added=False) == "firmer"
    assert turn_of_hedge("in its entirety", added=False) == "softer"
    assert list(find_negations("They shall not and cannot")) == ["not", "cannot"]

"""Two wordings to marked words: nothing is lost, and only what changed is marked."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.analysis.comparing.wording import changes_of, mark_words
from acquis.model.comparison import Piece

WORDS = st.lists(
    st.sampled_from("States shall should protect the of water , . works “all” co-chairs ¶ _".split())
)


def shown(pieces: tuple[Piece, ...]) -> str:
    """The marks as signs."""
    signs = {"both": "{}", "gone": "[-{}-]", "new": "{{+{}+}}"}
    return "".join(signs[piece.standing].format(piece.text) for piece in pieces)


@pytest.mark.parametrize(
    ("a", "b", "marked"),
    [
        ("States shall act.", "States should act.", "States[- shall-]{+ should+} act."),
        ("as appropriate, act", "act", "[-as appropriate,-] act"),
        ("They act", "They act, together", "They act{+, together+}"),
        ("the same words", "the same words", "the same words"),
        ("co-operate now", "cooperate now", "[-co-operate-]{+cooperate+} now"),
    ],
)
def test_whole_words_are_marked(a: str, b: str, marked: str) -> None:
    """What one has alone stands in its mark, with the blank before it; all else is shared."""
    assert shown(mark_words(a, b)) == marked


def test_a_common_word_between_two_changes_makes_no_island() -> None:
    """A rewritten clause is one change, not five around "the" and "of"."""
    old = "Parties met near the harbour of Calder yesterday"
    new = "Ministers will gather again inside the old palace of justice in Brevania tomorrow"
    assert [piece.standing for piece in mark_words(old, new)] == ["gone", "new"]


def test_a_change_has_what_went_and_what_came() -> None:
    """In pairs, in the order of the text; either side may be empty."""
    pieces = mark_words("They shall meet in May and report", "They should meet in full and report soon")
    assert changes_of(pieces) == [("shall", "should"), ("May", "full"), ("", "soon")]


@given(WORDS, WORDS)
def test_both_texts_can_be_read_out_of_the_marks(a: list[str], b: list[str]) -> None:
    """Without what is new the words are those of A, without what is gone those of B, whatever they are."""
    first, second = " ".join(a), " ".join(b)
    pieces = mark_words(first, second)
    assert "".join(p.text for p in pieces if p.standing != "new").split() == first.split()
    assert "".join(p.text for p in pieces if p.standing != "gone").split() == second.split()


def test_a_very_long_paragraph_takes_a_moment() -> None:
    """Twenty thousand words against as many, all in one paragraph."""
    words = [f"word{number % 997}" for number in range(20_000)]
    other = [word if at % 17 else "changed" for at, word in enumerate(words)]
    began = time.perf_counter()
    assert len(mark_words(" ".join(words), " ".join(other))) > 1_000
    assert time.perf_counter() - began < 8

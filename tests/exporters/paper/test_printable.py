"""What can stand on a page."""

from __future__ import annotations

import pytest

from acquis.exporters.paper.printable import printable, printed
from acquis.model.marking import Marking
from acquis.model.paper import Line, Note, Paper, Run, Text


def line(*runs: Run) -> Line:
    """The runs as they are printed in a paragraph."""
    notes = tuple(Note(number, "") for number in (1, 2))
    text = printable(Paper("", "", Marking.CLEAR, (Text(runs),), notes)).blocks[0]
    assert isinstance(text, Text)
    return text.line


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("one\r\n\ttwo", "one two"),
        ("nul\x00bell\x07", "nul\ufffdbell\ufffd"),
        ("half \ud83d none \uffff", "half \ufffd none \ufffd"),
        ("turned \u202e", "turned \ufffd"),
        ("Ōsaka, Źródło, Київ, 東京, 🕊", "Ōsaka, Źródło, Київ, 東京, 🕊"),
    ],
)
def test_what_no_page_can_hold_is_shown_as_a_sign(words: str, shown: str) -> None:
    """One line, no control characters, no half characters, nothing that turns the line around; letters stay."""
    assert printed(words) == shown


def test_a_source_is_quoted_in_one_way() -> None:
    """In “ ”, around the words and not around the space beside them."""
    assert line(Run(" will act ", "quote", (1,)), Run("now")) == (
        Run(" "),
        Run("“will act”", "quote", (1,)),
        Run(" now"),
    )


def test_space_stands_outside_of_marked_words() -> None:
    """No line is drawn under a gap, and no mark stands after one."""
    assert line(Run("a "), Run(" old ", "removed"), Run("new ", "added"), Run("b ", notes=(2,))) == (
        Run("a  "),
        Run("old", "removed"),
        Run(" "),
        Run("new", "added"),
        Run(" b", notes=(2,)),
        Run(" "),
    )


def test_neighbours_of_one_style_are_one() -> None:
    """But quotes stay apart, and words with a mark end there."""
    runs = (
        Run("a", "strong"),
        Run("b", "strong", (1,)),
        Run("c", "strong"),
        Run("d", "quote"),
        Run("e", "quote"),
    )
    assert line(*runs) == (
        Run("ab", "strong", (1,)),
        Run("c", "strong"),
        Run("“d”", "quote"),
        Run("“e”", "quote"),
    )


def test_words_of_space_alone_draw_nothing() -> None:
    """But the notes of a run without words stay."""
    assert line(Run("  ", "added"), Run("", notes=(1,)), Run("", "quote")) == (Run(" ", notes=(1,)),)

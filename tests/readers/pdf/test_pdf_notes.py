"""Footnotes: parted from the text by a rule, or by their size and mark."""

from __future__ import annotations

from pdf_reading import line

from acquis.readers.pdf.lines import LOWERED, RAISED
from acquis.readers.pdf.notes import split_notes

TEXT = [line("Members share their experience.", 700), line("They compare it.", 688)]
RULE = line("__________", 120, size=8)
ONE = line(f"{RAISED}1{LOWERED} See the report.", 108, size=8)


def test_notes_below_a_rule() -> None:
    """Each with its mark; its later lines follow it; the rule is gone."""
    more = [line("It is long.", 98, size=8), line("2 Another note.", 88, size=8)]
    text, notes = split_notes([*TEXT, RULE, ONE, *more], 10)
    assert text == TEXT
    assert [(note.mark.words if note.mark else "", [part.text for part in note.lines]) for note in notes] == [
        ("1", ["See the report.", "It is long."]),
        ("2", ["Another note."]),
    ]


def test_small_marked_lines_at_the_foot_need_no_rule() -> None:
    """Asterisks are marks too."""
    text, notes = split_notes([*TEXT, line("* Late for lack of ink.", 108, size=8)], 10)
    assert (text, [note.mark.words for note in notes if note.mark]) == (TEXT, ["*"])


def test_what_is_neither_small_nor_below_a_rule_is_text() -> None:
    """A numbered line of the text, a rule at the end, a small line without a mark."""
    for last in (line("1 ship sank.", 108), RULE, line("A small line.", 108, size=8)):
        text, notes = split_notes([*TEXT, last], 10)
        assert (len(text), notes) == (3, [])

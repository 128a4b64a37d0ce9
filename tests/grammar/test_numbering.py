"""Printed marks of paragraphs and the addresses they make."""

from __future__ import annotations

import pytest

from acquis.grammar.numbering import Numbering, read_mark

MARKS = [
    ("12. The Group met", "number", 12, "12"),
    ("12) The Group met", "number", 12, "12"),
    (r"12\. The Group met", "number", 12, "12"),
    ("(3) The Group met", "number", 3, "3"),
    ("(c) one thing", "letter", 3, "c"),
    ("c) one thing", "letter", 3, "c"),
    ("(iv) one thing", "roman", 4, "iv"),
    ("xix. one thing", "roman", 19, "xix"),
    ("  - one thing", "bullet", 1, "-"),
    ("• one thing", "bullet", 1, "•"),
    ("o one thing", "bullet", 1, "o"),
    ("13(f) States should", "compound", 1, "13(f)"),
    ("3.12 States should", "compound", 1, "3.12"),
]
NO_MARKS = [
    "",
    "The Group met",
    "2031 was a good year",
    "-one",
    "a group of States",
    "I. Introduction",
    "a.m. is early",
]


@pytest.mark.parametrize(("line", "kind", "value", "words"), MARKS, ids=range(len(MARKS)))
def test_a_mark_is_read(line: str, kind: str, value: int, words: str) -> None:
    """Kind, place in its row and words of a mark; the text begins right after it."""
    mark = read_mark(line)
    assert mark is not None
    assert (mark.kind, mark.value, mark.words) == (kind, value, words)
    assert line[mark.end :] in ("The Group met", "one thing", "States should")


@pytest.mark.parametrize("line", NO_MARKS)
def test_words_are_no_marks(line: str) -> None:
    """Years, words, glued hyphens and capital initials open no item."""
    assert read_mark(line) is None


@pytest.mark.parametrize(
    ("lines", "addresses"),
    [
        (["1. a", "(a) b", "(i) c", "(ii) d", "(b) e"], ["1", "1(a)", "1(a)(i)", "1(a)(ii)", "1(b)"]),
        (["(h) a", "(i) b", "(j) c"], ["(h)", "(i)", "(j)"]),
        (["1. a", "# X", "1. b", "(a) c"], ["1", "§1", "§1, 1", "§1, 1(a)"]),
        (["# I. X", "1. a", "# II. Y", "1. b"], ["§1", "1", "§2", "II, 1"]),
        (["a b", "- c", "5. d", "e f"], ["¶1", "¶2", "5", "¶4"]),
        (["13(f) a", "(i) b"], ["13(f)", "13(f)(i)"]),
    ],
)
def test_marks_in_a_row_make_addresses(lines: list[str], addresses: list[str]) -> None:
    """Letters hang on their number, romans on their letter, restarted numbers on their section."""
    numbering = Numbering()
    found = [
        numbering.heading(line[2:]) if line.startswith("# ") else numbering.address(read_mark(line))
        for line in lines
    ]
    assert found == addresses

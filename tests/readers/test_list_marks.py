"""Numbers as lists print them."""

from __future__ import annotations

import pytest

from acquis.readers.list_marks import NumberStyle, number_mark, number_words


@pytest.mark.parametrize(
    ("style", "value", "words"),
    [
        ("decimal", 13, "13"), ("decimal", -2, "-2"), ("letter", 1, "a"), ("letter", 26, "z"), ("letter", 28, "bb"),
        ("upper-letter", 3, "C"), ("letter", 0, "0"), ("letter", 10**6, "1000000"), ("roman", 4, "iv"),
        ("roman", 1999, "mcmxcix"), ("upper-roman", 9, "IX"), ("roman", 5000, "5000"), ("roman", 0, "0"),
    ],
)  # fmt: skip
def test_numbers_in_every_style(style: NumberStyle, value: int, words: str) -> None:
    """Letters double after z; what letters cannot tell is printed in figures."""
    assert number_words(style, value) == words


def test_a_mark_knows_its_kind() -> None:
    """Figures are numbers, letters are letters, roman figures roman."""
    kinds = [number_mark(style, 1, "x").kind for style in ("decimal", "letter", "upper-roman")]
    assert kinds == ["number", "letter", "roman"]

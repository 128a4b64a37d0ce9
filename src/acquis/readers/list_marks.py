"""Marks that a page or a word processor makes by itself: the number of a list item as a reader sees it."""

from __future__ import annotations

from typing import Literal

from acquis.grammar.numbering import Mark

NumberStyle = Literal["decimal", "letter", "upper-letter", "roman", "upper-roman", "bullet", "none"]

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_LARGEST_ROMAN, _LARGEST_LETTER = 3_999, 780
BULLET = Mark("bullet", 1, "-", 0, "-")


def number_words(style: NumberStyle, value: int) -> str:
    """A number as a list prints it: "3", "c", "iii"; a value that letters cannot tell is printed in figures."""
    if style in {"letter", "upper-letter"} and 0 < value <= _LARGEST_LETTER:
        words = chr(97 + (value - 1) % 26) * ((value - 1) // 26 + 1)
    elif style in {"roman", "upper-roman"} and 0 < value <= _LARGEST_ROMAN:
        words = _roman(value)
    else:
        return str(value)
    return words.upper() if style.startswith("upper") else words


def number_mark(style: NumberStyle, value: int, printed: str) -> Mark:
    """The mark of a list item; `printed` is all that stands before its text ("(a)", "3.")."""
    words = number_words(style, value)
    if words.isdigit() or words.startswith("-"):
        return Mark("number", value, words, 0, printed)
    return Mark("roman" if "roman" in style else "letter", value, words, 0, printed)


def _roman(value: int) -> str:
    words = ""
    for worth, letters in _ROMAN:
        words += letters * (value // worth)
        value %= worth
    return words

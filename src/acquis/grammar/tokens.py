"""A text to its words with their places: the one tokenisation that all matching shares."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of a text: lower-case forms, and where each starts and ends (characters of the text)."""

    text: str
    words: list[str]
    starts: list[int]
    ends: list[int]

    def within(self, start: int, end: int) -> tuple[int, int]:
        """The tokens that start inside `start:end`, as a half-open range of indexes."""
        return bisect_left(self.starts, start), bisect_left(self.starts, end)


def tokenize(text: str) -> Tokens:
    """The words of a text: runs of letters and digits."""
    words: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        words.append(match.group().lower())
        starts.append(start)
        ends.append(end)
    return Tokens(text, words, starts, ends)

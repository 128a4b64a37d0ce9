"""A text to its words with their places: the one tokenisation that all matching shares."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from operator import add

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
    printed = _WORD.findall(text)
    starts = [match.start() for match in _WORD.finditer(text)]
    ends = list(map(add, starts, map(len, printed)))
    return Tokens(text, list(map(str.lower, printed)), starts, ends)

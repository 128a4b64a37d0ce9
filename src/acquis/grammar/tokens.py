"""A text to its words with their places: the one tokenisation that all matching shares."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from itertools import accumulate

_BETWEEN = re.compile(r"([\W_]+)")


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
    pieces = _BETWEEN.split(text)  # words and what stands between them, in turn; the outer two may be empty
    bounds = list(accumulate(map(len, pieces), initial=0))
    first, last = int(not pieces[0]), len(pieces) - 2 * (not pieces[-1])
    words = list(map(str.lower, pieces[2 * first : last : 2]))
    return Tokens(text, words, bounds[2 * first : last : 2], bounds[2 * first + 1 : last + 1 : 2])

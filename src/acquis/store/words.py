"""The sentence of a passage in; its words as both engines index them, and its weight, out.

PostgreSQL counts positions to 16,383 and keeps 256 of a word, SQLite has neither bound: what lies beyond is
left out of both, so that a search finds the same in both.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from acquis.grammar.words import normal_words

__all__ = ["indexed_words", "normal_words", "vector_of", "weight_of"]

_MOST_WORDS = 16_000
_MOST_OF_ONE = 250
# Stands where a word is left out, so that what follows keeps its place. No text normalises to it.
_FILLER = "\ue000"


def indexed_words(text: str) -> list[str]:
    """The normal words of a passage, in order, as far as both engines can hold them."""
    words = normal_words(text)
    if len(words) <= _MOST_OF_ONE:
        return words
    seen: Counter[str] = Counter()
    kept = []
    for word in words[:_MOST_WORDS]:
        seen[word] += 1
        kept.append(word if seen[word] <= _MOST_OF_ONE else _FILLER)
    return kept


def vector_of(words: Sequence[str]) -> str:
    """The words as a literal of PostgreSQL's type tsvector: each with its place from 1."""
    return " ".join(f"'{word}':{place}" for place, word in enumerate(words, 1) if word != _FILLER)


def weight_of(count: int) -> int:
    """How much a passage of so many words says: 3 for 8 to 25, 2 for 5 to 40, 1 for 2 to 80, else 0."""
    for weight, (fewest, most) in ((3, (8, 25)), (2, (5, 40)), (1, (2, 80))):
        if fewest <= count <= most:
            return weight
    return 0

"""The sentence of a passage in; its words as both engines index them, and its weight, out.

PostgreSQL counts positions to 16,383 and keeps 256 of a word, SQLite has neither bound: what lies beyond is
left out of both, so that a search finds the same in both.
"""

from __future__ import annotations

from collections import Counter

from acquis.grammar.words import normal_words

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


def weight_of(count: int) -> int:
    """How much a passage of so many words tells, 0 to 10: most between 8 and 30 words, little at one or two."""
    if count < 8:
        return count
    return max(2, 10 - max(0, count - 30) // 10)

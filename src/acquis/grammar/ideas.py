"""Phrases of ideas in, their places in a sentence out: one walk over the words finds all ideas.

A phrase is words between blanks. `attack*` is any word that starts so; `a/b` is a or b; `cyber+attack*` is one word
or two; `(the)` may be left out; `..` is up to five words of any kind.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import product
from typing import NamedTuple

_GAP = 5
_CACHED = 20_000


class Place(NamedTuple):
    """Where an idea stands: the first and the last of its words."""

    first: int
    last: int


class _Word(NamedTuple):
    """What one word of a phrase may be; `gap` says that others may stand before it."""

    exact: frozenset[str]
    starts: tuple[str, ...]
    gap: bool


_Phrase = tuple[str, bool, tuple[_Word, ...]]
"""The idea, whether the phrase means it or only looks like it, and the words after the first."""


class IdeaLexicon:
    """All phrases of all ideas, found by their first word."""

    def __init__(self, ideas: Mapping[str, tuple[Sequence[str], Sequence[str]]]) -> None:
        self._exact: dict[str, list[_Phrase]] = {}
        self._starts: dict[str, list[_Phrase]] = {}
        self._known: dict[str, tuple[_Phrase, ...]] = {}
        for idea, (words, not_words) in ideas.items():
            for means, phrases in ((True, words), (False, not_words)):
                for phrase in phrases:
                    self._add(idea, means, phrase)
        self._lengths = sorted({len(start) for start in self._starts})

    def _add(self, idea: str, means: bool, phrase: str) -> None:
        for first, *rest in _spelled(phrase):
            found = (idea, means, tuple(rest))
            for word in first.exact:
                self._exact.setdefault(word, []).append(found)
            for start in first.starts:
                self._starts.setdefault(start, []).append(found)

    def find(self, words: Sequence[str], stops: Collection[int] = ()) -> dict[str, list[Place]]:
        """The places of each idea that the words have, in order; no `..` reaches over a word in `stops`."""
        found: dict[str, list[Place]] = {}
        refused: list[tuple[str, Place]] = []
        for at, word in enumerate(words):
            for idea, means, rest in self._opening(word):
                last = _match(words, at, rest, stops)
                if last is None:
                    continue
                if means:
                    found.setdefault(idea, []).append(Place(at, last))
                else:
                    refused.append((idea, Place(at, last)))
        return _without(found, refused) if refused else found

    def _opening(self, word: str) -> tuple[_Phrase, ...]:
        """The phrases that this word can open; words come again, so what was found is kept."""
        known = self._known.get(word)
        if known is None:
            opened = [*self._exact.get(word, ())]
            for length in self._lengths:
                if length <= len(word):
                    opened += self._starts.get(word[:length], ())
            if len(self._known) >= _CACHED:
                self._known.clear()
            known = self._known[word] = tuple(opened)
        return known


def _match(words: Sequence[str], at: int, rest: Sequence[_Word], stops: Collection[int]) -> int | None:
    """The last word of a phrase whose first is found, or None; a gap is as short as it can be."""
    last = at
    for exact, starts, gap in rest:
        place, end = last + 1, min(len(words), last + 2 + (_GAP if gap else 0))
        while place < end and not (gap and place in stops):
            word = words[place]
            if word in exact or (starts and word.startswith(starts)):
                break
            place += 1
        else:
            return None
        last = place
    return last


def _without(
    found: Mapping[str, list[Place]], refused: Iterable[tuple[str, Place]]
) -> dict[str, list[Place]]:
    left = dict(found)
    for idea, no in refused:
        kept = [one for one in left.get(idea, ()) if one.last < no.first or one.first > no.last]
        if kept:
            left[idea] = kept
        else:
            left.pop(idea, None)
    return left


def _spelled(phrase: str) -> Iterable[list[_Word]]:
    """All ways in which a phrase can be written."""
    choices: list[list[tuple[str, ...]]] = []
    for piece in phrase.lower().split():
        if piece.startswith("("):
            choices.append([(), (piece.strip("()"),)])
        elif "+" in piece:
            choices.append([(piece.replace("+", ""),), tuple(piece.split("+"))])
        else:
            choices.append([(piece,)])
    for written in product(*choices):
        yield _words([piece for pieces in written for piece in pieces])


def _words(pieces: Sequence[str]) -> list[_Word]:
    words: list[_Word] = []
    gap = False
    for piece in pieces:
        if piece == "..":
            gap = True
            continue
        parts = piece.split("/")
        starts = tuple(part[:-1] for part in parts if part.endswith("*"))
        words.append(_Word(frozenset(part for part in parts if not part.endswith("*")), starts, gap))
        gap = False
    return words

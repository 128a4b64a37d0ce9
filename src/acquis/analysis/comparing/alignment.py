"""Two rows of paragraphs in, pairs out: which one became which, and which of them left their order.

Paragraphs that are the same word for word are paired first. For the others, only paragraphs that share rare
words, or stand in the same gap between pairs, are looked at: so long drafts stay cheap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from acquis.analysis.comparing.wording import likeness
from acquis.grammar.words import plain_words

NEAR_IN_PLACE = 0.4  # the likeness from which a paragraph in its place is the old one edited
NEAR_ELSEWHERE = 0.6  # and from which one found elsewhere is
_IN_PLACE = 0.05  # of two alike, the one in its place is meant
_RARE = 24  # a word that more paragraphs hold says little about which is which
_CANDIDATES = 8
_NEIGHBOURS = 6


class Pair(NamedTuple):
    """Paragraph `a` of the one became `b` of the other; `moved` ones do not keep the order of the rest."""

    a: int
    b: int
    likeness: float
    moved: bool = False


def align(first: Sequence[str], second: Sequence[str]) -> list[Pair]:
    """The pairs, in the order of the second text; paragraphs without a pair are gone or new."""
    pairs = _same(first, second)
    free_a = sorted(set(range(len(first))) - {pair.a for pair in pairs})
    free_b = sorted(set(range(len(second))) - {pair.b for pair in pairs})
    in_order = _longest_rising(pairs)
    gaps = _Gaps([pair.a for pair in in_order], [pair.b for pair in in_order])
    words_a = {at: plain_words(first[at]) for at in free_a}
    words_b = {at: plain_words(second[at]) for at in free_b}
    pairs = sorted([*pairs, *_near(words_a, words_b, gaps)], key=lambda pair: pair.b)
    kept = {pair.b for pair in _longest_rising(pairs)}
    return [pair._replace(moved=pair.b not in kept) for pair in pairs]


class _Gaps:
    """Where between the pairs that keep their order a paragraph stands."""

    def __init__(self, a: list[int], b: list[int]) -> None:
        self._a, self._b = a, b

    def together(self, a: int, b: int) -> bool:
        """Do both stand between the same two pairs?"""
        return self.of_first(a) == self.of_second(b)

    def of_first(self, a: int) -> int:
        """The number of the gap in the first text."""
        return bisect_left(self._a, a)

    def of_second(self, b: int) -> int:
        """The number of the gap in the second text."""
        return bisect_left(self._b, b)


def _same(first: Sequence[str], second: Sequence[str]) -> list[Pair]:
    """Paragraphs word for word the same; of repeated ones the first with the first, and so on."""
    places: dict[str, list[int]] = defaultdict(list)
    for at, paragraph in enumerate(first):
        places[paragraph].append(at)
    for found in places.values():
        found.reverse()
    return [
        Pair(places[paragraph].pop(), at, 1.0) for at, paragraph in enumerate(second) if places.get(paragraph)
    ]


def _near(words_a: dict[int, list[str]], words_b: dict[int, list[str]], gaps: _Gaps) -> list[Pair]:
    """Paragraphs that are alike: the likest first, each once."""
    scored = []
    for a, b in set(_candidates(words_a, words_b, gaps)):
        alike, together = likeness(words_a[a], words_b[b]), gaps.together(a, b)
        if alike >= (NEAR_IN_PLACE if together else NEAR_ELSEWHERE):
            scored.append((alike + _IN_PLACE * together, -abs(a - b), Pair(a, b, alike)))
    taken_a: set[int] = set()
    taken_b: set[int] = set()
    found = []
    for _, _, pair in sorted(scored, key=lambda one: (-one[0], -one[1], one[2])):
        if pair.a not in taken_a and pair.b not in taken_b:
            taken_a.add(pair.a)
            taken_b.add(pair.b)
            found.append(pair)
    return found


def _candidates(
    words_a: dict[int, list[str]], words_b: dict[int, list[str]], gaps: _Gaps
) -> Iterator[tuple[int, int]]:
    """Pairs worth a look: those that share most rare words, and the neighbours in one gap."""
    holders: dict[str, list[int]] = defaultdict(list)
    for b, words in words_b.items():
        for word in set(words):
            holders[word].append(b)
    in_gap: dict[int, list[int]] = defaultdict(list)
    for b in words_b:
        in_gap[gaps.of_second(b)].append(b)
    seen: Counter[int] = Counter()
    for a, words in words_a.items():
        shared: Counter[int] = Counter()
        for word in set(words):
            if len(holders[word]) <= _RARE:
                shared.update(holders[word])
        yield from ((a, b) for b, _ in shared.most_common(_CANDIDATES))
        gap = gaps.of_first(a)
        at, seen[gap] = seen[gap], seen[gap] + 1
        yield from ((a, b) for b in in_gap[gap][max(0, at - _NEIGHBOURS) : at + _NEIGHBOURS + 1])


def _longest_rising(pairs: Sequence[Pair]) -> list[Pair]:
    """The longest run of pairs, in the order of the second text, that keeps the order of the first (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for at, pair in enumerate(pairs):
        place = bisect_right(tails, pair.a)
        tails[place : place + 1] = [pair.a]
        ends[place : place + 1] = [at]
        before.append(ends[place - 1] if place else -1)
    run: list[Pair] = []
    at = ends[-1] if ends else -1
    while at >= 0:
        run.append(pairs[at])
        at = before[at]
    return run[::-1]

"""A passage and the ground in; the stretches of other texts that hold it out, the likest first.

Seeds that a text shares with the passage lie on one diagonal (place there less place here) where the text holds it;
the diagonals that weigh most are aligned word by word, and what does not hold together is dropped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from acquis.analysis.reuse.aligning import Stretch, align_words
from acquis.analysis.reuse.ground import Ground
from acquis.analysis.reuse.seeds import find_same, find_seeds, places
from acquis.analysis.reuse.words import Flags, Places, Words, is_empty, read_words

_BAND = 8  # diagonals that count as one: words put in or dropped lead from one to the next
_APART = 40  # words without a shared seed that part two passages on one diagonal
_SLACK = 30  # words looked at around the seeds of a long text
_SHORT = 200  # words of a passage that is looked for whole
_MOST_PLACES, _FOR_A_WORD = 200_000, 800  # of all seeds of a block, the rarest first
_RAREST = 2  # seeds that are looked up however common they are
_BLOCK = 1_500  # words of a long text at a time
_BREAK = 16.0  # what the end of a paragraph takes from the score: two or three telling words
_FEW = 6  # telling words of a phrase of which one seed alone may be left
_FLOOR = 0.25
_CANDIDATES = 160  # diagonals of a block that are aligned, and one for each three words of it


class Bar(NamedTuple):
    """What makes two stretches one passage: words that both have, telling ones among them, those of these that are no
    names; the share of the words of both stretches; how much they tell (`Ground.weigh`) by that share; the share of
    all that was asked."""

    words: int = 0
    telling: int = 0
    plain: int = 0
    likeness: float = 0.6
    score: float = 0.0
    share: float = 0.0

    def meets(self, other: Bar) -> bool:
        """Is this as much as another asks for, in everything?"""
        return all(mine >= asked for mine, asked in zip(self, other, strict=True))


# A passage of a longer text. Few words must say much, and something beyond names and titles; more words are no
# accident although they say little, where hardly one was changed; where many were, still more must be left.
REUSE = (
    Bar(words=8, telling=4, plain=3, score=38.0, likeness=0.7),
    Bar(words=11, telling=3, score=33.0, likeness=0.76),
    Bar(words=15, telling=6, plain=4, score=55.0, likeness=0.62),
)


class Hit(NamedTuple):
    """Words `first:last` of what was asked stand in the text of that number, as words `start:end` of the row.

    `same` of them are the same, `weight` is how much these tell.
    """

    text: int
    first: int
    last: int
    start: int
    end: int
    same: int
    weight: float
    likeness: float

    @property
    def order(self) -> tuple[float, int, int]:
        """The likest first."""
        return (-self.weight * self.likeness, self.text, self.start)


class _Candidate(NamedTuple):
    """Seeds on one diagonal: words `first:last` of what was asked, the place of the first of them in the row."""

    text: int
    first: int
    last: int
    place: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What is looked for: its words; which of them say nothing, which are names (a capital begins them), and how much
    each tells."""

    words: Words
    empty: list[bool]
    names: list[bool]
    weights: list[float]

    @classmethod
    def of(cls, ground: Ground, text: str) -> Asked:
        """What a text asks of a ground."""
        words = read_words(text)
        names = [text[at].isupper() for at in words.starts.tolist()]
        weights = ground.weigh(words.numbers).tolist()
        return cls(words, is_empty(words.numbers).tolist(), names, weights)

    @property
    def telling(self) -> int:
        """How many words say something by themselves."""
        return self.empty.count(False)


def find_hits(
    ground: Ground, asked: Asked, allowed: Flags | None = None, bars: Sequence[Bar] = REUSE
) -> list[Hit]:
    """Every stretch of the allowed texts that holds a passage of what is asked, one for each that overlap."""
    if not len(ground):
        return []
    found: list[Hit] = []
    share = min(bar.share for bar in bars)
    for first, last in blocks(len(asked.words)):
        candidates = _candidates(ground, asked, (first, last), allowed, share)
        found += filter(None, (_verified(ground, asked, one, bars) for one in candidates))
    return _apart(found)


def blocks(size: int) -> Iterator[tuple[int, int]]:
    """A long row of words in blocks that overlap by what a passage may be long."""
    first = 0
    while first < size:
        yield first, min(first + _BLOCK, size)
        first += _BLOCK - _SHORT if first + _BLOCK < size else _BLOCK


class _Shared(NamedTuple):
    """Places of seeds: their words here, their words in the row, how much each tells, the band of its diagonal."""

    here: Places
    there: Places
    weight: NDArray[np.float64]
    band: Places

    def only(self, wanted: Flags | Places) -> _Shared:
        """Those that are wanted, or in that order."""
        return _Shared(self.here[wanted], self.there[wanted], self.weight[wanted], self.band[wanted])


def _candidates(
    ground: Ground, asked: Asked, block: tuple[int, int], allowed: Flags | None, share: float
) -> list[_Candidate]:
    """The diagonals of a block that weigh most; where a share of all is asked for, none that has far less."""
    shared = _shared(ground, asked, block)
    if allowed is not None:
        shared = shared.only(np.repeat(allowed, np.diff(ground.bounds))[shared.there])
    if not len(shared.here):
        return []
    most = _CANDIDATES + (block[1] - block[0]) // 3
    shared = _heaviest(shared, share, 2 * most)
    text = ground.text_of(shared.there)
    order = np.lexsort((shared.here, shared.band, text))
    shared, text = shared.only(order), text[order]
    new = (np.diff(text) != 0) | (np.diff(shared.band) != 0) | (np.diff(shared.here) > _APART)
    begins = np.concatenate(([0], np.flatnonzero(new) + 1))
    lasts = np.concatenate((begins[1:], [len(text)])) - 1
    score = np.add.reduceat(shared.weight, begins)
    least = 1 if asked.telling <= _FEW else 2
    several = np.flatnonzero((lasts - begins >= least - 1) & (score >= share * _FLOOR * float(score.max())))
    best = several[np.argsort(-score[several], kind="stable")[:most]]
    first, last = shared.only(begins[best]), shared.here[lasts[best]] + 1
    rows = zip(
        text[begins[best]].tolist(), first.here.tolist(), last.tolist(), first.there.tolist(), strict=True
    )
    return [_Candidate(*row) for row in rows]


def _heaviest(shared: _Shared, share: float, most: int) -> _Shared:
    """What lies on the bands that weigh most: of hundreds of thousands of places most lie alone on theirs."""
    weights = np.bincount(shared.band, shared.weight)
    least = max(share * _FLOOR * float(weights.max()), 1e-9)
    heavy = weights[weights >= least]
    if len(heavy) > most:
        least = max(least, float(np.partition(heavy, -most)[-most]))
    return shared.only((weights >= least)[shared.band])


def _shared(ground: Ground, asked: Asked, block: tuple[int, int]) -> _Shared:
    """Every place of the seeds of a block, as far as they can be looked at."""
    size = block[1] - block[0]
    seeds = find_seeds(asked.words.numbers[block[0] : block[1]])
    begins, ends = find_same(ground.seeds, seeds)
    rising = np.argsort(ends - begins, kind="stable")
    begins, counts, seeds = begins[rising], (ends - begins)[rising], seeds[rising]
    kept = (counts > 0) & (np.cumsum(counts) <= _MOST_PLACES + _FOR_A_WORD * size)
    kept[np.flatnonzero(counts)[:_RAREST]] = True
    begins, counts, seeds = begins[kept], counts[kept], seeds[kept]
    inside = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    there = places(ground.seeds[np.repeat(begins, counts) + inside])
    here = np.repeat(places(seeds) + block[0], counts)
    weight = np.repeat(np.log(max(len(ground.seeds), 2) / np.maximum(counts, 1)), counts)
    return _Shared(here, there, weight, (there - here + block[1]) // _BAND)


def _verified(ground: Ground, asked: Asked, one: _Candidate, bars: Sequence[Bar]) -> Hit | None:
    """The stretch that a candidate leads to, where it meets one of the bars."""
    size = len(asked.words)
    a0, a1 = (0, size) if size <= _SHORT else (max(0, one.first - _SLACK), min(size, one.last + _SLACK))
    diagonal = one.place - one.first
    slack = min(_SLACK, (a1 - a0) // 2 + _BAND)
    b0 = max(int(ground.bounds[one.text]), a0 + diagonal - slack)
    b1 = min(int(ground.bounds[one.text + 1]), a1 + diagonal + slack)
    theirs = ground.numbers[b0:b1].tolist()
    stretch = align_words(asked.words.numbers[a0:a1].tolist(), theirs, asked.empty[a0:a1])
    return _judged(ground, asked, one.text, stretch, (a0, b0), bars) if stretch else None


def _judged(
    ground: Ground, asked: Asked, text: int, stretch: Stretch, offset: tuple[int, int], bars: Sequence[Bar]
) -> Hit | None:
    a, b = offset
    same = [at + a for at in stretch.same]
    telling = [at for at in same if not asked.empty[at]]
    weight = sum(asked.weights[at] for at in telling)
    had = Bar(
        words=len(same),
        telling=len(telling),
        plain=sum(not asked.names[at] for at in telling),
        likeness=stretch.likeness,
        score=weight * stretch.likeness - _BREAK * _breaks(ground, asked, stretch, offset),
        share=len(same) / len(asked.words),
    )
    if not any(had.meets(bar) for bar in bars):
        return None
    return Hit(
        text,
        stretch.a0 + a,
        stretch.a1 + a,
        stretch.b0 + b,
        stretch.b1 + b,
        len(same),
        weight,
        stretch.likeness,
    )


def _breaks(ground: Ground, asked: Asked, stretch: Stretch, offset: tuple[int, int]) -> int:
    """How many paragraphs end inside the stretch: the end of one and the beginning of the next are no passage."""
    a, b = offset
    ours = asked.words.opens[stretch.a0 + a + 1 : stretch.a1 + a].sum()
    theirs = ground.opens[stretch.b0 + b + 1 : stretch.b1 + b].sum()
    return int(max(ours, theirs))


def _apart(hits: list[Hit]) -> list[Hit]:
    """Of hits in one place that are of one passage the best."""
    kept: list[Hit] = []
    taken: dict[
        tuple[int, int], list[Hit]
    ] = {}  # by stretches of what was asked: each is held to those near it
    for hit in sorted(hits, key=lambda one: one.order):
        near = [(hit.text, at) for at in range(hit.first // _APART, (hit.last - 1) // _APART + 1)]
        if not any(_overlap(hit, other) for at in near for other in taken.get(at, ())):
            kept.append(hit)
            for at in near:
                taken.setdefault(at, []).append(hit)
    return kept


def _overlap(one: Hit, other: Hit) -> bool:
    """Do two hits in one text mean one passage: half of the shorter in common on both sides?"""
    here = min(one.last, other.last) - max(one.first, other.first)
    there = min(one.end, other.end) - max(one.start, other.start)
    shorter = min(one.last - one.first, other.last - other.first)
    return here * 2 > shorter and there * 2 > shorter

"""Words in, their seeds out: what two passages share although some of their words were changed.

A seed is a pair of telling words of which one is among the next three telling words after the other, in either order.
A word that is replaced, dropped, put in or moved a little breaks the pairs it is in and leaves those around it, where
the n-grams of winnowing (Schleimer, Wilkerson and Aiken, "Winnowing: local algorithms for document fingerprinting",
SIGMOD 2003) and of passim (Smith, Cordell and Mullen, "Computational methods for uncovering reprinted texts in
antebellum newspapers", American Literary History 27(3), 2015) need runs that nobody touched.

A seed and its place are one number: the pair's hash above, the index of its first word below. So one sorted row of
numbers is the whole index.
"""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from acquis.analysis.reuse.words import Flags, Numbers, Places, is_empty

Keys: TypeAlias = NDArray[np.uint64]

AHEAD = 3
PLACE_BITS = 30  # a thousand million words; 34 bits stay for the pair
_PLACE = np.uint64((1 << PLACE_BITS) - 1)
_FARTHEST = 14  # words between the two of a pair
_MIX_FIRST, _MIX_SECOND = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xC2B2AE3D27D4EB4F)


def find_seeds(numbers: Numbers, bounds: Places | None = None) -> Keys:
    """The seeds of a row of words, in no order; none goes over a bound (where one text ends and the next begins)."""
    telling = np.flatnonzero(~is_empty(numbers))
    text = np.searchsorted(bounds, telling, side="right") if bounds is not None else np.zeros_like(telling)
    found = [_pairs(numbers, telling, text, ahead) for ahead in range(1, AHEAD + 1)]
    return np.concatenate(found) if found else np.empty(0, np.uint64)


def _pairs(numbers: Numbers, telling: Places, text: Places, ahead: int) -> Keys:
    near: Flags = (text[:-ahead] == text[ahead:]) & (telling[ahead:] - telling[:-ahead] <= _FARTHEST)
    first, second = telling[:-ahead][near], telling[ahead:][near]
    one, other = numbers[first], numbers[second]
    mixed = np.minimum(one, other).astype(np.uint64) * _MIX_FIRST
    mixed = (mixed ^ (mixed >> np.uint64(31))) + np.maximum(one, other).astype(np.uint64) * _MIX_SECOND
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _MIX_FIRST
    return np.asarray((mixed & ~_PLACE) | first.astype(np.uint64))


def places(seeds: Keys) -> Places:
    """The index of the first word of each."""
    return (seeds & _PLACE).astype(np.int64)


def find_same(index: Keys, seeds: Keys) -> tuple[Places, Places]:
    """Where in a sorted index the seeds of the same pairs begin and end, for each seed."""
    return np.searchsorted(index, seeds & ~_PLACE), np.searchsorted(index, seeds | _PLACE, side="right")

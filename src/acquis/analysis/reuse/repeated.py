"""A whole library in; the passages that most sources share, each with its pedigree, out.

Runs of four telling words that several texts have are found by sorting them all once; where the earliest text that
has such a run goes on with runs that as many have, it is one passage.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from acquis.analysis.reuse.finding import Asked, find_hits
from acquis.analysis.reuse.ground import Ground
from acquis.analysis.reuse.pedigrees import Reader, better_part
from acquis.analysis.reuse.seeds import PLACE_BITS, Keys, places
from acquis.analysis.reuse.words import Flags, Places, is_empty
from acquis.model.pedigree import Passage, Pedigree
from acquis.store.texts import load_texts

_RUN = 4  # telling words in a row
_FARTHEST = 16  # words from the first to the last of them, and from one run to the next of its passage
_FEWEST_RUNS = 3  # in a passage: some ten words
_MORE = 3  # candidates for each passage that is asked for
_PLACE = np.uint64((1 << PLACE_BITS) - 1)
_MIX = np.uint64(0x9E3779B97F4A7C15)


class _Stretch(NamedTuple):
    """Words `first:last` of the row, which so many sources share."""

    sources: int
    first: int
    last: int


def most_reused(reader: Reader, *, most: int) -> Pedigree:
    """The passages that most sources use, boilerplate of one source last; at most so many."""
    library = reader.library
    sources: dict[object, int] = {}
    of_text = [sources.setdefault((text.publisher, text.actors), len(sources)) for text in library.texts]
    stretches = shared_stretches(library.ground, np.array(of_text, np.int64))
    found: list[Passage] = []
    taken: dict[int, list[tuple[int, int]]] = {}
    for one in stretches[: most * _MORE]:
        passage = None if _is_taken(library.ground, one, taken) else _passage(reader, one, taken)
        if passage is not None:
            found.append(passage)
    found.sort(key=lambda one: (one.boilerplate, -one.users, -one.documents))
    left = max(0, len(stretches) - most * _MORE) + max(0, len(found) - most)
    return Pedigree(None, tuple(found[:most]), len(library.texts), left)


def shared_stretches(ground: Ground, sources: Places) -> list[_Stretch]:
    """The stretches of the earliest texts that later ones share, those of most sources first. `sources` has whose each
    text is."""
    firsts, users = _shared_runs(ground, sources)
    if not len(firsts):
        return []
    order = np.argsort(firsts)
    firsts, users = firsts[order], users[order]
    text = ground.text_of(firsts)
    found, begin = [], 0
    for at in range(1, len(firsts) + 1):
        goes_on = (
            at < len(firsts)
            and text[at] == text[begin]
            and firsts[at] - firsts[at - 1] <= _FARTHEST
            and 2 * min(users[at], users[begin]) >= max(users[at], users[begin])
        )
        if not goes_on:
            if at - begin >= _FEWEST_RUNS:
                end = _end_of(ground, int(firsts[at - 1]), int(ground.bounds[text[begin] + 1]))
                found.append(_Stretch(int(np.median(users[begin:at])), int(firsts[begin]), end))
            begin = at
    return sorted(found, key=lambda one: (-one.sources, one.first - one.last, one.first))


def _shared_runs(ground: Ground, sources: Places) -> tuple[Places, Places]:
    """For each run that more than one text has: its place in the earliest, and how many sources have it."""
    runs = _runs(ground)
    runs.sort()
    keys = runs >> np.uint64(PLACE_BITS)
    same = keys[1:] == keys[:-1]
    if not same.any():
        return np.empty(0, np.int64), np.empty(0, np.int64)
    shared: Flags = np.concatenate(([False], same)) | np.concatenate((same, [False]))
    keys, at = keys[shared], places(runs[shared])
    text = ground.text_of(at)
    new = np.concatenate(([True], keys[1:] != keys[:-1]))
    begins, group = np.flatnonzero(new), np.cumsum(new) - 1
    texts = _distinct(group, text, len(begins))
    users = _distinct(group, sources[text], len(begins))
    several = texts > 1
    return at[begins][several], users[several]


def _distinct(group: Places, value: Places, groups: int) -> Places:
    """How many different values each group has."""
    pairs = np.unique(group * (int(value.max(initial=0)) + 1) + value)
    return np.bincount(pairs // (int(value.max(initial=0)) + 1), minlength=groups).astype(np.int64)


def _runs(ground: Ground) -> Keys:
    """The runs of telling words with their places, in one number each."""
    telling = np.flatnonzero(~is_empty(ground.numbers))
    if len(telling) < _RUN:
        return np.empty(0, np.uint64)
    size = len(telling) - _RUN + 1
    first, last = telling[:size], telling[_RUN - 1 :]
    near = (ground.text_of(first) == ground.text_of(last)) & (last - first <= _FARTHEST)
    mixed: NDArray[np.uint64] = np.zeros(size, np.uint64)
    for at in range(_RUN):
        mixed = (mixed ^ (mixed >> np.uint64(31))) * _MIX + ground.numbers[telling[at : at + size]]
    mixed = (mixed ^ (mixed >> np.uint64(29))) * _MIX
    return np.asarray(((mixed & ~_PLACE) | first.astype(np.uint64))[near])


def _end_of(ground: Ground, place: int, bound: int) -> int:
    """Where the run that begins at a place ends."""
    telling = np.flatnonzero(~is_empty(ground.numbers[place : min(bound, place + _FARTHEST + 1)]))
    return place + int(telling[:_RUN][-1]) + 1


def _is_taken(ground: Ground, one: _Stretch, taken: dict[int, list[tuple[int, int]]]) -> bool:
    """Is the stretch for its better half a use of a passage that was found before?"""
    text = int(ground.text_of(np.array([one.first]))[0])
    half = (one.last - one.first) / 2
    return any(min(one.last, end) - max(one.first, start) > half for start, end in taken.get(text, ()))


def _passage(reader: Reader, one: _Stretch, taken: dict[int, list[tuple[int, int]]]) -> Passage | None:
    library = reader.library
    text = int(library.ground.text_of(np.array([one.first]))[0])
    (words,) = load_texts(reader.connection, [library.texts[text].row])
    start, end = library.ground.characters(one.first, one.last)
    own = words[start:end]
    hits = better_part(find_hits(library.ground, Asked.of(library.ground, own)), one.last - one.first)
    for hit in hits:
        taken.setdefault(hit.text, []).append((hit.start, hit.end))
    if len({hit.text for hit in hits}) < 2:
        return None
    return reader.passage(" ".join(own.split()), "", hits, one.last - one.first)

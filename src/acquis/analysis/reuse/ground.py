"""Texts in, the ground that passages are looked for on out: all their words in one row, and the index of its seeds."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from acquis.analysis.reuse.seeds import Keys, find_seeds
from acquis.analysis.reuse.words import Flags, Numbers, Places, Words, is_empty, read_words

_FEWEST = 100_000  # words: in a small workspace every word is rare, and says little by it


@dataclass(frozen=True, slots=True)
class Ground:
    """The words of all texts in one row.

    `bounds` has where each text begins in it, and the end; `starts` and `ends` are characters of the text, `opens` says which words open a paragraph.
    `known` are the numbers of all words in order, `weights` how much each tells: the logarithm of words for one of it,
    nothing for words that say nothing by themselves. `seeds` is sorted.
    """

    numbers: Numbers
    starts: NDArray[np.int32]
    ends: NDArray[np.int32]
    opens: Flags
    bounds: Places
    known: Numbers
    weights: NDArray[np.float32]
    seeds: Keys

    @classmethod
    def of(cls, texts: Iterable[str]) -> Ground:
        """The ground of some texts, in their order."""
        read = [_packed(read_words(text)) for text in texts]
        bounds = np.cumsum(np.array([0, *(len(words[0]) for words in read)], np.int64))
        numbers, starts, ends, opens = zip(*read, strict=True) if read else ((), (), (), ())
        row = np.concatenate([np.empty(0, np.uint32), *numbers])
        known, counts = np.unique(row, return_counts=True)
        seeds = find_seeds(row, bounds[1:])
        seeds.sort()
        none = np.empty(0, np.int32)
        return cls(
            numbers=row,
            starts=np.concatenate([none, *starts]),
            ends=np.concatenate([none, *ends]),
            opens=np.concatenate([np.empty(0, np.bool_), *opens]),
            bounds=bounds,
            known=known,
            weights=_weights(known, counts),
            seeds=seeds,
        )

    def __len__(self) -> int:
        """How many texts there are."""
        return len(self.bounds) - 1

    def weigh(self, numbers: Numbers) -> NDArray[np.float32]:
        """How much each word tells; one that no text has is as rare as can be."""
        rarest = np.float32(np.log(max(_FEWEST, len(self.numbers))))
        if not len(self.known):
            return np.where(is_empty(numbers), np.float32(0), rarest)
        at = np.minimum(np.searchsorted(self.known, numbers), len(self.known) - 1)
        return np.where(
            self.known[at] == numbers, self.weights[at], np.where(is_empty(numbers), np.float32(0), rarest)
        )

    def text_of(self, places: Places) -> Places:
        """The text that each place in the row belongs to."""
        return np.searchsorted(self.bounds, places, side="right") - 1

    def characters(self, first: int, last: int) -> tuple[int, int]:
        """Where the words `first:last` stand in their text."""
        return int(self.starts[first]), int(self.ends[last - 1])


def _packed(words: Words) -> tuple[Numbers, NDArray[np.int32], NDArray[np.int32], Flags]:
    """The words of one text, half as large."""
    return words.numbers, words.starts.astype(np.int32), words.ends.astype(np.int32), words.opens


def _weights(known: Numbers, counts: Places) -> NDArray[np.float32]:
    total = max(_FEWEST, int(counts.sum()))
    return np.where(is_empty(known), 0, np.log(total / counts)).astype(np.float32)

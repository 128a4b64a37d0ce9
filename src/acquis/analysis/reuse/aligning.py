"""Two rows of words in, the stretch that both have out: with changes in it, but no more than a passage bears.

The rows are aligned by longest common subsequence (rapidfuzz, bit-parallel after Hyyrö, "Bit-parallel LCS-length
computation revisited", AWOCA 2004); of the alignment the stretch that scores best is kept, as in local alignment
(Smith and Waterman, "Identification of common molecular subsequences", Journal of Molecular Biology 147, 1981).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

# What a word that both have is worth, and what one costs that only one has: function words are had by accident, so
# text that only happens to stand beside a passage costs more than it brings.
_TELLING, _EMPTY, _CHANGED = 1.0, 0.3, 0.45


class Stretch(NamedTuple):
    """Words `a0:a1` of the one row and `b0:b1` of the other; `same` are the words of the one that both have."""

    a0: int
    a1: int
    b0: int
    b1: int
    same: tuple[int, ...]

    @property
    def likeness(self) -> float:
        """The share of the words of both that they have in common, 0 to 1."""
        return 2 * len(self.same) / ((self.a1 - self.a0) + (self.b1 - self.b0))


class _Run(NamedTuple):
    """So many words from `a` of the one and `b` of the other that are the same; `gap` is what changed before."""

    a: int
    b: int
    size: int
    gap: int


def align_words(a: Sequence[int], b: Sequence[int], empty: Sequence[bool]) -> Stretch | None:
    """The best stretch that both rows have; None where they share nothing. `empty` says which words of `a` are."""
    best: tuple[float, int, int] | None = None
    runs = _runs(a, b)
    score, first = 0.0, 0
    for at, run in enumerate(runs):
        score -= run.gap * _CHANGED
        if score <= 0:
            score, first = 0.0, at
        score += sum(_EMPTY if empty[n] else _TELLING for n in range(run.a, run.a + run.size))
        if best is None or score > best[0]:
            best = (score, first, at)
    return _stretch(runs[best[1] : best[2] + 1]) if best else None


def _runs(a: Sequence[int], b: Sequence[int]) -> list[_Run]:
    from rapidfuzz.distance import LCSseq  # late: only a comparison needs it

    runs: list[_Run] = []
    end_a = end_b = 0
    for op in LCSseq.opcodes(a, b):
        if op.tag == "equal":
            gap = max(op.src_start - end_a, op.dest_start - end_b)
            runs.append(_Run(op.src_start, op.dest_start, op.src_end - op.src_start, gap))
            end_a, end_b = op.src_end, op.dest_end
    return runs


def _stretch(runs: Sequence[_Run]) -> Stretch:
    first, last = runs[0], runs[-1]
    same = tuple(n for run in runs for n in range(run.a, run.a + run.size))
    return Stretch(first.a, last.a + last.size, first.b, last.b + last.size, same)

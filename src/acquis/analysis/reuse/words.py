"""A text in, its words as numbers with their places out: fast enough for a whole workspace at once.

A word is a run of letters and digits without case and accents, as everywhere in acquis; where a script does not part
words (Chinese, Japanese, Thai) each letter is one. Its number is 32 bits of a polynomial hash, of all words of a text
at a time by sums of powers (Karp and Rabin, "Efficient randomized pattern-matching algorithms", IBM Journal of
Research and Development 31(2), 1987). Two words that share a number would be taken for one: once in some hundred
thousand, and what is shown is always the text itself.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

Numbers: TypeAlias = NDArray[np.uint32]
Places: TypeAlias = NDArray[np.int64]
Flags: TypeAlias = NDArray[np.bool_]

_APART, _LETTER, _ALONE = 0, 1, 2
_PLANE = 1 << 16
# Scripts that write words without blanks between them: first and last letter.
_ALONE_RANGES = (
    (0x0E00, 0x0E7F), (0x0E80, 0x0EFF), (0x1000, 0x109F), (0x1780, 0x17FF), (0x3040, 0x30FF), (0x3400, 0x9FFF),
    (0xF900, 0xFAFF),
)  # fmt: skip
_PIECE = 1 << 17  # characters at a time
_LINE_END = ord("\n")
_BASE = 0x9E3779B97F4A7C15
_MIX = 0xD6E8FEB86659FD93
# Words that a sentence needs whatever it says: alone they make no reuse.
_EMPTY = """
    a about above across after again against all also am among an and another any are as at back be because been before
    being below between both but by can could d did do does down during each either else even ever every few for from
    further get go had has have he her here hers him his how i if in including into is it its itself just let ll m made
    make may me might more most much must my no nor not now of off on once only or other our ours out over own per re s
    same shall she should since so some such t than that the their theirs them themselves then there these they this
    those through thus to too toward towards under until up upon us ve very was we well were what when where whether which
    while who whom whose why will with within without would yes yet you your yours
    au aux ce ces cette dans de des du elle en est et il ils la le les leur leurs ne nos notre nous ont ou par pas plus
    pour que qui sa se ses son sont sur un une vous al con como del el es esta este las los lo más no para por que su sus y
    и в во на не с со что как к по о от за из для это та те то 的 和 在 是 了 与 对 各 其 之 以 为 等 并 及
    """


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text: their numbers, where each starts and ends (characters of the text), which open a paragraph."""

    numbers: Numbers
    starts: Places
    ends: Places
    opens: Flags

    def __len__(self) -> int:
        return len(self.numbers)


def read_words(text: str) -> Words:
    """The words of a text, in order."""
    parts = [_read_piece(text[start:end], start) for start, end in _pieces(text)]
    if not parts:
        return Words(
            np.empty(0, np.uint32), np.empty(0, np.int64), np.empty(0, np.int64), np.empty(0, np.bool_)
        )
    return Words(
        np.concatenate([part.numbers for part in parts]),
        np.concatenate([part.starts for part in parts]),
        np.concatenate([part.ends for part in parts]),
        np.concatenate([part.opens for part in parts]),
    )


def is_empty(numbers: Numbers) -> Flags:
    """Which words say nothing by themselves."""
    known = _empty_numbers()
    at = np.minimum(np.searchsorted(known, numbers), len(known) - 1)
    return np.asarray(known[at] == numbers)


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    """The text in parts that can be held at once, cut between words."""
    start = 0
    while start < len(text):
        end = min(start + _PIECE, len(text))
        if end < len(text):
            blank = text.rfind(" ", start, end)
            end = blank if blank > start else end
        yield start, end
        start = end


def _read_piece(text: str, offset: int) -> Words:
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds, plain = _tables()
    low = np.minimum(codes, _PLANE - 1)
    kind = kinds[low]
    before = np.concatenate(([_APART], kind[:-1]))
    after = np.concatenate((kind[1:], [_APART]))
    starts = np.flatnonzero((kind == _ALONE) | ((kind == _LETTER) & (before != _LETTER)))
    ends = np.flatnonzero((kind == _ALONE) | ((kind == _LETTER) & (after != _LETTER))) + 1
    letters = np.where(codes < _PLANE, plain[low], codes).astype(np.uint64)
    lines = np.concatenate(([0], np.cumsum(codes == _LINE_END)))
    opens = lines[starts] - lines[np.concatenate(([0], ends[:-1]))] >= 2
    return Words(_hashed(letters, starts, ends), starts + offset, ends + offset, opens)


def _hashed(letters: NDArray[np.uint64], starts: Places, ends: Places) -> Numbers:
    powers, inverses = _powers()
    sums = np.concatenate(
        (np.zeros(1, np.uint64), np.cumsum(letters * powers[: len(letters)], dtype=np.uint64))
    )
    mixed = (sums[ends] - sums[starts]) * inverses[starts]
    mixed = (mixed ^ (mixed >> np.uint64(29))) * np.uint64(_MIX)
    return (mixed >> np.uint64(32)).astype(np.uint32)


@lru_cache(maxsize=1)
def _powers() -> tuple[NDArray[np.uint64], NDArray[np.uint64]]:
    """The powers of an odd number, and those of its inverse, modulo 2**64."""
    made = []
    for base in (_BASE, pow(_BASE, -1, 1 << 64)):
        factors = np.full(_PIECE, base, np.uint64)
        factors[0] = 1
        made.append(np.cumprod(factors, dtype=np.uint64))
    return made[0], made[1]


@lru_cache(maxsize=1)
def _tables() -> tuple[NDArray[np.uint8], Numbers]:
    """Of each character of the basic plane what it is for words, and its letter without case and accents.

    The last one stands for all beyond the plane: letters, for what is none there is hardly ever met.
    """
    kinds = np.fromiter((_kind(chr(code)) for code in range(_PLANE)), np.uint8, _PLANE)
    plain = np.arange(_PLANE, dtype=np.uint32)
    for code in np.flatnonzero(kinds == _LETTER):
        plain[code] = _plain(chr(code))
    kinds[-1] = _LETTER
    for first, last in _ALONE_RANGES:
        kinds[first : last + 1] = np.where(kinds[first : last + 1] == _LETTER, _ALONE, _APART)
    return kinds, plain


def _kind(char: str) -> int:
    return _LETTER if char.isalnum() or unicodedata.category(char) in ("Mn", "Mc") else _APART


def _plain(char: str) -> int:
    base = unicodedata.normalize("NFKD", char)[0].casefold()
    return ord(base if len(base) == 1 else char)


@lru_cache(maxsize=1)
def _empty_numbers() -> Numbers:
    return np.unique(read_words(_EMPTY).numbers)

"""Two wordings in, their words marked out: what both have, what is gone, what is new; by whole words.

Words are aligned by longest common subsequence (rapidfuzz, bit-parallel); what both have only by accident, a
common word between two changes, is taken into the change (after Fraser's "semantic cleanup", diff-match-patch).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from acquis.grammar.words import plain_words
from acquis.model.comparison import Piece

_TOKEN = re.compile(r"\w+(?:['’\-‑.]\w+)*|[^\w\s]")
COMMON = frozenset(
    """
    a an the of and or to in on at by for from with as is are was were be been being it its this that these those
    their our his her they we he she who which has have had not also into upon over under between through such
    """.split()
)
_PASSES = 8


class _Span(NamedTuple):
    """Tokens `a0:a1` of the one and `b0:b1` of the other text, shared or not."""

    shared: bool
    a0: int
    a1: int
    b0: int
    b1: int

    @property
    def size(self) -> int:
        """Tokens of the longer side."""
        return max(self.a1 - self.a0, self.b1 - self.b0)


def likeness(a: Sequence[str], b: Sequence[str]) -> float:
    """The share of words that two rows of words have in common, in order: 0 to 1."""
    from rapidfuzz.distance import Indel  # late: only a comparison needs it

    return float(Indel.normalized_similarity(a, b))


def word_likeness(a: str, b: str) -> float:
    """The likeness of two texts by their words, without case and signs."""
    return likeness(plain_words(a), plain_words(b))


def mark_words(a: str, b: str) -> tuple[Piece, ...]:
    """The words of both texts in one row: those of `a` without what is new are `a`, and so for `b`."""
    from rapidfuzz.distance import Indel  # late: only a comparison needs it

    first, second = list(_TOKEN.finditer(a)), list(_TOKEN.finditer(b))
    plain = [token.group() for token in first]
    spans = [
        _Span(op.tag == "equal", op.src_start, op.src_end, op.dest_start, op.dest_end)
        for op in Indel.opcodes(plain, [token.group() for token in second])
    ]
    pieces: list[Piece] = []
    for span in _cleaned(_joined(spans), plain):
        if span.shared:
            words, ours = _words(b, second, span.b0, span.b1), _words(a, first, span.a0, span.a1)
            pieces.append(Piece(f" {words}" if ours[:1] == " " != words[:1] else words))
            continue
        if span.a1 > span.a0:
            pieces.append(Piece(_words(a, first, span.a0, span.a1), "gone"))
        if span.b1 > span.b0:
            pieces.append(Piece(_words(b, second, span.b0, span.b1), "new"))
    return tuple(pieces)


def changes_of(pieces: Sequence[Piece]) -> list[tuple[str, str]]:
    """What went and what came in its stead, in order; either may be empty."""
    found: list[tuple[str, str]] = []
    before = "both"
    for piece in pieces:
        words = " ".join(piece.text.split())
        if piece.standing == "gone":
            found.append((words, ""))
        elif piece.standing == "new" and before == "gone":
            found[-1] = (found[-1][0], words)
        elif piece.standing == "new":
            found.append(("", words))
        before = piece.standing
    return found


def _words(text: str, tokens: list[re.Match[str]], first: int, last: int) -> str:
    """The tokens as they stand in the text, with the blanks before them."""
    start = tokens[first - 1].end() if first else 0
    return re.sub(r"\s+", " ", text[start : tokens[last - 1].end()])


def _joined(spans: list[_Span]) -> list[_Span]:
    """Neighbours of one kind made one."""
    joined: list[_Span] = []
    for span in spans:
        if joined and joined[-1].shared == span.shared:
            joined[-1] = joined[-1]._replace(a1=span.a1, b1=span.b1)
        else:
            joined.append(span)
    return joined


def _cleaned(spans: list[_Span], words: list[str]) -> list[_Span]:
    """The spans without islands: what is shared between two larger changes and says little."""
    for _ in range(_PASSES):
        kept = [
            span._replace(shared=span.shared and not _is_island(spans, at, words))
            for at, span in enumerate(spans)
        ]
        if kept == spans:
            break
        spans = _joined(kept)
    return spans


def _is_island(spans: list[_Span], at: int, words: list[str]) -> bool:
    if not 0 < at < len(spans) - 1:
        return False
    span = spans[at]
    said = [word for word in words[span.a0 : span.a1] if word[0].isalnum() and word.lower() not in COMMON]
    around = min(spans[at - 1].size, spans[at + 1].size)
    return span.size < around if not said else len(said) == 1 and span.size * 3 < around

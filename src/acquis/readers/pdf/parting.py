"""Where a paragraph ends: the lines of an open paragraph, the next line, and the measure of their columns."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise
from typing import NamedTuple

from acquis.grammar.numbering import Mark, read_mark
from acquis.readers.pdf.columns import Column
from acquis.readers.pdf.lines import BREAK, Line

_GAP = 1.3
_INDENT = 0.8  # of the size of the type
_FEW = 6
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]]*(?:\x0e[^\x0f]*\x0f|\*)*$")
_CLAUSE_END = re.compile(r"(?:[.!?:;,…][\"'”’)\]]*|\b(?:and|or|and/or))(?:\x0e[^\x0f]*\x0f|\*)*$")
_OPENING = "\"'“‘([«"


class Measure(NamedTuple):
    """The edges of a column, the distance of its lines, whether first lines are indented, and the size of its type."""

    left: float
    right: float
    leading: float
    indents: bool

    @classmethod
    def of(cls, column: Column, body: float, before: Measure | None) -> Measure:
        """The measure of a column; a short one beside or after another of the same place takes over from it."""
        left, right = column.left, column.right
        leading = _leading(column.lines, body)
        indents = _indents(column.lines, left, body)
        if before and len(column.lines) < _FEW and abs(before.left - left) < 5 * body:
            left, right, indents = before.left, max(before.right, right), before.indents
        if leading is None:
            leading = before.leading if before else 1.25 * body
        return cls(left, right, leading, indents)


def _leading(lines: list[Line], body: float) -> float | None:
    """The usual distance of lines; the smallest of those that are common, for paragraphs may stand further apart."""
    gaps: Counter[float] = Counter()
    for one, two in pairwise(lines):
        gap = one.base - two.base
        if abs(one.size - two.size) < 0.5 and abs(one.size - body) < 1 and 0.8 * body < gap < 3 * body:
            gaps[round(gap * 2) / 2] += 1
    common = [gap for gap, count in gaps.items() if count >= 0.2 * gaps.total()]
    return min(common) if gaps.total() >= 3 else None


def _indents(lines: list[Line], left: float, body: float) -> bool:
    """Do first lines stand further in than those below them, several times?"""
    found = sum(
        one.left - left > _INDENT * body and abs(two.left - left) < 0.3 * body for one, two in pairwise(lines)
    )
    return found >= 2


def parts(held: list[Line], line: Line, measure: Measure, before: Measure | None) -> bool:
    """Does a paragraph of these lines end before the next line? `before` is the measure of the column it comes from."""
    last = held[-1]
    if last.text.endswith(BREAK):
        return False
    if last.spread or line.spread or _other_face(held, line):
        return True
    if last.text.endswith("-") and last.text[-2:-1].isalnum():
        return False
    below = 0 < last.base - line.base < 2 * measure.leading
    if before is not None and not (below and abs(before.left - measure.left) < 1):
        return _parts_over(held, line, measure, before)
    return _parts_inside(held, line, measure)


def _other_face(held: list[Line], line: Line) -> bool:
    """Another size or weight; a line of a sentence that words of another face begin and end does not count."""
    last = held[-1]
    unlike = abs(line.size - last.size) / max(line.size, last.size)
    goes_on = line.text[:1].islower() and not _SENTENCE_END.search(last.text)
    if unlike > (0.25 if goes_on else 0.08):
        return True
    if line.bold == last.bold:
        return False
    return not line.text[:1].islower() and (last.bold or bool(_CLAUSE_END.search(last.text)))


def _parts_inside(held: list[Line], line: Line, measure: Measure) -> bool:
    """Two lines of one column: their distance, then a mark, then indents, then room left on the line above."""
    last = held[-1]
    gap = last.base - line.base
    if gap > _GAP * max(measure.leading, 1.1 * line.size) or gap < 0:
        return True
    mark = read_mark(line.text)
    if mark and _begins_item(mark, held, line, measure):
        return True
    if _is_centred(last, measure) and _is_centred(line, measure):
        return False
    if _is_indented(held, line) or _comes_back(held, line):
        return True
    return _had_room(last, line, measure)


def _begins_item(mark: Mark, held: list[Line], line: Line, measure: Measure) -> bool:
    """A mark begins an item after the end of a clause, or where it stands out of the run of lines."""
    last = held[-1]
    if _CLAUSE_END.search(last.text):
        return True
    stands_out = abs(line.left - last.left) > 0.3 * line.size or len(held) == 1
    return stands_out and (mark.kind != "bullet") and _room(last, line, measure) > 0


def _is_centred(line: Line, measure: Measure) -> bool:
    left, right = line.left - measure.left, measure.right - line.right
    return left > line.size and abs(left - right) < 0.5 * line.size + 0.1 * max(left, right)


def _is_indented(held: list[Line], line: Line) -> bool:
    """A line further in than those above it opens a paragraph; below a first line it is a hanging one."""
    last = held[-1]
    if line.left - last.left <= _INDENT * line.size:
        return False
    if len(held) > 1:
        return bool(_CLAUSE_END.search(last.text)) or not line.text[:1].islower()
    return read_mark(last.text) is None and bool(_SENTENCE_END.search(last.text))


def _comes_back(held: list[Line], line: Line) -> bool:
    """A line further out than the second and later lines above it: a hanging paragraph has ended."""
    last = held[-1]
    if len(held) < 2 or last.left - line.left <= _INDENT * line.size:
        return False
    return bool(_CLAUSE_END.search(last.text)) or not line.text[:1].islower()


def _room(last: Line, line: Line, measure: Measure) -> float:
    """How much of the line above was left empty although the next word would have fitted."""
    word = line.text.split(" ", 1)[0]
    return measure.right - last.right - (len(word) * 0.55 + 0.8) * line.size


def _had_room(last: Line, line: Line, measure: Measure) -> bool:
    if not _opens(line):
        return False
    room = _room(last, line, measure)
    if _SENTENCE_END.search(last.text):
        return room > 0.02 * (measure.right - measure.left)
    return room > 0.3 * (measure.right - measure.left)


def _opens(line: Line) -> bool:
    first = line.text[:1]
    return first.isupper() or first.isdigit() or first in _OPENING


def _parts_over(held: list[Line], line: Line, measure: Measure, before: Measure) -> bool:
    """The end of a column or page: the paragraph goes on unless something says that another begins."""
    last = held[-1]
    ended = bool(_SENTENCE_END.search(last.text))
    mark = read_mark(line.text)
    if mark and (bool(_CLAUSE_END.search(last.text)) or last.bold):
        return True
    if last.bold and line.bold:
        return True
    if line.left - measure.left > _INDENT * line.size and not line.text[:1].islower():
        return bool(_CLAUSE_END.search(last.text)) or not _hangs(held, line)
    if not _opens(line) or not ended:
        return _had_room(last, line, before) and _opens(line)
    return not (measure.indents or before.indents) or _room(last, line, before) > 0


def _hangs(held: list[Line], line: Line) -> bool:
    """Does a line stand where the later lines of the open paragraph stand?"""
    return len(held) > 1 and abs(held[-1].left - line.left) < 0.3 * line.size

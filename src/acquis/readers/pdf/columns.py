"""The lines of a page in reading order: columns one after the other, parted by what runs across them.

In: the lines of a page in any order. Out: `Column`s, each with its lines from top to bottom. Parts of one line
of a table, or a number and its text, are joined again.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import NamedTuple

from acquis.readers.pdf.lines import LOWERED, RAISED, Line

_FEWEST = 4  # lines side by side that make columns
_WORDS = 15  # characters of a line of running text, on average; cells of tables are shorter
_BIN = 3.0
_SAME_ROW = 0.45
_DEEPEST = 2
# In sizes of the type: a wider gap parts the cells of a table, unless what stands before it is a number or bullet.
_CELL, _MARK = 1.8, 5.0
_LEADER = re.compile(r"\s?(?:(?:[.·]\s?){5,}|…{2,})\s*(?=[\divxl]{1,5}$)")
_NOTE = re.compile(r"\d{1,3}(?:[,–-] ?\d{1,3})*|[*†‡§]{1,3}")


class Column(NamedTuple):
    """Lines of running text below one another, from `left` to `right`."""

    lines: list[Line]
    left: float
    right: float


def find_columns(lines: list[Line], depth: int = 0) -> list[Column]:
    """The columns of a page, or of a part of it, in reading order."""
    start = _second_column(lines) if depth < _DEEPEST else None
    if start is None:
        return [_column(join_rows(lines))] if lines else []
    columns: list[Column] = []
    for across, left, right in _bands(lines, start):
        if across:
            columns.append(_column(join_rows(across)))
        columns += [*find_columns(left, depth + 1), *find_columns(right, depth + 1)]
    return columns


def join_rows(lines: list[Line]) -> list[Line]:
    """The parts of each row joined, the rows from top to bottom."""
    rows: list[list[Line]] = []
    main: Line | None = None
    for line in sorted(lines, key=lambda line: (-line.base, line.left)):
        if main and abs(main.base - line.base) <= _SAME_ROW * max(main.size, line.size):
            rows[-1].append(line)
            main = max(main, line, key=lambda part: part.size)
        else:
            rows.append([line])
            main = line
    return [_entry(row[0] if len(row) == 1 else _joined(row)) for row in rows]


def _entry(line: Line) -> Line:
    """An entry of a table of contents stands alone, without the points that lead to its page."""
    if ". ." not in line.text and ".." not in line.text and "…" not in line.text:
        return line
    text, found = _LEADER.subn(" ", line.text)
    return line._replace(text=text, spread=True) if found else line


def _joined(row: list[Line]) -> Line:
    row.sort(key=lambda line: line.left)
    main = max(row, key=lambda line: len(line.text))
    text, reach, spread = row[0].text, row[0].right, False
    if row[0] is not main:
        text = _with_note(row[0], main)
    for part in row[1:]:
        gap = part.left - reach
        text += (" " if gap > 0.12 * main.size else "") + _with_note(part, main)
        spread = spread or (gap > _CELL * main.size and part.left - row[0].left > _MARK * main.size)
        reach = max(part.right, reach)
    bold = main.bold and all(part.bold for part in row if len(part.text) > 2)
    return Line(text, row[0].left, reach, main.base, main.size, bold, spread)


def _with_note(part: Line, main: Line) -> str:
    """A small raised number standing by itself points to a footnote."""
    raised = part.size <= 0.8 * main.size and part.base > main.base + 0.1 * main.size
    return f"{RAISED}{part.text}{LOWERED}" if raised and _NOTE.fullmatch(part.text) else part.text


def _column(lines: list[Line]) -> Column:
    """Its left edge is where lines go on, which a first line or a hanging number may leave."""
    lefts = Counter(round(line.left / _BIN) for line in lines)
    often = [place for place, count in lefts.items() if count > 1 and count >= 0.1 * len(lines)]
    edge = min(often) if often else min(lefts)
    left = min(line.left for line in lines if round(line.left / _BIN) == edge)
    return Column(lines, left, max(line.right for line in lines))


def _second_column(lines: list[Line]) -> float | None:
    """Where a second column begins; None where the lines run across the page."""
    if len(lines) < 2 * _FEWEST:
        return None
    first, last = min(line.left for line in lines), max(line.right for line in lines)
    width = last - first
    inner = Counter(
        round(line.left / _BIN)
        for line in lines
        if 0.2 * width < line.left - first < 0.8 * width and len(line.text) > 3
    )
    for place, _ in inner.most_common(3):
        if inner[place] + inner[place + 1] + inner[place - 1] >= _FEWEST:
            start = min(line.left for line in lines if abs(round(line.left / _BIN) - place) <= 1)
            if _stand_side_by_side(lines, start):
                return start
    return None


def _side(line: Line, start: float) -> int:
    """-1 for the first column, 1 for those after it, 0 for what runs across."""
    if line.right <= start:
        return -1
    return 1 if line.left >= start - 1 else 0


def _stand_side_by_side(lines: list[Line], start: float) -> bool:
    """Are there lines enough of running text on both sides, at the same heights?"""
    lefts: list[Line] = []
    rights: list[Line] = []
    for _, left, right in _bands(lines, start):
        if left and right:
            lefts += left
            rights += right
    fewest, most = sorted((len(lefts), len(rights)))
    if fewest < _FEWEST or most > 4 * fewest:
        return False
    return all(sum(len(line.text) for line in side) >= _WORDS * len(side) for side in (lefts, rights))


def _bands(lines: list[Line], start: float) -> list[tuple[list[Line], list[Line], list[Line]]]:
    """From top to bottom: lines that run across, then those of the first column and of the others below them.

    A band with lines on one side only runs on with what stands above it.
    """
    bands: list[tuple[list[Line], list[Line], list[Line]]] = []
    across: list[Line] = []
    left: list[Line] = []
    right: list[Line] = []
    for line in sorted(lines, key=lambda line: -line.base):
        side = _side(line, start)
        if side == 0:
            if left and right:
                bands.append((across, left, right))
                across = []
            else:
                across += left + right
            left, right = [], []
            across.append(line)
        else:
            (left if side < 0 else right).append(line)
    if not (left and right):
        across, left, right = across + left + right, [], []
    return [*bands, (across, left, right)]

"""The characters of a page to its lines: text, place, size and face of each; rotated text is left out.

A line that is cut by a wide gap comes as several: `columns` joins again what belongs together.
Raised numbers, which point to footnotes, stand between RAISED and LOWERED; a line that ends at a hyphen which
PDFium takes for a break inside a word ends in BREAK.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from acquis.readers.pdf.pages import Glyphs

RAISED, LOWERED, BREAK = "\x0e", "\x0f", "\x02"
_RUN = re.compile(r"([^\r\n\ufffe\x02]+)([\ufffe\x02]?)")
_DIGITS = re.compile(r"\d+")
_WORD = re.compile(r"\S+")
_UNSEEN = re.compile("[\x00-\x1f\x7f-\x9f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufffe]")
_LIGATURES = str.maketrans(
    {
        "ﬀ": "ff",
        "ﬁ": "fi",
        "ﬂ": "fl",
        "ﬃ": "ffi",
        "ﬄ": "ffl",
        "ﬅ": "st",
        "ﬆ": "st",
        "\u2010": "-",
        "\u2011": "-",
    }
)
_BLANKS = re.compile(r"\s+")
_SURROGATE = re.compile("[\ud800-\udfff]")
_SMALL, _LIFT, _WIDE = 0.8, 0.1, 1.0
# Between words lies a fifth of the size of the type at the least, even in lines set tight.
_TIGHT = 0.16
_TOUCHING = 0.06
_LEAST = 0.1  # points: a size of nothing divides by nothing


class Line(NamedTuple):
    """One line, or the part of it between two wide gaps. Left, right, base line and size are in points.

    `spread` marks the row of a table.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool
    spread: bool = False


class PageLines(NamedTuple):
    """The lines of a page, and where its foot and its top are."""

    lines: list[Line]
    foot: float = 0.0
    top: float = 842.0


class _Extent(NamedTuple):
    """The pieces in which a run was drawn: edges, the highest foot, where it jumps, where pieces nearly touch."""

    pieces: int
    left: float
    right: float
    highest: float
    jumps: list[float]
    tight: list[float]


class _Run(NamedTuple):
    start: int
    end: int
    broken: bool
    turn: int | None
    scale: float


def read_lines(glyphs: Glyphs) -> PageLines:
    """The lines of a page in the order of the file; what does not run the way of most of the page is dropped."""
    runs = list(_runs(glyphs))
    turns: Counter[int] = Counter()
    for run in runs:
        if run.turn is not None:
            turns[run.turn] += run.end - run.start
    turn = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = glyphs.corners
    heights = _level(turn, left, bottom)[1], _level(turn, right, top)[1]
    lines = [line for run in runs if run.turn == turn for line in _lines_of(glyphs, run)]
    return PageLines(lines, min(heights), max(heights))


def _runs(glyphs: Glyphs) -> Iterator[_Run]:
    """The runs of characters between line ends, without the blanks around them."""
    text = glyphs.text
    for match in _RUN.finditer(text):
        start, end = match.span(1)
        words = text[start:end]
        start += len(words) - len(words.lstrip())
        end -= len(words) - len(words.rstrip())
        if start < end:
            right, up, scale = glyphs.slope(start)
            yield _Run(start, end, bool(match.group(2)), _turn(right, up), scale)


def _turn(right: float, up: float) -> int | None:
    """Quarter turns of a direction, counted against the clock; None where it is slanted."""
    if abs(up) <= 0.1 * abs(right):
        return 0 if right >= 0 else 2
    if abs(right) <= 0.1 * abs(up):
        return 1 if up >= 0 else 3
    return None


def _level(turn: int | None, x: float, y: float) -> tuple[float, float]:
    """A place as it is when the page is turned so that its text runs to the right."""
    if turn == 0:
        return x, y
    return {1: (y, -x), 2: (-x, -y), 3: (-y, x)}[turn or 0]


def _lines_of(glyphs: Glyphs, run: _Run) -> Iterator[Line]:
    """The parts of a run between its wide gaps."""
    size = max(glyphs.size(run.start) * run.scale, _LEAST)
    extent = _extent(glyphs, run, size)
    cuts = _cuts(glyphs, run, extent.jumps, size) if extent.jumps else []
    if not cuts:
        yield _line(glyphs, run, extent, size)
        return
    for start, stop in pairwise([run.start, *cuts, run.end]):
        end = start + len(glyphs.text[start:stop].rstrip())
        part = run._replace(start=start, end=end, broken=run.broken and end == run.end)
        size = max(glyphs.size(start) * run.scale, _LEAST)
        yield _line(glyphs, part, _extent(glyphs, part, size), size)


def _extent(glyphs: Glyphs, run: _Run, size: float) -> _Extent:
    """How far a run reaches, and what is odd in its way from piece to piece."""
    boxes = glyphs.boxes(run.start, run.end - run.start)
    if run.turn:
        boxes = [_level_box(run.turn, box) for box in boxes]
    if not boxes:
        x, base = _level(run.turn, *glyphs.origin(run.start))
        return _Extent(0, x, x, base, [], [])
    left, highest, reach, _ = boxes[0]
    right = before = left
    jumps, tight = [], []
    for start, foot, end, _ in boxes:
        gap = start - reach
        if gap > _WIDE * size or start < before - size:
            jumps.append(start)
            reach = end
        elif _TOUCHING * size < gap < _TIGHT * size:
            tight.append(start)
        left, right, highest = min(left, start), max(right, end), max(highest, foot)
        before, reach = start, max(reach, end)
    return _Extent(len(boxes), left, right, highest, jumps, tight)


def _level_box(turn: int, box: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    (x, y), (u, v) = _level(turn, *box[:2]), _level(turn, *box[2:])
    return min(x, u), min(y, v), max(x, u), max(y, v)


def _cuts(glyphs: Glyphs, run: _Run, jumps: list[float], size: float) -> list[int]:
    """The words at which a run jumps: over a wide gap, or back to the left."""
    cuts: list[int] = []
    for word in _WORD.finditer(glyphs.text, run.start, run.end):
        if word.start() > run.start and len(cuts) < len(jumps):
            x = _level(run.turn, *glyphs.origin(word.start()))[0]
            if abs(x - jumps[len(cuts)]) < 0.35 * size:
                cuts.append(word.start())
    return cuts


def _line(glyphs: Glyphs, run: _Run, extent: _Extent, size: float) -> Line:
    """The line of a run; `size` is that of its first character."""
    place, bold = run.start, glyphs.bold(run.start)
    text = glyphs.text[run.start : run.end]
    if extent.pieces > 1:
        other = glyphs.size(run.end - 1) * run.scale
        bold = bold and glyphs.bold(run.end - 1)
        bold = bold and _is_bold_inside(glyphs, run)
        if other > size:
            place, size = run.end - 1, other
    base = _level(run.turn, *glyphs.origin(place))[1]
    if extent.pieces > 1 and extent.highest > base + _LIFT * size:
        text = _with_raised(glyphs, run, size, base)
    if extent.tight:
        text = _mended(text, _cracks(glyphs, run, extent.tight, size))
    broken = run.broken or text.endswith("\u00ad")
    return Line(_clean(text) + (BREAK if broken else ""), extent.left, extent.right, base, size, bold)


def _is_bold_inside(glyphs: Glyphs, run: _Run) -> bool:
    """A line may begin and end with bold words, and yet be none."""
    middle = _WORD.search(glyphs.text, (run.start + run.end) // 2, run.end)
    return middle is None or glyphs.bold(middle.start())


def _cracks(glyphs: Glyphs, run: _Run, tight: list[float], size: float) -> set[int]:
    """The words, counted from 0, before which a blank was made up although the gap is too small for one."""
    places = sorted(tight)
    cracks = set()
    for at, word in enumerate(_WORD.finditer(glyphs.text, run.start, run.end)):
        if at and glyphs.is_made_up(word.start() - 1):
            x = _level(run.turn, *glyphs.origin(word.start()))[0]
            near = bisect_left(places, x - 0.1 * size)
            if near < len(places) and places[near] < x + 0.1 * size:
                cracks.add(at)
    return cracks


def _mended(text: str, cracks: set[int]) -> str:
    if not cracks:
        return text
    words = text.split()
    return "".join(word if at == 0 or at in cracks else f" {word}" for at, word in enumerate(words))


def _with_raised(glyphs: Glyphs, run: _Run, size: float, base: float) -> str:
    """The text of a run, its small raised numbers marked."""
    text = glyphs.text
    parts: list[str] = []
    at = run.start
    for digits in _DIGITS.finditer(text, run.start, run.end):
        begin = digits.end()
        while begin > digits.start() and _is_raised(glyphs, run, begin - 1, size, base):
            begin -= 1
        if begin < digits.end():
            parts += [_bare(text[at:begin]), RAISED, text[begin : digits.end()], LOWERED]
            at = digits.end()
    return "".join(parts) + _bare(text[at : run.end])


def _is_raised(glyphs: Glyphs, run: _Run, index: int, size: float, base: float) -> bool:
    if glyphs.size(index) * run.scale > _SMALL * size:
        return False
    return _level(run.turn, *glyphs.origin(index))[1] > base + _LIFT * size


def _bare(text: str) -> str:
    return _UNSEEN.sub("", text)


def _clean(text: str) -> str:
    """Ligatures, blanks and hyphens in their plain forms; what is not seen goes."""
    if text.isascii() and text.isprintable() and "  " not in text:
        return text
    if RAISED not in text:
        text = _bare(text)
    if _SURROGATE.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    return _BLANKS.sub(" ", text.translate(_LIGATURES)).strip(" ")

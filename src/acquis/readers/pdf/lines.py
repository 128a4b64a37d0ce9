"""The characters of a page to its lines: text, place, size and face of each; rotated text is left out.

A line that is cut by a wide gap comes as several: `columns` joins again what belongs together.
Raised numbers, which point to footnotes, stand between RAISED and LOWERED; a line that ends at a hyphen which
PDFium takes for a break inside a word ends in BREAK.
"""

from __future__ import annotations

import re
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


_Span = tuple[float, float, float]


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
    spans = _spans(glyphs, run)
    cuts = _cuts(glyphs, run, spans) if len(spans) > 1 else []
    if not cuts:
        yield _line(glyphs, run, spans)
        return
    bounds = [run.start, *cuts, run.end]
    for start, stop in pairwise(bounds):
        end = start + len(glyphs.text[start:stop].rstrip())
        part = run._replace(start=start, end=end, broken=run.broken and end == run.end)
        yield _line(glyphs, part, _spans(glyphs, part))


def _spans(glyphs: Glyphs, run: _Run) -> list[_Span]:
    """Left, right and foot of each piece that was drawn in one go."""
    boxes = glyphs.boxes(run.start, run.end - run.start)
    if run.turn == 0:
        return [(left, right, bottom) for left, bottom, right, _ in boxes]
    corners = [(*_level(run.turn, a, b), *_level(run.turn, c, d)) for a, b, c, d in boxes]
    return [(min(x, u), max(x, u), min(y, v)) for x, y, u, v in corners]


def _cuts(glyphs: Glyphs, run: _Run, spans: list[_Span]) -> list[int]:
    """Where a run jumps: over a wide gap, or back to the left."""
    size = glyphs.size(run.start) * run.scale
    jumps = []
    reach = spans[0][1]
    for before, after in pairwise(spans):
        if after[0] - reach > _WIDE * size or after[0] < before[0] - size:
            jumps.append(after[0])
            reach = after[1]
        elif after[1] > reach:
            reach = after[1]
    if not jumps:
        return []
    cuts: list[int] = []
    for word in list(_WORD.finditer(glyphs.text, run.start, run.end))[1:]:
        if len(cuts) < len(jumps):
            x = _level(run.turn, *glyphs.origin(word.start()))[0]
            if abs(x - jumps[len(cuts)]) < 0.35 * size:
                cuts.append(word.start())
    return cuts


def _line(glyphs: Glyphs, run: _Run, spans: list[_Span]) -> Line:
    several = len(spans) > 1
    first = last = glyphs.size(run.start) * run.scale
    if several:
        last = glyphs.size(run.end - 1) * run.scale
    size = max(first, last, _LEAST)
    x, base = _level(run.turn, *glyphs.origin(run.start if first >= last else run.end - 1))
    left = min(spans)[0] if spans else x
    right = max(span[1] for span in spans) if spans else x
    text = glyphs.text[run.start : run.end]
    if several:
        if any(span[2] > base + _LIFT * size for span in spans):
            text = _with_raised(glyphs, run, size, base)
        if cracks := _cracks(glyphs, run, spans, size):
            text = _mended(text, cracks)
    bold = glyphs.bold(run.start) and (not several or glyphs.bold(run.end - 1))
    if bold and len(spans) > 2:
        middle = _WORD.search(glyphs.text, (run.start + run.end) // 2, run.end)
        bold = middle is None or glyphs.bold(middle.start())
        size = size if bold or middle is None else max(size, glyphs.size(middle.start()) * run.scale)
    broken = run.broken or text.endswith("\u00ad")
    return Line(_clean(text) + (BREAK if broken else ""), left, right, base, size, bold)


def _cracks(glyphs: Glyphs, run: _Run, spans: list[_Span], size: float) -> list[int]:
    """The words, counted from 1, before which a blank was made up although the gap is too small for one."""
    tight = [
        after[0] for before, after in pairwise(spans) if _TOUCHING < (after[0] - before[1]) / size < _TIGHT
    ]
    if not tight:
        return []
    cracks = []
    for at, word in enumerate(_WORD.finditer(glyphs.text, run.start, run.end)):
        if at and glyphs.is_made_up(word.start() - 1):
            x = _level(run.turn, *glyphs.origin(word.start()))[0]
            if min(abs(x - left) for left in tight) < 0.1 * size:
                cracks.append(at)
    return cracks


def _mended(text: str, cracks: list[int]) -> str:
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

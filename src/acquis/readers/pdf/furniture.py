"""Running headers and footers, page numbers and job numbers: found by their place and taken off the page.

Only what stands outermost at the top or foot of a page can be furniture: the search ends at the first row of
another kind.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from acquis.grammar.symbols import find_document_symbol
from acquis.readers.pdf.lines import Line, PageLines

_OUTERMOST = 4  # rows at the top and at the foot that are looked at
_MARGIN = 0.15  # of the height of the page
_APART = 1.8  # of the size of running text, from base line to base line
_NUMBERS = re.compile(r"\d+")
_ROMAN = r"[ivxl]{1,6}"
_AT_AN_END = re.compile(r"\A\d{1,4}(?=\s)|(?<=\s)\d{1,4}\Z")
_JOB = r"\d\d-\d{5}\*?(?: ?\([A-Z]\))?(?: +\d{6})*"
_PAGE_NUMBER = re.compile(
    rf"(?i:page|p\.)? ?\d{{1,4}}(?: ?(?:/|of|\|) ?\d{{1,4}})?|[-–—|\[(] ?\d{{1,4}} ?[-–—|\])]|{_ROMAN}|[-–—] ?{_ROMAN} ?[-–—]"
)
_PROCESSING = re.compile(
    rf"(?:\d{{1,4}}/\d{{1,4}} )?{_JOB}(?: \d{{1,4}}/\d{{1,4}}| \d{{1,4}})?|\d{{1,4}} {_JOB}|\*\d{{7,9}}\*"
    r"|please recycle.{0,3}|\d{6,7} \d{6,7}|GE\.\d\d-\d{5}(?: ?\([A-Z]\))?(?: +\d{6})*",
    re.I,
)


class Furniture:
    """What was seen at the top and foot of the pages so far."""

    def __init__(self) -> None:
        self._seen: Counter[tuple[str, int]] = Counter()
        # How far printed page numbers run ahead of or behind the count of pages.
        self._offsets: Counter[int] = Counter()
        self._pages = 0

    def look_at(self, pages: Iterable[tuple[int, list[Line]]], body: float) -> None:
        """Remember the outermost lines of some pages, counted from 1; `body` is the size of running text."""
        for number, lines in pages:
            self._pages += 1
            rows = _rows(lines)
            edges = [*rows[:_OUTERMOST], *rows[max(_OUTERMOST, len(rows) - _OUTERMOST) :]]
            self._seen.update({_key(line, body) for row in edges for line in row})
            printed = {told for row in (*rows[:1], *rows[1:][-1:]) for told in _printed_numbers(_words(row))}
            self._offsets.update({told - number for told in printed})

    def take_off(self, page: PageLines, body: float, number: int, *, drawn: bool) -> list[Line]:
        """The lines of a page without its furniture; on a page of pictures nothing else may be printed."""
        rows = _rows(page.lines)
        margin = _MARGIN * (page.top - page.foot)
        above = [row for row in rows[:_OUTERMOST] if row[0].base > page.top - margin]
        below = [row for row in rows[: -_OUTERMOST - 1 : -1] if row[0].base < page.foot + margin]
        gone: set[int] = set()
        for edge, inward in ((above, rows), (below, rows[::-1])):
            for at, row in enumerate(edge):
                if not self._may_go(row, body, number):
                    break
                alone = at + 1 == len(inward)
                apart = drawn or _is_small(row, body) if alone else _is_apart(row, inward[at + 1], body)
                if apart or _is_certain(row):
                    gone |= {id(line) for held in edge[: at + 1] for line in held}
        return [line for line in page.lines if id(line) not in gone]

    def _may_go(self, row: list[Line], body: float, number: int) -> bool:
        """Does a row look like furniture? What only repeats must also be set apart from the text."""
        headed = any(_is_headed(line, body) for line in row)
        offsets = set() if headed else {told - number for told in _printed_numbers(_words(row))}
        numbered = any(
            self._offsets[offset] >= 3 or (not offset and _is_small(row, body)) for offset in offsets
        )
        return numbered or _is_certain(row) or all(self._repeats(line, body) for line in row)

    def _repeats(self, line: Line, body: float) -> bool:
        if _is_numbering(line.text) or _is_symbol(line.text):
            return True
        key, place = _key(line, body)
        count = sum(self._seen[key, near] for near in (place - 1, place, place + 1))
        return count >= 3 or (count == 2 and self._pages <= 4)


def _is_apart(row: list[Line], inner: list[Line], body: float) -> bool:
    """Is a row parted from the next one further in by room or by its size?"""
    return abs(row[0].base - inner[0].base) > _APART * body or _is_small(row, body)


def _printed_numbers(text: str) -> set[int]:
    """The numbers that may be those of a page: at either end of a short line."""
    return {int(found) for found in _AT_AN_END.findall(text)} if len(text) < 90 else set()


def _is_small(row: list[Line], body: float) -> bool:
    return all(line.size < 0.93 * body for line in row)


def _key(line: Line, body: float) -> tuple[str, int]:
    """Its words without numbers, which change from page to page, and its place; in a heading the number counts."""
    text = line.text if _is_headed(line, body) else _NUMBERS.sub("#", line.text)
    return text, round(line.base / 6)


def _is_headed(line: Line, body: float) -> bool:
    """Is a line set as a heading is?"""
    return line.bold or line.size > 1.12 * body


def _words(row: list[Line]) -> str:
    return " ".join(line.text for line in sorted(row, key=lambda line: line.left))


def _is_numbering(text: str) -> bool:
    """A page number, or what a print shop put there."""
    return bool(_PAGE_NUMBER.fullmatch(text) or _PROCESSING.fullmatch(text))


def _is_certain(row: list[Line]) -> bool:
    """Numbers and symbols need not repeat."""
    return _is_numbering(_words(row)) or all(
        _is_numbering(line.text) or _is_symbol(line.text) for line in row
    )


def _is_symbol(text: str) -> bool:
    return "/" in text and len(text) < 40 and find_document_symbol(text) is not None


def _rows(lines: list[Line]) -> list[list[Line]]:
    """Lines on one base line together, from top to bottom."""
    rows: list[list[Line]] = []
    for line in sorted(lines, key=lambda line: -line.base):
        if rows and abs(rows[-1][0].base - line.base) < 3:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows

"""Automatic numbers of a DOCX file, as Word prints them: ECMA-376 part 1, 17.9.

`numbering.xml` holds abstract lists (levels with a format, a text such as "%1.%2" and a start) and instances of
them; paragraphs name an instance and a level, themselves or by their style.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from acquis.grammar.numbering import Mark
from acquis.readers.docx.styles import Style, Styles, child, is_on, local_name, number, value
from acquis.readers.list_marks import BULLET, NumberStyle, number_mark, number_words

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_FORMATS: dict[str, NumberStyle] = {
    "lowerLetter": "letter",
    "upperLetter": "upper-letter",
    "lowerRoman": "roman",
    "upperRoman": "upper-roman",
    "bullet": "bullet",
    "none": "none",
}
_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9
_LONGEST_TEXT = 60


@dataclass(frozen=True, slots=True)
class _Level:
    """One level of a list: its format, the text with places for numbers, where it starts and when again."""

    style: NumberStyle = "decimal"
    text: str = ""
    start: int = 1
    restart: int | None = None
    legal: bool = False
    style_id: str | None = None


@dataclass(frozen=True, slots=True)
class _List:
    """An instance of a list: the abstract list whose counters it shares, its levels, and where it starts anew."""

    abstract: str
    levels: tuple[_Level, ...]
    starts: dict[int, int]


class ListNumbers:
    """Counts the paragraphs of all lists, in the order of the text."""

    def __init__(self, root: BaseOxmlElement | None, styles: Styles) -> None:
        elements = list(root) if root is not None else []
        self._abstracts = {
            value(one, "abstractNumId"): one for one in elements if local_name(one) == "abstractNum"
        }
        self._nums = {value(one, "numId"): one for one in elements if local_name(one) == "num"}
        self._styles = styles
        self._lists: dict[str, _List | None] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._restarted: set[tuple[str, int]] = set()

    def find(self, properties: BaseOxmlElement | None, style: Style) -> tuple[str, int] | None:
        """The list and the level that a paragraph belongs to, by itself or by its style; None where to none."""
        own = child(properties, "numPr")
        num_id = value(child(own, "numId")) or style.num_id
        found = self._list(num_id) if num_id and num_id != "0" else None
        if num_id is None or found is None:
            return None
        level = number(child(own, "ilvl"))
        if level is None:
            linked = (at for at, one in enumerate(found.levels) if one.style_id and one.style_id in style.ids)
            level = next(linked, style.list_level or 0)
        return num_id, min(max(level, 0), _LEVELS - 1)

    def next_mark(self, num_id: str, level: int) -> Mark | None:
        """Count one more paragraph of a list; its mark, None for a list without numbers."""
        found = self._list(num_id)
        if found is None:
            return None
        counters = self._count(num_id, found, level)
        one = found.levels[level]
        if one.style == "bullet":
            return BULLET
        printed = self._printed(found, counters, level)
        return _mark(one, counters[level] or 0, printed) if any(map(str.isalnum, printed)) else None

    def _count(self, num_id: str, found: _List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(found.abstract, [None] * _LEVELS)
        before = counters[level]
        anew = level in found.starts and (num_id, level) not in self._restarted
        self._restarted.add((num_id, level))
        start = found.starts.get(level, found.levels[level].start)
        counters[level] = start if before is None or anew else before + 1
        for deeper in range(level + 1, _LEVELS):
            restart = found.levels[deeper].restart
            if restart is None or (restart > 0 and level < restart):
                counters[deeper] = None
        return counters

    def _printed(self, found: _List, counters: list[int | None], level: int) -> str:
        legal = found.levels[level].legal

        def words(place: re.Match[str]) -> str:
            at = int(place.group(1)) - 1
            count = counters[at]
            one = found.levels[at]
            return number_words("decimal" if legal else one.style, one.start if count is None else count)

        return " ".join(_PLACE.sub(words, found.levels[level].text[:_LONGEST_TEXT]).split())

    def _list(self, num_id: str | None) -> _List | None:
        if num_id is None:
            return None
        if num_id not in self._lists:
            self._lists[num_id] = self._read_list(num_id)
        return self._lists[num_id]

    def _read_list(self, num_id: str) -> _List | None:
        num = self._nums.get(num_id)
        abstract = value(child(num, "abstractNumId"))
        element = self._abstracts.get(abstract)
        if num is None or element is None or abstract is None:
            return None
        linked = value(child(element, "numStyleLink"))
        if linked and (other := self._styles.find(linked).num_id):
            abstract = value(child(self._nums.get(other), "abstractNumId")) or abstract
            element = self._abstracts.get(abstract, element)
        levels, starts = _levels(element, (_Level(),) * _LEVELS), {}
        for override in num:
            at = number(override, "ilvl")
            if local_name(override) == "lvlOverride" and at is not None and 0 <= at < _LEVELS:
                levels = _levels(override, levels)
                if (start := number(child(override, "startOverride"))) is not None:
                    starts[at] = start
        return _List(abstract, levels, starts)


def _levels(element: BaseOxmlElement, levels: tuple[_Level, ...]) -> tuple[_Level, ...]:
    found = list(levels)
    for one in element:
        at = number(one, "ilvl")
        if local_name(one) == "lvl" and at is not None and 0 <= at < _LEVELS:
            found[at] = _level(one)
    return tuple(found)


def _level(element: BaseOxmlElement) -> _Level:
    level = _Level(
        style=_FORMATS.get(value(child(element, "numFmt")) or "", "decimal"),
        text=value(child(element, "lvlText")) or "",
        restart=number(child(element, "lvlRestart")),
        legal=is_on(child(element, "isLgl")),
        style_id=value(child(element, "pStyle")),
    )
    start = number(child(element, "start"))
    return level if start is None else replace(level, start=start)


def _mark(level: _Level, count: int, printed: str) -> Mark:
    """The mark as a reader would cite it: "3", "a", and where numbers of several levels are printed, all of them."""
    if len(_PLACE.findall(level.text)) == 1 and not re.search(r"[A-Za-z]", level.text):
        return number_mark("decimal" if level.legal else level.style, count, printed)
    words = printed.rstrip(".")
    return Mark(
        "compound", count, words[1:-1] if words[:1] == "(" and words[-1:] == ")" else words, 0, printed
    )

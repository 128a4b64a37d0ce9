"""Paragraph styles of a DOCX file: what each is called, and what it inherits of outline level and numbering."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_HEADING = re.compile(r"heading (\d)$", re.I)
_LONGEST_CHAIN = 30
_BODY_LEVEL = 9


def local_name(element: BaseOxmlElement) -> str:
    """The name of an element without its namespace; empty for comments and entities."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def child(element: BaseOxmlElement | None, *names: str) -> BaseOxmlElement | None:
    """The first child of that name, then its first child of the next name, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((inner for inner in element if local_name(inner) == name), None)
    return element


def value(element: BaseOxmlElement | None, name: str = "val") -> str | None:
    """An attribute of an element, in any namespace."""
    if element is None:
        return None
    return next((words for key, words in element.attrib.items() if key.rpartition("}")[2] == name), None)


def number(element: BaseOxmlElement | None, name: str = "val") -> int | None:
    """An attribute as a whole number, None where it is none."""
    words = value(element, name) or ""
    return int(words) if re.fullmatch(r"-?[0-9]{1,9}", words) else None


def is_on(element: BaseOxmlElement | None) -> bool:
    """Is a switch such as `<w:b/>` there and not turned off?"""
    return element is not None and value(element) not in {"0", "false", "off", "none"}


@dataclass(frozen=True, slots=True)
class Style:
    """What a paragraph style says, with what it inherits. `level` is its outline level, 0 for none."""

    name: str
    level: int
    num_id: str | None
    list_level: int | None
    ids: tuple[str, ...]


class Styles:
    """The styles of a file by id."""

    def __init__(self, root: BaseOxmlElement | None) -> None:
        styles = [element for element in (root if root is not None else ()) if local_name(element) == "style"]
        self._elements = {value(element, "styleId") or "": element for element in styles}
        self._default = next(
            (value(one, "styleId") for one in styles if value(one, "type") == "paragraph" and value(one, "default") in {"1", "true"}),
            None,
        )  # fmt: skip
        self._known: dict[str | None, Style] = {}

    def find(self, style_id: str | None) -> Style:
        """The style of that id; the default style without one."""
        if style_id not in self._known:
            self._known[style_id] = self._resolve(style_id or self._default)
        return self._known[style_id]

    def _resolve(self, style_id: str | None) -> Style:
        chain = list(self._chain(style_id))
        properties = [child(element, "pPr") for _, element in chain]
        names = [(value(child(element, "name")) or "").lower() for _, element in chain]
        numbered = [child(one, "numPr") for one in properties if child(one, "numPr") is not None]
        return Style(
            name=names[0] if names else "",
            level=_level(names, [number(child(one, "outlineLvl")) for one in properties]),
            num_id=next((found for one in numbered if (found := value(child(one, "numId")))), None),
            list_level=next((at for one in numbered if (at := number(child(one, "ilvl"))) is not None), None),
            ids=tuple(one for one, _ in chain),
        )

    def _chain(self, style_id: str | None) -> Iterator[tuple[str, BaseOxmlElement]]:
        for _ in range(_LONGEST_CHAIN):
            if style_id is None or style_id not in self._elements:
                return
            element = self._elements[style_id]
            yield style_id, element
            style_id = value(child(element, "basedOn"))


def _level(names: list[str], outlines: list[int | None]) -> int:
    """The level of a heading: that of the nearest style that tells one, by outline or by name."""
    for name, outline in zip(names, outlines, strict=True):
        if outline is not None:
            return outline + 1 if 0 <= outline < _BODY_LEVEL else 0
        if name in {"title", "subtitle"}:
            return 1 if name == "title" else 2
        if found := _HEADING.match(name):
            return int(found.group(1))
    return 0

"""Lists of a page: the number or bullet that a browser prints before each item."""

from __future__ import annotations

import re
from dataclasses import dataclass

from acquis.grammar.numbering import Mark, read_mark
from acquis.readers.html.tree import Node
from acquis.readers.list_marks import BULLET, NumberStyle, number_mark, number_words

_INTEGER = re.compile(r"\s*(-?\d{1,6})")
_STYLES: dict[str, NumberStyle] = {
    "1": "decimal",
    "a": "letter",
    "A": "upper-letter",
    "i": "roman",
    "I": "upper-roman",
    "lower-alpha": "letter",
    "lower-latin": "letter",
    "upper-alpha": "upper-letter",
    "upper-latin": "upper-letter",
    "lower-roman": "roman",
    "upper-roman": "upper-roman",
    "disc": "bullet",
    "circle": "bullet",
    "square": "bullet",
    "none": "none",
}
_CSS = re.compile(r"list-style(?:-type)?\s*:[^;]*?\b(lower-\w+|upper-\w+|none|disc|circle|square)", re.I)


@dataclass(slots=True)
class ListState:
    """A list that is open: how it numbers, and the number that comes next."""

    style: NumberStyle
    next: int
    step: int = 1

    def mark(self, item: Node) -> Mark:
        """The mark of the next item."""
        if self.style in {"bullet", "none"}:
            return BULLET
        value = _integer(item.attribute("value"), self.next)
        self.next = value + self.step
        return number_mark(self.style, value, f"{number_words(self.style, value)}.")


def open_list(nodes: list[Node], at: int) -> ListState:
    """The state of a list before its first item."""
    node = nodes[at]
    if node.name != "ol":
        return ListState("bullet", 1)
    css = _CSS.search(node.attribute("style")) if "style" in node.attributes else None
    kind = css.group(1).lower() if css else node.attribute("type").strip()
    style = _STYLES.get(kind, "decimal")
    if "reversed" not in node.attributes:
        return ListState(style, _integer(node.attribute("start"), 1))
    return ListState(style, _integer(node.attribute("start"), _count_items(nodes, at)), -1)


def _count_items(nodes: list[Node], at: int) -> int:
    inside, end, count = at + 1, nodes[at].end, 0
    while inside < end:
        count += nodes[inside].name == "li"
        inside = nodes[inside].end
    return count


def choose_mark(made: Mark, text: str) -> tuple[Mark, str]:
    """The mark of an item and its text: what is typed in the text goes before what the list would print."""
    typed = read_mark(text)
    if typed and typed.kind != "bullet" and text[typed.end :].strip():
        return typed, text[typed.end :].strip()
    return made, text


def _integer(words: str, default: int) -> int:
    found = _INTEGER.match(words)
    return int(found.group(1)) if found else default

"""A page to its elements and texts in document order: flat, so that nothing after it recurses.

The one home of selectolax.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from acquis.readers.decode import clean

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

# What these hold is no text of the page, whatever it is.
_CLOSED = frozenset(
    "script style template svg iframe object canvas audio video noframes select textarea".split()
)


_NO_ATTRIBUTES: Mapping[str, str | None] = {}


@dataclass(slots=True)
class Node:
    """An element, or a text (its name is empty). `end` is the index after the last node inside it.

    `parent` is an index too, -1 for the root.
    """

    name: str
    text: str
    attributes: Mapping[str, str | None]
    parent: int
    end: int

    def attribute(self, name: str) -> str:
        """The words of an attribute, empty where there is none."""
        return self.attributes.get(name) or ""


def inner_words(nodes: list[Node], at: int) -> str:
    """All text inside an element, with single blanks."""
    return " ".join("".join(node.text for node in nodes[at : nodes[at].end]).split())


def read_tree(page: str) -> list[Node]:
    """The elements and texts of a page in order, without what never is text; JSON-LD scripts are kept."""
    from selectolax.lexbor import LexborHTMLParser  # late: only pages need it

    parser = LexborHTMLParser(page)
    nodes: list[Node] = []
    above: list[int] = []
    node = parser.root
    while node is not None:
        kept = _node(node, above[-1] if above else -1)
        if kept:
            nodes.append(kept)
        inner = node.child if kept and kept.name and _is_open(kept) else None
        if inner is not None:
            above.append(len(nodes) - 1)
            node = inner
            continue
        if kept:
            kept.end = len(nodes)
        while node is not None and node.next is None and above:
            nodes[above.pop()].end = len(nodes)
            node = node.parent
        node = node.next if node is not None and above else None
    return nodes


def _is_open(node: Node) -> bool:
    return node.name not in _CLOSED or "ld+json" in node.attribute("type")


def _node(node: LexborNode, parent: int) -> Node | None:
    if node.is_element_node:
        return Node(node.tag or "", "", node.attributes or _NO_ATTRIBUTES, parent, 0)
    return Node("", clean(node.text_content or ""), _NO_ATTRIBUTES, parent, 0) if node.is_text_node else None

"""What is searched for, as a tree: words, prefixes and phrases under AND, OR and NOT.

Words are plain (no case, no accents); plurals are still on, see `stem`. `str()` of a node is a query that
`grammar.query_parser.parse_query` reads into the same tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from acquis.grammar.words import stem


@dataclass(frozen=True, slots=True)
class Word:
    """One word, in the singular or plural."""

    text: str

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Prefix:
    """All words that begin so."""

    text: str

    @property
    def whole(self) -> str | None:
        """The word itself where its stored form is shorter than the prefix: "states*" means "state" too."""
        return stem(self.text) if stem(self.text) != self.text else None

    def __str__(self) -> str:
        return f"{self.text}*"


@dataclass(frozen=True, slots=True)
class Phrase:
    """Two or more words, one directly after the other."""

    words: tuple[str, ...]

    def __str__(self) -> str:
        return f'"{" ".join(self.words)}"'


@dataclass(frozen=True, slots=True)
class And:
    """All of two or more; none of them is an And itself."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " ".join(f"({part})" if isinstance(part, Or) else str(part) for part in self.parts)


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of two or more; none of them is an Or itself."""

    parts: tuple[Node, ...]

    def __str__(self) -> str:
        return " OR ".join(map(str, self.parts))


@dataclass(frozen=True, slots=True)
class Not:
    """What must not be there; stands only inside an And that also has something that must."""

    part: Node

    def __str__(self) -> str:
        return f"-({self.part})" if isinstance(self.part, And | Or) else f"-{self.part}"


Node: TypeAlias = Word | Prefix | Phrase | And | Or | Not


def join(kind: type[And | Or], nodes: list[Node]) -> Node:
    """The nodes under one And or Or, without a level that says nothing."""
    parts: list[Node] = []
    for node in nodes:
        parts += node.parts if isinstance(node, kind) else (node,)
    return parts[0] if len(parts) == 1 else kind(tuple(parts))


def alternatives(query: Node) -> tuple[Node, ...]:
    """What counts as breadth: the alternatives of an OR at the top, or of the ORs that an AND at the top joins."""
    tops = query.parts if isinstance(query, And) else (query,)
    return tuple(part for top in tops if isinstance(top, Or) for part in top.parts)


def wanted(query: Node) -> Iterator[Word | Prefix | Phrase]:
    """The words, prefixes and phrases that a hit may show, without what must not be there."""
    if isinstance(query, And | Or):
        for part in query.parts:
            yield from wanted(part)
    elif not isinstance(query, Not):
        yield query

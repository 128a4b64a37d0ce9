"""A paper: what is put on pages for people (brief, comparison, ledger), before it becomes a file of any format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from acquis.model.marking import Marking

# `added` and `removed` words are what two texts do not share; `quote` is the words of a source.
Style = Literal["plain", "strong", "quote", "added", "removed", "faint"]


@dataclass(frozen=True, slots=True)
class Run:
    """Some words in one style; `notes` are the numbers of the notes they rest on, printed after them."""

    text: str
    style: Style = "plain"
    notes: tuple[int, ...] = ()


Line = tuple[Run, ...]


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading under the title: level 1 parts the paper, level 2 its parts."""

    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Text:
    """One paragraph; with `bullet` an item of a list."""

    line: Line
    bullet: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """A table: the heads of its columns, rows of as many cells, and the share of the width that each column has."""

    head: tuple[str, ...]
    rows: tuple[tuple[Line, ...], ...]
    widths: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        """A table has columns, all its rows have as many cells, and each column a width or none has."""
        columns = len(self.head)
        if not columns or any(len(row) != columns for row in self.rows):
            raise ValueError(f"a table needs columns, and rows of as many cells: {self.head}")
        if self.widths and (len(self.widths) != columns or min(self.widths) <= 0):
            raise ValueError(f"a table needs a width for each column: {self.head}")


Block = Heading | Text | Grid


@dataclass(frozen=True, slots=True)
class Note:
    """A source: what a number stands for, its web address where it has one, and its place: document, paragraph."""

    number: int
    text: str
    address: str | None = None
    document: str | None = None
    paragraph: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole paper. `marking` is the highest of all that is in it and stands on each page; notes end it.

    `made` says when and by what it was made, and what it rests on.
    """

    title: str
    subtitle: str
    marking: Marking
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...] = ()
    made: str = ""

    def __post_init__(self) -> None:
        """A number stands for one note, and no words rest on a note that the paper does not have."""
        numbers = [note.number for note in self.notes]
        unknown = set(self.references()).difference(numbers)
        if unknown or len(set(numbers)) != len(numbers):
            raise ValueError(
                f"a paper's notes are numbered once each, and none is missing: {sorted(unknown)}"
            )

    def runs(self) -> Iterator[Run]:
        """All words in the order in which they are read, without headings and heads of tables."""
        for block in self.blocks:
            if isinstance(block, Text):
                yield from block.line
            elif isinstance(block, Grid):
                yield from (run for row in block.rows for cell in row for run in cell)

    def references(self) -> Iterator[int]:
        """The numbers of notes in the order in which words refer to them, as often as they do."""
        return (number for run in self.runs() for number in run.notes)

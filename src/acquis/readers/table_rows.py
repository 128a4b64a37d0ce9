"""Rows of tables: of data as one line with its cells, of layout as the blocks that stand in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import NamedTuple

from acquis.grammar.numbering import read_mark
from acquis.readers.blocks import Block, mend

_LONGEST_CELL = 600
_LONGEST_MARK = 10


class Piece(NamedTuple):
    """A block, and whether it is a row of a table."""

    block: Block
    is_row: bool = False


@dataclass(slots=True)
class Row:
    """A row that is open: the number of the first piece in it, and after each cell the number of the next."""

    start: int
    cells: list[int] = field(default_factory=list)


def close_row(pieces: list[Piece], row: Row) -> list[Piece]:
    """The pieces of a row: one line where each cell is a few words; as they are where the table is layout.

    A cell with nothing but a number, as in tables of numbered paragraphs, is the mark of what stands beside it.
    """
    bounds = [0, *(cell - row.start for cell in row.cells)]
    filled = [pieces[start:end] for start, end in pairwise(bounds) if end > start]
    if len(filled) < 2 or sum(map(len, filled)) < len(pieces):
        return pieces
    if marked := _with_mark(filled):
        return marked
    if any(len(cell) > 1 or not _is_simple(cell[0]) for cell in filled):
        return pieces
    first = filled[0][0]
    return [
        first._replace(
            block=Block("item", " | ".join(cell[0].block.text for cell in filled), None, 1), is_row=True
        )
    ]


def _is_simple(piece: Piece) -> bool:
    block = piece.block
    return block.kind == "paragraph" and not piece.is_row and len(block.text) <= _LONGEST_CELL


def _with_mark(filled: list[list[Piece]]) -> list[Piece] | None:
    if len(filled) != 2 or len(filled[0]) > 1 or filled[1][0].is_row:
        return None
    words, beside = filled[0][0].block.text, filled[1][0].block
    mark = read_mark(f"{words} x") if len(words) <= _LONGEST_MARK else None
    if mark is None or mark.end < len(words) or beside.mark or beside.kind != "paragraph":
        return None
    return [filled[1][0]._replace(block=Block("item", beside.text, mark, 1)), *filled[1][1:]]


def join_pieces(pieces: list[Piece]) -> list[Block]:
    """The blocks of the pieces; sentences that a break parted are joined, rows never to what follows."""
    blocks: list[Block] = []
    for is_row, run in groupby(pieces, lambda piece: piece.is_row):
        found = [piece.block for piece in run]
        blocks += found if is_row else mend(found, typeset=False)
    return blocks

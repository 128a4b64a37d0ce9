"""A comparison in, rows for programs out: what is compared first, then a row for everything found."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.exporters.rows import Row as OutRow
from acquis.model.comparison import (
    AlignedParagraph,
    Compared,
    Comparison,
    Difference,
    Notice,
    Piece,
    Row,
    Said,
)


def comparison_rows(comparison: Comparison) -> Iterator[OutRow]:
    """One row with mode, reasons, both texts and the marking; then rows of `kind` said, notice and paragraph."""
    yield {
        "kind": "comparison",
        "mode": comparison.mode,
        "why": comparison.why,
        "marking": comparison.marking.label,
        "a": _compared(comparison.a),
        "b": _compared(comparison.b),
        "remarks": list(comparison.remarks),
    }
    yield from map(_row, comparison.rows)
    yield from map(_notice, comparison.notices)
    yield from map(_paragraph, comparison.paragraphs)


def _compared(side: Compared) -> OutRow:
    return {
        "key": side.key, "title": side.title, "published": side.published, "publisher": side.publisher,
        "by": side.by, "language": side.language, "marking": side.marking.label, "url": side.url,
        "symbol": side.symbol,
    }  # fmt: skip


def _row(row: Row) -> OutRow:
    return {
        "kind": "said",
        "topic": row.topic,
        "standing": row.standing,
        "a": _said(row.a),
        "b": _said(row.b),
        "differences": [_difference(one) for one in row.differences],
        "pieces": [_piece(piece) for piece in row.pieces],
    }


def _said(said: Said | None) -> OutRow | None:
    if said is None:
        return None
    return {
        "value": said.value, "words": said.words, "paragraph": said.address, "start": said.start, "end": said.end,
    }  # fmt: skip


def _difference(one: Difference) -> OutRow:
    return {"aspect": one.aspect, "a": list(one.a), "b": list(one.b), "turn": one.turn}


def _piece(piece: Piece) -> OutRow:
    return {"standing": piece.standing, "text": piece.text}


def _notice(one: Notice) -> OutRow:
    return {
        "kind": "notice", "what": one.kind, "gone": one.gone, "come": one.come, "a": one.a, "b": one.b,
        "turn": one.turn,
    }  # fmt: skip


def _paragraph(one: AlignedParagraph) -> OutRow:
    return {
        "kind": "paragraph", "change": one.change, "a": one.a, "b": one.b, "renumbered": one.renumbered,
        "likeness": one.likeness, "pieces": [_piece(piece) for piece in one.pieces],
    }  # fmt: skip

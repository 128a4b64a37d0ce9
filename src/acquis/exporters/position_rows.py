"""Positions in, rows for programs and spreadsheets out."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.exporters.rows import Row, Table
from acquis.model.positions import Move, Position, Positions
from acquis.model.utterance import Utterance


def positions_rows(found: Positions) -> Iterator[Row]:
    """A row on what was asked, then one of `kind` position for each from the newest on, and one for each move."""
    yield {
        "kind": "positions",
        "asked": found.asked,
        "concepts": list(found.concepts),
        "documents": found.documents,
        "undated_left_out": found.undated,
        "remarks": list(found.remarks),
        "marking": found.marking.label,
    }
    yield from ({"kind": "position", **position_row(one)} for one in found.positions)
    yield from ({"kind": "move", **_move(one)} for one in found.moves)


def position_row(one: Position) -> Row:
    """One position with the words it stands on."""
    return {
        "actor": one.actor,
        "actor_kind": one.kind,
        "stance": one.stance,
        "lean": one.lean,
        "why": one.why or None,
        "manner": one.manner,
        "named": one.about or None,
        **utterance_cells(one.utterance),
    }


def utterance_cells(one: Utterance) -> Row:
    """The words of an utterance, and where and when they stand."""
    return {
        "key": one.key,
        "act": one.act,
        "day": one.day,
        "document": one.document,
        "title": one.title,
        "paragraph": one.address,
        "sentence": " ".join(one.sentence.split()),
        "quote": " ".join(one.quote.split()),
        "confidence": one.confidence,
        "text_status": one.text_status,
        "status": one.status,
        "url": one.url,
        "marking": one.marking.label,
    }


def _move(one: Move) -> Row:
    return {"actor": one.actor, "before": position_row(one.before), "after": position_row(one.after)}


def positions_table(found: Positions, made: str) -> Table:
    """The positions as flat rows."""
    return Table("positions", tuple(map(position_row, found.positions)), found.marking, made)

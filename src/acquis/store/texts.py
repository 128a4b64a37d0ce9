"""The texts of the newest documents out of the store: what each is, its words, and the sentences around a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, bindparam, select

from acquis.model.document import TextStatus
from acquis.model.marking import Viewer
from acquis.store.codec import OWNERS_APART
from acquis.store.tables import documents, passages, works
from acquis.store.visible import visible_works

_AT_ONCE = 200


class TextState(NamedTuple):
    """A text and whose it is. `row` is its document's row id."""

    row: int
    key: str
    earliest: str | None
    latest: str | None
    text_status: TextStatus
    publisher: str | None
    actors: tuple[str, ...]


Stamp = tuple[tuple[int, str, str, int], ...]


class Spot(NamedTuple):
    """A sentence where it stands."""

    start: int
    end: int
    address: str


def texts_stamp(connection: Connection, viewer: Viewer) -> Stamp:
    """What the newest texts are that a viewer may see: another text, reading or marking makes another stamp."""
    columns = (documents.c.id, documents.c.text_sha256, documents.c.read_at, works.c.marking)
    rows = connection.execute(_newest(viewer, *columns).order_by(documents.c.id))
    return tuple(map(tuple, rows.all()))


def text_states(connection: Connection, viewer: Viewer) -> tuple[TextState, ...]:
    """The newest texts a viewer may see, by day, those without one last."""
    columns = (
        documents.c.id, documents.c.key, documents.c.earliest, documents.c.latest, documents.c.text_status,
        documents.c.publisher, documents.c.actors,
    )  # fmt: skip
    rows = connection.execute(_newest(viewer, *columns))
    found = (
        TextState(
            row.id, row.key, row.earliest, row.latest, row.text_status, row.publisher, _codes(row.actors)
        )
        for row in rows
    )
    return tuple(sorted(found, key=lambda one: (one.earliest or "~", one.latest or "~", one.key)))


def _newest(viewer: Viewer, *columns: ColumnElement[Any]) -> Select[Any]:
    return (
        select(*columns)
        .join_from(documents, works, works.c.id == documents.c.work_id)
        .where(visible_works(viewer), documents.c.current.is_(True))
    )


def load_texts(connection: Connection, rows: Sequence[int]) -> Iterator[str]:
    """The texts of these documents, in this order."""
    for at in range(0, len(rows), _AT_ONCE):
        some = rows[at : at + _AT_ONCE]
        query = select(documents.c.id, documents.c.text).where(documents.c.id.in_(some))
        texts = {row.id: row.text for row in connection.execute(query)}
        yield from (texts[row] for row in some)


def load_spots(connection: Connection, places: Sequence[tuple[int, int, int]]) -> list[list[Spot]]:
    """For each place (row of a document, start, end) the sentences that it touches, in order."""
    return [
        [
            Spot(*found)
            for found in connection.execute(_TOUCHED, {"document": row, "first": start, "last": end}).all()
        ]
        for row, start, end in places
    ]


# One place at a time: to write a question about a hundred takes longer than to ask it a hundred times.
_TOUCHED = (
    select(passages.c.start, passages.c.end, passages.c.address)
    .where(
        passages.c.document_id == bindparam("document"),
        passages.c.start < bindparam("last"),
        passages.c.end > bindparam("first"),
    )
    .order_by(passages.c.id)
)


def _codes(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(OWNERS_APART)) if joined else ()

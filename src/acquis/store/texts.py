"""The texts of the newest documents out of the store: what each is, its words, and the sentences around a place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, and_, or_, select

from acquis.model.document import TextStatus
from acquis.model.marking import Viewer
from acquis.store.codec import OWNERS_APART
from acquis.store.tables import documents, passages, works
from acquis.store.visible import visible_works

_AT_ONCE = 200


class TextState(NamedTuple):
    """A text and whose it is; another text, reading or marking makes another one. `row` is its document's row id."""

    row: int
    key: str
    sha256: str
    read_at: str
    marking: int
    earliest: str | None
    latest: str | None
    text_status: TextStatus
    publisher: str | None
    actors: tuple[str, ...]


class Spot(NamedTuple):
    """A sentence where it stands."""

    start: int
    end: int
    address: str


def text_states(connection: Connection, viewer: Viewer) -> tuple[TextState, ...]:
    """The newest texts a viewer may see, by day, those without one last."""
    query = (
        select(
            documents.c.id, documents.c.key, documents.c.text_sha256, documents.c.read_at, works.c.marking,
            documents.c.earliest, documents.c.latest, documents.c.text_status, documents.c.publisher,
            documents.c.actors,
        )
        .join_from(documents, works, works.c.id == documents.c.work_id)
        .where(visible_works(viewer), documents.c.current.is_(True))
    )  # fmt: skip
    found = (TextState(*row[:9], _codes(row[9])) for row in connection.execute(query))
    return tuple(sorted(found, key=lambda one: (one.earliest or "~", one.latest or "~", one.key)))


def load_texts(connection: Connection, rows: Sequence[int]) -> Iterator[str]:
    """The texts of these documents, in this order."""
    for at in range(0, len(rows), _AT_ONCE):
        some = rows[at : at + _AT_ONCE]
        query = select(documents.c.id, documents.c.text).where(documents.c.id.in_(some))
        texts = {row.id: row.text for row in connection.execute(query)}
        yield from (texts[row] for row in some)


def load_spots(connection: Connection, places: Sequence[tuple[int, int, int]]) -> list[list[Spot]]:
    """For each place (row of a document, start, end) the sentences that it touches, in order."""
    found: dict[int, list[Spot]] = {}
    for at in range(0, len(places), _AT_ONCE):
        touched = (
            and_(passages.c.document_id == row, passages.c.start < end, passages.c.end > start)
            for row, start, end in places[at : at + _AT_ONCE]
        )
        columns = (passages.c.document_id, passages.c.start, passages.c.end, passages.c.address)
        query = select(*columns).where(or_(*touched)).order_by(passages.c.id)
        for row in connection.execute(query):
            found.setdefault(row.document_id, []).append(Spot(row.start, row.end, row.address))
    return [
        sorted({spot for spot in found.get(row, []) if spot.start < end and spot.end > start})
        for row, start, end in places
    ]


def _codes(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(OWNERS_APART)) if joined else ()

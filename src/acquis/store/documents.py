"""Rows of documents: written, taken away, and read back into records."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from sqlalchemy import Connection, delete, insert, select

from acquis.model.claim import Claim
from acquis.model.document import Document, Sentence
from acquis.model.record import Record
from acquis.store.bulk import forget_words, insert_many, insert_words
from acquis.store.codec import read_claim, read_document_row, read_meeting, read_receipt, read_statement
from acquis.store.rows import DocumentRows
from acquis.store.tables import ROOM, claims, documents, passages

_ADD_DOCUMENT = insert(documents).returning(documents.c.id)
_PASSAGES = ("id", "document_id", "start", "end", "address", "kind", "weight", "text")


def add_document(
    connection: Connection, rows: DocumentRows, *, version_id: int, work_id: int, current: bool, at: str
) -> int:
    """Write a document with its passages and their words, but no findings; its row id."""
    values = {**rows.columns, "version_id": version_id, "work_id": work_id, "current": current, "read_at": at}
    document_id: int = connection.execute(_ADD_DOCUMENT, values).scalar_one()
    _write_passages(connection, document_id, rows)
    return document_id


def replace_document(connection: Connection, document_id: int, rows: DocumentRows, *, at: str) -> None:
    """Write a document anew in its place, without findings."""
    _remove_parts(connection, document_id)
    connection.execute(
        documents.update().where(documents.c.id == document_id).values(**rows.columns, read_at=at)
    )
    _write_passages(connection, document_id, rows)


def remove_document(connection: Connection, document_id: int) -> None:
    """Take a document away with all that hangs on it."""
    _remove_parts(connection, document_id)
    connection.execute(delete(documents).where(documents.c.id == document_id))


def load_document(connection: Connection, document_id: int) -> Document:
    """The document of a row."""
    row = connection.execute(select(documents).where(documents.c.id == document_id)).one()
    return read_document_row(row)[0]


def load_sentences(connection: Connection, document_id: int) -> list[tuple[int, int]]:
    """The spans of its passages, in order."""
    query = (
        select(passages.c.start, passages.c.end)
        .where(passages.c.document_id == document_id)
        .order_by(passages.c.id)
    )
    return [(start, end) for start, end in connection.execute(query)]


def load_weights(connection: Connection, document_id: int) -> list[int]:
    """The weights of its passages, in order."""
    query = select(passages.c.weight).where(passages.c.document_id == document_id).order_by(passages.c.id)
    return list(connection.execute(query).scalars())


def load_found(connection: Connection, document: Document, document_id: int) -> list[Claim]:
    """What the reader itself found in a document, whatever people made of it."""
    query = (
        select(claims)
        .where(claims.c.document_id == document_id, claims.c.by_person.is_(False))
        .order_by(claims.c.start, claims.c.id)
    )
    rows = {(row.act, row.start, row.end, row.body): row for row in connection.execute(query)}
    return [read_claim(row, document.id) for row in rows.values()]


def load_record(connection: Connection, document_id: int, found: Sequence[Claim]) -> Record:
    """The record of a document with these findings."""
    row = connection.execute(select(documents).where(documents.c.id == document_id)).one()
    document, body = read_document_row(row)
    starts = [paragraph.start for paragraph in document.paragraphs]
    sentences = tuple(
        Sentence(start, end, _index(starts, start)) for start, end in load_sentences(connection, document_id)
    )
    return Record(
        document, read_meeting(body), read_statement(body), tuple(found), read_receipt(body), sentences
    )


def _index(starts: list[int], place: int) -> int:
    return max(0, bisect_right(starts, place) - 1)


def _write_passages(connection: Connection, document_id: int, rows: DocumentRows) -> None:
    first, text = document_id * ROOM, rows.columns["text"] or ""
    insert_many(
        connection, passages, _PASSAGES,
        (
            (first + n, document_id, p.start, p.end, p.address, p.kind, p.weight, text[p.start : p.end])
            for n, p in enumerate(rows.passages)
        ),
    )  # fmt: skip
    insert_words(connection, ((first + n, part.words) for n, part in enumerate(rows.passages)))


def _remove_parts(connection: Connection, document_id: int) -> None:
    forget_words(connection, document_id * ROOM, (document_id + 1) * ROOM - 1)
    for table in (claims, passages):
        connection.execute(delete(table).where(table.c.document_id == document_id))

"""Is the store what it says? Every hash, every stored quote against its text, every index against its rows."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from sqlalchemy import Connection, Row, select

from acquis.model.kept import Damage
from acquis.model.marking import EVERYTHING, Marking
from acquis.store.bulk import are_indexed
from acquis.store.codec import (
    read_claim,
    read_document_row,
    read_meeting,
    read_receipt,
    read_statement,
    unpack,
)  # fmt: skip
from acquis.store.compression import unpack_bytes
from acquis.store.judgement_codec import read_judgement_body
from acquis.store.judgements import sealed
from acquis.store.receipts import read_receipt_row
from acquis.store.rows import hash_text
from acquis.store.tables import ROOM, claims, documents, judgements, passages, receipts, versions
from acquis.store.words import indexed_words


def verify(connection: Connection) -> Iterator[Damage]:
    """Everything that is wrong, as it is found; nothing where the store is whole."""
    if connection.dialect.name == "sqlite":
        yield from _check_file(connection)
    for row in connection.execute(select(versions)):
        yield from _check_version(row)
    for document_id in connection.execute(select(documents.c.id).order_by(documents.c.id)).scalars().all():
        row = connection.execute(select(documents).where(documents.c.id == document_id)).one()
        yield from _check_document(connection, row)
    for row in connection.execute(select(judgements)):
        yield from _check_judgement(row)
    for row in connection.execute(select(receipts)):
        if _unreadable(partial(read_receipt_row, row, EVERYTHING)):
            yield Damage(f"receipt {row.id} of {row.location}", "it cannot be read")


def _check_file(connection: Connection) -> Iterator[Damage]:
    for (words,) in connection.exec_driver_sql("PRAGMA integrity_check(20)").all():
        if words != "ok":
            yield Damage("file", str(words))
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check").all():
        yield Damage(f"table {row[0]}", f"row {row[1]} refers to a row of {row[2]} that is not there")


def _check_version(row: Row[Any]) -> Iterator[Damage]:
    try:
        data = unpack_bytes(row.packed, row.size)
    except ValueError as problem:
        yield Damage(f"version {row.sha256[:16]}", f"its bytes cannot be unpacked ({problem})")
        return
    if hashlib.sha256(data).hexdigest() != row.sha256:
        yield Damage(f"version {row.sha256[:16]}", "its bytes do not have its SHA-256")


def _check_document(connection: Connection, row: Row[Any]) -> Iterator[Damage]:
    where = f"document {row.key}"
    if hash_text(row.text) != row.text_sha256:
        yield Damage(where, "its text does not have its SHA-256")
    if _unreadable(lambda: _read_whole(row)):
        yield Damage(
            where, "its paragraphs or its meeting cannot be read; `acquis reread --all` writes it anew"
        )
    for found in connection.execute(select(claims).where(claims.c.document_id == row.id)):
        for what in _check_claim(found, row):
            yield Damage(f"{where}, finding {found.key}", what)
    yield from _check_index(connection, row, where)


def _read_whole(row: Row[Any]) -> None:
    _, body = read_document_row(row)
    read_meeting(body), read_statement(body), read_receipt(body)


def _check_claim(found: Row[Any], row: Row[Any]) -> Iterator[str]:
    if _unreadable(lambda: read_claim(found, row.key)):
        yield "it cannot be read"
        return
    claim = read_claim(found, row.key)
    if (claim.evidence.start, claim.evidence.end) != (found.start, found.end):
        yield "its place is not that of its quote"
    places = [place for one in (claim.place, *claim.also) for place in (one.evidence, one.sentence)]
    for evidence in [*places, *([claim.stem] if claim.stem else [])]:
        if row.text[evidence.start : evidence.end] != evidence.quote:
            yield f"{evidence.quote[:60]!r} does not stand at its place"


def _unreadable(read: Callable[[], object]) -> bool:
    """Does reading a body fail? A damaged one may be no JSON, or lack anything."""
    try:
        read()
    except (ValueError, KeyError, TypeError, AttributeError, IndexError):
        return True
    return False


def _check_index(connection: Connection, row: Row[Any], where: str) -> Iterator[Damage]:
    """Every passage lies in the text, and the words that are searched are its own."""
    spans = connection.execute(
        select(passages.c.start, passages.c.end, passages.c.text)
        .where(passages.c.document_id == row.id)
        .order_by(passages.c.id)
    ).all()
    if any(not 0 <= start < end <= len(row.text) for start, end, _ in spans):
        yield Damage(where, "a passage lies outside its text")
    elif any(row.text[start:end] != words for start, end, words in spans):
        yield Damage(where, "a passage is not what its text says at its place")
    words = [" ".join(indexed_words(row.text[start:end])) for start, end, _ in spans]
    if not are_indexed(connection, row.id * ROOM, (row.id + 1) * ROOM - 1, words):
        yield Damage(
            where, "what is searched is not what its text says; `acquis reread --all` writes it anew"
        )


def _check_judgement(row: Row[Any]) -> Iterator[Damage]:
    where = f"judgement {row.id}"
    if _unreadable(lambda: read_judgement_body(unpack(row.body), Marking(row.marking)).subject.id):
        yield Damage(where, "it cannot be read")
        return
    judgement = read_judgement_body(unpack(row.body), Marking(row.marking))
    subject = judgement.subject
    if (row.subject_id, row.work_key) != (subject.id, subject.anchors[0].work):
        yield Damage(where, "it is filed under another finding than it judges")
    if sealed(judgement).id != row.id:
        yield Damage(where, "its content does not have its id: it was changed")

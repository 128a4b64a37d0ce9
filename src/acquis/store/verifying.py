"""Is the store what it says? Every hash, every stored quote against its text, every index against its rows."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, select

from acquis.model.kept import Damage
from acquis.model.marking import Marking
from acquis.store.codec import read_claim, read_judgement_body, unpack
from acquis.store.compression import unpack_bytes
from acquis.store.judgements import sealed
from acquis.store.rows import hash_text
from acquis.store.tables import ROOM, claims, documents, judgements, passages, versions
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
    for found in connection.execute(select(claims).where(claims.c.document_id == row.id)):
        claim = read_claim(found, row.key)
        places = [place for one in (claim.place, *claim.also) for place in (one.evidence, one.sentence)]
        for evidence in [*places, *([claim.stem] if claim.stem else [])]:
            if row.text[evidence.start : evidence.end] != evidence.quote:
                yield Damage(
                    f"{where}, finding {found.key}", f"{evidence.quote[:60]!r} does not stand at its place"
                )
    yield from _check_index(connection, row, where)


def _check_index(connection: Connection, row: Row[Any], where: str) -> Iterator[Damage]:
    """Every passage lies in the text, and in SQLite the words that are searched are its own."""
    spans = connection.execute(
        select(passages.c.start, passages.c.end, passages.c.text)
        .where(passages.c.document_id == row.id)
        .order_by(passages.c.id)
    ).all()
    if any(not 0 <= start < end <= len(row.text) for start, end, _ in spans):
        yield Damage(where, "a passage lies outside its text")
    elif any(row.text[start:end] != words for start, end, words in spans):
        yield Damage(where, "a passage is not what its text says at its place")
    if connection.dialect.name != "sqlite":
        indexed = connection.exec_driver_sql(
            "SELECT count(*) FROM passage_words WHERE id BETWEEN %s AND %s",
            (row.id * ROOM, (row.id + 1) * ROOM - 1),
        ).scalar()
        wrong = indexed != len(spans)
    else:
        words = connection.exec_driver_sql(
            "SELECT words FROM passage_words WHERE rowid BETWEEN ? AND ? ORDER BY rowid",
            (row.id * ROOM, (row.id + 1) * ROOM - 1),
        ).scalars()
        wrong = list(words) != [" ".join(indexed_words(row.text[start:end])) for start, end, _ in spans]
    if wrong:
        yield Damage(
            where, "what is searched is not what its text says; `acquis reread --all` writes it anew"
        )


def _check_judgement(row: Row[Any]) -> Iterator[Damage]:
    judgement = read_judgement_body(unpack(row.body), Marking(row.marking))
    if sealed(judgement).id != row.id:
        yield Damage(f"judgement {row.id}", "its content does not have its id: it was changed")

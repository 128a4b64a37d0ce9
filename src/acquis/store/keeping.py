"""Readings into the store: the same bytes change nothing, a changed page is a new version, a reader may read anew."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, select

from acquis.model.kept import KeptReceipt
from acquis.model.marking import Marking
from acquis.store.changes import snapshot, what_moved
from acquis.store.documents import add_document, replace_document
from acquis.store.findings import write_findings
from acquis.store.receipts import add_receipt
from acquis.store.rows import DocumentRows
from acquis.store.tables import documents, versions, works
from acquis.store.works import Version, Work, add_version, mark_higher, remember_location, work_at, work_for

_HAS = select(versions.c.id).where(versions.c.sha256 == bindparam("sha256"))
_CURRENT = select(documents.c.id).where(
    documents.c.work_id == bindparam("work_id"), documents.c.current.is_(True)
)
_KNOWN = (
    select(
        works.c.id,
        works.c.key.label("work"),
        works.c.marking,
        documents.c.key,
        documents.c.title,
        versions.c.number,
    )
    .join_from(versions, works, works.c.id == versions.c.work_id)
    .join(documents, documents.c.version_id == versions.c.id)
    .where(versions.c.sha256 == bindparam("sha256"))
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One version and the rows of what was read in it."""

    version: Version
    rows: DocumentRows


def known_versions(connection: Connection) -> frozenset[str]:
    """The SHA-256 of every version there is."""
    return frozenset(connection.execute(select(versions.c.sha256)).scalars())


def keep(connection: Connection, reading: Reading, *, at: str, marking: Marking | None = None) -> KeptReceipt:
    """Write a reading and its receipt.

    `marking` is what the user asks for; without it a new work is CLEAR where everybody can open its address,
    else AMBER. The same bytes again change nothing, whoever brings them, and a work that is there is only ever
    marked higher by this.
    """
    version, rows = reading.version, reading.rows
    if connection.execute(_HAS, {"sha256": version.sha256}).first():
        return keep_known(connection, version.location, version.sha256, at=at, marking=marking)
    work = work_for(connection, version, rows, at=at, marking=marking)
    before = _current(connection, work)
    old = snapshot(connection, before) if before is not None else None
    added = add_version(connection, work, version, at=at)
    document_id = add_document(
        connection, rows, version_id=added.id, work_id=work.id, current=added.current, at=at
    )
    lost = write_findings(connection, document_id, work.key, rows.claims)
    moved = what_moved(old, snapshot(connection, document_id), lost[-1]) if old else None
    receipt = replace(_receipt(rows, work, version.location, at=at, number=added.number), moved=moved)
    add_receipt(connection, receipt, lost)
    return receipt


def keep_known(
    connection: Connection, location: str, sha256: str, *, at: str, marking: Marking | None = None
) -> KeptReceipt:
    """The receipt of bytes that are there already: where they were found is remembered, a higher marking is taken."""
    row = connection.execute(_KNOWN, {"sha256": sha256}).one()
    remember_location(connection, location, row.id)
    work = mark_higher(connection, Work(row.id, row.work, Marking(row.marking)), marking)
    return KeptReceipt(
        at, location, "unchanged", work.marking, work=work.key, document=row.key, title=row.title,
        version=row.number,
    )  # fmt: skip


def keep_failure(
    connection: Connection, location: str, problem: tuple[str, str], *, at: str, marking: Marking
) -> KeptReceipt:
    """The receipt of a source that could not be read: `problem` is code and message.

    At a place where a work is known it is a receipt of this work, and seen by those who may see it.
    """
    work = work_at(connection, location)
    key, level = (work.key, work.marking) if work else (None, marking)
    receipt = KeptReceipt(at, location, "failed", level, work=key, code=problem[0], message=problem[1])
    add_receipt(connection, receipt)
    return receipt


def keep_again(connection: Connection, document_id: int, rows: DocumentRows, *, at: str) -> KeptReceipt:
    """Write a document anew as a better reader reads it; judgements find their words again."""
    query = (
        select(works.c.id, works.c.key, works.c.marking, versions.c.location, versions.c.number)
        .join_from(documents, works, works.c.id == documents.c.work_id)
        .join(versions, versions.c.id == documents.c.version_id)
        .where(documents.c.id == document_id)
    )
    row = connection.execute(query).one()
    work = Work(row.id, row.key, Marking(row.marking))
    old = snapshot(connection, document_id)
    replace_document(connection, document_id, rows, at=at)
    lost = write_findings(connection, document_id, work.key, rows.claims)
    moved = what_moved(old, snapshot(connection, document_id), lost[-1])
    told = _receipt(rows, work, row.location, at=at, number=row.number)
    receipt = replace(told, moved=moved, outcome="reread")
    add_receipt(connection, receipt, lost)
    return receipt


def _current(connection: Connection, work: Work) -> int | None:
    """The row id of the newest document of a work."""
    return connection.execute(_CURRENT, {"work_id": work.id}).scalar()


def _receipt(rows: DocumentRows, work: Work, location: str, *, at: str, number: int) -> KeptReceipt:
    told = rows.receipt
    return KeptReceipt(
        at,
        location,
        "added" if number == 1 else "new version",
        work.marking,
        work=work.key,
        document=rows.columns["key"],
        title=rows.columns["title"],
        version=number,
        paragraphs=told.paragraphs,
        sentences=told.sentences,
        claims=tuple(Counter(claim.act for claim in rows.claims).most_common()),
        skipped=tuple((part.where, part.why) for part in told.skipped),
        reader=rows.columns["reader"],
        seconds=told.seconds,
    )

"""Works out of the store: what was read goes, what people said of it stays."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, or_, select

from acquis.model.kept import KeptReceipt
from acquis.model.marking import Marking
from acquis.store.documents import remove_document
from acquis.store.marks import Mark, add_mark
from acquis.store.receipts import add_receipt
from acquis.store.tables import documents, locations, receipts, removed_versions, versions, works


def remove_work(connection: Connection, document_id: int, *, by: str, at: str, why: str = "") -> KeptReceipt:
    """Take the work of a document away: its versions, texts, findings and receipts.

    Its judgements stay as history, and its marking stays with them: both apply again if the work comes back.
    """
    query = (
        select(works, documents.c.key.label("document"))
        .join(documents, documents.c.work_id == works.c.id)
        .where(documents.c.id == document_id)
    )
    work = connection.execute(query).one()
    location = connection.execute(
        select(versions.c.location).where(versions.c.work_id == work.id, versions.c.current.is_(True))
    ).scalar_one()
    add_mark(connection, Mark(work.key, Marking(work.marking), by, at, why or "removed"))
    own = select(documents.c.id).where(documents.c.work_id == work.id)
    for each in connection.execute(own).scalars().all():
        remove_document(connection, each)
    places = select(locations.c.location).where(locations.c.work_id == work.id)
    connection.execute(
        delete(receipts).where(or_(receipts.c.work_key == work.key, receipts.c.location.in_(places)))
    )
    _remember(connection, work.id, work.key)
    connection.execute(delete(works).where(works.c.id == work.id))
    receipt = KeptReceipt(
        at,
        location,
        "removed",
        Marking(work.marking),
        work=work.key,
        document=work.document,
        message=why or None,
    )
    add_receipt(connection, receipt)
    return receipt


def _remember(connection: Connection, work_id: int, key: str) -> None:
    """Remember whose bytes these were."""
    own = connection.execute(select(versions.c.sha256).where(versions.c.work_id == work_id)).scalars().all()
    connection.execute(delete(removed_versions).where(removed_versions.c.sha256.in_(own)))
    connection.execute(insert(removed_versions), [{"sha256": sha256, "work_key": key} for sha256 in own])

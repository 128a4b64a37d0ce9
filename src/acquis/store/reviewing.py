"""Wishes in, the findings that wait for a person's judgement out: ordered and counted by the database."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, and_, func, select

from acquis.model.kept import KeptClaim
from acquis.model.marking import Viewer
from acquis.store.claims import Wanted, claims_wanted, find_claims
from acquis.store.tables import claims, documents


def review_queue(
    connection: Connection, viewer: Viewer, wanted: Wanted, *, limit: int | None = None, skip: int = 0
) -> list[KeptClaim]:
    """The findings that nobody has judged, those first whose answer is worth most.

    Promises that are due before promises that are not, then the other acts; the least certain first.
    """
    worth = (
        claims.c.act != "commitment",
        and_(claims.c.due_earliest.is_(None), claims.c.due_latest.is_(None)),
        claims.c.confidence, documents.c.id, claims.c.start, claims.c.end, claims.c.id,
    )  # fmt: skip
    query = _waiting(viewer, wanted).order_by(*worth).limit(limit).offset(skip)
    rows = list(connection.scalars(query))
    found = find_claims(connection, viewer, Wanted(claim_ids=frozenset(rows)))
    place = {row: at for at, row in enumerate(rows)}
    return sorted(found, key=lambda one: place[one.row])


def count_waiting(connection: Connection, viewer: Viewer, wanted: Wanted) -> int:
    """How many there are."""
    held = _waiting(viewer, wanted).subquery()
    return int(connection.execute(select(func.count()).select_from(held)).scalar_one())


def _waiting(viewer: Viewer, wanted: Wanted) -> Select[Any]:
    query = claims_wanted(viewer, wanted).with_only_columns(claims.c.id).where(claims.c.status == "found")
    if wanted.document_id is not None:
        return query.where(documents.c.id == wanted.document_id)
    return query.where(documents.c.current.is_(True))

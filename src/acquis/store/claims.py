"""Findings out of the store: by key, by document, or all that meet some wishes, for one viewer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, Select, case, select

from acquis.errors import NotKept, RequestError
from acquis.model.claim import Act
from acquis.model.judgement import ClaimStatus
from acquis.model.kept import KeptClaim
from acquis.model.marking import Marking, Viewer
from acquis.store.codec import read_claim, whole
from acquis.store.tables import claim_actors, claims, documents, works
from acquis.store.visible import visible_claims, visible_works

_FEWEST = 4
_AT_ONCE = 500  # values in one list of a query: SQLite takes 32,766


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which findings are asked for; what is None or empty asks for nothing.

    They are those of newest documents, unless a document is given by its row id, or several are, or findings
    by theirs.
    """

    acts: tuple[Act, ...] = ()
    owner: str | None = None
    document_id: int | None = None
    status: ClaimStatus | None = None
    include_rejected: bool = False
    document_ids: frozenset[int] | None = None
    claim_ids: frozenset[int] | None = None


def find_claims(connection: Connection, viewer: Viewer, wanted: Wanted) -> list[KeptClaim]:
    """The findings that are wanted, in the order of documents and of their text."""
    query = claims_wanted(viewer, wanted)
    if wanted.document_id is not None:
        return _ordered(connection, query.where(documents.c.id == wanted.document_id))
    if wanted.claim_ids is not None:
        return [
            one
            for part in _parts(wanted.claim_ids)
            for one in _ordered(connection, query.where(claims.c.id.in_(part)))
        ]
    if wanted.document_ids is None:
        return _ordered(connection, query.where(documents.c.current.is_(True)))
    rows = wanted.document_ids
    return [
        one for part in _parts(rows) for one in _ordered(connection, query.where(documents.c.id.in_(part)))
    ]


def _parts(rows: frozenset[int]) -> Iterator[list[int]]:
    """Row ids in order, as many at once as a query takes."""
    held = sorted(rows)
    return (held[at : at + _AT_ONCE] for at in range(0, len(held), _AT_ONCE))


def _ordered(connection: Connection, query: Select[Any]) -> list[KeptClaim]:
    rows = connection.execute(query.order_by(documents.c.id, claims.c.start, claims.c.end, claims.c.id))
    return [_kept(row) for row in rows]


def claims_wanted(viewer: Viewer, wanted: Wanted) -> Select[Any]:
    """The query of the findings that are wanted, of whichever documents."""
    query = _claims(viewer, include_rejected=wanted.include_rejected or wanted.status == "rejected")
    if wanted.acts:
        query = query.where(claims.c.act.in_(wanted.acts))
    if wanted.status:
        query = query.where(claims.c.status == wanted.status)
    if wanted.owner:
        owned = select(claim_actors.c.claim_id).where(
            claim_actors.c.part == "owner", claim_actors.c.code == wanted.owner
        )
        query = query.where(claims.c.id.in_(owned))
    return query


def find_claim(connection: Connection, viewer: Viewer, key: str) -> KeptClaim:
    """The finding with this key, or with the only key that begins so (four digits or more).

    In the newest document where several hold it; a rejected one is found too. Raises NotKept or RequestError.
    """
    if len(key) < _FEWEST:
        raise RequestError(f"{key!r} is too short; give at least {_FEWEST} digits of a finding's key")
    newest = case((documents.c.current.is_(True), 0), else_=1)
    query = _claims(viewer, include_rejected=True).where(
        claims.c.key.startswith(key.lower(), autoescape=True)
    )
    rows = connection.execute(query.order_by(newest, documents.c.id.desc())).all()
    keys = list(dict.fromkeys(row.claim_key for row in rows))
    if not keys:
        raise NotKept(f"no finding {key!r} here; `acquis show DOCUMENT` and `acquis search` print their keys")
    if len(keys) > 1:
        raise RequestError(f"{key!r} begins {len(keys)} keys: {', '.join(keys[:5])}; give more digits")
    return _kept(rows[0])


def _claims(viewer: Viewer, *, include_rejected: bool) -> Select[Any]:
    return (
        select(
            claims, claims.c.key.label("claim_key"), documents.c.key.label("document"), documents.c.title,
            documents.c.published, works.c.key.label("work"), works.c.marking,
        )
        .join_from(claims, documents, documents.c.id == claims.c.document_id)
        .join(works, works.c.id == documents.c.work_id)
        .where(visible_works(viewer), visible_claims(viewer, include_rejected=include_rejected))
    )  # fmt: skip


@whole
def _kept(row: Row[Any]) -> KeptClaim:
    """The finding; where only a clearance above its work's sees it so, it is marked as high as that."""
    return KeptClaim(
        row.claim_key, read_claim(row, row.document), row.status, row.document, row.work, row.title, row.published,
        Marking(max(row.marking, row.least)), row.judgement_id, row.id,
    )  # fmt: skip

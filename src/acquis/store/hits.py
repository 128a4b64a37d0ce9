"""Ids of passages in, hits out: each sentence with its neighbours, its document and its findings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import BindParameter, ColumnElement, Connection, bindparam, select

from acquis.model.answers import FoundClaim, Hit
from acquis.model.marking import Marking
from acquis.store.codec import OWNERS_APART
from acquis.store.rows import title_of
from acquis.store.tables import claims, documents, passages, versions, works

# Written out: a hundred numbers are parsed faster than a hundred parameters are bound.
_IDS: BindParameter[Any] = bindparam("ids", expanding=True, literal_execute=True)
_PASSAGES = select(
    *(passages.c[name] for name in ("id", "document_id", "address", "start", "end", "text"))
).where(passages.c.id.in_(_IDS))
_DOCUMENTS = (
    select(
        *(documents.c[name] for name in ("id", "key", "title", "published", "kind", "earliest", "latest")),
        versions.c.location,
        works.c.key.label("work"),
        works.c.marking,
    )
    .join_from(documents, works, works.c.id == documents.c.work_id)
    .join(versions, versions.c.id == documents.c.version_id)
    .where(documents.c.id.in_(_IDS))
)


def read_hits(
    connection: Connection, ids: Sequence[int], of_findings: ColumnElement[bool]
) -> tuple[Hit, ...]:
    """The hits at these passages, in this order, with the findings for which the condition holds."""
    if not ids:
        return ()
    beside = sorted({near for passage in ids for near in (passage - 1, passage, passage + 1)})
    rows: dict[int, Any] = {row.id: row for row in connection.execute(_PASSAGES, {"ids": beside}).all()}
    wanted = sorted({rows[passage].document_id for passage in ids})
    about: dict[int, Any] = {row.id: row for row in connection.execute(_DOCUMENTS, {"ids": wanted}).all()}
    found = _claims(connection, ids, of_findings)
    return tuple(_hit(passage, rows, about, found) for passage in ids)


def _hit(
    passage: int, rows: Mapping[int, Any], about: Mapping[int, Any], found: Mapping[int, list[FoundClaim]]
) -> Hit:
    row = rows[passage]
    document = about[row.document_id]
    return Hit(
        document=document.key,
        work=document.work,
        title=title_of(document.title, document.location),
        published=document.published,
        kind=document.kind,
        marking=Marking(document.marking),
        address=row.address,
        sentence=row.text,
        start=row.start,
        end=row.end,
        before=_beside(rows.get(passage - 1), row),
        after=_beside(rows.get(passage + 1), row),
        claims=tuple(found.get(passage, ())),
        earliest=document.earliest,
        latest=document.latest,
    )


def _beside(neighbour: Any, row: Any) -> str | None:
    """The neighbour's sentence, where it is of the same document."""
    return neighbour.text if neighbour is not None and neighbour.document_id == row.document_id else None


def _claims(
    connection: Connection, ids: Sequence[int], of_findings: ColumnElement[bool]
) -> dict[int, list[FoundClaim]]:
    columns = claims.c
    wanted = (
        select(
            columns.passage_id, columns.key, columns.act, columns.owners, columns.grade, columns.element,
            columns.status, columns.start, columns.end,
        )
        .where(columns.passage_id.in_(_IDS), of_findings)
        .order_by(columns.start, columns.id)
    )  # fmt: skip
    found: dict[int, list[FoundClaim]] = {}
    for row in connection.execute(wanted, {"ids": ids}).all():
        owners = tuple(row.owners.split(OWNERS_APART)) if row.owners else ()
        one = FoundClaim(row.key, row.act, owners, row.grade, row.element, row.status, row.start, row.end)
        found.setdefault(row.passage_id, []).append(one)
    return found

"""Ids of passages in, hits out: each sentence with its neighbours, its document and its findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, select

from acquis.model.answers import FoundClaim, Hit
from acquis.model.marking import Marking
from acquis.store.facets import OWNERS_APART
from acquis.store.tables import claims, documents, passages, works

_before = passages.alias("before")
_after = passages.alias("after")


def read_hits(
    connection: Connection, ids: Sequence[int], of_findings: ColumnElement[bool]
) -> tuple[Hit, ...]:
    """The hits at these passages, in this order, with the findings for which the condition holds."""
    if not ids:
        return ()
    found = _claims(connection, ids, of_findings)
    rows = {row.id: row for row in connection.execute(_passages(ids))}
    return tuple(_hit(rows[passage], found.get(passage, ())) for passage in ids)


def _passages(ids: Sequence[int]) -> Select[Any]:
    """One row a passage; `words` is one piece of text from its neighbour before to its neighbour after."""
    first = func.coalesce(_before.c.start, passages.c.start)
    last = func.coalesce(_after.c.end, passages.c.end)
    beside = passages.outerjoin(_before, _next(_before.c, passages.c)).outerjoin(_after, _next(passages.c, _after.c))
    tables = beside.join(documents, documents.c.id == passages.c.document_id).join(
        works, works.c.id == documents.c.work_id
    )
    return (
        select(
            passages.c.id, passages.c.address, passages.c.start, passages.c.end, first.label("first"),
            _before.c.end.label("before_end"), _after.c.start.label("after_start"),
            func.substr(documents.c.text, first + 1, last - first).label("words"),
            documents.c.key, documents.c.title, documents.c.published, documents.c.kind,
            works.c.key.label("work"), works.c.marking,
        )
        .select_from(tables)
        .where(passages.c.id.in_(ids))
    )  # fmt: skip


def _next(one: Any, other: Any) -> ColumnElement[bool]:
    """Does the other passage follow the one in the same document?"""
    return and_(other.id == one.id + 1, other.document_id == one.document_id)


def _hit(row: Row[Any], found: Sequence[FoundClaim]) -> Hit:
    words, first = row.words, row.first
    return Hit(
        document=row.key,
        work=row.work,
        title=row.title,
        published=row.published,
        kind=row.kind,
        marking=Marking(row.marking),
        address=row.address,
        sentence=words[row.start - first : row.end - first],
        start=row.start,
        end=row.end,
        before=None if row.before_end is None else words[: row.before_end - first],
        after=None if row.after_start is None else words[row.after_start - first :],
        claims=tuple(found),
    )


def _claims(
    connection: Connection, ids: Sequence[int], of_findings: ColumnElement[bool]
) -> dict[int, list[FoundClaim]]:
    columns = claims.c
    wanted = (
        select(
            columns.passage_id, columns.key, columns.act, columns.owners, columns.grade, columns.element,
            columns.status, columns.start, columns.end,
        )
        .where(columns.passage_id.in_(ids), of_findings)
        .order_by(columns.start, columns.id)
    )  # fmt: skip
    found: dict[int, list[FoundClaim]] = {}
    for row in connection.execute(wanted):
        owners = tuple(row.owners.split(OWNERS_APART)) if row.owners else ()
        one = FoundClaim(row.key, row.act, owners, row.grade, row.element, row.status, row.start, row.end)
        found.setdefault(row.passage_id, []).append(one)
    return found

"""The documents of a workspace: as lines of a list, and found by name."""

from __future__ import annotations

import os.path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, false, func, or_, select

from acquis.errors import NotKept, RequestError
from acquis.model.kept import KeptDocument
from acquis.model.marking import Marking, Viewer
from acquis.store.codec import whole
from acquis.store.tables import claims, documents, locations, versions, works
from acquis.store.visible import visible_claims, visible_works

_FEWEST = 4  # digits of a key that name a document
_SHOWN = 5


def list_documents(connection: Connection, viewer: Viewer) -> list[KeptDocument]:
    """The newest version of every work a viewer may see, by date, then title."""
    query = _lines(viewer).where(documents.c.current.is_(True))
    order = (
        func.coalesce(documents.c.earliest, "9999"),
        func.coalesce(documents.c.title, ""),
        documents.c.id,
    )
    return [_line(row) for row in connection.execute(query.order_by(*order))]


def document_line(connection: Connection, viewer: Viewer, document_id: int) -> KeptDocument:
    """The line of one document."""
    return _line(connection.execute(_lines(viewer).where(documents.c.id == document_id)).one())


def find_document(connection: Connection, viewer: Viewer, name: str) -> int:
    """The row id of the document a name means, among those a viewer may see.

    A name is a document's key or four or more digits of it, a work's key (symbol, address), a path or address
    it was added from, or the end of one, else words of its title. The newest version is meant, unless the key is
    an older one's. Raises NotKept where there is none, RequestError where there are several.
    """
    for rule in (_exactly, _loosely, _by_title):
        found = connection.execute(
            select(documents.c.id, documents.c.key, documents.c.title, works.c.key.label("work"))
            .join(works, works.c.id == documents.c.work_id)
            .where(visible_works(viewer), rule(name))
            .order_by(documents.c.current.desc(), documents.c.id)
        ).all()
        if found and (len(found) == 1 or rule is _exactly):
            return int(found[0].id)
        if found:
            some = "; ".join(f"{row.key} {row.title or row.work}" for row in found[:_SHOWN])
            raise RequestError(f"{name!r} names {len(found)} documents: {some}; give more of the key")
    raise NotKept(f"no document {name!r} in this workspace; `acquis documents` lists them")


def _exactly(name: str) -> ColumnElement[bool]:
    known = select(locations.c.work_id).where(locations.c.location.in_({name, os.path.abspath(name)}))
    newest = documents.c.current.is_(True)
    return or_(
        documents.c.key == name,
        (works.c.key == name) & newest,
        documents.c.work_id.in_(known) & newest,
    )


def _loosely(name: str) -> ColumnElement[bool]:
    """The beginning of a key, or the end of a place from a slash on."""
    ends = select(locations.c.work_id).where(locations.c.location.endswith(f"/{name}", autoescape=True))
    key = (
        documents.c.key.startswith(name.lower(), autoescape=True)
        if len(name) >= _FEWEST
        else documents.c.key == name
    )
    return or_(key, documents.c.work_id.in_(ends) & documents.c.current.is_(True))


def _by_title(name: str) -> ColumnElement[bool]:
    """Words of a title as they stand there, in any case."""
    titled = func.lower(documents.c.title).contains(name.lower(), autoescape=True)
    return titled & documents.c.current.is_(True) if len(name) >= _FEWEST else false()


def _lines(viewer: Viewer) -> Select[Any]:
    found = (
        select(func.count(claims.c.id))
        .where(claims.c.document_id == documents.c.id, visible_claims(viewer))
        .scalar_subquery()
    )
    others = (
        select(func.count(versions.c.id))
        .where(versions.c.work_id == works.c.id)
        .correlate(works)
        .scalar_subquery()
    )
    return (
        select(
            documents.c.key, works.c.key.label("work"), documents.c.title, documents.c.published, documents.c.kind,
            documents.c.language, documents.c.symbol, documents.c.series, works.c.marking, versions.c.number,
            others.label("versions"), versions.c.location, versions.c.added_at, documents.c.reader,
            found.label("claims"),
            documents.c.earliest, documents.c.latest,
        )
        .join_from(documents, works, works.c.id == documents.c.work_id)
        .join(versions, versions.c.id == documents.c.version_id)
        .where(visible_works(viewer))
    )  # fmt: skip


@whole
def _line(row: Row[Any]) -> KeptDocument:
    return KeptDocument(
        row.key, row.work, row.title, row.published, row.kind, row.language, row.symbol, row.series,
        Marking(row.marking), row.number, row.versions, row.location, row.added_at, row.reader, row.claims,
        row.earliest, row.latest,
    )  # fmt: skip

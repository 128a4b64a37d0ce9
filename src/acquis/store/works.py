"""Works and their versions: found by where they come from, or made."""

from __future__ import annotations

import os.path
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, func, insert, select, update

from acquis.model.marking import Marking
from acquis.store.marks import marking_for
from acquis.store.rows import DocumentRows
from acquis.store.tables import documents, locations, removed_versions, versions, works

# Statements that every document needs are built once: building them costs more than running them.
_AT_LOCATION = select(works).join(locations).where(locations.c.location == bindparam("location"))
_BY_KEY = select(works).where(works.c.key == bindparam("key"))
_LOCATION = select(locations.c.work_id).where(locations.c.location == bindparam("location"))
_LAST = select(func.max(versions.c.number), func.max(versions.c.met_at)).where(
    versions.c.work_id == bindparam("work_id")
)
_REMOVED = select(removed_versions.c.work_key).where(removed_versions.c.sha256 == bindparam("sha256"))
_ADD_WORK = insert(works).returning(works.c.id)
_ADD_VERSION = insert(versions).returning(versions.c.id)
# How the key of a work begins that bears neither a symbol nor an address.
_UNNAMED = "sha256:"


@dataclass(frozen=True, slots=True)
class Version:
    """The bytes of a source as they were met: hashed, packed, and what their transport said of them.

    `location` is where a person would look for them: an absolute path or an address. `public` says that they
    came from an address that everybody can open. `work` is the key of their work where it is known, as it is for
    what comes from another workspace: then its locations, of another machine, count for nothing, and `met_at`
    says when it was met there.
    """

    location: str
    sha256: str
    size: int
    packed: bytes
    charset: str | None = None
    url: str | None = None
    symbol: str | None = None
    public: bool = False
    work: str | None = None
    met_at: str | None = None


@dataclass(frozen=True, slots=True)
class Work:
    """One work of the store: its row, its key, and its marking."""

    id: int
    key: str
    marking: Marking


def work_for(
    connection: Connection, version: Version, rows: DocumentRows, *, at: str, marking: Marking | None
) -> Work:
    """The work a version belongs to: the one known at its location, else of its symbol or address, else a new one."""
    key = version.work or _removed(connection, version) or _key(version, rows)
    if version.work is not None:
        return _by_key(connection, key) or _make(connection, version, key, at=at, marking=marking)
    known = _still_at(connection, version, key) or _by_key(connection, key)
    if known is None:
        work = _make(connection, version, key, at=at, marking=marking)
    else:
        work = mark_higher(connection, known, marking)
    remember_location(connection, version.location, work.id)
    return work


def _make(connection: Connection, version: Version, key: str, *, at: str, marking: Marking | None) -> Work:
    level = marking_for(connection, key, public=version.public, asked=marking)
    values = {"key": key, "marking": int(level), "added_at": at}
    return Work(connection.execute(_ADD_WORK, values).scalar_one(), key, level)


def work_at(connection: Connection, location: str) -> Work | None:
    """The work that is known at a place."""
    return _work(connection.execute(_AT_LOCATION, {"location": location}).first())


def _still_at(connection: Connection, version: Version, key: str) -> Work | None:
    """The work known at a version's place; None where a file there bears another symbol or address than it did."""
    known = work_at(connection, version.location)
    if known is None or "://" in version.location or known.key == key:
        return known
    replaced = not known.key.startswith(_UNNAMED) and not key.startswith(_UNNAMED)
    if replaced:
        connection.execute(delete(locations).where(locations.c.location == version.location))
    return None if replaced else known


def mark_higher(connection: Connection, work: Work, asked: Marking | None) -> Work:
    """The work, marked as high as was asked: who asks for less gets what it is marked already."""
    if asked is None or asked <= work.marking:
        return work
    connection.execute(update(works).where(works.c.id == work.id).values(marking=int(asked)))
    return replace(work, marking=asked)


def _by_key(connection: Connection, key: str) -> Work | None:
    return _work(connection.execute(_BY_KEY, {"key": key}).first())


def _work(row: Row[Any] | None) -> Work | None:
    return Work(row.id, row.key, Marking(row.marking)) if row is not None else None


def remember_location(connection: Connection, location: str, work_id: int) -> None:
    """Remember where a work is found, unless the place is known already."""
    if not _is_place(location):
        return
    if not connection.execute(_LOCATION, {"location": location}).first():
        connection.execute(insert(locations), {"location": location, "work_id": work_id})


def _is_place(location: str) -> bool:
    """What comes through a pipe or from a browser has a name at most: the next of that name may be another work."""
    return "://" in location or os.path.isabs(location)


@dataclass(frozen=True, slots=True)
class Added:
    """A version that was added: its row, its number in its work counted from 1, and whether it is the newest."""

    id: int
    number: int
    current: bool


def add_version(connection: Connection, work: Work, version: Version, *, at: str) -> Added:
    """Add a version to its work; it becomes the current one unless a version that was met later is there."""
    met_at = version.met_at or at
    last, newest = connection.execute(_LAST, {"work_id": work.id}).one()
    current = newest is None or met_at >= newest
    if last and current:
        for table in (versions, documents):
            connection.execute(update(table).where(table.c.work_id == work.id).values(current=False))
    values = {
        "work_id": work.id, "number": (last or 0) + 1, "current": current, "sha256": version.sha256,
        "size": version.size, "packed": version.packed, "location": version.location, "charset": version.charset,
        "url": version.url, "symbol": version.symbol, "met_at": met_at, "added_at": at,
    }  # fmt: skip
    return Added(connection.execute(_ADD_VERSION, values).scalar_one(), (last or 0) + 1, current)


def _removed(connection: Connection, version: Version) -> str | None:
    """The key of the work that these bytes belonged to before it was removed."""
    key: str | None = connection.execute(_REMOVED, {"sha256": version.sha256}).scalar()
    return key


def _key(version: Version, rows: DocumentRows) -> str:
    """What people cite: the symbol (with the language where it is not English), else the address, else the bytes."""
    symbol, language = rows.columns["symbol"], rows.columns["language"]
    if symbol:
        return symbol if language == "en" else f"{symbol} ({language})"
    return rows.url or version.url or f"{_UNNAMED}{version.sha256[:16]}"

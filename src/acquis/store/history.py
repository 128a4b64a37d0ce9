"""Versions of works in; which document was the newest of its work at a time, and how long it was, out."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from acquis.model.marking import Viewer
from acquis.store.tables import documents, versions, works
from acquis.store.visible import visible_works


class Reign(NamedTuple):
    """When a document became the newest of its work, and when another did (ISO 8601, UTC); None: it still is."""

    since: str
    until: str | None


class _Version(NamedTuple):
    """A version of a work, by the row id of its document."""

    row: int
    number: int
    met_at: str
    added_at: str

    @property
    def order(self) -> tuple[str, int]:
        """The newest is the one that was met last."""
        return self.met_at, self.number


def newest_documents(connection: Connection, heard: Callable[[str], bool]) -> set[int]:
    """The documents that were the newest of their works when what was `heard` had been added and nothing else."""
    found = set()
    for chain in _chains(connection).values():
        known = [one for one in chain if heard(one.added_at)]
        if known:
            found.add(max(known, key=lambda one: one.order).row)
    return found


def first_came(connection: Connection, viewer: Viewer) -> str | None:
    """When the first version of anything came that a viewer may see (ISO 8601, UTC)."""
    query = select(func.min(versions.c.added_at)).join_from(versions, works, works.c.id == versions.c.work_id)
    at: str | None = connection.execute(query.where(visible_works(viewer))).scalar()
    return at


def reigns(connection: Connection) -> dict[int, Reign]:
    """How long each document was the newest of its work; an old version that came late never was."""
    found: dict[int, Reign] = {}
    for chain in _chains(connection).values():
        newest: _Version | None = None
        for one in sorted(chain, key=lambda each: (each.added_at, each.number)):
            if newest is not None and one.order < newest.order:
                found[one.row] = Reign(one.added_at, one.added_at)
                continue
            if newest is not None:
                found[newest.row] = Reign(newest.added_at, one.added_at)
            newest = one
            found[one.row] = Reign(one.added_at, None)
    return found


def _chains(connection: Connection) -> dict[int, list[_Version]]:
    """The versions of every work."""
    query = select(
        documents.c.work_id, documents.c.id, versions.c.number, versions.c.met_at, versions.c.added_at
    ).join_from(documents, versions, versions.c.id == documents.c.version_id)
    chains: dict[int, list[_Version]] = {}
    for work_id, row, number, met_at, added_at in connection.execute(query):
        chains.setdefault(work_id, []).append(_Version(row, number, met_at, added_at))
    return chains

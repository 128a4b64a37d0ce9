"""When somebody last asked what is new: kept for each clearance, for what an amber look has told a clear one has not."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from acquis.model.marking import Viewer
from acquis.store.tables import looks


def last_look(connection: Connection, viewer: Viewer, by: str) -> str | None:
    """When this person last looked with this clearance (ISO 8601, UTC); None where never."""
    query = select(looks.c.at).where(looks.c.reviewer == by, looks.c.clearance == int(viewer.clearance))
    at: str | None = connection.execute(query).scalar()
    return at


def write_look(connection: Connection, viewer: Viewer, by: str, at: str) -> None:
    """Remember a look in place of the one before."""
    clearance = int(viewer.clearance)
    connection.execute(delete(looks).where(looks.c.reviewer == by, looks.c.clearance == clearance))
    connection.execute(insert(looks), {"reviewer": by, "clearance": clearance, "at": at})

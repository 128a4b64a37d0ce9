"""The audit log: lines in, and out for those who may see what they are about."""

from __future__ import annotations

from sqlalchemy import Connection, insert, or_, select

from acquis.model.account import Deed
from acquis.model.marking import Marking, Viewer
from acquis.store.tables import deeds
from acquis.store.visible import allowed, hidden_works


def write_deed(connection: Connection, one: Deed) -> None:
    """Add a line."""
    row = {
        "at": one.at, "by": one.by, "what": one.what, "about": one.about, "address": one.address,
        "work_key": one.work, "marking": int(one.marking),
    }  # fmt: skip
    connection.execute(insert(deeds), row)


def find_deeds(connection: Connection, viewer: Viewer, *, limit: int, skip: int = 0) -> list[Deed]:
    """The lines that a viewer may see, the newest first: none about a work that they may not."""
    query = (
        select(deeds)
        .where(
            deeds.c.marking.in_(allowed(viewer)),
            or_(deeds.c.work_key.is_(None), deeds.c.work_key.not_in(hidden_works(viewer))),
        )
        .order_by(deeds.c.id.desc())
        .limit(limit)
        .offset(skip)
    )
    rows = connection.execute(query)
    return [
        Deed(row.at, row.by, row.what, row.about, row.address, row.work_key, Marking(row.marking))
        for row in rows
    ]

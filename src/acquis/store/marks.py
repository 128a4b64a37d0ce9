"""Markings of works: what a work is marked, and the history of who marked it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, insert, select, update

from acquis.errors import NotKept
from acquis.model.marking import Marking
from acquis.store.tables import marks, works

_SAID = (
    select(marks.c.marking)
    .where(marks.c.work_key == bindparam("key"))
    .order_by(marks.c.at.desc(), marks.c.marking.desc())
)


@dataclass(frozen=True, slots=True)
class Mark:
    """One marking of one work: by whom, when (ISO 8601 in UTC), and why."""

    work: str
    marking: Marking
    by: str
    at: str
    why: str = ""

    @property
    def id(self) -> str:
        """The same mark imported twice is one row."""
        parts = "\x1f".join((self.work, self.marking.name, self.by, self.at, self.why))
        return hashlib.sha256(parts.encode("utf-8", "replace")).hexdigest()[:16]


def marking_for(connection: Connection, key: str, *, public: bool, asked: Marking | None) -> Marking:
    """The marking of a work that comes in: what a person last said of it, else what is asked, else CLEAR or AMBER.

    A work that was removed and comes back keeps the mark it had.
    """
    said = connection.execute(_SAID, {"key": key}).scalar()
    if said is not None:
        return max(Marking(said), asked or Marking.CLEAR)
    if asked is not None:
        return asked
    return Marking.CLEAR if public else Marking.AMBER


def mark(connection: Connection, one: Mark) -> None:
    """Mark a work, now and when it comes back; raises NotKept where there is no such work."""
    done = connection.execute(update(works).where(works.c.key == one.work).values(marking=int(one.marking)))
    if not done.rowcount:
        raise NotKept(f"no work {one.work!r} here; `acquis documents` lists them")
    add_mark(connection, one)


def add_mark(connection: Connection, one: Mark) -> bool:
    """Add a row to the history; False where it is there already."""
    if connection.execute(select(marks.c.id).where(marks.c.id == one.id)).first():
        return False
    connection.execute(
        insert(marks).values(
            id=one.id, work_key=one.work, marking=int(one.marking), by=one.by, at=one.at, why=one.why
        )
    )
    return True

"""Somebody comes in; the visit that this belongs to out, kept where it begins."""

from __future__ import annotations

from datetime import datetime, timedelta

from sqlalchemy import Connection

from acquis.batch.adding import now
from acquis.errors import StoreError
from acquis.model.saved import Visit
from acquis.store.engine import Store
from acquis.store.visits import last_visit, write_visit

IDLE = timedelta(minutes=30)


def visit(store: Store, person: str, seen: str = "") -> Visit:
    """The visit of who comes now; another one begins half an hour after they were last `seen` (ISO 8601, UTC).

    It begins while nobody else writes: what comes later bears a later time, and nothing falls between two visits.
    Where it cannot be written it is told as if it had begun.
    """
    at = now()
    with store.reading() as connection:
        last = last_visit(connection, person)
    if last is not None and _goes_on(last, seen, at):
        return last
    try:
        with store.writing() as connection:
            return _begin(connection, person, seen)
    except StoreError:
        return Visit(at, last.began_at if last else None)


def _begin(connection: Connection, person: str, seen: str) -> Visit:
    """Another request may have begun it meanwhile."""
    at, last = now(), last_visit(connection, person)
    if last is not None and _goes_on(last, seen, at):
        return last
    begun = Visit(at, last.began_at if last else None)
    write_visit(connection, person, begun)
    return begun


def _goes_on(last: Visit, seen: str, at: str) -> bool:
    return datetime.fromisoformat(at) - datetime.fromisoformat(max(last.began_at, seen)) < IDLE

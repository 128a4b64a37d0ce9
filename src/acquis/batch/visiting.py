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


def visit(store: Store, person: str) -> Visit:
    """The visit of who comes now, which begins where the one before began half an hour ago or longer.

    It begins while nobody else writes: what comes later bears a later time, and nothing falls between two visits.
    Where it cannot be written it is told as if it had begun.
    """
    at = now()
    with store.reading() as connection:
        last = last_visit(connection, person)
    if last is not None and goes_on(last.began_at, at):
        return last
    try:
        with store.writing() as connection:
            return _begin(connection, person)
    except StoreError:
        return Visit(at, last.began_at if last else None)


def goes_on(seen: str, at: str) -> bool:
    """Is whoever was seen then still on the same visit? Both ISO 8601 in UTC."""
    return abs(datetime.fromisoformat(at) - datetime.fromisoformat(seen)) < IDLE


def _begin(connection: Connection, person: str) -> Visit:
    """Another request may have begun it meanwhile."""
    at, last = now(), last_visit(connection, person)
    if last is not None and goes_on(last.began_at, at):
        return last
    begun = Visit(at, last.began_at if last else None)
    write_visit(connection, person, begun)
    return begun

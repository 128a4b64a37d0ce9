"""When somebody last came: one row a person, written once a visit."""

from __future__ import annotations

from sqlalchemy import Connection, delete, insert, select

from acquis.model.saved import Visit
from acquis.store.tables import saved_searches, visits


def last_visit(connection: Connection, person: str) -> Visit | None:
    """The visit that began last; None where this person never came."""
    row = connection.execute(select(visits).where(visits.c.person == person)).first()
    return Visit(row.began_at, row.before_at) if row else None


def write_visit(connection: Connection, person: str, one: Visit) -> None:
    """Remember a visit in place of the one before."""
    connection.execute(delete(visits).where(visits.c.person == person))
    connection.execute(
        insert(visits), {"person": person, "began_at": one.began_at, "before_at": one.before_at}
    )


def forget_person(connection: Connection, person: str) -> None:
    """Nothing that they kept for themselves is left: who gets the name later begins anew."""
    for table in (visits, saved_searches):
        connection.execute(delete(table).where(table.c.person == person))

"""Searches that somebody keeps under a name: written, renamed, forgotten, listed; and when they were last looked at."""

from __future__ import annotations

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from acquis.errors import NotKept, RequestError
from acquis.model.saved import LONGEST_NAME, MOST_SAVED, SavedSearch
from acquis.store.tables import saved_searches


def list_saved(connection: Connection, person: str) -> list[SavedSearch]:
    """What a person keeps, by name."""
    rows = connection.execute(select(saved_searches).where(saved_searches.c.person == person))
    found = (SavedSearch(row.name, row.question, row.made_at, row.looked_at) for row in rows)
    return sorted(found, key=lambda one: (one.name.casefold(), one.name))


def find_saved(connection: Connection, person: str, name: str) -> SavedSearch:
    """The one of a name; raises NotKept."""
    row = connection.execute(select(saved_searches).where(_is(person, name))).first()
    if row is None:
        raise NotKept(
            f"no saved search {name[:LONGEST_NAME]!r} is yours; `acquis saved` lists those that are"
        )
    return SavedSearch(row.name, row.question, row.made_at, row.looked_at)


def save(connection: Connection, person: str, name: str, question: str, at: str) -> SavedSearch:
    """Keep a question under a name, new or in place of the one it had. Raises RequestError."""
    name = checked_name(name)
    values = {"question": question, "looked_at": at}
    if not connection.execute(update(saved_searches).where(_is(person, name)).values(**values)).rowcount:
        _refuse_many(connection, person)
        connection.execute(insert(saved_searches), {"person": person, "name": name, "made_at": at, **values})
    return find_saved(connection, person, name)


def look_at_saved(connection: Connection, person: str, name: str, at: str) -> SavedSearch:
    """Write down that a person looks at it; as it was before. Raises NotKept."""
    before = find_saved(connection, person, name)
    connection.execute(update(saved_searches).where(_is(person, before.name)).values(looked_at=at))
    return before


def rename_saved(connection: Connection, person: str, name: str, other: str) -> SavedSearch:
    """Give it another name, which none of theirs may have. Raises NotKept, RequestError."""
    before, other = find_saved(connection, person, name), checked_name(other)
    if other != before.name:
        if connection.execute(select(saved_searches.c.name).where(_is(person, other))).first():
            raise RequestError(f"another of your searches is named {other!r} already; forget it first")
        connection.execute(update(saved_searches).where(_is(person, before.name)).values(name=other))
    return find_saved(connection, person, other)


def forget_saved(connection: Connection, person: str, name: str) -> None:
    """Take it away; raises NotKept."""
    before = find_saved(connection, person, name)
    connection.execute(delete(saved_searches).where(_is(person, before.name)))


def checked_name(name: str) -> str:
    """A name that a search may have, without blanks around it or two beside each other. Raises RequestError."""
    plain = _plain(name)
    if not plain or len(plain) > LONGEST_NAME or not plain.isprintable():
        raise RequestError(
            f"a saved search has a name of 1 to {LONGEST_NAME} characters, all of them to be seen"
        )
    return plain


def _plain(name: str) -> str:
    return " ".join(name.split())


def _is(person: str, name: str) -> ColumnElement[bool]:
    return and_(saved_searches.c.person == person, saved_searches.c.name == _plain(name))


def _refuse_many(connection: Connection, person: str) -> None:
    count = select(func.count()).select_from(saved_searches).where(saved_searches.c.person == person)
    if connection.execute(count).scalar_one() >= MOST_SAVED:
        raise RequestError(
            f"{MOST_SAVED} searches are saved already, as many as one person may; forget one first"
        )

"""Accounts in and out of their table, and who of them is signed in. Times are ISO 8601 in UTC."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, delete, func, insert, select, update

from acquis.errors import NotKept, RequestError
from acquis.model.account import Account, Role, own_name
from acquis.model.marking import Marking
from acquis.store.tables import accounts, sign_ins
from acquis.store.visits import forget_person


def list_accounts(connection: Connection) -> list[Account]:
    """Every account, by name."""
    return [_account(row) for row in connection.execute(select(accounts).order_by(accounts.c.name))]


def count_accounts(connection: Connection) -> int:
    """How many there are."""
    return int(connection.execute(select(func.count()).select_from(accounts)).scalar_one())


def find_account(connection: Connection, name: str) -> Account | None:
    """The account of a name; None where there is none."""
    row = connection.execute(select(accounts).where(accounts.c.name == name)).first()
    return _account(row) if row else None


def password_of(connection: Connection, name: str) -> str | None:
    """The hash of an account's password; None where there is no such account, or no password."""
    found: str | None = connection.execute(
        select(accounts.c.password).where(accounts.c.name == name)
    ).scalar()
    return found


def keep_account(connection: Connection, one: Account) -> None:
    """Write an account, new or in place of the one of its name; its password stays, and so does who it is elsewhere."""
    _refuse_same(connection, one)
    values = {
        "signs": one.signs,
        "role": int(one.role),
        "clearance": int(one.clearance),
        "openid": one.openid,
    }
    before = find_account(connection, one.name)
    if before is None:
        connection.execute(insert(accounts), {"name": one.name, "added_at": one.added_at, **values})
        return
    if before.openid != one.openid:
        values["subject"] = None  # whoever it was found to be, it is somebody else from now on
    connection.execute(update(accounts).where(accounts.c.name == one.name).values(**values))


def write_password(connection: Connection, name: str, hashed: str) -> None:
    """Set the hash of an account's password; raises NotKept."""
    done = connection.execute(update(accounts).where(accounts.c.name == name).values(password=hashed))
    if not done.rowcount:
        raise no_account(name)


def renew_hash(connection: Connection, before: str, hashed: str) -> None:
    """Another hash of the same password, unless the password was changed meanwhile."""
    connection.execute(update(accounts).where(accounts.c.password == before).values(password=hashed))


def remove_account(connection: Connection, name: str) -> None:
    """Take an account away, wherever it is signed in; raises NotKept."""
    connection.execute(delete(sign_ins).where(sign_ins.c.account == name))
    if not connection.execute(delete(accounts).where(accounts.c.name == name)).rowcount:
        raise no_account(name)
    forget_person(connection, own_name(name))


def find_subject(connection: Connection, subject: str) -> Account | None:
    """The account that was found to be this issuer and subject."""
    row = connection.execute(select(accounts).where(accounts.c.subject == subject)).first()
    return _account(row) if row else None


def bind_subject(connection: Connection, openid: str, subject: str) -> Account | None:
    """Tie the account that names this person at the provider to their subject, once; None where there is none to tie."""
    free = (accounts.c.openid == openid, accounts.c.subject.is_(None))
    connection.execute(update(accounts).where(*free).values(subject=subject))
    return find_subject(connection, subject)


def begin_sign_in(connection: Connection, session: str, name: str, at: str) -> None:
    """Somebody is signed in from now on; `session` is the SHA-256 of what their browser holds."""
    row = {"id": session, "account": name, "began_at": at, "seen_at": at}
    connection.execute(insert(sign_ins), row)


def signed_in(connection: Connection, session: str, *, began: str, seen: str) -> tuple[Account, str] | None:
    """Whose session this is and when it was seen last, if it began after `began` and was seen after `seen`."""
    query = (
        select(accounts, sign_ins.c.seen_at)
        .join_from(sign_ins, accounts, accounts.c.name == sign_ins.c.account)
        .where(sign_ins.c.id == session, sign_ins.c.began_at > began, sign_ins.c.seen_at > seen)
    )
    row = connection.execute(query).first()
    return (_account(row), row.seen_at) if row else None


def see_sign_in(connection: Connection, session: str, at: str) -> None:
    """The session was used."""
    connection.execute(update(sign_ins).where(sign_ins.c.id == session).values(seen_at=at))


def end_sign_in(connection: Connection, session: str) -> None:
    """The session is over."""
    connection.execute(delete(sign_ins).where(sign_ins.c.id == session))


def end_sign_ins(connection: Connection, name: str, *, but: str = "") -> None:
    """All sessions of an account are over, but for one."""
    connection.execute(delete(sign_ins).where(sign_ins.c.account == name, sign_ins.c.id != but))


def forget_sign_ins(connection: Connection, *, began: str, seen: str) -> None:
    """Take away sessions that are over by their age."""
    connection.execute(delete(sign_ins).where((sign_ins.c.began_at <= began) | (sign_ins.c.seen_at <= seen)))


def no_account(name: str) -> NotKept:
    """The error of an account that is not there."""
    return NotKept(f"no account {name[:100]!r}; `acquis user list` lists them")


def _refuse_same(connection: Connection, one: Account) -> None:
    """Two people who sign alike could not be told apart, and could undo each other's judgements."""
    for other in list_accounts(connection):
        if other.name != one.name and other.signs.casefold() == one.signs.casefold():
            raise RequestError(
                f"{other.name} signs as {other.signs!r} already; give another name to sign with"
            )
        if other.name != one.name and one.openid and other.openid == one.openid:
            raise RequestError(f"{other.name} is {one.openid!r} at the OpenID provider already")


def _account(row: Row[Any]) -> Account:
    return Account(
        row.name,
        row.signs,
        Role(row.role),
        Marking(row.clearance),
        row.password is not None,
        row.openid,
        row.added_at,
    )

"""The people of one workspace: kept, signed in and out, and what they did; every change of an account is a deed.

All moments are of this machine's clock in UTC. What the store has of a session is the hash of its name.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from acquis.errors import RequestError
from acquis.model.account import Account, Deed
from acquis.model.marking import Viewer
from acquis.store import accounts as table
from acquis.store.deeds import find_deeds, write_deed
from acquis.store.engine import Store
from acquis.web.accounts.passwords import Passwords, refuse_weak

# A session ends after half a day, and after two hours in which nothing was asked.
LONGEST, IDLE = timedelta(hours=12), timedelta(hours=2)
_SEEN = timedelta(minutes=2)  # so often at most is it written that a session is used
_NAME = re.compile(r"[a-z0-9][a-z0-9._@+-]{0,99}")
NOBODY = "(no account of that name)"


def _moment() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Doing:
    """Who does something, from which address; an empty one is the command line."""

    by: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class People:
    """Everybody who has an account, and their sessions."""

    store: Store
    passwords: Passwords = field(default_factory=Passwords)
    clock: Callable[[], datetime] = _moment

    def all(self) -> list[Account]:
        """Every account, by name."""
        with self.store.reading() as connection:
            return table.list_accounts(connection)

    def find(self, name: str) -> Account:
        """The account of a name; raises NotKept."""
        with self.store.reading() as connection:
            found = table.find_account(connection, plain(name))
        if found is None:
            raise table.no_account(name)
        return found

    def keep(self, one: Account, doing: Doing, *, password: str | None = None, new: bool = False) -> None:
        """Keep an account, new or changed, and its password where one is given; raises RequestError."""
        one = replace(one, name=checked_name(one.name), signs=_signs(one), added_at=self._at())
        hashed = self._hash(one.name, password) if password else None
        with self.store.writing() as connection:
            before = table.find_account(connection, one.name)
            if new and before:
                raise RequestError(f"there is an account {one.name!r} already")
            table.keep_account(connection, one)
            if hashed:
                table.write_password(connection, one.name, hashed)
                table.end_sign_ins(connection, one.name)
            write_deed(
                connection, self._deed(doing, "changed account" if before else "added account", told(one))
            )

    def remove(self, name: str, doing: Doing) -> None:
        """Take an account away, wherever it is signed in; what it signed stays. Raises NotKept."""
        with self.store.writing() as connection:
            table.remove_account(connection, plain(name))
            write_deed(connection, self._deed(doing, "removed account", plain(name)))

    def set_password(self, name: str, password: str, doing: Doing, *, session: str = "") -> None:
        """Set a password; all sessions of the account but this one are over. Raises NotKept, RequestError."""
        hashed = self._hash(plain(name), password)
        with self.store.writing() as connection:
            table.write_password(connection, plain(name), hashed)
            table.end_sign_ins(connection, plain(name), but=_sealed(session) if session else "")
            write_deed(connection, self._deed(doing, "changed password", plain(name)))

    def known(self, name: str, password: str) -> Account | None:
        """The account whose password this is; one that was hashed by an older rule is hashed anew."""
        with self.store.reading() as connection:
            found = table.find_account(connection, plain(name))
            hashed = table.password_of(connection, plain(name))
        if not self.passwords.fits(hashed, password) or hashed is None:
            return None
        if self.passwords.is_old(hashed):
            renewed = self.passwords.hash(password)
            with self.store.writing() as connection:
                table.renew_hash(connection, hashed, renewed)
        return found

    def known_elsewhere(self, subject: str, openid: tuple[str, ...]) -> Account | None:
        """The account that this person of the provider was found to be before, else the one that names them."""
        with self.store.writing() as connection:
            found = table.find_subject(connection, subject)
            return found or next(
                (one for words in openid if (one := table.bind_subject(connection, words, subject))), None
            )

    def begin(self, one: Account, session: str, doing: Doing) -> None:
        """Somebody is signed in with this session, which was made for it."""
        now = self.clock()
        with self.store.writing() as connection:
            table.forget_sign_ins(connection, began=_ago(now, LONGEST), seen=_ago(now, IDLE))
            table.begin_sign_in(connection, _sealed(session), one.name, self._at())
            write_deed(connection, self._deed(doing, "signed in"))

    def end(self, session: str, doing: Doing) -> None:
        """Somebody signs out."""
        with self.store.writing() as connection:
            table.end_sign_in(connection, _sealed(session))
            write_deed(connection, self._deed(doing, "signed out"))

    def refuse(self, name: str, address: str, what: str) -> None:
        """Somebody was not let in. What is no account's name is not written down: it may be a password."""
        with self.store.writing() as connection:
            by = plain(name) if table.find_account(connection, plain(name)) else NOBODY
            write_deed(connection, self._deed(Doing(by, address), what))

    def of(self, session: str) -> Account | None:
        """Who is signed in with this session; None where nobody is, or no longer."""
        now = self.clock()
        with self.store.reading() as connection:
            found = table.signed_in(
                connection, _sealed(session), began=_ago(now, LONGEST), seen=_ago(now, IDLE)
            )
        if found is None:
            return None
        account, seen = found
        if seen < _ago(now, _SEEN):
            with self.store.writing() as connection:
                table.see_sign_in(connection, _sealed(session), self._at())
        return account

    def note(self, one: Deed) -> None:
        """Write a deed down, of this moment."""
        with self.store.writing() as connection:
            write_deed(connection, replace(one, at=self._at()))

    def deeds(self, *, limit: int, skip: int = 0, viewer: Viewer) -> list[Deed]:
        """What was done, the newest first, as far as this viewer may see what it is about."""
        with self.store.reading() as connection:
            return find_deeds(connection, viewer, limit=limit, skip=skip)

    def _hash(self, name: str, password: str) -> str:
        refuse_weak(password, name)
        return self.passwords.hash(password)

    def _deed(self, doing: Doing, what: str, about: str = "") -> Deed:
        return Deed(self._at(), doing.by, what, about, doing.address)

    def _at(self) -> str:
        return self.clock().isoformat(timespec="microseconds")


def plain(name: str) -> str:
    """A name as it is kept: without spaces around it, in small letters."""
    return name.strip().lower()


def checked_name(name: str) -> str:
    """A name that an account may have; raises RequestError."""
    if not _NAME.fullmatch(plain(name)):
        raise RequestError(
            f"{name[:60]!r} is no name of an account; expected letters a to z, digits and . _ @ + -, as in ana.silva"
        )
    return plain(name)


def told(one: Account) -> str:
    """An account in a line of the log."""
    return f"{one.name}: {one.role.label}, {one.clearance.label}, signs as {one.signs}"


def _signs(one: Account) -> str:
    words = " ".join((one.signs or one.name).split())
    if not words.isprintable() or len(words) > 100:
        raise RequestError("a name to sign with has at most 100 characters, all of them to be seen")
    return words


def _sealed(session: str) -> str:
    return hashlib.sha256(session.encode()).hexdigest()


def _ago(now: datetime, span: timedelta) -> str:
    return (now - span).isoformat(timespec="microseconds")

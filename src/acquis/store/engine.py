"""An address in, an open store out: SQLite or PostgreSQL, at the schema of this acquis."""

from __future__ import annotations

import os.path
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError as UrlError
from sqlalchemy.exc import DBAPIError, NoSuchModuleError, OperationalError

from acquis.errors import StoreDamaged, StoreError, StoreNotFound
from acquis.store.codec import DamagedRow
from acquis.store.schema import is_workspace, make_schema, schema_problem

_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")
# "acqs": the file says whose it is (SQLite's application_id).
APPLICATION_ID = 0x61637173
_BUSY_SECONDS = 60
# One writer at a time, as in SQLite: its waiting is cheaper than undoing what two wrote twice.
_LOCK = 0x61637173
_DAMAGED = (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_IOERR_SHORT_READ)
# What SQLite says of a table that was there once, and of text that is none.
_SIGNS_OF_DAMAGE = ("malformed", "no such table", "no such column", "Could not decode")
# How psycopg begins when no server is reached.
_NOT_THERE = ("connection ", "failed to resolve", "[Errno")


@dataclass(frozen=True, slots=True)
class Store:
    """An open store. Functions of this package take one of its connections; `name` is for people."""

    engine: Engine
    name: str

    @property
    def is_sqlite(self) -> bool:
        """SQLite, or else PostgreSQL."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection for one consistent look; raises StoreError where the store does not answer."""
        with self._told(), self.engine.connect() as plain:
            # All questions of one look see the same rows; SQLite's transactions do so by themselves.
            level = {} if self.is_sqlite else {"isolation_level": "REPEATABLE READ"}
            connection = plain.execution_options(**level)
            with connection.begin():
                yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that alone writes; all of it is kept at the end, or nothing where anything is raised."""
        with self._told(), self.engine.connect() as plain:
            connection = plain.execution_options(acquis_writes=True)
            with connection.begin():
                if not self.is_sqlite:
                    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_LOCK})")
                yield connection

    @contextmanager
    def _told(self) -> Iterator[None]:
        """Errors of the database as ours, in one line."""
        try:
            yield
        except DBAPIError as problem:
            raise _told(self.name, problem) from problem
        except sqlite3.Error as problem:
            raise told_sqlite(self.name, problem) from problem
        except UnicodeDecodeError as problem:  # SQLite's own message quotes bytes of a damaged page
            raise _damaged(self.name, "its pages are not what was written") from problem
        except UnicodeError as problem:
            if not self.is_sqlite and "idna" in str(problem):
                raise StoreError(self.name, "has no host of that name") from problem
            raise
        except DamagedRow as problem:
            raise _damaged(self.name, str(problem)) from problem

    def close(self) -> None:
        """Let go of all connections."""
        self.engine.dispose()


def is_postgres(address: str) -> bool:
    """Does this address name a PostgreSQL database (and not a file)?"""
    return address.startswith(_POSTGRES)


def open_store(address: str, *, create: bool = False) -> Store:
    """The store at a file or a `postgresql://` address; `create` makes it where there is none.

    Raises StoreNotFound, StoreTooNew, StoreDamaged, or StoreError where it does not answer.
    """
    store = _open_postgres(address) if "://" in address else _open_sqlite(Path(address), create=create)
    try:
        _settle_schema(store, create=create)
    except BaseException:
        store.close()
        raise
    return store


def _settle_schema(store: Store, *, create: bool) -> None:
    with store.reading() as connection:
        known = is_workspace(connection)
        problem = schema_problem(connection, store.name) if known else None
    if known and problem is None:
        return
    if problem is not None and problem.raised is not None:
        raise problem.raised
    if not known and not create:
        raise StoreNotFound(store.name, "holds no workspace; `acquis add` makes one")
    with store.writing() as connection:
        make_schema(connection)


def _open_sqlite(path: Path, *, create: bool) -> Store:
    if path.is_dir():
        raise StoreError(str(path), "is a folder; a workspace is a file such as acquis.db")
    if not path.exists() and not create:
        raise StoreNotFound(str(path), "no such workspace; `acquis add` makes one, --workspace names another")
    if not path.parent.is_dir():
        raise StoreError(str(path), f"no folder {path.parent}; make it first")
    if path.exists():
        _refuse_other_files(path, create=create)
    url = URL.create("sqlite", database=os.path.abspath(path))  # a path may hold `?` and `#`
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Store(engine, str(path))


def _refuse_other_files(path: Path, *, create: bool) -> None:
    """Refuse a file that is no SQLite database, or another program's, before a byte of it is touched."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError as problem:
        raise StoreError(str(path), f"cannot be opened ({problem.strerror})") from problem
    if not head:
        if not create:
            raise StoreNotFound(str(path), "is empty; `acquis add` makes a workspace of it")
    elif not head.startswith(b"SQLite format 3\x00"):
        raise StoreDamaged(
            str(path), "is no acquis workspace (not an SQLite file); name another with --workspace"
        )
    elif int.from_bytes(head[68:72], "big") != APPLICATION_ID and not _is_blank_or_ours(path):
        raise StoreDamaged(str(path), "is another program's database; name another file with --workspace")


def _is_blank_or_ours(path: Path) -> bool:
    """Has a file without our mark no tables, or is the mark still in its log? A crash while it was made leaves both."""
    try:
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS)
        try:
            (mark,) = connection.execute("PRAGMA application_id").fetchone()
            (tables,) = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        finally:
            connection.close()
    except sqlite3.Error as problem:
        raise told_sqlite(str(path), problem) from problem
    return bool(mark == APPLICATION_ID or (mark == 0 and tables == 0))


def _prepare_sqlite(connection: Any, _: object) -> None:
    connection.isolation_level = None  # transactions are begun by us, see _begin_sqlite
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON", "cache_size=-64000",
                   "temp_store=MEMORY", "mmap_size=268435456"):  # fmt: skip
        connection.execute(f"PRAGMA {pragma}")


def _begin_sqlite(connection: Connection) -> None:
    """A writer takes its lock at once: taken later, two writers could each wait for the other."""
    writes = connection.get_execution_options().get("acquis_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _open_postgres(address: str) -> Store:
    wanted = "expected a file, or postgresql://user@host/database"
    if not is_postgres(address):
        raise StoreError(f"{address.partition('://')[0]}://…", f"is no address of a workspace; {wanted}")
    try:
        url = make_url(f"postgresql+psycopg://{address.partition('://')[2]}")
        engine = create_engine(url, connect_args={"connect_timeout": 10})
    except (UrlError, NoSuchModuleError, ValueError) as problem:
        raise StoreError("postgresql://…", f"is no address of a workspace; {wanted}") from problem
    if "@" in (url.host or ""):  # the end of a password, which the database's own message would print
        raise StoreError("postgresql://…", "is no address of a workspace; write @ in a password as %40")
    event.listen(engine, "connect", _prepare_postgres)
    return Store(engine, _shown(url))


def _shown(url: URL) -> str:
    """The address for people: never a password, wherever in it one stood."""
    port = f":{url.port}" if url.port else ""
    return f"postgresql://{url.host or ''}{port}/{url.database or ''}"


def _prepare_postgres(connection: Any, _: object) -> None:
    """Searches take milliseconds: compiling them costs more, and a plan for any words fits no words."""
    connection.prepare_threshold = None
    connection.execute("SET jit = off")
    connection.execute("SET work_mem = '64MB'")
    connection.commit()


def _told(name: str, problem: DBAPIError) -> StoreError:
    original = problem.orig
    if isinstance(original, sqlite3.Error):
        return told_sqlite(name, _first(original))
    words = " ".join(str(original).split())[:300]
    if isinstance(problem, OperationalError) and words.startswith(_NOT_THERE):
        return StoreError(name, f"does not answer ({words})")
    return StoreError(name, f"the database refused: {words}")


def _first(problem: sqlite3.Error) -> sqlite3.Error:
    """What went wrong at first: SQLite undoes all where the disk is full, and then a savepoint is missed."""
    before: BaseException | None = problem
    while before is not None and "no such savepoint" in str(before):
        before = before.__context__
    found = before.orig if isinstance(before, DBAPIError) else before
    return found if isinstance(found, sqlite3.Error) else problem


def told_sqlite(name: str, problem: sqlite3.Error) -> StoreError:
    """An error of SQLite as ours."""
    words = str(problem)
    code = getattr(problem, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    if code in _DAMAGED or code & 0xFF in _DAMAGED or any(sign in words for sign in _SIGNS_OF_DAMAGE):
        return _damaged(name, words)
    match code & 0xFF:
        case sqlite3.SQLITE_FULL | sqlite3.SQLITE_IOERR:
            return StoreError(
                name, f"cannot grow ({words}): is the disk full? All that was added before is kept"
            )
        case sqlite3.SQLITE_READONLY | sqlite3.SQLITE_CANTOPEN | sqlite3.SQLITE_PERM:
            return StoreError(
                name, f"cannot be written ({words}); check its permissions, and those of its folder"
            )
        case sqlite3.SQLITE_BUSY | sqlite3.SQLITE_LOCKED:
            return StoreError(
                name, f"another process has been writing for {_BUSY_SECONDS} s; try again later"
            )
    return StoreError(name, f"the database refused: {words}")


def _damaged(name: str, words: str) -> StoreDamaged:
    return StoreDamaged(name, f"is damaged ({words[:200]}); restore a backup (`acquis backup` makes them)")

"""An address in, an open store out: SQLite or PostgreSQL, at the schema of this acquis."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError as UrlError
from sqlalchemy.exc import DBAPIError, NoSuchModuleError

from acquis.errors import StoreDamaged, StoreError, StoreNotFound
from acquis.store.schema import is_workspace, make_schema, schema_problem

_POSTGRES = ("postgresql://", "postgres://", "postgresql+psycopg://")
# "acqs": the file says whose it is (SQLite's application_id).
APPLICATION_ID = 0x61637173
_BUSY_SECONDS = 60
# One writer at a time, as in SQLite: its waiting is cheaper than undoing what two wrote twice.
_LOCK = 0x61637173


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
        with self._told(), self.engine.connect() as connection, connection.begin():
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
            raise _told_sqlite(self.name, problem) from problem

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
    store = _open_postgres(address) if is_postgres(address) else _open_sqlite(Path(address), create=create)
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
    if path.exists() and path.stat().st_size:
        _refuse_other_files(path)
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": _BUSY_SECONDS})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return Store(engine, str(path))


def _refuse_other_files(path: Path) -> None:
    """Refuse a file that is no SQLite database, or another program's, before a byte of it is touched."""
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError as problem:
        raise StoreError(str(path), f"cannot be opened ({problem.strerror})") from problem
    if not head.startswith(b"SQLite format 3\x00"):
        raise StoreDamaged(
            str(path), "is no acquis workspace (not an SQLite file); name another with --workspace"
        )
    if int.from_bytes(head[68:72], "big") not in (0, APPLICATION_ID):
        raise StoreDamaged(str(path), "is another program's database; name another file with --workspace")


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
    rest = address.partition("://")[2]
    shown = f"postgresql://{rest.rpartition('@')[2]}"  # never a password in a message
    try:
        engine = create_engine(f"postgresql+psycopg://{rest}", connect_args={"connect_timeout": 10})
    except (UrlError, NoSuchModuleError, ValueError) as problem:
        raise StoreError(shown, "is no address; expected postgresql://user@host/database") from problem
    event.listen(engine, "connect", _prepare_postgres)
    return Store(engine, shown)


def _prepare_postgres(connection: Any, _: object) -> None:
    """Searches take milliseconds: compiling them costs more, and a plan for any words fits no words."""
    connection.prepare_threshold = None
    connection.execute("SET jit = off")
    connection.execute("SET work_mem = '64MB'")
    connection.commit()


def _told(name: str, problem: DBAPIError) -> StoreError:
    original = problem.orig
    if isinstance(original, sqlite3.Error):
        return _told_sqlite(name, original)
    words = " ".join(str(original).split())
    return StoreError(name, f"the database refused: {words[:300]}")


def _told_sqlite(name: str, problem: sqlite3.Error) -> StoreError:
    words = str(problem)
    if "malformed" in words or "not a database" in words:
        return StoreDamaged(name, f"is damaged ({words}); restore a backup (`acquis backup` makes them)")
    if "full" in words or "disk I/O" in words:
        return StoreError(name, "cannot grow: the disk is full; all that was added before is kept")
    if "readonly" in words or "unable to open" in words:
        return StoreError(name, f"cannot be written ({words}); check its permissions")
    if "locked" in words:
        return StoreError(name, f"another process has been writing for {_BUSY_SECONDS} s; try again later")
    return StoreError(name, f"the database refused: {words}")

"""A PostgreSQL server for the tests: of the machine's own programs, in a folder of its own, never as root."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psycopg

_PLACES = ("/usr/lib/postgresql", "/usr/local/pgsql", "/opt/homebrew/opt")
_USERS = ("postgres", "nobody")


@dataclass(frozen=True, slots=True)
class Server:
    """A running server, reached by a socket in `folder`."""

    folder: Path

    def make_database(self) -> str:
        """The address of a new empty database."""
        name = f"t{uuid.uuid4().hex[:12]}"
        self._do(f"CREATE DATABASE {name}")
        return f"postgresql://acquis@/{name}?host={self.folder}"

    def drop_database(self, address: str) -> None:
        """Take a database away: hundreds of them would fill the disk."""
        name = address.partition("@/")[2].partition("?")[0]
        self._do(f"DROP DATABASE {name} WITH (FORCE)")

    def _do(self, statement: str) -> None:
        with psycopg.connect(
            host=str(self.folder), user="acquis", dbname="postgres", autocommit=True
        ) as connection:
            connection.execute(statement.encode())


def programs() -> Path | None:
    """The folder of initdb and postgres, or None where PostgreSQL is not installed."""
    found = shutil.which("postgres")
    if found:
        return Path(found).parent
    folders = [folder for place in _PLACES for folder in Path(place).glob("*/bin")]
    return max((folder for folder in folders if (folder / "initdb").exists()), default=None, key=str)


@contextmanager
def running(binaries: Path) -> Iterator[Server]:
    """A server of its own, stopped and taken away at the end; it keeps nothing safe on the disk, and is quick."""
    folder = Path(tempfile.mkdtemp(prefix="acquis-pg-", dir="/tmp"))  # a socket's path must be short
    data = folder / "data"
    _give_away(folder)
    control = str(binaries / "pg_ctl")
    try:
        _do(
            str(binaries / "initdb"),
            "-D",
            str(data),
            "-U",
            "acquis",
            "-A",
            "trust",
            "-E",
            "UTF8",
            "--no-sync",
            "--locale=C",
        )
        options = (
            f"-k {folder} -c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off"
        )
        _do(control, "-D", str(data), "-o", options, "-l", str(folder / "log"), "-w", "start")
        try:
            yield Server(folder)
        finally:
            _do(control, "-D", str(data), "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _do(*words: str) -> None:
    subprocess.run(
        _as_nobody(list(words)), check=True, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, cwd="/"
    )


def _as_nobody(words: list[str]) -> list[str]:
    """The command as a user without rights: PostgreSQL refuses to run as root."""
    user = _user()
    return (
        words
        if user is None
        else ["setpriv", f"--reuid={user}", f"--regid={_group(user)}", "--clear-groups", *words]
    )


def _give_away(folder: Path) -> None:
    user = _user()
    if user is not None:
        entry = pwd.getpwnam(user)
        os.chown(folder, entry.pw_uid, entry.pw_gid)


def _user() -> str | None:
    """Whom to run the server as: None where we are not root ourselves."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name for entry in pwd.getpwall()}
    return next(name for name in _USERS if name in names)


def _group(user: str) -> int:
    return pwd.getpwnam(user).pw_gid

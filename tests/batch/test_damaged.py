"""Workspaces that are damaged, of a newer acquis, or closed to us: one line and the right exit code, never a traceback."""

from __future__ import annotations

import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from acquis.workspace import Workspace
from folders import write_documents

Run = Callable[..., Result]
LOOKS = (
    ("documents",),
    ("show", "readout-00001.txt"),
    ("receipts",),
    ("judgements",),
    ("verify",),
    ("export", "claims"),
    ("reread", "--all", "--processes", "1"),
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace of ten documents and a judgement."""
    folder = tmp_path_factory.mktemp("made")
    write_documents(folder / "texts", 10)
    with Workspace.open(folder / "made.db", create=True) as workspace:
        for _ in workspace.add([folder / "texts"], processes=1):
            pass
        workspace.judge(workspace.claims()[0].key, "accept", by="desk")
    return folder / "made.db"


@pytest.fixture
def address(made: Path, tmp_path: Path) -> Path:
    """A copy to damage."""
    return Path(shutil.copy(made, tmp_path / "acquis.db"))


def told(result: Result) -> str:
    """What a run said, which holds no traceback, and one line where it failed."""
    assert result.exception is None or isinstance(result.exception, SystemExit), repr(result.exception)
    assert "Traceback" not in result.output
    assert result.exit_code in (0, 1, 3)
    assert result.exit_code != 3 or result.stdout or result.stderr.count("\n") == 1
    return result.output


@pytest.mark.parametrize("size", [50, 4096, 20_000, 60_000])
@pytest.mark.parametrize("look", LOOKS, ids=" ".join)
def test_a_truncated_file_is_damaged(run: Run, address: Path, size: int, look: tuple[str, ...]) -> None:
    """Exit code 3 and one line that names the file and what to do."""
    os.truncate(address, size)
    result = run(*look, "--workspace", address)
    assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert f"{address}: is damaged" in told(result)
    assert "backup" in result.stderr


@pytest.mark.parametrize("seed", range(12))
def test_flipped_bytes_never_give_a_traceback(run: Run, address: Path, seed: int) -> None:
    """Whatever stands in the file: every command answers, and where one meets the damage the exit code is 3."""
    chance = random.Random(seed)
    data = bytearray(address.read_bytes())
    for _ in range(5 if seed % 2 else 100):
        data[chance.randrange(100, len(data))] ^= 1 << chance.randrange(8)
    address.write_bytes(data)
    codes = []
    for look in LOOKS:
        result = run(*look, "--workspace", address)
        told(result)
        codes.append(result.exit_code)
    assert codes[LOOKS.index(("verify",))] in (0, 3)
    assert seed % 2 or 3 in codes


@pytest.mark.parametrize("table", ["claims", "documents", "receipts", "judgements"])
@pytest.mark.parametrize("body", ["{", "[]", "null", '{"owners": 1}'])
def test_a_row_that_no_acquis_wrote_is_damage(run: Run, address: Path, table: str, body: str) -> None:
    """Who meets it says so with exit code 3, and verify names the row."""
    with sqlite3.connect(address) as connection:
        connection.execute(
            f"UPDATE {table} SET body = ? WHERE rowid IN (SELECT min(rowid) FROM {table})", [body]
        )
    connection.close()
    result = run("verify", "--workspace", address)
    assert (result.exit_code, result.stderr) == (3, "")
    assert table[:-1].replace("claim", "finding") in result.stdout
    assert "cannot be read" in result.stdout
    for look in LOOKS:
        told(run(*look, "--workspace", address))


def test_a_newer_workspace_is_refused(run: Run, address: Path) -> None:
    """One line that says to update, exit code 3, and not a byte of it is changed."""
    with sqlite3.connect(address) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = address.read_bytes()
    for look in (*LOOKS, ("add", str(address.parent))):
        result = run(*look, "--workspace", address)
        assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (3, "", 1)
        assert "was made by a newer acquis" in result.stderr
    assert address.read_bytes() == before


@pytest.mark.parametrize("data", [b"minutes of a meeting\n" * 20, b"\x00" * 5000, b"%PDF-1.7\n"])
def test_a_file_that_is_no_workspace_is_left_alone(run: Run, tmp_path: Path, data: bytes) -> None:
    """Another file named by mistake is refused with exit code 3, and stays what it was."""
    path = tmp_path / "minutes.txt"
    path.write_bytes(data)
    for look in (*LOOKS, ("add", str(path))):
        result = run(*look, "--workspace", path)
        assert (result.exit_code, result.stderr.count("\n")) == (3, 1)
    assert path.read_bytes() == data


def test_another_programs_database_is_left_alone(run: Run, tmp_path: Path) -> None:
    """An SQLite file that says whose it is."""
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 42")
        connection.execute("CREATE TABLE mine (word)")
    connection.close()
    before = path.read_bytes()
    result = run("add", "--workspace", path, path)
    assert (result.exit_code, "another program" in result.stderr) == (3, True)
    assert path.read_bytes() == before

"""A disk that is full: one line, exit code 1, and what was added before is kept whole."""

from __future__ import annotations

import resource
import subprocess
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from sqlalchemy import event

from acquis.errors import StoreDamaged, StoreError
from acquis.model.kept import KeptReceipt
from acquis.workspace import Workspace
from disks import mounted
from folders import add_here, contents, damages, write_documents

COUNT = 90


def limited(size: int) -> None:
    """In a new process: no file may grow over so many bytes."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def add(
    command: list[str], address: Path, folder: Path, before: Callable[[], None] | None = None
) -> subprocess.CompletedProcess[str]:
    """`acquis add` in a process of its own."""
    words = [*command, "add", "--format", "jsonl", "--workspace", str(address), str(folder)]
    return subprocess.run(words, capture_output=True, text=True, check=False, preexec_fn=before)


def test_a_workspace_that_may_not_grow_keeps_what_is_there(acquis_command: list[str], tmp_path: Path) -> None:
    """Every receipt that was printed tells of a whole document, and with room again the next run completes."""
    folder, address = write_documents(tmp_path / "texts", COUNT), tmp_path / "acquis.db"
    full = add(acquis_command, address, folder, partial(limited, 500_000))
    assert (full.returncode, full.stderr.count("\n")) == (1, 1)
    assert "cannot grow" in full.stderr
    assert damages(address) == []
    assert full.stdout.count("\n") == len(contents(address)) < COUNT
    assert "failed" not in add_here(address, folder)
    assert (damages(address), len(contents(address))) == ([], COUNT)


def test_a_workspace_that_cannot_even_begin(acquis_command: list[str], tmp_path: Path) -> None:
    """No room for the tables: the same line, and later the same file is made into a workspace."""
    folder, address = write_documents(tmp_path / "texts", 2), tmp_path / "acquis.db"
    full = add(acquis_command, address, folder, partial(limited, 100))
    assert (full.returncode, full.stdout, full.stderr.count("\n")) == (1, "", 1)
    assert "failed" not in add_here(address, folder)
    assert damages(address) == []


def test_sqlite_saying_that_it_is_full(tmp_path: Path) -> None:
    """In Python: a StoreError that is no damage; the receipts given before are kept."""
    folder = write_documents(tmp_path / "texts", COUNT)
    with Workspace.open(tmp_path / "acquis.db", create=True) as workspace:
        event.listen(workspace.store.engine, "connect", _few_pages)
        receipts: list[KeptReceipt] = []
        with pytest.raises(StoreError, match="full") as caught:
            receipts.extend(workspace.add([folder], processes=1))
        assert not isinstance(caught.value, StoreDamaged)
    assert damages(tmp_path / "acquis.db") == []


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte, which only root may make."""
    place = tmp_path / "disk"
    place.mkdir()
    with mounted(place, "1m") as disk:
        if not disk:
            pytest.skip("a small disk cannot be mounted here")
        yield place


def test_a_disk_that_is_really_full(
    acquis_command: list[str], run: Callable[..., Result], tmp_path: Path, small_disk: Path
) -> None:
    """The same of a real disk; an export and a backup onto it leave nothing half there."""
    folder, address = write_documents(tmp_path / "texts", COUNT), small_disk / "acquis.db"
    full = add(acquis_command, address, folder)
    assert (full.returncode, full.stderr.count("\n")) == (1, 1)
    assert "full" in full.stderr
    there = sorted(small_disk.iterdir())
    other = tmp_path / "other.db"
    assert "failed" not in add_here(other, folder)
    for words in (["export", "claims", "-o"], ["backup"]):
        done = run(*words, small_disk / "copy", "--workspace", other)
        assert (done.exit_code, done.stderr.count("\n")) == (1, 1), done.stderr
        assert str(small_disk / "copy") in done.stderr
        assert sorted(small_disk.iterdir()) == there


def _few_pages(connection: Any, _: object) -> None:
    connection.execute("PRAGMA max_page_count = 120")

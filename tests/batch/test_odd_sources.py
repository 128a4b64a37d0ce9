"""Sources that are odd: names that are no UTF-8, files that change, characters no database likes, thousands of files."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from acquis.workspace import Workspace
from disks import close, mounted
from folders import damages, write_documents

PROMISE = "Japan and the United Kingdom agreed to meet again in London in 2032.\n"
ODD = {
    "nul": "Japan agreed to \x00meet again in London in 2032.\n",
    "controls": "Japan \x01\x1b[31magreed\x7f to meet\x85 again in London in 2032.\n",
    "directions": "Japan \u202eagreed\u2066 to meet again in London in 2032.\n",
    "half a character in the head": '---\ntitle: "half \\ud800 a character"\n---\n' + PROMISE,
    "nul in the head": '---\ntitle: "a \\0 title"\nsymbol: "A/80/\\0"\n---\n' + PROMISE,
    "quotes": "Japan agreed to meet ' \" \\ \t%s %(x)s :x $1 again in London in 2032.\n",
    "beyond the plane": "Japan agreed to meet \U0001f600\U000e0041 again in \ufffe\uffff London in 2032.\n",
    "long word": "Japan agreed to " + "a" * 100_000 + " meet again in London in 2032.\n",
    "combining": "Japan agreed to m" + "\u0301" * 5_000 + "eet again in London in 2032.\n",
}


@pytest.mark.parametrize("name", ODD)
def test_odd_characters_stop_nobody(workspace: Workspace, tmp_path: Path, name: str) -> None:
    """On both engines the document is kept whole, is found again, and the one after it is kept too."""
    (tmp_path / "a.md").write_bytes(ODD[name].encode("utf-8"))
    (tmp_path / "b.md").write_text(PROMISE, encoding="utf-8")
    first, second = workspace.add([tmp_path / "a.md", tmp_path / "b.md"])
    assert second.outcome == "added"
    assert (first.outcome, first.message) == ("added", None)
    assert workspace.verify() == []
    assert workspace.show(first.document or "").document.key == first.document
    assert [one.location for one in workspace.receipts()] == [second.location, first.location]


@pytest.mark.skipif(sys.platform != "linux", reason="the file system must allow it")
def test_a_name_that_is_not_utf_8(workspace: Workspace, tmp_path: Path) -> None:
    """It is read, shown with an escape, and found by what is shown; a second run knows it."""
    folder = os.fsencode(tmp_path)
    with open(folder + b"/caf\xe9.txt", "w", encoding="utf-8") as file:
        file.write(PROMISE)
    (receipt,) = workspace.add([tmp_path])
    assert (receipt.outcome, receipt.location.endswith("caf\\udce9.txt")) == ("added", True)
    assert workspace.show("caf\\udce9.txt").document.key == receipt.document
    assert [one.outcome for one in workspace.add([tmp_path])] == ["unchanged"]
    assert workspace.verify() == []


def test_a_name_with_a_line_break_and_an_escape(workspace: Workspace, tmp_path: Path) -> None:
    """A file name is untrusted text too; it is kept as it is."""
    path = tmp_path / "a\nb\x1b[2Jc.txt"
    path.write_text(PROMISE, encoding="utf-8")
    (receipt,) = workspace.add([path])
    assert (receipt.outcome, receipt.location) == ("added", str(path))


def test_a_file_that_changes_while_it_is_read(tmp_path: Path) -> None:
    """What is kept is one moment of it: the hash, the text and the quotes are of the same bytes."""
    path, stop = tmp_path / "page.txt", threading.Event()
    path.write_text(PROMISE, encoding="utf-8")

    def change() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            with path.open("r+", encoding="utf-8") as file:  # in place: a reader may meet half of it
                file.write(f"Case {number}. " * (number % 50) + PROMISE)
                file.truncate()

    thread = threading.Thread(target=change)
    thread.start()
    outcomes: set[str] = set()
    end = time.monotonic() + 20
    try:
        with Workspace.open(tmp_path / "acquis.db", create=True) as workspace:
            while "new version" not in outcomes and time.monotonic() < end:
                outcomes |= {one.outcome for _ in range(10) for one in workspace.add([path], processes=1)}
    finally:
        stop.set()
        thread.join()
    assert "new version" in outcomes
    assert outcomes <= {"added", "new version", "unchanged", "failed"}
    assert damages(tmp_path / "acquis.db") == []


def test_thousands_of_files_take_no_more_memory(acquis_command: list[str], tmp_path: Path) -> None:
    """2,000 documents need little more than 100 do, and a minute at most on a slow machine."""
    used = []
    for count in (100, 2_000):
        folder = write_documents(tmp_path / str(count), 0)
        for number in range(count):
            (folder / f"{number}.txt").write_text(f"Japan agreed to pay {number} times.\n", encoding="utf-8")
        address, began = tmp_path / f"{count}.db", time.monotonic()
        words = [*acquis_command, "add", "--workspace", str(address), str(folder)]
        process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        assert process.returncode == 0
        assert time.monotonic() - began < 60
        assert len(contents_of(address)) == count
        used.append(usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))
    assert used[1] - used[0] < 40, f"{used} MB"


def contents_of(address: Path) -> list[str]:
    """The keys of all documents."""
    with Workspace.open(address) as workspace:
        return [one.key for one in workspace.documents()]


@pytest.fixture
def closed(tmp_path: Path) -> Iterator[Path]:
    """A folder with an empty workspace and one document, in which nothing may be written."""
    folder = tmp_path / "closed"
    folder.mkdir()
    with mounted(folder, "4m") as disk:
        if os.geteuid() == 0 and not disk:
            pytest.skip("nothing is closed to root here")
        write_documents(folder, 1)
        Workspace.open(folder / "old.db", create=True).close()
        if disk:
            close(folder)
        else:
            (folder / "old.db").chmod(0o400)
            folder.chmod(0o500)
        yield folder
        if not disk:
            folder.chmod(0o700)


def test_what_may_not_be_written(acquis_command: list[str], closed: Path) -> None:
    """A read-only folder, and a read-only workspace in it: one line that says so, and exit code 1."""
    refused(acquis_command, closed / "new.db", closed)
    refused(acquis_command, closed / "old.db", closed)


def refused(command: list[str], address: Path, folder: Path) -> None:
    """Adding there is refused in one line."""
    words = [*command, "add", "--workspace", str(address), str(folder)]
    done = subprocess.run(words, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert "permission" in done.stderr

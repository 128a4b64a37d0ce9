"""`acquis add` stopped in the middle: by Ctrl-C and by kill -9. Nothing is half there, and the next run completes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from folders import add_here, contents, damages, write_documents
from terminal import children_of, gone

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
COUNT = 150


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Enough documents for several transactions."""
    return write_documents(tmp_path_factory.mktemp("stopping") / "texts", COUNT)


@pytest.fixture(scope="module")
def undisturbed(folder: Path) -> dict[str, tuple[int, tuple[str, ...]]]:
    """What a run that nobody stops leaves."""
    address = folder.parent / "undisturbed.db"
    add_here(address, folder)
    return contents(address)


class Adding:
    """An `acquis add` in a process of its own, two more reading for it; its receipts are read line by line."""

    def __init__(self, command: list[str], address: str, folder: Path) -> None:
        words = [
            *command,
            "add",
            "--format",
            "jsonl",
            "--processes",
            "2",
            "--workspace",
            address,
            str(folder),
        ]
        self.process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.receipts = 0
        self.readers: list[int] = []

    def wait_for(self, receipts: int) -> None:
        """Read so many receipts; what they tell of is kept."""
        assert self.process.stdout is not None
        while self.receipts < receipts and self.process.stdout.readline():
            self.receipts += 1
        self.readers = children_of(self.process.pid)

    def stop(self, sign: signal.Signals) -> tuple[int, str]:
        """Send the signal; exit code and what was said on standard error."""
        self.process.send_signal(sign)
        assert self.process.stdout is not None
        assert self.process.stderr is not None
        # What was read ahead of the last line is in the file object: `communicate` would leave it there.
        self.receipts += self.process.stdout.read().count("\n")
        said = self.process.stderr.read()
        return self.process.wait(timeout=30), said


@pytest.mark.parametrize("after", [1, 41])
def test_ctrl_c_keeps_what_has_a_receipt(
    acquis_command: list[str], folder: Path, tmp_path: Path, after: int,
    undisturbed: dict[str, tuple[int, tuple[str, ...]]],
) -> None:  # fmt: skip
    """Exit code 130 and one line; all that was printed is kept whole, the next run does the rest, and no more."""
    address = str(tmp_path / "acquis.db")
    adding = Adding(acquis_command, address, folder)
    adding.wait_for(after)
    code, said = adding.stop(signal.SIGINT)
    assert (code, said.count("\n")) == (130, 1)
    found = re.search(rf"stopped; (\d+) of {COUNT} done and kept", said)
    assert found is not None
    assert int(found[1]) - adding.receipts in (0, 1)  # one may be stopped while it is printed
    assert gone(adding.readers)
    assert damages(address) == []
    assert len(contents(address)) >= adding.receipts
    assert "failed" not in add_here(address, folder)
    assert contents(address) == undisturbed


@pytest.mark.parametrize("after", [0, 41])
def test_kill_leaves_nothing_half_added(
    acquis_command: list[str], folder: Path, tmp_path: Path, after: int,
    undisturbed: dict[str, tuple[int, tuple[str, ...]]],
) -> None:  # fmt: skip
    """Every document that is there has its passages and findings; the next run completes; no reader lives on."""
    address = str(tmp_path / "acquis.db")
    adding = Adding(acquis_command, address, folder)
    adding.wait_for(after)
    assert adding.stop(signal.SIGKILL)[0] == -signal.SIGKILL
    assert gone(adding.readers)
    if os.path.exists(address) and after:
        assert damages(address) == []
        assert len(contents(address)) >= adding.receipts
    assert "failed" not in add_here(address, folder)
    assert (damages(address), contents(address)) == ([], undisturbed)

"""Two processes that add the same files at once into one workspace."""

from __future__ import annotations

import subprocess
from pathlib import Path

from acquis.workspace import Workspace
from folders import contents, damages, write_documents

COUNT = 20


def test_two_that_add_the_same_at_once_keep_each_document_once(
    acquis_command: list[str], address: str, tmp_path: Path
) -> None:
    """Both end well, on both engines, also where the workspace is not there yet; nothing is there twice."""
    folder = write_documents(tmp_path / "texts", COUNT)
    words = [*acquis_command, "add", "--format", "jsonl", "--workspace", address, str(folder)]
    both = [subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _ in "ab"]
    ends = [(each.communicate(timeout=60), each.returncode) for each in both]
    assert [code for _, code in ends] == [0, 0], ends
    outcomes = [line for (told, _), _ in ends for line in told.splitlines()]
    assert sum('"outcome": "added"' in line for line in outcomes) == COUNT
    assert len(outcomes) == 2 * COUNT
    kept = contents(address)
    assert (len(kept), {version for version, _ in kept.values()}) == (COUNT, {1})
    assert damages(address) == []


def test_one_reads_while_another_writes(acquis_command: list[str], address: str, tmp_path: Path) -> None:
    """A list is made in the middle of adding, and holds whole documents only."""
    Workspace.open(address, create=True).close()
    folder = write_documents(tmp_path / "texts", 60)
    words = [*acquis_command, "add", "--format", "jsonl", "--workspace", address, str(folder)]
    with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as adding:
        assert adding.stdout is not None
        adding.stdout.readline()
        assert damages(address) == []
        adding.stdout.read()
    assert (adding.returncode, len(contents(address))) == (0, 60)

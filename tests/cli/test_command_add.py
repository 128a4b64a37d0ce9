"""`acquis add`, `reread` and `remove`: what a person and a program are told of what came in."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from folders import write_documents

Run = Callable[..., Result]
PROMISE = "# Third Cyber Dialogue\n\nJapan and the United Kingdom agreed to meet again in London in 2032.\n"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to be in, with one readout."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "readout.md").write_text(PROMISE, encoding="utf-8")
    return tmp_path


def test_a_first_document_makes_the_workspace(run: Run, here: Path) -> None:
    """acquis.db of this folder; the receipt names document, marking, sizes and findings, the last line the sum."""
    result = run("add", "readout.md")
    assert (result.exit_code, result.stderr) == (0, "")
    place, title, counts, total = result.stdout.splitlines()
    assert place.split() == ["added", str(here / "readout.md")]
    assert title.strip() == "Third Cyber Dialogue"
    assert counts.split("  ")[-1] == "2 paragraphs, 2 sentences; 1 commitment"
    assert "TLP:AMBER" in counts
    assert total.startswith("1 document in ")
    assert total.endswith(": 1 added; 1 finding")
    assert (here / "acquis.db").is_file()


def test_the_same_again_is_said_to_be_known(run: Run, here: Path) -> None:
    """One line a document, and no findings are claimed."""
    run("add", "readout.md")
    known, total = run("add", "readout.md").stdout.splitlines()
    assert known.startswith("unchanged ")
    assert known.endswith(", version 1)")
    assert total.endswith(": 1 unchanged")


def test_a_changed_file_is_a_new_version_and_says_what_moved(run: Run, here: Path) -> None:
    """Paragraphs and findings, counted; the list then shows the version."""
    run("add", "readout.md")
    (here / "readout.md").write_text(PROMISE + "\nJapan offered to host it.\n", encoding="utf-8")
    told = run("add", "readout.md").stdout
    assert told.startswith("new version ")
    assert "paragraphs: 1 new, 0 gone, 0 edited, 0 moved; findings: 1 new, 0 gone" in told
    assert "version 2 of 2: Third Cyber Dialogue" in run("documents").stdout


def test_what_cannot_be_read_is_said_and_the_rest_is_kept(run: Run, here: Path) -> None:
    """A line each on standard error, exit code 1, and a receipt that says why."""
    (here / "empty.txt").touch()
    result = run("add", "readout.md", "missing.txt", "empty.txt")
    assert result.exit_code == 1
    assert [line.split(":")[1].strip() for line in result.stderr.splitlines()] == [
        str(here / "missing.txt"), str(here / "empty.txt"),
    ]  # fmt: skip
    assert "3 documents in " in result.stdout
    assert ": 1 added, 2 failed; 1 finding" in result.stdout
    failed = run("receipts", "--failed").stdout.splitlines()
    assert ["the file is empty" in line for line in failed] == [True, False]


def test_many_documents_are_not_listed_one_by_one(run: Run, here: Path) -> None:
    """From twenty-one on only the sum is printed, and what needs a look."""
    write_documents(here / "texts", 21)
    (line,) = run("add", "texts").stdout.splitlines()
    assert line.startswith("21 documents in ")
    (here / "texts" / "readout-00003.txt").write_text(PROMISE, encoding="utf-8")
    (here / "texts" / "readout-00004.txt").write_bytes(b"")
    again = run("add", "texts")
    assert again.exit_code == 1
    assert again.stdout.startswith("new version ")
    assert again.stdout.splitlines()[-1].endswith("1 new version, 19 unchanged, 1 failed; 1 finding")


def test_programs_get_a_receipt_a_line(run: Run, here: Path) -> None:
    """With --format jsonl nothing else is on standard output."""
    result = run("add", "--format", "jsonl", "readout.md", "missing.txt")
    added, failed = map(json.loads, result.stdout.splitlines())
    assert (added["outcome"], added["claims"], added["marking"]) == (
        "added",
        [["commitment", 1]],
        "TLP:AMBER",
    )
    assert (failed["outcome"], failed["code"], failed["location"]) == (
        "failed", "not-found", str(here / "missing.txt"),
    )  # fmt: skip
    assert json.loads(run("receipts", "--format", "jsonl", "--limit", "1").stdout) == failed


def test_standard_input_is_a_source(run: Run, here: Path) -> None:
    """A pipe comes from nowhere: two texts through it are two documents."""
    for number in (1, 2):
        assert run("add", "-", stdin=f"Japan agreed to pay {number} times.\n").exit_code == 0
    assert run("documents").stdout.splitlines()[-1] == "2 documents, 2 findings"


def test_a_marking_holds_from_the_beginning(run: Run, here: Path) -> None:
    """--marking marks what comes in, failures too."""
    run("add", "--marking", "red", "readout.md", "missing.txt")
    assert "TLP:RED" in run("documents").stdout
    assert run("documents", "--as", "amber+strict").stdout.startswith("no documents")
    assert run("receipts", "--as", "amber+strict").stdout == "no receipts\n"


def test_a_wrong_vocabulary_is_said_once(run: Run, here: Path) -> None:
    """Before anything is read; exit code 2, and nothing is kept as failed."""
    result = run("add", "--vocabulary", "missing.yaml", "readout.md", "readout.md")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert result.stderr.startswith("acquis: missing.yaml: ")
    assert run("receipts").stdout == "no receipts\n"


def test_rereading_needs_no_files(run: Run, here: Path) -> None:
    """What this acquis read is not read again unless all is asked for; then from the bytes that were kept."""
    run("add", "readout.md")
    (here / "readout.md").unlink()
    assert run("reread").stdout == "nothing to do: all was read by this acquis, with this vocabulary\n"
    told = run("reread", "--all").stdout
    assert told.startswith("reread ")
    assert "nothing moved" in told
    assert run("verify").exit_code == 0


def test_rereading_with_other_names_reads_anew(run: Run, here: Path, vocabulary: tuple[Path, ...]) -> None:
    """Another vocabulary file is reason enough."""
    run("add", "readout.md")
    words = [word for file in vocabulary for word in ("--vocabulary", str(file))]
    assert "1 reread" in run("reread", *words).stdout
    assert run("reread", *words).stdout.startswith("nothing to do")


def test_removing_takes_the_document_and_its_receipts(run: Run, here: Path) -> None:
    """It is said that judgements stay; a second time there is none."""
    run("add", "readout.md")
    result = run("remove", "readout.md", "--why", "by mistake")
    assert (result.exit_code, result.stdout) == (
        0, f"removed {here / 'readout.md'}; its judgements are kept\n",
    )  # fmt: skip
    assert run("documents").stdout == "no documents; `acquis add SOURCE` brings them in\n"
    (line,) = run("receipts").stdout.splitlines()
    assert "removed" in line
    assert "by mistake" in line
    again = run("remove", "readout.md")
    assert (again.exit_code, again.stderr.count("\n")) == (1, 1)

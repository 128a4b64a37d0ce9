"""`acquis mark`, `export`, `merge`, `backup` and `verify`: looking after a workspace."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]


@pytest.fixture
def here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a workspace of two documents."""
    monkeypatch.chdir(tmp_path)
    for name, sum_ in (("a.txt", "one"), ("b.txt", "two")):
        (tmp_path / name).write_text(f"Japan agreed to pay {sum_} million in 2032.\n", encoding="utf-8")
    assert run("add", "a.txt", "b.txt").exit_code == 0
    return tmp_path


def test_marking_says_what_the_document_is_now(run: Run, here: Path) -> None:
    """Key, label, name; any way of writing a label is taken."""
    result = run("mark", "a.txt", "tlp:amber+strict", "--why", "told in confidence")
    assert (result.exit_code, result.stdout.split(" is ")[1]) == (0, f"TLP:AMBER+STRICT: {here / 'a.txt'}\n")
    assert run("documents", "--as", "amber").stdout.splitlines()[-1] == "1 document, 1 finding"


@pytest.mark.parametrize(
    ("words", "code"), [(("a.txt", "purple"), 2), (("a.txt",), 2), (("none.txt", "clear"), 1)]
)
def test_a_wrong_mark_changes_nothing(run: Run, here: Path, words: tuple[str, ...], code: int) -> None:
    """A wrong label is wrong usage; an unknown document is not found."""
    before = run("documents").stdout
    result = run("mark", *words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert run("documents").stdout == before


@pytest.mark.parametrize("what", ["claims", "documents", "judgements", "receipts"])
@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_an_export_begins_with_the_highest_marking(run: Run, here: Path, what: str, form: str) -> None:
    """On standard output alone; how many and how marked is said on standard error."""
    run("mark", "a.txt", "red")
    key = json.loads(run("export", "claims").stdout.splitlines()[1])["key"]
    run("judge", key, "accept")
    result = run("export", what, "--format", form)
    assert (result.exit_code, result.stderr.count("\n")) == (0, 1)
    assert result.stderr.replace(what, what[:-1]).endswith(f" {what[:-1]}, TLP:RED\n")
    first, *rest = result.stdout.splitlines()
    if form == "csv":
        assert first == "# TLP:RED"
        assert len(list(csv.DictReader(rest))) >= 1
    else:
        head = json.loads(first)
        assert (head["export"], head["marking"], head["rows"]) == (what, "TLP:RED", len(rest))
    lower = run("export", what, "--format", form, "--as", "amber")
    assert lower.stdout.splitlines()[0] != first
    assert "one million" not in lower.stdout
    assert "a.txt" not in lower.stdout


def test_an_export_is_there_whole_or_not_at_all(run: Run, here: Path) -> None:
    """A folder that is not there: one line that names the file, exit code 1, and no half file."""
    result = run("export", "claims", "-o", here / "none" / "claims.csv")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert str(here / "none" / "claims.csv") in result.stderr
    assert run("export", "claims", "-o", here / "claims.jsonl").exit_code == 0
    assert [path.name for path in here.glob("claims*")] == ["claims.jsonl"]


def test_narrowing_an_export(run: Run, here: Path) -> None:
    """By act and by owner; nothing that fits is an export of no rows."""
    for words, rows in (
        ((), 2),
        (("--act", "commitment"), 2),
        (("--act", "need"), 0),
        (("--owner", "FR"), 0),
    ):
        assert json.loads(run("export", "claims", *words).stdout.splitlines()[0])["rows"] == rows


def test_merging_says_what_came_in(run: Run, here: Path) -> None:
    """Once; a second time nothing comes, and a workspace that is not there is said."""
    (here / "c.txt").write_text("Japan offered help.\n", encoding="utf-8")
    assert run("add", "--workspace", "other.db", "b.txt", "c.txt").exit_code == 0
    assert run("merge", "other.db").stdout == (
        "1 version, 0 judgements and 0 marks came in; 0 works marked higher now\n"
    )
    assert run("merge", "other.db").stdout.startswith("0 versions, 0 judgements and 0 marks")
    assert run("documents").stdout.splitlines()[-1].startswith("3 documents, ")
    missing = run("merge", "missing.db")
    assert (missing.exit_code, missing.stderr.count("\n")) == (1, 1)
    assert not (here / "missing.db").exists()


def test_a_backup_is_a_workspace(run: Run, here: Path) -> None:
    """With the same documents; an existing file is not written over, a folder that is not there is named."""
    assert run("backup", "copy.db").stdout == "copied into copy.db\n"
    assert run("documents", "--workspace", "copy.db").stdout == run("documents").stdout
    for target, said in (("copy.db", "is there already"), ("none/copy.db", "no folder none")):
        again = run("backup", target)
        assert (again.exit_code, again.stdout, again.stderr.count("\n")) == (1, "", 1)
        assert again.stderr.startswith(f"acquis: {target}: {said}")
    assert list(here.glob("*.part")) == []


def test_verify_says_that_all_is_whole_or_what_is_not(run: Run, here: Path) -> None:
    """A line for everything that is wrong, and exit code 3."""
    whole = run("verify")
    assert (whole.exit_code, whole.stdout) == (0, "whole: 2 works, every hash and every quote\n")
    with sqlite3.connect(here / "acquis.db") as connection:
        connection.execute("UPDATE documents SET text = replace(text, 'one million', 'two million')")
    connection.close()
    wrong = run("verify")
    assert (wrong.exit_code, wrong.stderr) == (3, "")
    lines = wrong.stdout.splitlines()
    assert any("its text does not have its SHA-256" in line for line in lines)
    assert any("does not stand at its place" in line for line in lines)

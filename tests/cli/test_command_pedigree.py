"""`acquis pedigree` and `acquis agreed`: for people, for programs, as files; what cannot be answered is one line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from reused import FIRMER, HABIT, PLEDGE, chain, document, notices
from workspaces import write

Run = Callable[..., Result]


@pytest.fixture
def here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a workspace and a draft."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "texts").mkdir()
    chain(tmp_path / "texts")
    assert run("add", "texts").exit_code == 0
    write(
        tmp_path,
        "draft.md",
        document("Draft", "2034-01-01", f"{FIRMER}.", "Nobody ever wrote such words before."),
    )
    return tmp_path


def plain(result: Result) -> str:
    """What was printed, in one line."""
    return " ".join(result.stdout.split())


def test_a_phrase_is_told_by_day_with_its_changes(run: Run, here: Path) -> None:
    """Each text with its day, who, status and source; what was changed is marked."""
    result = run("pedigree", PLEDGE)
    assert result.exit_code == 0
    shown = plain(result)
    assert "5 texts of" in shown
    assert "first agreed 2031-12-09" in shown
    assert "· proposed" in shown
    assert "[-should-] {+shall+}" in shown
    assert "word for word as 2" in shown
    assert "no date" in shown
    assert shown.endswith("5 hold it, of 6 texts looked through; TLP:AMBER")


def test_a_draft_is_told_in_short(run: Run, here: Path) -> None:
    """Each passage with its earliest use, its first agreed one, and the one it comes nearest to."""
    result = run("pedigree", "draft.md")
    assert result.exit_code == 0
    assert "1 passage, of 6 texts looked through" in plain(result)
    assert "2031-02-01" in result.stdout
    assert "2031-12-09" in result.stdout
    assert "Statement by Brevania" not in result.stdout


def test_without_words_the_most_used_passages_are_listed(run: Run, here: Path) -> None:
    """Boilerplate in one line."""
    (here / "notices").mkdir()
    notices(here / "notices")
    assert run("add", "notices").exit_code == 0
    shown = plain(run("pedigree"))
    assert "boilerplate of Harbour Office, 6 documents, 2031-01-01 to 2031-06-01" in shown
    assert shown.index("5 texts of") < shown.index("boilerplate")
    assert "boilerplate of Harbour Office, 6 documents" in plain(run("pedigree", HABIT))


def test_a_draft_stands_beside_agreed_wording(run: Run, here: Path) -> None:
    """What differs is marked, and where nothing is near that is said."""
    shown = plain(run("agreed", "draft.md"))
    assert "[-should-] {+shall+}" in shown
    assert "· agreed" in shown
    assert "no near wording found" in shown
    assert "1 of 6 texts here are agreed or endorsed" in shown
    assert "no agreed wording is near" in plain(
        run("agreed", "The ferry between two islands will run again in spring.")
    )


def test_programs_get_rows(run: Run, here: Path) -> None:
    """One use, or one sentence, a row, with every piece of a change."""
    rows = [json.loads(line) for line in run("pedigree", "--format", "jsonl", PLEDGE).stdout.splitlines()]
    assert [row["use"] for row in rows] == [1, 2, 3, 4, 5]
    assert (rows[1]["status"], rows[1]["after"], rows[4]["published"]) == ("agreed", 1, None)
    assert {"text": " shall", "standing": "new"} in rows[3]["changes"]
    sentences = [
        json.loads(line) for line in run("agreed", "--format", "jsonl", "draft.md").stdout.splitlines()
    ]
    assert [(row["near"], row["agreed"]) for row in sentences] == [(True, True), (False, False)]


def test_spreadsheets_get_a_table(run: Run, here: Path) -> None:
    """The marking first, then one row each; changes are signs in one cell."""
    for words in (("pedigree", PLEDGE), ("agreed", "draft.md")):
        marking, _, table = run(words[0], "--format", "csv", words[1]).stdout.partition("\n")
        rows = list(csv.DictReader(io.StringIO(table)))
        assert marking == "# TLP:AMBER"
        assert any("{+ shall+}" in row["changes"] for row in rows)


@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
@pytest.mark.parametrize("command", [("pedigree", PLEDGE), ("pedigree", "draft.md"), ("agreed", "draft.md")])
def test_a_file_is_written_whole(run: Run, here: Path, form: str, command: tuple[str, str]) -> None:
    """In the form of its ending, and the marking is said."""
    result = run(*command, "-o", f"out.{form}")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (here / f"out.{form}").stat().st_size > 500
    assert "TLP:AMBER" in result.stderr


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        (("pedigree", "no text of any kind holds zebras in marmalade"), 1, "no text in this workspace holds"),
        (("pedigree", "two words"), 2, "2 words: too little"),
        (("pedigree", ""), 2, "nothing to look for"),
        (("pedigree", "missing.docx"), 1, "no such file"),
        (("agreed", "missing.docx"), 1, "no such file"),
        (("agreed", ""), 2, "nothing to compare"),
        (("pedigree", "empty.md"), 1, "empty.md"),
        (("pedigree", "other.md"), 1, "holds a passage of it"),
        (("pedigree", "--as", "clear", "draft.md"), 1, "counts as TLP:AMBER"),
        (("agreed", "--as", "green", "draft.md"), 1, "counts as TLP:AMBER"),
        (("pedigree", "--as", "clear"), 1, "used by two texts"),
        (("pedigree", "\x1b[2J zebras of marmalade in many jars"), 1, "no text in this workspace"),
    ],
)
def test_what_cannot_be_answered_is_one_clear_line(
    run: Run, here: Path, arguments: tuple[str, ...], code: int, told: str
) -> None:
    """What, where and what would be right; nothing on standard output, nothing that moves a cursor."""
    write(here, "empty.md", "")
    write(here, "other.md", "Zebras in marmalade were never met in any of those many jars.")
    result = run(*arguments)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (code, "", 1)
    assert told in result.stderr
    assert "\x1b" not in result.stderr


def test_words_of_a_text_do_nothing_to_terminal_or_page(run: Run, here: Path) -> None:
    """Escape sequences, markup and formulas are printed as words."""
    evil = "\x1b[31m=HYPERLINK() <b>harbours</b> of #import every pilot [keep](javascript:alert) their lanterns lit"
    write(here / "texts", "evil.md", document("Evil", "2031-01-01", evil))
    assert run("add", "texts").exit_code == 0
    words = "harbours of import every pilot keep their lanterns lit"
    assert "\x1b[31m" not in run("pedigree", words).stdout
    assert run("pedigree", words, "-o", "out.html").exit_code == 0
    page = (here / "out.html").read_text(encoding="utf-8")
    assert "<b>harbours" not in page
    assert 'href="javascript' not in page

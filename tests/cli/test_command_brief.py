"""`acquis brief` and the files of `acquis ledger`: on the terminal and into files, and refusals in one line."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document
from icalendar import Component
from pypdf import PdfReader

from briefed import TEXTS
from workspaces import write

Run = Callable[..., Result]
FOR = ("--for", "Aldoria", "--with", "XD", "--on", "2032-12-01", "--as-of", "2032-11-30")


@pytest.fixture
def here(run: Run, tmp_path: Path, vocabulary: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a workspace of the four texts."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACQUIS_VOCABULARY", ":".join(map(str, vocabulary)))
    for name, words in TEXTS.items():
        write(tmp_path, name, words)
    assert run("add", *TEXTS).exit_code == 0
    return tmp_path


def test_the_terminal_gets_markdown(run: Run, here: Path) -> None:
    """Marking first and last, names for codes, a note for every mark."""
    lines = run("brief", *FOR).stdout.splitlines()
    assert lines[0] == lines[-1] == "**TLP:AMBER**"
    assert "# Aldoria – Brevania" in lines
    assert "## Owed by Brevania" in lines
    assert any(line.startswith("[^1]: Second Aldoria-Brevania Cyber Dialogue, 2032-05-06") for line in lines)
    assert any(line.startswith("[^3]: as 1, ¶") or ", ¶" in line for line in lines)


@pytest.mark.parametrize("form", ["docx", "pdf", "md", "html"])
def test_a_brief_is_written_in_each_form(run: Run, here: Path, form: str) -> None:
    """Into the file that is named; what it says is in it, and its marking is said."""
    result = run("brief", *FOR, "-o", f"brief.{form}")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", f"acquis: brief.{form}, TLP:AMBER\n")
    path = here / f"brief.{form}"
    if form == "docx":
        words = "\n".join(paragraph.text for paragraph in Document(str(path)).paragraphs)
    elif form == "pdf":
        pages = PdfReader(path).pages
        assert len(pages) <= 2
        assert all("TLP:AMBER" in page.extract_text() for page in pages)
        words = "\n".join(page.extract_text() for page in pages)
    else:
        words = path.read_text(encoding="utf-8")
    assert "Where the two accounts differ" in words
    assert "in Sentar in 2033" in " ".join(words.split())


def test_names_of_a_file_that_is_given_are_known(
    run: Run, here: Path, vocabulary: tuple[Path, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The States of `--vocabulary` may be asked for by name, also where the environment names no file."""
    monkeypatch.delenv("ACQUIS_VOCABULARY")
    files = [part for path in vocabulary for part in ("--vocabulary", path)]
    result = run("brief", "--for", "Aldoria", "--with", "Brevania", "--as-of", "2032-12", *files)
    assert result.exit_code == 0
    assert "# Aldoria – Brevania" in result.stdout.splitlines()


@pytest.mark.parametrize(
    ("arguments", "code", "line"),
    [
        (("--for", "XC", "--with", "Aldoria"), 2, "XC and Aldoria are one party: XC; a brief needs two"),
        (("--for", "XC", "--with", "Brevannia"), 2, "no actor 'Brevannia' is known; did you mean Brevania"),
        (("--for", "XC", "--with", "XE", "--as-of", "2032-12"), 1, "no document here has both XC and XE"),
        ((*FOR, "-o", "brief.odt"), 2, "brief.odt: no such form of file; expected .docx, .pdf, .md, .html"),
        ((*FOR, "-o", "no/brief.pdf"), 1, "no/brief.pdf: cannot be written (No such file or directory)"),
        ((*FOR, "--series", "space"), 2, "no series 'space' of XC and XD"),
    ],
)
def test_a_wrong_question_gets_one_line(
    run: Run, here: Path, arguments: tuple[str, ...], code: int, line: str
) -> None:
    """What, where, what would be right; nothing is left behind."""
    before = sorted(path.name for path in here.iterdir())
    result = run("brief", *arguments)
    assert (result.exit_code, result.stdout) == (code, "")
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith(f"acquis: {line}")
    assert sorted(path.name for path in here.iterdir() if not path.name.startswith("acquis.db-")) == [
        name for name in before if not name.startswith("acquis.db-")
    ]


def test_the_calendar_has_what_is_to_come(run: Run, here: Path) -> None:
    """An event for every open promise with a date, the meeting once though two accounts promise it."""
    result = run("ledger", "--as-of", "2032-06-30", "--format", "ics")
    events = Component.from_ical(result.stdout).walk("VEVENT")
    days = sorted(str(event.decoded("DTSTART")) for event in events)
    assert days == ["2032-12-31", "2033-12-31", "2033-12-31"]
    assert all(str(event["SUMMARY"]).startswith("TLP:AMBER ") for event in events)


def test_a_ledger_of_what_a_reader_may_see(run: Run, here: Path) -> None:
    """What is marked higher is in no file for them."""
    assert run("mark", "other.md", "red").exit_code == 0
    for form in ("ics", "csv", "jsonl", "table"):
        shown = run("ledger", "--as-of", "2032-06-30", "--as", "amber", "--format", form).stdout
        assert "forensics" not in shown
        assert "handbook" in shown.replace("\r\n ", "")


def test_files_of_the_ledger(run: Run, here: Path) -> None:
    """CSV with the marking first, JSON lines with the marking in each, a Word file with notes."""
    rows = list(csv.reader(io.StringIO(run("ledger", "--as-of", "2032-06-30", "--format", "csv").stdout)))
    assert rows[0] == ["# TLP:AMBER"]
    assert rows[1][:2] == ["key", "document"]
    lines = run(
        "ledger", "--as-of", "2032-06-30", "--format", "jsonl", "--candidates", "5"
    ).stdout.splitlines()
    assert len(lines) == len(rows) - 2
    assert {"document", "sentence", "owners", "due", "grade", "status", "candidates"} <= set(
        json.loads(lines[0])
    )
    assert run("ledger", "--as-of", "2032-06-30", "--format", "docx", "-o", "l.docx").exit_code == 0
    table = Document(str(here / "l.docx")).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == [
        "Status",
        "Due",
        "Who",
        "Promise, and what tells of it",
    ]
    assert any("in Calder in 2032" in row.cells[3].text for row in table.rows)


@pytest.mark.parametrize(
    ("form", "line"), [("docx", "a Word file needs a name"), ("table", "l.txt: a table is for")]
)
def test_a_form_that_cannot_go_there(run: Run, here: Path, form: str, line: str) -> None:
    """A Word file is for no terminal, a table for no file."""
    arguments = () if form == "docx" else ("-o", "l.txt")
    result = run("ledger", "--as-of", "2032-12", "--format", form, *arguments)
    assert result.exit_code == 2
    assert result.stderr.startswith(f"acquis: {line}")

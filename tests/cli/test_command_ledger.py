"""`acquis ledger`: what it prints for people and for programs, filters, moments, and questions it cannot answer."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from acquis.model.marking import Marking
from acquis.workspace import Workspace
from conftest import Run
from ledgers import ACADEMY, ALL, OPENED, came_on, fill
from workspaces import add, write

WORDS = tuple(sorted((Path(__file__).parents[2] / "examples" / "vocabulary").glob("*.yaml")))


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A workspace with the four documents."""
    path = tmp_path / "a.db"
    with Workspace.open(path, create=True, vocabulary=WORDS) as workspace:
        fill(workspace, tmp_path)
    return path


@pytest.fixture
def ask(run: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`acquis ledger` with the examples' vocabulary."""

    def call(*arguments: str | Path, **_: Any) -> Any:
        monkeypatch.setenv("ACQUIS_VOCABULARY", os.pathsep.join(map(str, WORDS)))
        monkeypatch.setenv("COLUMNS", "100")
        return run("ledger", *arguments)

    return call


def rows(output: str) -> list[dict[str, Any]]:
    """The objects of JSON lines."""
    return [json.loads(line) for line in output.splitlines()]


def test_for_people(ask: Run, here: Path) -> None:
    """Status, owner and due date first; the words at both ends with their sources; what was counted last."""
    result = ask("--workspace", here, "--as-of", "2034-01-01")
    assert result.exit_code == 0
    lines = [line.rstrip() for line in result.output.splitlines()]
    assert "kept              Aldoria (XC) · due 2033 · grade 5" in lines
    assert any("«establish the Harbour Academy for incident responders by 2033»" in line for line in lines)
    assert any("→ «Aldoria established the Harbour Academy" in line for line in lines)
    assert "cannot be checked Aldoria (XC) · grade 2" in lines
    told = " ".join(result.output.split())
    assert "5 promises as of 2034-01-01: 2 kept, 1 cannot be checked, 1 no evidence yet, 1 undated" in told
    assert "from 4 documents of 2031-02-03 to 2032-06-10; TLP:AMBER" in told
    assert "broken" not in result.output


def test_for_programs(ask: Run, here: Path) -> None:
    """One promise a line with all that the contract names, and no more candidates than were asked for."""
    result = ask("--workspace", here, "--as-of", "2034", "--format", "jsonl", "--candidates", "2")
    found = rows(result.output)
    assert len(found) == 5
    academy = next(one for one in found if "Harbour" in one["object"])
    assert {"document", "sentence", "owners", "due", "grade", "status", "candidates"} <= academy.keys()
    assert (academy["owners"], academy["due"], academy["grade"], academy["status"]) == (
        ["XC"],
        "2033",
        5,
        "kept",
    )
    assert academy["document"].endswith("academy.md")
    assert (
        academy["sentence"] == "Aldoria will establish the Harbour Academy for incident responders by 2033."
    )
    for one in found:
        assert len(one["candidates"]) <= 2
        scores = [each["score"] for each in one["candidates"]]
        assert scores == sorted(scores, reverse=True)
        for each in one["candidates"]:
            assert {"document", "sentence", "score", "relation", "reasons"} <= each.keys()
            assert 0 < each["score"] <= 1
            assert each["relation"] in (
                "done",
                "repeated",
                "strengthened",
                "weakened",
                "replaced",
                "withdrawn",
            )
            assert each["reasons"]
    assert any(one["candidates"] for one in found)
    none = rows(ask("--workspace", here, "--as-of", "2034", "--format", "jsonl").output)
    assert [one["candidates"] for one in none] == [[]] * 5


@pytest.mark.parametrize(
    ("options", "count"),
    [
        (("--party", "Brevania"), 2),
        (("--party", "xc"), 5),
        (("--party", "Aldoria", "--with", "Kingdom of Brevania"), 2),
        (("--series", "cyber dialogue"), 2),
        (("--status", "kept", "--status", "undated"), 3),
        (("--grade", "3"), 4),
        (("--since", "2032"), 1),
        (("--until", "2031-05"), 4),
        (("--as-of", "2031-05"), 3),
        (("--about", "capacity-building", "--party", "Hestrel"), 0),
    ],
)
def test_filters(ask: Run, here: Path, options: tuple[str, ...], count: int) -> None:
    """Names and codes, words of a series, months and years; the last day of what is given counts."""
    moment = () if "--as-of" in options else ("--as-of", "2034")
    if "--as-of" in options:
        options = (*options, "--until", "2031-02")
    result = ask("--workspace", here, *moment, *options, "--format", "jsonl")
    assert (result.exit_code, len(rows(result.output))) == (0, count)


def test_nothing_asked_for_is_there(ask: Run, here: Path) -> None:
    """No promise is an answer."""
    result = ask("--workspace", here, "--party", "Hestrel", "--as-of", "2034-01-01")
    assert result.exit_code == 0
    assert "0 promises as of 2034-01-01: none" in result.output


@pytest.mark.parametrize(
    ("options", "code", "words"),
    [
        (("--party", "Brevvania"), 2, "no actor 'Brevvania' is known; did you mean Brevania"),
        (("--with", "Brittain"), 2, "did you mean United Kingdom"),
        (("--party", "Qzxvwy"), 2, "the vocabulary has no name like it"),
        (("--about", "ransomwear"), 2, "did you mean"),
        (("--as-of", "2030-12-31"), 2, "no document is of 2030-12-31 or earlier; the first is of 2031-02-03"),
        (
            ("--known-on", "2001"),
            2,
            "nothing was in this workspace on 2001-12-31; the first document came on",
        ),
        (("--as-of", "soon"), 2, "is no date"),
        (("--status", "broken"), 2, "broken"),
        (("--candidates", "6"), 2, "6"),
        (("--grade", "0"), 2, "0"),
        (("--as", "clear"), 1, "no documents in this workspace yet"),
    ],
)
def test_bad_questions(ask: Run, here: Path, options: tuple[str, ...], code: int, words: str) -> None:
    """One clear line and an exit code; not a byte of the workspace is another."""
    before = here.read_bytes()
    result = ask("--workspace", here, *options)
    assert (result.exit_code, result.stdout) == (code, "")
    (line,) = [line for line in result.stderr.splitlines() if words in line]
    assert len(line) < 300
    assert here.read_bytes() == before
    assert "Traceback" not in result.stderr


def test_no_workspace_and_an_empty_one(ask: Run, tmp_path: Path) -> None:
    """Nothing is made where there is none; an empty one says how to fill it."""
    missing = ask("--workspace", tmp_path / "none.db")
    assert (missing.exit_code, list(tmp_path.iterdir())) == (1, [])
    Workspace.open(tmp_path / "empty.db", create=True).close()
    empty = ask("--workspace", tmp_path / "empty.db")
    assert (empty.exit_code, empty.stdout) == (1, "")
    assert "`acquis add SOURCE`" in empty.stderr


def test_known_on(ask: Run, here: Path) -> None:
    """What came later is not counted, and the summary says by when."""
    with Workspace.open(here) as workspace:
        came_on(workspace, ".md", "2033-01-01")
        came_on(workspace, "opened.md", "2033-02-01")
    result = ask("--workspace", here, "--as-of", "2034", "--known-on", "2033-01")
    told = " ".join(result.output.split())
    assert "as of 2034-12-31, known on 2033-01-31: 2 no evidence yet, 1 cannot be checked, 1 kept" in told
    assert "from 3 documents" in told


HOSTILE = """---
title: "=HYPERLINK(\\"http://x.example\\") \\e[31mred \\u202eflip"
published: 2031-02-03
---

Aldoria will establish the \x1b[2JHarbour\u202e Academy\x07 of =1+1 by 2033.
"""


def test_the_text_of_documents_does_nothing(ask: Run, tmp_path: Path) -> None:
    """No sign that moves a terminal, no formula in a spreadsheet, no line that is no JSON."""
    path = tmp_path / "a.db"
    with Workspace.open(path, create=True, vocabulary=WORDS) as workspace:
        fill(workspace, tmp_path, {"=cmd.md": HOSTILE, "opened.md": OPENED})
    people = ask("--workspace", path, "--as-of", "2034", "--candidates", "5").output
    harmful = [char for char in people if unicodedata.category(char) in ("Cc", "Cf", "Cs") and char != "\n"]
    assert ("Harbour" in people, harmful) == (True, [])
    table = ask("--workspace", path, "--as-of", "2034", "--format", "csv").output
    body = list(csv.reader(io.StringIO(table)))
    assert any("Harbour" in cell for row in body for cell in row)
    assert not any(re.match(r"\s*[=+\-@\t\r]", cell) for row in body for cell in row)
    assert [
        one["status"] for one in rows(ask("--workspace", path, "--as-of", "2034", "--format", "jsonl").output)
    ]


@pytest.mark.skipif(os.name == "nt", reason="file names are text there")
@pytest.mark.parametrize("form", ["table", "jsonl", "csv", "ics"])
def test_a_file_whose_name_is_no_text(ask: Run, tmp_path: Path, form: str) -> None:
    """Bytes that are no letters in the name of a file are printed as something that is."""
    path, source = tmp_path / "a.db", tmp_path / os.fsdecode(b"note-\xff.md")
    source.write_text(ACADEMY, encoding="utf-8")
    with Workspace.open(path, create=True, vocabulary=WORDS) as workspace:
        (receipt,) = add(workspace, source)
        assert receipt.outcome == "added"
    result = ask("--workspace", path, "--as-of", "2034", "--format", form)
    assert (result.exit_code, result.exception) == (0, None)
    result.output.encode()


def test_as_another_reader(ask: Run, tmp_path: Path) -> None:
    """What is marked higher is neither evidence nor counted."""
    path = tmp_path / "a.db"
    with Workspace.open(path, create=True, vocabulary=WORDS) as workspace:
        fill(workspace, tmp_path, {"academy.md": ALL["academy.md"]}, marking=Marking.CLEAR)
        fill(workspace, tmp_path, {"opened.md": OPENED})
    arguments = ("--workspace", path, "--as-of", "2034", "--format", "jsonl", "--candidates", "5")
    owner, public = (rows(ask(*arguments, *more).output) for more in ((), ("--as", "clear")))
    assert next(one["status"] for one in owner) == "kept"
    assert next(one["status"] for one in public) == "no evidence yet"
    assert {one["marking"] for one in public} == {"TLP:CLEAR"}
    assert "spring" not in json.dumps(public)


def test_a_vocabulary_of_ones_own(run: Run, here: Path, tmp_path: Path) -> None:
    """Names that `--vocabulary` brings can be asked for."""
    own = write(
        tmp_path,
        "own.yaml",
        "kind: state\nentries:\n  - {id: state.XX, code: XX, name: Zembla, member: false}\n",
    )
    result = run("ledger", "--workspace", here, "--vocabulary", own, "--party", "Zembla", "--as-of", "2034")
    assert (result.exit_code, "0 promises" in result.output) == (0, True)

"""`acquis documents`, `show` and `receipts`: what the workspace keeps, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from acquis.workspace import Workspace

Run = Callable[..., Result]
TEXTS = {
    "first.md": "---\ntitle: First Cyber Dialogue\ndate: 2030-02-03\n---\n\nJapan agreed to host the next one in 2031.\n",
    "second.md": "# Second Cyber Dialogue\n\nJapan and the United Kingdom met in Tokyo on 3 and 4 May 2031.\n\n"
    "They agreed to meet again in London in 2032.\n",
    "plain.txt": "Japan condemned the attack.\n",
}


@pytest.fixture
def here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a workspace of three documents; one is marked clear."""
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("add", *TEXTS).exit_code == 0
    assert run("mark", "first.md", "clear").exit_code == 0
    return tmp_path


def keys(run: Run) -> list[str]:
    """The keys of the documents, as they are listed."""
    return [json.loads(line)["key"] for line in run("documents", "--format", "jsonl").stdout.splitlines()]


def test_documents_stand_in_columns_by_day(run: Run, here: Path) -> None:
    """Key, day, marking, findings and title; a file name where there is no title; the sum at the end."""
    lines = run("documents").stdout.splitlines()
    assert (
        lines[-1]
        == f"3 documents, {sum(int(line.split('finding')[0].split()[-1]) for line in lines[:3])} findings"
    )
    assert [line.split()[1] for line in lines[:2]] == ["2030-02-03", "2031-05"]
    assert [line[18:28] for line in lines[2:3]] == ["no date   "]
    ends = ["First Cyber Dialogue", "Second Cyber Dialogue", "plain.txt"]
    assert [line.endswith(end) for line, end in zip(lines, ends, strict=False)] == [True] * 3
    assert len({line.index(end) for line, end in zip(lines, ends, strict=False)}) == 1


def test_documents_for_programs_have_every_field(run: Run, here: Path) -> None:
    """One object a line, and nothing else."""
    rows = [json.loads(line) for line in run("documents", "--format", "jsonl").stdout.splitlines()]
    assert [row["title"] for row in rows] == ["First Cyber Dialogue", "Second Cyber Dialogue", None]
    assert rows[0]["marking"] == "TLP:CLEAR"
    assert rows[1]["earliest"] == "2031-05-03"


@pytest.mark.parametrize(
    "name",
    [
        "second.md",
        "./second.md",
        "{here}/second.md",
        "{key}",
        "{key:.6}",
        "Second Cyber Dialogue",
        "SECOND cyber",
    ],
)
def test_a_document_is_found_by_what_people_have(run: Run, here: Path, name: str) -> None:
    """Key or its beginning, file by any path, words of the title in any case."""
    result = run("show", name.format(here=here, key=keys(run)[1]))
    assert result.exit_code == 0
    assert "Second Cyber Dialogue" in result.stdout.splitlines()[0]


def test_a_name_of_several_is_not_guessed(run: Run, here: Path) -> None:
    """Both are named in one line; exit code 2."""
    result = run("show", "cyber dialogue")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (2, "", 1)
    assert all(key in result.stderr for key in keys(run)[:2])


@pytest.mark.parametrize("name", ["nothing.md", "zz", "", "%", "ffffffffffff", "\x1b[2J"])
def test_a_name_of_none_is_said(run: Run, here: Path, name: str) -> None:
    """One line that says how to find them, and exit code 1."""
    result = run("show", name)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "`acquis documents` lists them" in result.stderr
    assert "\x1b" not in result.stderr


def test_show_begins_with_how_it_is_kept(run: Run, here: Path) -> None:
    """Key and marking stand in the card; every finding has its key, ready for `judge`."""
    shown = run("show", "second.md").stdout
    lines = [line.strip("│ ").split() for line in shown.splitlines()]
    assert lines[1] == ["key", keys(run)[1]]
    assert lines[2] == ["marking", "TLP:AMBER"]
    with Workspace.open(here / "acquis.db") as workspace:
        found = workspace.show("second.md").claims
    assert len(found) > 0
    for number, one in enumerate(found, 1):
        assert f"{number}. {one.key}  {one.claim.act} of" in shown


def test_show_says_what_was_judged(run: Run, here: Path) -> None:
    """A corrected finding is marked so at its place; a rejected one stands apart, at the end."""
    with Workspace.open(here / "acquis.db") as workspace:
        meeting, promise = [one.key for one in workspace.show("second.md").claims]
    run("judge", promise, "correct", "--owner", "JP")
    run("judge", meeting, "reject")
    shown = run("show", "second.md").stdout
    assert f"1. {promise} [corrected]  commitment of JP" in shown
    assert shown.splitlines()[-1].startswith(f"{meeting}  report of ")
    assert "[rejected]" in shown.splitlines()[-1]


def test_show_for_programs_is_the_row_of_the_contract(run: Run, here: Path) -> None:
    """With text, key and status of each claim; every quote stands in the text."""
    row = json.loads(run("show", "--format", "jsonl", "second.md").stdout)
    assert row["document"]["title"] == "Second Cyber Dialogue"
    assert row["marking"] == "TLP:AMBER"
    for claim in row["claims"]:
        assert row["text"][claim["start"] : claim["end"]] == claim["quote"]
        assert claim["status"] == "found"


def test_explain_gives_reasons(run: Run, here: Path) -> None:
    """As `acquis read` does."""
    assert "why: " in run("show", "--explain", "second.md").stdout


def test_what_is_marked_higher_is_not_there_for_others(run: Run, here: Path) -> None:
    """--as clear: the same answer as for a document that does not exist."""
    assert run("show", "--as", "clear", "first.md").exit_code == 0
    hidden, missing = run("show", "--as", "clear", "second.md"), run("show", "--as", "clear", "nothere.md")
    assert (hidden.exit_code, hidden.stdout) == (missing.exit_code, missing.stdout) == (1, "")
    assert hidden.stderr.replace("second.md", "") == missing.stderr.replace("nothere.md", "")
    assert run("documents", "--as", "clear").stdout.splitlines()[-1].startswith("1 document, ")


def test_receipts_have_one_line_each_the_newest_first(run: Run, here: Path) -> None:
    """When, what came of it, the document, how much was found, and the place; notes below."""
    lines = run("receipts").stdout.splitlines()
    assert [line.rpartition("/")[2] for line in lines] == ["plain.txt", "second.md", "first.md"]
    assert [line.split()[2] for line in lines] == ["added"] * 3
    assert {line.index(str(here)) for line in lines} == {lines[0].index(str(here))}
    assert len(run("receipts", "--limit", "2").stdout.splitlines()) == 2


def test_receipts_of_one_document_are_its_history(run: Run, here: Path) -> None:
    """Every version, with what it moved."""
    (here / "plain.txt").write_text(TEXTS["plain.txt"] + "\nJapan offered help.\n", encoding="utf-8")
    run("add", "plain.txt")
    newest, moved, oldest = run("receipts", "plain.txt").stdout.splitlines()
    assert ("new version" in newest, "added" in oldest) == (True, True)
    assert moved.strip().startswith("paragraphs: 1 new")


@pytest.mark.parametrize(
    "command", ["documents", "show x", "receipts", "judgements", "verify", "export claims"]
)
def test_without_a_workspace_one_is_asked_for(run: Run, tmp_path: Path, command: str) -> None:
    """One line that says how it is made, exit code 1, and no file is made by looking."""
    result = run(*command.split(), "--workspace", tmp_path / "none.db")
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert "`acquis add` makes one" in result.stderr
    assert list(tmp_path.iterdir()) == []

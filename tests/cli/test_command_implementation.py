"""`acquis implementation` and `acquis level`: for people in 80 columns, for programs, and what is refused."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from implemented import TEXTS
from workspaces import write

Run = Callable[..., Result]


@pytest.fixture
def here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vocabulary: tuple[Path, ...]) -> Path:
    """A folder to be in, with a workspace of statements."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACQUIS_VOCABULARY", ":".join(map(str, vocabulary)))
    names = [write(tmp_path, f"{name}.md", text).name for name, text in TEXTS.items()]
    assert run("add", *names, "--marking", "green").exit_code == 0
    return tmp_path


def words(result: Result) -> str:
    """What was printed, in one line."""
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


@pytest.mark.usefixtures("here")
def test_the_table_fits_80_columns(run: Run) -> None:
    """Provisions with counts of States, what the columns mean, and that silence is no breach, once."""
    told = words(run("implementation"))
    assert told.count("silence is no breach") == 1
    table = run("implementation").stdout.split("\n\n")[0].splitlines()
    assert len(table) > 1
    assert all(len(line.rstrip()) <= 80 for line in table)


@pytest.mark.usefixtures("here")
def test_a_state_and_a_provision_show_sentences(run: Run) -> None:
    """Each sentence with its day, document, address, key and why it is linked."""
    told = words(run("implementation", "--state", "Kaldeen", "--provision", "norm f"))
    assert "contested: 1 sentence condemnation of Aldoria (XC)" in told
    assert "2031-03-04 · Statement by Aldoria to the OEWG" in told
    told = words(run("implementation", "--provision", "norm f"))
    assert "reported by itself: 2 States" in told
    assert "spoken to only through Harbour Group (HARBOUR-GROUP): 5 States" in told
    assert "no evidence found:" in told


@pytest.mark.usefixtures("here")
def test_cells_are_rows_with_keys(run: Run) -> None:
    """One cell a row; --all adds those without evidence; CSV begins with the marking."""
    cells = [
        json.loads(line)
        for line in run("implementation", "--provision", "norm f", "--format", "jsonl").stdout.splitlines()
    ]
    kaldeen = next(one for one in cells[1:] if one["state"] == "XN")
    assert cells[0]["marking"] == kaldeen["marking"] == "TLP:GREEN"
    assert len(kaldeen["contested"]) == len(kaldeen["reported"]) == 1
    every = run("implementation", "--provision", "norm f", "--format", "csv", "--all").stdout.splitlines()
    assert every[0] == "# TLP:GREEN"
    rows = list(csv.DictReader(every[1:]))
    assert sum(row["evidence"] == "no evidence found" for row in rows) == len(rows) - len(cells) + 1 > 100
    counts = run("implementation", "--by", "region", "--format", "csv").stdout
    assert "no_evidence" in counts


@pytest.mark.usefixtures("here")
def test_levelling_shows_its_parts(run: Run) -> None:
    """Shares that say where there is not enough, needs beside offers, and partners with reasons."""
    told = words(run("level"))
    assert "not enough to say" in told
    assert "FORENSICS AND CYBERCRIME need Dunmar (XF) «We lack any capability in digital forensics.»" in told
    assert "why both on forensics and cybercrime" in told
    assert "NEEDS WITHOUT A PARTNER" in told
    assert "PROPOSED" not in words(run("level", "--show", "shares"))


@pytest.mark.usefixtures("here")
def test_levelling_for_programs(run: Run) -> None:
    """A row of each kind; shares as CSV; who may see less is told less."""
    rows = [json.loads(line) for line in run("level", "--format", "jsonl").stdout.splitlines()]
    assert {row["kind"] for row in rows} == {"level", "share", "need", "offer", "done", "pair", "unmatched"}
    pair = next(row for row in rows if row["kind"] == "pair")
    assert pair["need"]["sentence"]
    assert pair["offer"]["key"]
    assert "share_of_speaking" in run("level", "--format", "csv").stdout
    hidden = run("level", "--as", "clear")
    assert (hidden.exit_code, "no document" in hidden.output) == (1, True)


@pytest.mark.usefixtures("here")
def test_what_is_wrong_is_said_in_a_line(run: Run) -> None:
    """Unknown names give the nearest; a topic is no provision."""
    for arguments, told in (
        (("implementation", "--state", "Kaldene"), "Kaldeen"),
        (("implementation", "--provision", "Kaldeen"), "no provision"),
        (("implementation", "--state", "Harbour Group"), "is no State"),
        (("level", "--group", "Kaldeen"), "is no group"),
    ):
        result = run(*arguments)
        assert (result.exit_code, told in result.output) == (2, True), result.output


def test_words_of_documents_do_nothing_to_the_terminal(run: Run, here: Path) -> None:
    """A control character is shown as a sign, in the answers for people too."""
    nasty = '---\ntitle: "Nelvia\\e[31m to the OEWG"\nstate: Nelvia\n---\n\nWe lack training in cyber\x1b[2J forensics.\n'
    assert run("add", write(here, "nasty.md", nasty)).exit_code == 0
    assert "\x1b" not in run("level").stdout

"""`acquis proposals`: for people, for programs and spreadsheets, and what it cannot find."""

from __future__ import annotations

import csv
import io
import json
import os
from pathlib import Path
from typing import Any

import pytest

from acquis.workspace import Workspace
from conftest import Run
from workspaces import add, write

WORDS = tuple(sorted((Path(__file__).parents[2] / "examples" / "vocabulary").glob("*.yaml")))
MADE = """---
title: Statement of Cassena on incidents
published: 2031-04-02
---

Cassena proposes a voluntary harbour alarm line.
"""
BACKED = """---
title: Statement of Dunmar \x1b[31m
published: 2031-04-03
---

Dunmar supports the harbour alarm line proposed by Cassena.
"""
DRAFT = """---
title: Draft report of the working group, Rev. 1
published: 2031-06-01
---

States could establish a voluntary harbour alarm line.
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A proposal, who backs it, and a later draft."""
    path = tmp_path / "a.db"
    with Workspace.open(path, create=True, vocabulary=WORDS) as workspace:
        texts = enumerate((MADE, BACKED, DRAFT))
        add(workspace, *(write(tmp_path, f"{number}.md", words) for number, words in texts))
    return path


@pytest.fixture
def ask(run: Run, here: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    """`acquis proposals` with the examples' vocabulary."""

    def call(*arguments: str | Path, **_: Any) -> Any:
        monkeypatch.setenv("ACQUIS_VOCABULARY", os.pathsep.join(map(str, WORDS)))
        return run("proposals", "--workspace", here, *arguments)

    return call


def test_for_people(ask: Run) -> None:
    """The name and who made it, each sentence with its day and address, the common words between stars."""
    result = ask()
    assert result.exit_code == 0
    told = " ".join(result.stdout.split())
    for part in (
        "voluntary harbour alarm line · proposed by Cassena (XE)",
        "proposed «Cassena proposes a voluntary harbour alarm line.» 2031-04-02 · Statement of Cassena on incidents ¶1",
        "backs Dunmar (XF) «Dunmar supports the harbour alarm line proposed by Cassena.»",
        "names it: harbour alarm line",
        "«States could establish a *voluntary* *harbour* *alarm* *line.*»",
        "beside «Cassena proposes a *voluntary* *harbour* *alarm* *line.*»",
        "1 proposal in 3 documents; TLP:AMBER",
        "who is not named has not been heard on it here",
    ):
        assert part in told, part
    assert "may have it (" in told
    assert "\x1b" not in result.stdout


def test_without_anybody_else_and_without_later_text(run: Run, tmp_path: Path) -> None:
    """It says what was not found, never that it is not so; a text without a date is said to have none."""
    there = ("--workspace", tmp_path / "b.db")
    undated = MADE.replace("published: 2031-04-02\n", "")
    with Workspace.open(there[1], create=True, vocabulary=WORDS) as workspace:
        texts = enumerate((undated, MADE.replace("harbour alarm line", "museum of lighthouses")))
        add(workspace, *(write(tmp_path, f"{number}.md", words) for number, words in texts))
    told = " ".join(run("proposals", *there).stdout.split())
    assert "no evidence found of anybody else who speaks of it" in told
    assert "no later text found: its texts have no date" in told
    assert "no later text found: no later draft, summary or agreed text is here" in told


def test_for_programs(ask: Run) -> None:
    """A row on what was looked through, then each proposal with keys, days, reasons and markings."""
    first, one = (json.loads(line) for line in ask("--format", "jsonl").stdout.splitlines())
    assert (first["found"], first["documents"], first["marking"]) == (1, 3, "TLP:AMBER")
    assert (one["name"], one["owners"], one["made"][0]["day"]) == (
        "voluntary harbour alarm line", ["XE"], "2031-04-02",
    )  # fmt: skip
    (standing,) = one["standings"]
    assert (standing["actor"], standing["stand"], standing["manner"]) == ("XF", "backs", "itself")
    (uptake,) = one["may_have_taken_it_up"]
    assert (uptake["of"], uptake["text_status"]) == (one["key"], "proposed")


def test_for_a_spreadsheet(ask: Run) -> None:
    """One line a sentence, below the marking."""
    marking, _, rest = ask("--format", "csv").stdout.partition("\n")
    rows = list(csv.DictReader(io.StringIO(rest)))
    assert marking == "# TLP:AMBER"
    assert [(row["part"], row["actor"]) for row in rows] == [
        ("made", "XE"), ("reaction", "XF"), ("may have taken it up", rows[2]["actor"]),
    ]  # fmt: skip
    assert rows[2]["why"].startswith("likeness 0.")


def test_nothing_found_and_nothing_known(ask: Run) -> None:
    """Exit code 1 where there is none; an unknown name is refused with the nearest."""
    result = ask("telescopes")
    assert (result.exit_code, result.stdout) == (1, "0 proposals in 3 documents; TLP:CLEAR\n")
    refused = ask("--by", "Casena")
    assert refused.exit_code == 2
    assert "Cassena" in refused.stderr
    assert ask("--about", "zeppelins in the sky").exit_code == 2
    assert ask("--since", "soon").exit_code == 2

"""`acquis search` as people and programs meet it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

Run = Callable[..., Result]
FIRST = """---
title: Statement by Japan on ransomware
published: 2031-03-02
---
Japan thanks the Chair.

Japan will share what it learned from ransomware attacks on hospitals with all States by 2032.

We call on all States to protect hospitals. \x1b[31mRed\x1b[0m words do nothing.
"""


@pytest.fixture
def kept(run: Run, tmp_path: Path) -> list[str]:
    """A workspace of one document that only few may see, as the last words of a command."""
    source = tmp_path / "first.md"
    source.write_text(FIRST, encoding="utf-8")
    there = ["--workspace", str(tmp_path / "acquis.db")]
    assert run("add", source, "--marking", "amber", *there).exit_code == 0
    return there


def test_people_see_the_sentence_its_place_and_its_neighbours(run: Run, kept: list[str]) -> None:
    """Title, date, address, sentence, findings, counts; and no control character of a document."""
    result = run("search", "ransomware", *kept)
    assert (result.exit_code, result.stderr) == (0, "")
    words = " ".join(result.stdout.split())
    for part in (
        "Statement by Japan on ransomware · 2031-03-02 · ¶2 · TLP:AMBER",
        "Japan thanks the Chair. Japan will share what it learned",
        "→ commitment of Japan (JP)",
        "1 sentence found",
        "owner 1 Japan (JP)",
    ):
        assert part in words
    assert "\x1b" not in run("search", "hospitals", *kept).stdout


def test_a_terminal_shows_the_words_that_match(
    run: Run, kept: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plurals and beginnings too."""
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = run("search", "attack", "hosp*", *kept).stdout
    assert "\x1b[1;33mattacks\x1b[0m" in shown
    assert "\x1b[1;33mhospitals\x1b[0m" in shown
    assert "\x1b[31mRed" not in shown


def test_programs_get_counts_and_then_a_row_a_hit(run: Run, kept: list[str]) -> None:
    """The first line has total, facets and the highest marking of what follows."""
    head, hit = (
        json.loads(line)
        for line in run("search", "ransomware", "--format", "jsonl", *kept).stdout.splitlines()
    )
    assert (head["total"], head["marking"]) == (1, "TLP:AMBER")
    assert head["facets"]["owner"]["counts"] == [{"value": "JP", "label": "JP", "count": 1}]
    assert hit["sentence"].startswith("Japan will share")
    assert (hit["paragraph"], hit["before"]) == ("¶2", "Japan thanks the Chair.")
    assert hit["claims"][0]["owners"] == ["JP"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("hospital", "--act", "commitment"), 0),
        (("hospital", "--act", "objection"), 1),
        (("--owner", "japan"), 0),
        (("--owner", "France"), 1),
        (("--about", "ransomware", "hospitals"), 0),
        (("hospital", "--since", "2031", "--until", "2031-03"), 0),
        (("hospital", "--since", "2032"), 1),
        (("hospital", "--kind", "statement"), 0),
        (("hospital", "--series", "Some dialogue"), 1),
        (("hospital", "--as", "green"), 1),
        (("hospital OR (",), 2),
        ((), 2),
        (("--owner", "Japn"), 2),
        (("hospital", "--since", "soon"), 2),
    ],
)
def test_exit_codes_say_what_came_of_it(
    run: Run, kept: list[str], arguments: tuple[str, ...], code: int
) -> None:
    """0 where something was found, 1 where not, 2 where it cannot be asked; the reason is one line."""
    result = run("search", *arguments, *kept)
    assert result.exit_code == code, result.output
    if code == 1:
        assert "no evidence found" in result.stdout
    if code == 2:
        assert result.stderr


def test_without_a_workspace_nothing_is_found(run: Run, tmp_path: Path) -> None:
    """Said in one line; no file is made."""
    result = run("search", "x", "--workspace", tmp_path / "none.db")
    assert result.exit_code == 1
    assert "no such workspace" in result.stderr
    assert not (tmp_path / "none.db").exists()

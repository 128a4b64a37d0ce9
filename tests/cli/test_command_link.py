"""`acquis link`, `unlink` and `lineage`: one line on what follows, readable history, papers, exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from linked import DRILL, EXERCISE, FIRST, NEXT, OTHER, SECOND

Run = Callable[..., Result]


@pytest.fixture(autouse=True)
def folder(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, vocabulary: tuple[Path, ...]) -> Path:
    """A workspace of two dialogues and a meeting, in this folder."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACQUIS_VOCABULARY", ":".join(map(str, vocabulary)))
    monkeypatch.setenv("ACQUIS_REVIEWER", "Desk")
    for name, words in {"first.md": FIRST, "second.md": SECOND, "other.md": OTHER}.items():
        (tmp_path / name).write_text(words, encoding="utf-8")
    assert run("add", ".").exit_code == 0
    return tmp_path


def key_of(run: Run, sentence: str) -> str:
    """The key of the promise of a sentence."""
    rows = map(json.loads, run("ledger", "--format", "jsonl", "--as-of", "2034").stdout.splitlines())
    return str(next(row["key"] for row in rows if row["sentence"] == sentence))


def test_what_follows_is_said_and_the_history_is_readable(run: Run) -> None:
    """A line for each link; then who said what of which titles, sentences and names."""
    key = key_of(run, EXERCISE)
    told = [
        run("link", "second.md", "other.md", "--why", "same days").stdout,
        run("link", key, "second.md", "--quote", "the drill that").stdout,
        run("unlink", "--person", "Mara Ostrel", "M. Ostrell").stdout,
        run("unlink", key, "second.md", "--quote", "the drill that", "--by", "Chief").stdout,
    ]
    assert told[0].startswith(
        "2 documents now tell of edition 2 of Aldoria-Brevania Cyber Dialogue (2032-06-07"
    )
    assert (
        told[1] == f"“set up a joint table-top exercise on port security by June 2032” ({key}) is now: kept\n"
    )
    assert told[2] == "kept: M. Ostrell and Mara Ostrel are two persons\n"
    assert told[3].startswith("kept: not proposed again for “set up")
    lines = [line[21:].partition("  ")[2] for line in run("judgements").stdout.splitlines()]
    titles = {
        "“Second Aldoria-Brevania Cyber Dialogue”",
        "“Officials of Brevania and Aldoria meet in Sentar”",
    }
    assert lines[0].startswith("one meeting, by Desk (same days): ")
    assert set(lines[0].partition(": ")[2].split(" and ", 1)) == titles or all(
        one in lines[0] for one in titles
    )
    assert lines[1:] == [
        f"done, by Desk: «{EXERCISE}» → «{DRILL}»",
        "two persons, by Desk: «M. Ostrell» and «Mara Ostrel»",
        f"no sequel, by Chief: «{EXERCISE}» → «{DRILL}»",
    ]


def test_a_warning_stands_in_a_line_of_its_own(run: Run) -> None:
    """A sequel that is earlier than its promise is kept, and said to be."""
    third = key_of(run, NEXT.replace("second", "third").replace("Sentar in 2032", "Calder in 2033"))
    result = run("link", third, "first.md", "--quote", "port security")
    assert (result.exit_code, len(result.stdout.splitlines())) == (0, 2)
    assert result.stdout.splitlines()[1].startswith("note: its sequel is of 2031-05-09")


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("first.md", "first.md"), 2, "name one document"),
        (("first.md", "nowhere.md"), 1, "no document 'nowhere.md'"),
        (("nowhere.md", "first.md"), 1, "no document and no promise 'nowhere.md'"),
        (("KEY", "ffffffffffff"), 1, "no sentence and no finding"),
        (("KEY", "KEY"), 2, "the sentence of the promise itself"),
        (("KEY", "second.md", "--quote", "nobody said"), 2, "does not stand in the document"),
        (("--person", "Mara Ostrell", "Tomas Wendel"), 1, "did you mean Mara Ostrel"),
        (("--relation", "broken", "KEY", "second.md"), 2, "is not one of"),
        (("first.md", "second.md", "--marking", "purple"), 2, "is no TLP label"),
    ],
)
def test_what_cannot_be_linked(run: Run, words: tuple[str, ...], code: int, said: str) -> None:
    """The exit code, one line that says what is wrong, and nothing is kept."""
    key = key_of(run, EXERCISE)
    result = run("link", *(key if word == "KEY" else word for word in words))
    assert (result.exit_code, result.stdout) == (code, "")
    assert said in result.stderr.splitlines()[-1]
    assert run("judgements").stdout == "no judgements\n"


def test_a_lineage_for_people(run: Run) -> None:
    """Day, what it does, the sentence with marks that need no colour, where it stands, how it ended."""
    key = key_of(run, NEXT)
    shown = run("lineage", key[:6], "--as-of", "2034").stdout
    assert shown.splitlines()[0] == "The next meeting of Aldoria-Brevania Cyber Dialogue"
    assert "2031-05-09  promised  ← asked for\n    «They agreed to hold the second" in shown
    assert (
        f"First Aldoria-Brevania Cyber Dialogue ¶3 · {key}\n    kept: edition 2 took place in Sentar" in shown
    )
    assert "Cyber Dialogue in [-Sentar-] {+Calder+} in [-2032-] {+2033+}.»" in " ".join(shown.split())
    assert shown.splitlines()[-1] == "2 steps as of 2034-12-31; TLP:AMBER"


def test_a_lineage_for_programs(run: Run) -> None:
    """A step a row, with its document, its words, what changed in them, and the evidence."""
    key = key_of(run, NEXT)
    first, second = map(
        json.loads, run("lineage", key, "--as-of", "2034", "--format", "jsonl").stdout.splitlines()
    )
    assert (first["key"], first["asked"], first["sentence"], first["status"]) == (key, True, NEXT, "kept")
    assert first["evidence"]["sentence"].endswith("in Sentar on 7 June 2032.")
    assert {"text": " Calder", "standing": "new"} in second["changes"]
    assert first["document"].endswith("/first.md")


@pytest.mark.parametrize("form", ["docx", "html", "md", "pdf"])
def test_a_lineage_as_a_paper(run: Run, folder: Path, form: str) -> None:
    """A file of each form, marked; another ending is refused and leaves none."""
    key = key_of(run, NEXT)
    result = run("lineage", key, "--as-of", "2034", "-o", f"promise.{form}")
    assert (result.exit_code, result.stderr) == (0, f"acquis: promise.{form}, TLP:AMBER\n")
    assert (folder / f"promise.{form}").stat().st_size > 500
    assert run("lineage", key, "--as-of", "2034", "-o", "promise.xls").exit_code == 2
    assert not (folder / "promise.xls").exists()


def test_what_has_no_lineage(run: Run) -> None:
    """An unknown key, or one that is too short."""
    missing, short = run("lineage", "ffffffff"), run("lineage", "ff")
    assert (missing.exit_code, short.exit_code) == (1, 2)
    assert missing.stderr == "acquis: no promise 'ffffffff' here; `acquis ledger` prints their keys\n"

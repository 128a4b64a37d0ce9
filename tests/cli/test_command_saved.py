"""`acquis search --save` and `acquis saved`: kept, listed, asked again, renamed, forgotten."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from workspaces import LETTER, write

Run = Callable[..., Result]
MORE = "The hospitals of Gavria were attacked.\n"


@pytest.fixture
def there(run: Run, tmp_path: Path) -> list[str]:
    """A workspace of one letter that few may see, as the last words of a command; A. asks."""
    words = ["--workspace", str(tmp_path / "acquis.db")]
    assert run("add", write(tmp_path, "letter.md", LETTER), "--marking", "amber", *words).exit_code == 0
    return [*words, "--by", "A."]


def test_a_saved_search_is_asked_again_with_all_its_filters(
    run: Run, there: list[str], tmp_path: Path
) -> None:
    """The same answer as when it was saved, then what came since; looking makes nothing new."""
    asked = ("hospital*", "--since", "2030", "--limit", "1")
    first = run("search", *asked, "--save", "Hospitals", *there)
    assert (first.exit_code, first.stderr) == (0, "")
    listed = run("saved", *there).stdout
    assert listed.startswith("Hospitals: 2 sentences, 0 new since 20")
    assert run("saved", "Hospitals", "--new", *there).exit_code == 1
    assert (
        run(
            "add", write(tmp_path, "more.md", f"---\npublished: 2031-09-01\n---\n\n{MORE}"), *there[:2]
        ).exit_code
        == 0
    )
    assert "3 sentences, 1 new" in run("saved", *there).stdout
    new = run("saved", "Hospitals", "--new", *there)
    assert "1 sentence found" in new.stdout
    assert "The hospitals of Gavria" in new.stdout
    assert "3 sentences, 0 new" in run("saved", *there).stdout
    again = run("saved", "Hospitals", "--limit", "1", *there)
    assert again.stdout == run("search", *asked, *there[:2]).stdout


def test_several_acts_are_kept(run: Run, there: list[str]) -> None:
    """A finding has one of them."""
    acts = ("--act", "call", "--act", "condemnation")
    assert run("search", *acts, "--save", "strong", *there).exit_code == 0
    assert run("saved", "strong", *there).stdout == run("search", *acts, *there[:2]).stdout


def test_counts_are_those_of_a_reader(run: Run, there: list[str]) -> None:
    """What is marked higher is not counted; programs get the question too."""
    run("search", "hospital*", "--save", "Hospitals", *there)
    (row,) = map(json.loads, run("saved", "--as", "clear", "--format", "jsonl", *there).stdout.splitlines())
    assert (row["name"], row["question"], row["total"], row["new"]) == ("Hospitals", "q=hospital%2A", 0, 0)
    assert run("saved", "Hospitals", "--as", "clear", *there).exit_code == 1


def test_a_search_is_renamed_and_forgotten(run: Run, there: list[str]) -> None:
    """And is somebody's own."""
    run("search", "hospitals", "--save", "one", *there)
    assert run("saved", "one", "--rename", "two", *there).stdout == "renamed one to two\n"
    assert run("saved", *there[:2], "--by", "B.").stdout.startswith("B. has saved no search")
    assert run("saved", "two", "--forget", *there).stdout == "forgot two\n"
    assert run("saved", *there).stdout.startswith("A. has saved no search")


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["nothing"], 1, "no saved search 'nothing'"),
        (["--forget"], 2, "which one?"),
        (["one", "--forget", "--new"], 2, "three wishes"),
        (["one", "--rename", ""], 2, "1 to 80 characters"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    run: Run, there: list[str], words: list[str], code: int, told: str
) -> None:
    """With the exit code of its kind."""
    run("search", "hospitals", "--save", "one", *there)
    result = run("saved", *words, *there)
    assert (result.exit_code, result.stdout) == (code, "")
    assert told in result.stderr

"""`acquis series`, `silence` and `since`: for people, for programs, and what is refused."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from click.testing import Result

from acquis.workspace import Workspace
from compared import FILES
from dialogues import FIRST, SECOND, SERIES

Run = Callable[..., Result]


@pytest.fixture
def here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with a workspace that holds both editions of a dialogue."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACQUIS_VOCABULARY", str(FILES[0]))
    monkeypatch.setenv("ACQUIS_REVIEWER", "desk")
    for name, text in (("first.md", FIRST), ("second.md", SECOND)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert run("add", "first.md", "second.md", "--marking", "green").exit_code == 0
    return tmp_path


def _words(result: Result) -> str:
    assert result.exit_code == 0, result.output
    return " ".join(result.stdout.split())


def _rows(result: Result) -> list[dict[str, object]]:
    assert result.exit_code == 0, result.output
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_line_for_every_series(run: Run, here: Path) -> None:
    """The last edition, the next one, by how many days it is overdue, and where it was promised."""
    shown = _words(run("series", "--as-of", "2033-07-10"))
    assert (
        f"{SERIES} (XC, XD): 2 editions, last 2032-10-05 in Sentar (278 days ago); next in Calder, 2033-06: "
        "no evidence yet, 10 days overdue since 2033-06-30" in shown
    )
    assert "promised in 2032-10-08 · Second Aldoria-Brevania Cyber Dialogue ¶4 · " in shown
    assert shown.endswith("1 series, 1 overdue as of 2033-07-10; TLP:GREEN")


def test_the_whole_story_of_one(run: Run, here: Path) -> None:
    """Editions with their accounts, who chaired with which post, what was promised and what became of it."""
    shown = _words(run("series", "brevania aldoria", "--as-of", "2033-01"))
    for part in (
        "parties Aldoria (XC), Brevania (XD)", "2033-01-31 next in Calder, 2033-06: open",
        "EDITIONS (2) 1 2031-05-04 in Calder side not told · 2031-05-09 · First Aldoria-Brevania Cyber Dialogue",
        "WHO CHAIRED XC Mira Tollen (also Mira Tolen) edition 1: Director for Cyber Policy, Ministry of Trade",
        "MEETINGS PROMISED kept «hold the second Cyber Dialogue in Sentar in 2032» · due 2032",
        "→ «Aldoria and Brevania held their second Cyber Dialogue in Sentar on 5 October 2032.»",
    ):  # fmt: skip
        assert part in shown


def test_rows_for_programs(run: Run, here: Path) -> None:
    """One object a series, with everything in it."""
    (row,) = _rows(run("series", "--as-of", "2033-07-10", "--format", "jsonl"))
    assert (row["name"], row["parties"], row["days_overdue"]) == (SERIES, ["XC", "XD"], 10)
    assert isinstance(row["editions"], list)
    assert isinstance(row["next"], dict)
    assert [each["ordinal"] for each in row["editions"]] == [1, 2]
    assert (row["next"]["when"], row["next"]["place"], row["next"]["status"]) == (
        "2033-06",
        "Calder",
        "no evidence yet",
    )


def test_what_the_last_edition_left_out(run: Run, here: Path) -> None:
    """By kind, with the words, the paragraph and the document; who wrote what; and that it denies nothing."""
    shown = _words(run("silence", "aldoria-brevania", "--as-of", "2033-01-15"))
    for part in (
        "before edition 1, 2031-05-04 in Calder", "after edition 2, 2032-10-05 in Sentar",
        "silence may be the other side's choice of words",
        "promise open (due 2033) «Aldoria will train twenty officers of Dunmar in digital forensics by 2033.»",
        "topic ports; digital identity «The two sides discussed ransomware, ports and digital identity.»",
        "no account of the later one has it, which denies nothing; TLP:GREEN",
    ):  # fmt: skip
        assert part in shown
    head, *rows = _rows(
        run("silence", "aldoria", "--edition", "2", "--as-of", "2033-01-15", "--format", "jsonl")
    )
    assert (head["kind"], head["series"]) == ("silence", SERIES)
    told = [row["told"] for row in rows if row["kind"] == "promise"]
    assert isinstance(told[0], list)
    assert FIRST.partition("---\n\n")[2].find(told[0][0]["words"]) > 0


def test_last_and_a_day(run: Run, here: Path) -> None:
    """First a look that tells nothing, then what came; a day on which nothing came is one line."""
    today = datetime.now(UTC).date().isoformat()
    assert _words(run("since", "last")).startswith("the first look of desk: 2 documents here; the next")
    assert _words(run("since", "last")).startswith("nothing new since ")
    (here / "third.md").write_text(
        "---\ntitle: Letter of Brevania\npublished: 2020-01-02\n---\n\nBrevania will train ten officers by 2090.\n",
        encoding="utf-8",
    )
    assert run("add", "third.md").exit_code == 0
    shown = _words(run("since", "last"))
    assert "NEW DOCUMENTS (1) 2020-01-02 Letter of Brevania · " in shown
    assert "NEW PROMISES (1) open XD: «train ten officers by 2090» · due 2090" in shown
    assert "1 new document, 0 changed statuses, 1 new promise since " in shown
    head, *rows = _rows(run("since", today, "--format", "jsonl"))
    assert (head["since"], len([row for row in rows if row["kind"] == "document"])) == (today, 3)


def test_long_parts_are_cut_unless_all_is_asked_for(run: Run, here: Path) -> None:
    """Forty lines of a part, and how many more there are."""
    for number in range(45):
        (here / f"note-{number}.md").write_text(
            f"---\npublished: 2020-01-02\n---\n\nNote {number} of Brevania.\n", encoding="utf-8"
        )
    assert run("add", *(f"note-{number}.md" for number in range(45))).exit_code == 0
    today = datetime.now(UTC).date().isoformat()
    assert "and 7 more: --all shows them" in run("since", today).stdout
    assert "more: --all" not in run("since", "--all", today).stdout


def test_text_of_documents_is_text(run: Run, here: Path) -> None:
    """Escape sequences of a title reach no terminal."""
    titled = FIRST.replace(
        "title: First Aldoria-Brevania Cyber Dialogue", r'title: "\x1b[31mFirst [bold] talks"'
    )
    (here / "odd.md").write_text(titled.replace("ports and", "\x1b[32mports and"), encoding="utf-8")
    assert run("add", "odd.md").exit_code == 0
    today = datetime.now(UTC).date().isoformat()
    for words in (
        ("series", SERIES, "--as-of", "2033-01-15"),
        ("silence", SERIES, "--as-of", "2033-01-15"),
        ("since", today),
    ):
        shown = run(*words).stdout
        assert "\x1b" not in shown
        assert "[bold]" in shown


@pytest.mark.parametrize(
    ("words", "code", "line"),
    [
        (("series", "aldoria brevana cyber", "--as-of", "2033-01-15"), 1, f"did you mean “{SERIES}”?"),
        (("series", "--as-of", "1999"), 2, "no document is of 1999-12-31 or earlier"),
        (("silence", "nobody", "--as-of", "2033-01-15"), 1, "no series 'nobody' in this workspace"),
        (("silence", SERIES, "--edition", "1", "--as-of", "2033-01-15"), 1, "nothing before edition 1 (2031-05-04) is here"),
        (("silence", SERIES, "--edition", "4", "--as-of", "2033-01-15"), 1, "no edition 4 that was held is here"),
        (("since", "1999-01-01"), 2, "this workspace had no document before "),
        (("since", "2999-01-01"), 2, "2999-01-01 is yet to come"),
        (("since", "0001-01-01"), 2, "this workspace had no document before "),
        (("since", "yesterday"), 2, "'yesterday' is no date"),
    ],
)  # fmt: skip
def test_what_is_refused_is_refused_in_a_line(
    run: Run, here: Path, words: tuple[str, ...], code: int, line: str
) -> None:
    """With the exit code that says whose fault it is, and nothing on standard output."""
    result = run(*words)
    assert (result.exit_code, result.stdout) == (code, "")
    assert line in result.stderr


@pytest.mark.parametrize("words", [("series",), ("silence", "x"), ("since", "last"), ("since", "2020")])
def test_an_empty_workspace_is_said_to_be_one(run: Run, tmp_path: Path, words: tuple[str, ...]) -> None:
    """Exit code 1, one line, and how documents come in; where no workspace is, none is made."""
    missing = tmp_path / "none.db"
    assert run(*words, "--workspace", missing).exit_code == 1
    assert not missing.exists()
    Workspace.open(missing, create=True).close()
    result = run(*words, "--workspace", missing)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == "acquis: no documents in this workspace yet; `acquis add SOURCE` brings them in\n"

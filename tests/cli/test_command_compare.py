"""`acquis compare`: documents and files, for people, for programs, as files."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

from compared import FILES, account, readout
from terminal import at_terminal

Run = Callable[..., Result]
A = readout("They discussed ransomware.\n\nThey will share all warnings with Cassena by 2032.")
B = account("They spoke about ports.\n\nThey intend to share warnings by 2033.")


@pytest.fixture
def here(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder to be in, with two files and no workspace."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("ACQUIS_VOCABULARY", str(FILES[0]))
    (tmp_path / "a.md").write_text(A, encoding="utf-8")
    (tmp_path / "b.md").write_text(B, encoding="utf-8")
    return tmp_path


def test_two_files_need_no_workspace(run: Run, here: Path) -> None:
    """They are read, compared, and nothing is made."""
    result = run("compare", "a.md", "b.md")
    assert result.exit_code == 0
    assert "Two accounts of one meeting: both tell of a meeting of XC, XD" in result.stdout
    assert "verb: “will” / “intend to” (softer in B)" in " ".join(result.stdout.split())
    assert result.stdout.splitlines()[-1] == "TLP:AMBER"
    assert sorted(path.name for path in here.iterdir()) == ["a.md", "b.md"]


def test_marks_are_signs_where_there_is_no_colour(run: Run, here: Path) -> None:
    """Whole words, without escape sequences."""
    shown = run("compare", "--mode", "drafts", "a.md", "b.md").stdout
    assert "They [-will-] {+intend to+} share [-all-] warnings" in " ".join(shown.split())
    assert "\x1b" not in shown


def test_a_terminal_has_colours_for_signs(here: Path, acquis_command: list[str]) -> None:
    """What is gone is struck out in red, what is new is green; a long line is broken at the width."""
    words = [*acquis_command, "compare", "--mode", "drafts", "a.md", "b.md"]
    seen = at_terminal(words, folder=here, columns=60)
    bare = re.sub(r"\x1b\[[\d;]*m", "", seen.screen)
    assert "\x1b[9;31mwill" in seen.screen
    assert "[-" not in bare
    assert max(len(line) for line in bare.splitlines()) <= 60


def test_documents_of_the_workspace_are_compared(run: Run, here: Path) -> None:
    """By any name that `show` takes, beside a file that is not in it; the higher marking ends the page."""
    assert run("add", "a.md", "--marking", "red").exit_code == 0
    result = run("compare", "Aldoria-Brevania Cyber", "b.md")
    assert result.exit_code == 0
    assert result.stdout.splitlines()[-1] == "TLP:RED"


def test_programs_get_rows(run: Run, here: Path) -> None:
    """One object a line, the two texts first."""
    rows = [
        json.loads(line) for line in run("compare", "--format", "jsonl", "a.md", "b.md").stdout.splitlines()
    ]
    assert (rows[0]["mode"], rows[0]["a"]["key"]) == ("accounts", "a.md")
    assert {row["standing"] for row in rows[1:]} == {"only A", "only B", "other words", "same words"}


@pytest.mark.parametrize("form", ["docx", "html", "md"])
def test_a_file_is_written_whole(run: Run, here: Path, form: str) -> None:
    """In the form of its ending, and the marking is said."""
    result = run("compare", "a.md", "b.md", "-o", f"out.{form}")
    assert (result.exit_code, result.stdout) == (0, "")
    assert (here / f"out.{form}").stat().st_size > 500
    assert "out." in result.stderr
    assert "TLP:AMBER" in result.stderr
    assert not list(here.glob("*.part"))


def test_an_unknown_form_is_refused(run: Run, here: Path) -> None:
    """With those that there are."""
    result = run("compare", "a.md", "b.md", "-o", "out.odt")
    assert (result.exit_code, result.stderr.count("\n")) == (2, 1)
    assert ".docx" in result.stderr


@pytest.mark.parametrize(
    ("names", "code", "told"),
    [
        (("a.md", "a.md"), 2, "are one document"),
        (("a.md", "nothing.md"), 1, "no such file"),
        (("a.md", "empty.md"), 1, "empty.md"),
        (("a.md", "\x1b[2J"), 1, "no such file"),
        (("--as", "clear", "a.md", "b.md"), 1, "counts as TLP:AMBER"),
        (("--workspace", "none.db", "a.md", "b.md"), 1, "none.db"),
    ],
)
def test_bad_input_is_one_clear_line(
    run: Run, here: Path, names: tuple[str, ...], code: int, told: str
) -> None:
    """What, where and what would be right; nothing on standard output."""
    (here / "empty.md").write_text("", encoding="utf-8")
    result = run("compare", *names)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (code, "", 1)
    assert told in result.stderr
    assert "\x1b" not in result.stderr


def test_an_unknown_document_brings_the_nearest_titles(run: Run, here: Path) -> None:
    """Of those that the viewer may see."""
    assert run("add", "a.md").exit_code == 0
    result = run("compare", "b.md", "Aldoria-Brevenia Cyber Dialog")
    assert (result.exit_code, result.stderr.count("\n")) == (1, 1)
    assert "did you mean “Aldoria-Brevania Cyber Dialogue”?" in result.stderr
    hidden = run("compare", "--as", "clear", "zz.md", "Aldoria-Brevenia Cyber Dialog")
    assert "Brevania Cyber Dialogue" not in hidden.stderr


def test_a_file_is_marked_as_what_came_from_it(run: Run, here: Path) -> None:
    """What is kept as red is not read for others from its file, nor from a copy, nor from a newer file there."""
    assert run("add", "a.md", "--marking", "red").exit_code == 0
    (here / "copy.md").write_text(A, encoding="utf-8")
    for name in ("a.md", "copy.md"):
        result = run("compare", "--as", "amber", name, "b.md")
        assert (result.exit_code, result.stdout) == (1, "")
    (here / "a.md").write_text(f"{A}\n\nThey also met.\n", encoding="utf-8")
    assert run("compare", "--as", "amber", "a.md", "b.md").exit_code == 1
    assert run("compare", "copy.md", "b.md").stdout.splitlines()[-1] == "TLP:RED"


def test_what_only_one_says_is_counted_where_it_is_long(run: Run, here: Path) -> None:
    """Affirmations and reports of a long text are counted; --all shows them."""
    lines = "\n\n".join(f"Aldoria and Brevania reaffirmed principle{n} of harbour{n}." for n in range(60))
    (here / "long.md").write_text(A + lines, encoding="utf-8")
    short, whole = run("compare", "long.md", "b.md").stdout, run("compare", "--all", "long.md", "b.md").stdout
    assert "60 affirmations" in short
    assert "principle31" not in short
    assert "principle31" in whole


def test_text_of_documents_does_nothing_to_the_terminal(run: Run, here: Path) -> None:
    """Escape sequences in titles, names and words are shown as signs."""
    evil = "# Title \x1b[31m\n\nThey discussed \x1b]0;x\x07ransomware \u202e and ports.\n"
    (here / "evil.md").write_text(evil, encoding="utf-8")
    for mode in ("drafts", "texts"):
        shown = run("compare", "--mode", mode, "a.md", "evil.md").stdout
        assert not {"\x1b", "\x07", "\u202e"} & set(shown)

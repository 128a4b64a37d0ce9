"""What holds for every command: help, addresses of workspaces, hostile text, a bar only on a terminal."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from acquis.cli.commands import COMMANDS, command_of
from folders import write_documents
from terminal import at_terminal

Run = Callable[..., Result]
SIGNS = "\x1b\x07\x9b\u202e\u2066"
HOSTILE = (
    '---\ntitle: "=cmd|calc\\n\\e[2JTitle \\u202emoc [bold]x[/bold]"\n---\n\n'
    "Japan \x1b[31magreed\x07 to pay \u202e[bold]all[/bold]\u2066 costs \x9b2J in 2032.\n\n"
    "=1+1: Japan and France agreed to meet again in 2032.\n"
)


def test_help_lists_every_command_with_a_whole_sentence(run: Run) -> None:
    """`acquis --help` names all, each with words that say what it does."""
    shown = run("--help").stdout
    listed = [line.split()[0] for line in shown.partition("Commands:")[2].splitlines() if line[2:3].strip()]
    assert listed == list(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_shows_how_it_is_used(run: Run, name: str) -> None:
    """Help with examples, and every option explained; help needs no workspace."""
    result = run(name, "--help")
    assert (result.exit_code, "Examples:" in result.stdout) == (0, True)
    options = [option for option in command_of(name).params if isinstance(option, click.Option)]
    assert all(option.help for option in options)


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("postgresql://desk:secret@127.0.0.1:1/cyber", "does not answer"),
        ("postgresql://desk:secret@no-host.invalid/cyber", "does not answer"),
        ("postgresql://desk:secret@:x/cyber", "is no address"),
        ("mysql://desk:secret@db/cyber", "is no address of a workspace"),
        ("no/folder/here.db", "no such workspace"),
        (".", "is a folder"),
    ],
)
def test_an_address_where_nothing_answers(run: Run, address: str, said: str) -> None:
    """One line, exit code 1, and never a password."""
    result = run("documents", "--workspace", address)
    assert (result.exit_code, result.stdout, result.stderr.count("\n")) == (1, "", 1)
    assert said in result.stderr
    assert result.stderr.startswith("acquis: ")
    assert address.startswith("mysql") or "secret" not in result.stderr


def test_a_new_workspace_needs_its_folder(run: Run, tmp_path: Path) -> None:
    """Adding makes a file, not folders: a slip of the pen is said."""
    result = run("add", "--workspace", tmp_path / "none" / "acquis.db", "-", stdin="Japan agreed to pay.")
    assert (result.exit_code, result.stderr) == (
        1, f"acquis: {tmp_path / 'none' / 'acquis.db'}: no folder {tmp_path / 'none'}; make it first\n",
    )  # fmt: skip


@pytest.fixture
def hostile(run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A workspace of a document whose name, title and text would take a terminal over; a finding's key."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "bad\nname\x1b[2J.md").write_text(HOSTILE, encoding="utf-8")
    assert run("add", tmp_path).exit_code == 0
    key = json.loads(run("export", "claims").stdout.splitlines()[1])["key"]
    run("judge", key, "accept", "--by", "me\x1b[2J", "--why", "so\nit\u202eis")
    return str(key)


@pytest.mark.parametrize(
    "words",
    [
        "documents", "show title", "show --explain title", "receipts", "judgements", "judge KEY accept",
        "mark title green", "export claims", "export claims --format csv", "export documents --format csv",
        "export receipts --format csv", "export judgements", "export judgements --format csv", "verify",
        "documents --format jsonl", "show --format jsonl title", "receipts --format jsonl", "reread --all",
        "search pay", "remove title",
    ],
)  # fmt: skip
def test_text_of_documents_does_nothing_to_the_terminal(run: Run, hostile: str, words: str) -> None:
    """No control character and no direction mark comes through any command, in any format."""
    result = run(*(hostile if word == "KEY" else word for word in words.split()))
    assert result.exit_code == 0
    assert not set(SIGNS) & set(result.output)
    assert "\r" not in result.output


def test_a_line_stays_a_line(run: Run, hostile: str) -> None:
    """A line break in a title, a name or a reason makes no second line."""
    assert len(run("documents").stdout.splitlines()) == 2
    assert len(run("receipts").stdout.splitlines()) == 1
    assert len(run("judgements").stdout.splitlines()) == 1


def test_a_cell_is_never_a_formula(run: Run, hostile: str) -> None:
    """Titles and quotes of a CSV export begin with an apostrophe where a spreadsheet would run them."""
    assert "'=cmd|calc" in run("export", "documents", "--format", "csv").stdout
    assert ",=" not in run("export", "claims", "--format", "csv").stdout


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_a_terminal_shows_how_fast_and_how_long(acquis_command: list[str], tmp_path: Path) -> None:
    """A bar with count, rate and time left while many are added; at the end only the sum is left."""
    write_documents(tmp_path / "texts", 60)
    seen = at_terminal([*acquis_command, "add", "texts"], folder=tmp_path)
    assert seen.exit_code == 0
    assert "/60" in seen.screen
    assert "documents/s, time left" in seen.screen
    assert seen.screen.rstrip().splitlines()[-1].endswith("60 added; 180 findings")


@pytest.mark.skipif(os.name == "nt", reason="terminals of POSIX")
def test_a_list_fits_the_terminal(acquis_command: list[str], run: Run, tmp_path: Path) -> None:
    """A long title is cut on a terminal, and whole in a file."""
    title = "A very long title of a readout " * 5
    (tmp_path / "a.md").write_text(f"# {title}\n\nJapan agreed to pay.\n", encoding="utf-8")
    assert run("add", "--workspace", tmp_path / "acquis.db", tmp_path / "a.md").exit_code == 0
    seen = at_terminal([*acquis_command, "documents"], folder=tmp_path, columns=80)
    assert [len(line) <= 80 for line in seen.screen.splitlines()] == [True, True]
    assert title.strip() in run("documents", "--workspace", tmp_path / "acquis.db").stdout


def test_no_terminal_no_bar(run: Run, tmp_path: Path) -> None:
    """Where standard error is a file, nothing is drawn into it."""
    write_documents(tmp_path / "texts", 8)
    assert run("add", "--workspace", tmp_path / "acquis.db", tmp_path / "texts").stderr == ""

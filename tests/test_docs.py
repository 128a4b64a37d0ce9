"""Documentation that cannot rot: what exists is documented, and what is documented exists."""

from __future__ import annotations

import inspect
import re
from collections.abc import Callable
from pathlib import Path

import click
import pytest
from click.testing import Result

from acquis import errors
from acquis.cli.page import all_commands, page
from acquis.settings import (
    EMBEDDER,
    OPENID_CLIENT,
    OPENID_ISSUER,
    OPENID_SECRET,
    REVIEWER,
    SECRET,
    VOCABULARY,
    WORKSPACE,
    read_settings,
)  # fmt: skip

Run = Callable[..., Result]
KINDS = {"added", "changed", "fixed", "removed"}


@pytest.fixture(scope="module")
def architecture(root: Path) -> str:
    """docs/architecture.md."""
    return (root / "docs" / "architecture.md").read_text(encoding="utf-8")


def test_the_page_of_the_command_line_is_made_from_help(root: Path) -> None:
    """`make docs` writes docs/cli.md; it is up to date."""
    assert (root / "docs" / "cli.md").read_text(encoding="utf-8") == page()


def test_every_command_and_option_is_on_the_page() -> None:
    """Nothing a user can type is left out, and every option says what it does."""
    text = page()
    for name, command in all_commands().items():
        assert f"## acquis {name}\n" in text
        for option in command.params:
            if isinstance(option, click.Option):
                assert option.help, option.name
                assert all(word in text for word in option.opts)


def test_every_command_has_examples() -> None:
    """Help shows how a command is used."""
    assert all("acquis " in (command.epilog or "") for command in all_commands().values())


def test_the_environment_is_documented() -> None:
    """Every variable that settings read has a row, and is read as it says."""
    names = (VOCABULARY, EMBEDDER, WORKSPACE, REVIEWER, SECRET, OPENID_ISSUER, OPENID_CLIENT, OPENID_SECRET)
    assert all(f"`{name}`" in page() for name in names)
    told = read_settings({VOCABULARY: "a.yaml", WORKSPACE: "w.db", REVIEWER: "desk"})
    assert (told.vocabulary, told.workspace, told.reviewer) == ((Path("a.yaml"),), "w.db", "desk")
    assert (read_settings({}).vocabulary, read_settings({}).workspace) == ((), "acquis.db")
    hidden = read_settings(
        {SECRET: "hush" * 8, OPENID_ISSUER: "https://id", OPENID_CLIENT: "acquis", OPENID_SECRET: "psst"}
    )
    assert (hidden.openid_issuer, hidden.openid_client) == ("https://id", "acquis")
    assert (hidden.secret, hidden.openid_secret) == ("hush" * 8, "psst")
    assert not any(word in repr(hidden) for word in ("hush", "psst"))


def test_every_room_is_in_the_tree(root: Path, architecture: str) -> None:
    """The tree of docs/architecture.md names every room, and no room that is not there."""
    package = root / "src" / "acquis"
    rooms = {f"{path.name}/" for path in package.iterdir() if (path / "__init__.py").exists()}
    files = {path.name for path in package.glob("*.py")}
    assert set(re.findall(r"^[├└]── (\S+)", architecture, re.M)) == rooms | files


def test_every_error_is_documented(architecture: str) -> None:
    """A row for every class of errors.py, and its place in the tree of the docstring."""
    for name, _ in inspect.getmembers(errors, inspect.isclass):
        assert f"| `{name}` |" in architecture
        assert name in (errors.__doc__ or "")


def test_every_error_code_is_documented(root: Path, architecture: str) -> None:
    """A row for every code that a reader gives."""
    sources = (
        file.read_text(encoding="utf-8") for file in (root / "src" / "acquis" / "readers").rglob("*.py")
    )
    codes = {code for text in sources for code in re.findall(r'UnreadableSource\([\w.]+, "([\w-]+)"', text)}
    assert set(re.findall(r"^\| `([\w-]+)` \|", architecture.partition("says why")[2], re.M)) == codes


def test_links_between_pages_lead_somewhere(root: Path) -> None:
    """Every relative link of a page names a file that is there."""
    for file in (root / "README.md", *(root / "docs").glob("*.md"), *(root / "examples").glob("*.md")):
        for target in re.findall(r"\]\((?!https?:)([^)#]+)", file.read_text(encoding="utf-8")):
            assert (file.parent / target).exists(), f"{file.name}: {target}"


def test_the_readme_is_short_and_names_every_page(root: Path) -> None:
    """At most 600 words, with a link to each page of docs."""
    text = (root / "README.md").read_text(encoding="utf-8")
    assert len(text.split()) <= 600
    for file in (root / "docs").glob("*.md"):
        assert f"docs/{file.name}" in text, file.name


def test_the_readme_shows_real_output(root: Path, run: Run) -> None:
    """Every line that it shows, but for the seconds, is what the command in it prints today."""
    shown = (
        (root / "README.md")
        .read_text(encoding="utf-8")
        .partition("```text\n$ acquis ")[2]
        .partition("\n```")[0]
    )
    command, *lines = shown.splitlines()
    name = command.split()[-1]
    printed = [
        line.rstrip() for line in run("read", root / name).stdout.replace(str(root / name), name).splitlines()
    ]
    for line in lines:
        if line != "…" and not line.startswith(("read: ", "╰")):
            assert line in printed


def test_the_readme_shows_a_real_ledger(root: Path, run: Run, tmp_path: Path) -> None:
    """Every line of it is what the command prints today over the bundled readouts."""
    workspace = ("--workspace", tmp_path / "readme.db")
    assert run("add", root / "examples" / "readouts", *workspace).exit_code == 0
    text = (root / "README.md").read_text(encoding="utf-8")
    command, *lines = text.partition("$ acquis ledger")[2].partition("\n```")[0].splitlines()
    printed = [line.rstrip() for line in run("ledger", *command.split(), *workspace).stdout.splitlines()]
    assert len(lines) > 8
    for line in lines:
        assert line == "…" or line in printed


def test_every_target_of_the_makefile_says_what_it_does(root: Path) -> None:
    """`make` alone lists all targets."""
    text = (root / "Makefile").read_text(encoding="utf-8")
    phony = text.partition(".PHONY:")[2].partition("\n")[0].split()
    assert set(phony) == set(re.findall(r"^([a-z]+):.*## \S", text, re.M))


def test_notes_on_changes_have_a_kind(root: Path) -> None:
    """NAME.KIND.md, with words in it."""
    notes = [file for file in (root / "changelog.d").iterdir() if file.name != "README.md"]
    assert all(file.suffix == ".md" for file in notes)
    assert {file.name.split(".")[-2] for file in notes} <= KINDS
    assert all(file.read_text(encoding="utf-8").strip() for file in notes)

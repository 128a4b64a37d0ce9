"""What tests share: the repository, the examples with their vocabulary, a run of the command line."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from acquis.cli.commands import acquis
from acquis.model.record import Record
from acquis.readers import find_sources
from acquis.reading import read_source

ROOT = Path(__file__).parent.parent
Run = Callable[..., Result]


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the repository."""
    return ROOT


@pytest.fixture(scope="session")
def vocabulary() -> tuple[Path, ...]:
    """The vocabulary of the examples' invented States."""
    return tuple(sorted((ROOT / "examples" / "vocabulary").glob("*.yaml")))


@pytest.fixture(scope="session")
def examples(vocabulary: tuple[Path, ...]) -> tuple[Record, ...]:
    """Every example, read."""
    folders = (str(ROOT / "examples" / "readouts"), str(ROOT / "examples" / "session"))
    return tuple(read_source(source, vocabulary=vocabulary) for source in find_sources(folders))


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """`acquis ARGUMENTS…` in this process; exit code, output and errors in the result."""
    monkeypatch.delenv("ACQUIS_VOCABULARY", raising=False)

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(
            acquis, [str(argument) for argument in arguments], input=stdin, prog_name="acquis"
        )

    return call


@pytest.fixture
def acquis_command() -> list[str]:
    """The words that start acquis in a process of its own."""
    return [sys.executable, "-c", "from acquis.cli import main; main()"]

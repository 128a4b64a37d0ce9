"""What tests share: the repository, the examples with their vocabulary, stores, a run of the command line."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

import postgres
from acquis.cli.commands import acquis
from acquis.model.record import Record
from acquis.readers import find_sources
from acquis.reading import read_source
from acquis.store.engine import Store, open_store
from acquis.workspace import Workspace

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
    settings = ("VOCABULARY", "WORKSPACE", "REVIEWER", "SECRET", "OPENID_ISSUER", "OPENID_CLIENT")
    for name in (f"ACQUIS_{each}" for each in settings):
        monkeypatch.delenv(name, raising=False)

    def call(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
        return CliRunner().invoke(
            acquis, [str(argument) for argument in arguments], input=stdin, prog_name="acquis"
        )

    return call


@pytest.fixture(scope="session")
def acquis_command() -> list[str]:
    """The words that start acquis in a process of its own."""
    return [sys.executable, "-c", "from acquis.cli import main; main()"]


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[postgres.Server]:
    """A PostgreSQL server. Where there is none the test is skipped, but in CI it fails."""
    binaries = postgres.programs()
    if binaries is None:
        if os.environ.get("CI") == "true":
            pytest.fail("PostgreSQL is not installed; `make services` installs it")
        pytest.skip("PostgreSQL is not installed; `make services` installs it")
    with postgres.running(binaries) as server:
        yield server


@pytest.fixture(params=["sqlite", "postgres"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """Where a workspace may be made, on each engine in turn."""
    if request.param == "sqlite":
        yield str(tmp_path / "acquis.db")
        return
    server: postgres.Server = request.getfixturevalue("postgres_server")
    made = server.make_database()
    yield made
    server.drop_database(made)


@pytest.fixture
def store(address: str) -> Iterator[Store]:
    """An empty store, on each engine in turn."""
    opened = open_store(address, create=True)
    yield opened
    opened.close()


@pytest.fixture
def workspace(store: Store, vocabulary: tuple[Path, ...]) -> Workspace:
    """An empty workspace with the examples' vocabulary, on each engine in turn."""
    return Workspace(store, vocabulary=vocabulary)

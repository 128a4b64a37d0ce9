"""What tests of the web share: a workspace of the examples, read once, and a client of its pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace

Client = TestClient
BASE = "http://127.0.0.1"


@pytest.fixture(scope="session")
def shown(
    tmp_path_factory: pytest.TempPathFactory, root: Path, vocabulary: tuple[Path, ...]
) -> Iterator[Workspace]:
    """A workspace that holds the examples; nobody changes it."""
    folder = tmp_path_factory.mktemp("shown")
    with Workspace.open(folder / "shown.db", create=True, vocabulary=vocabulary) as workspace:
        list(workspace.add([root / "examples" / "readouts", root / "examples" / "session"], processes=1))
        yield workspace


@pytest.fixture(scope="session")
def client(shown: Workspace, vocabulary: tuple[Path, ...]) -> TestClient:
    """A browser without scripts on the pages of the examples."""
    return TestClient(make_app(Desk.of(shown, vocabulary)), base_url=BASE)


@pytest.fixture
def client_of(vocabulary: tuple[Path, ...]) -> Callable[[Workspace], TestClient]:
    """A client of the pages of another workspace."""
    return lambda workspace: TestClient(make_app(Desk.of(workspace, vocabulary)), base_url=BASE)

"""What tests of the web share: a workspace of the examples, read once, a client of its pages, and a real browser.

The browser is Debian's Chromium, headless, on a real server; every complaint of a page is kept.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from playwright.sync_api import Browser, expect, sync_playwright

from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace
from forms import serving
from visits import Visit
from workspaces import LETTER, TALKS, add, write

Client = TestClient
BASE = "http://127.0.0.1"
OPTIONS = ("--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage")
# A busy machine takes its time, above all to read a document.
_PATIENCE = 30_000
expect.set_options(timeout=_PATIENCE)
Served = tuple[str, Workspace]


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


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser. Where there is none the test is skipped, but in CI it fails."""
    program = shutil.which("chromium")
    if program is None:
        if os.environ.get("CI") == "true":
            pytest.fail("Chromium is not installed; `make services` installs it")
        pytest.skip("Chromium is not installed; `make services` installs it")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=list(OPTIONS))
        yield browser
        browser.close()


@pytest.fixture
def served(acquis_command: list[str], tmp_path: Path, vocabulary: tuple[Path, ...]) -> Iterator[Served]:
    """The address of a server on a workspace with two documents, and that workspace."""
    address = str(tmp_path / "browsed.db")
    with Workspace.open(address, create=True, vocabulary=vocabulary) as workspace:
        add(workspace, write(tmp_path, "talks.md", TALKS), write(tmp_path, "letter.md", LETTER))
        with serving(acquis_command, address, vocabulary) as (base, _):
            yield base, workspace


@pytest.fixture
def visit(chromium: Browser, served: Served) -> Iterator[Callable[..., Visit]]:
    """Somebody opens a browser of their own; at the end no page may have complained."""
    visits: list[Visit] = []

    def begin(width: int = 1440, *, scripts: bool = True, expected: str = "409") -> Visit:
        context = chromium.new_context(
            base_url=served[0], viewport={"width": width, "height": 1000}, java_script_enabled=scripts
        )
        context.set_default_timeout(_PATIENCE)
        one = Visit(context.new_page(), expected)
        visits.append(one)
        return one

    yield begin
    complaints = [said for one in visits for said in one.complaints]
    for one in visits:
        one.page.context.close()
    assert complaints == []

"""axe-core finds nothing serious on any page, at a desk and on a telephone."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from acquis.web.page import View
from acquis.web.views import VIEWS
from acquis.workspace import Workspace
from forms import serving
from visits import Visit, serious

MORE = (
    "/review?what=sequels",
    "/search?q=contact",
    "/review?page=9",
    "/documents/0000000000000000",
    "/framework/norm.f",
)


def addresses(view: View, workspace: Workspace) -> str:
    """Where a view is, with a key of the workspace where it needs one."""
    return view.path.replace("{key}", workspace.documents()[0].key)


@pytest.fixture
def served(
    acquis_command: list[str], shown: Workspace, vocabulary: tuple[Path, ...]
) -> Iterator[tuple[str, Workspace]]:
    """A server on the workspace of the examples."""
    with serving(acquis_command, shown.store.name, vocabulary) as (base, _):
        yield base, shown


@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible(
    visit: Callable[..., Visit], served: tuple[str, Workspace], width: int
) -> None:
    """No serious and no critical finding, and nothing to scroll sideways."""
    page = visit(width, expected="404").page
    found: dict[str, list[str]] = {}
    for address in (*(addresses(view, served[1]) for view in VIEWS), *MORE):
        page.goto(address)
        page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
        wide = page.evaluate("document.documentElement.scrollWidth") > width
        found[address] = [*serious(page), *(["wider than the screen"] if wide else [])]
    assert {address: said for address, said in found.items() if said} == {}

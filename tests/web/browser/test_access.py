"""axe-core finds nothing serious on any page, at a desk and on a telephone; pages are used by keys and in print."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import get_args

import pytest
from playwright.sync_api import Page, expect

from acquis.model.account import Role
from acquis.model.claim import Act
from acquis.web.views import VIEWS
from acquis.workspace import Workspace
from forms import serving
from page_addresses import addresses
from signing import PASSWORD, people_of, person
from visits import Visit, serious
from workspaces import TALKS, add, write

_LINES = """acts => acts.map(act => {
  const one = document.createElement("a");
  one.className = `mark act-${act}`;
  document.querySelector(".text").append(one);
  const style = getComputedStyle(one);
  return ["borderBottomStyle", "borderBottomWidth", "borderTopStyle", "borderLeftStyle", "borderLeftWidth",
    "textDecorationStyle"].map(name => style[name]);
})"""
MORE = (
    "/review?what=sequels", "/review?page=9", "/search?q=contact", "/search?q=moonbase", "/positions?about=norms",
    "/ledger?status=kept", "/documents?q=moonbase", "/framework/norm.f", "/framework?region=African", "/convergence?members=true", "/receipts?show=all",
)  # fmt: skip
# Pages that say what is wrong, with the status of each.
PROBLEMS = {"/nowhere": 404, "/documents/0000000000000000": 404, "/ledger?party=Atlantis": 400}


def complaints(page: Page) -> list[str]:
    """What axe-core finds with everything opened, and whether there is something to scroll sideways."""
    page.evaluate("document.querySelectorAll('details').forEach(one => { one.open = true; })")
    wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
    return [*serious(page), *(["wider than the screen"] if wide else [])]


@pytest.fixture
def served(
    acquis_command: list[str], shown: Workspace, vocabulary: tuple[Path, ...]
) -> Iterator[tuple[str, Workspace]]:
    """A server on the workspace of the examples."""
    with serving(acquis_command, shown.store.name, vocabulary) as (base, _):
        yield base, shown


@pytest.fixture
def team(acquis_command: list[str], tmp_path: Path, vocabulary: tuple[Path, ...]) -> Iterator[str]:
    """A server on a workspace with a document and people of two roles."""
    address = str(tmp_path / "team.db")
    with Workspace.open(address, create=True, vocabulary=vocabulary) as workspace:
        add(workspace, write(tmp_path, "talks.md", TALKS))
        people_of(workspace, person("administrator", Role.ADMINISTRATOR), person("reader"))
    with serving(acquis_command, address, vocabulary) as (base, _):
        yield base


@pytest.mark.parametrize("width", [1440, 390])
def test_every_page_is_accessible(
    visit: Callable[..., Visit], served: tuple[str, Workspace], width: int
) -> None:
    """No serious and no critical finding, and nothing to scroll sideways; every page has a title of its own."""
    page = visit(width, expected="status of 40").page
    found: dict[str, list[str]] = {}
    titles: dict[str, str] = {}
    for view in VIEWS:
        address = addresses(view, served[1])[0]
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == 200, address
        found[address] = complaints(page)
        titles[address] = page.title()
    for address, status in {**dict.fromkeys(MORE, 200), **PROBLEMS}.items():
        answer = page.goto(address)
        assert answer is not None
        assert answer.status == status, address
        found[address] = complaints(page)
    assert {address: said for address, said in found.items() if said} == {}
    assert len(set(titles.values())) == len(titles)


@pytest.mark.parametrize("width", [1440, 390])
def test_pages_of_people_with_accounts_are_accessible(
    visit: Callable[..., Visit], team: str, width: int
) -> None:
    """Signing in, refused and right; the account, all accounts, the log; what one may not do; the second of two."""
    page = visit(width, expected="status of 40").page
    found: dict[str, list[str]] = {}

    def look(name: str) -> None:
        found[name] = complaints(page)

    def sign_in(name: str, password: str) -> None:
        page.goto(f"{team}/sign-in")
        page.get_by_label("Name").fill(name)
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Sign in").click()
        page.wait_for_load_state()

    sign_in("administrator", "not the password at all")
    assert page.locator("[role=alert]").count() == 1
    look("refused")
    sign_in("administrator", PASSWORD)
    for address in (
        "/",
        "/account",
        "/accounts",
        "/audit",
        "/audit?page=9",
        "/review",
        "/convergence/false-friends",
    ):
        page.goto(f"{team}{address}")
        look(address)
    old = page.context.new_page()
    for one in (page, old):
        one.goto(f"{team}/review")
    page.keyboard.press("a")
    page.wait_for_selector("#undo")
    look("answered")
    old.keyboard.press("a")
    old.wait_for_selector("h1:has-text('Somebody answered first')")
    found["409"] = complaints(old)
    page.get_by_role("button", name="Sign out").click()
    page.wait_for_load_state()
    sign_in("reader", PASSWORD)
    page.goto(f"{team}/audit")
    assert page.locator("h1").inner_text() == "This is not for you to do"
    look("403")
    assert {name: said for name, said in found.items() if said} == {}


def test_the_keyboard_reaches_the_text_first(visit: Callable[..., Visit]) -> None:
    """The first Tab is a link past the head of the page; it is seen where it has the focus, and leads to the text."""
    page = visit().page
    page.goto("/ledger")
    page.keyboard.press("Tab")
    skip = page.locator(".skip")
    expect(skip).to_be_focused()
    expect(skip).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()


def test_what_is_printed_is_the_text(visit: Callable[..., Visit], served: tuple[str, Workspace]) -> None:
    """No head, no forms; markings can be read without their ground, which printers leave out."""
    page = visit().page
    page.emulate_media(media="print")
    page.goto(addresses(VIEWS[2], served[1])[0])
    for selector in (".top", ".files", ".card details", "footer"):
        assert not page.locator(selector).first.is_visible(), selector
    assert page.locator(".text").is_visible()
    colours = page.locator(".tlp").first.evaluate(
        "one => [getComputedStyle(one).color, getComputedStyle(one).backgroundColor]"
    )
    assert colours == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]


def test_acts_are_told_apart_without_colours(
    visit: Callable[..., Visit], served: tuple[str, Workspace]
) -> None:
    """The lines of two acts in a text differ in their kind, width or side."""
    page = visit().page
    page.goto(addresses(VIEWS[2], served[1])[0])
    lines = page.evaluate(_LINES, list(get_args(Act)))
    assert len({tuple(one) for one in lines}) == len(get_args(Act))


def test_a_highlight_stays_where_it_is(visit: Callable[..., Visit], served: tuple[str, Workspace]) -> None:
    """A click on words brings their record beside them; the words do not leave the screen."""
    longest = max(served[1].documents(), key=lambda one: one.claims)
    page = visit().page
    page.goto(f"/documents/{longest.key}")
    mark = page.locator(".text .mark").nth(longest.claims // 2)
    mark.click()
    card = page.locator(mark.get_attribute("href") or "")
    expect(card).to_be_in_viewport()
    expect(mark).to_be_in_viewport()
    card.locator("a").first.click()
    expect(mark).to_be_in_viewport()

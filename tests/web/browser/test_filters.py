"""Filters answer at once in a real browser: the slider by keys, the address, back, errors, focus, what is announced."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from acquis.workspace import Workspace
from forms import serving
from visits import Visit, serious
from workspaces import LETTER, TALKS, add, write

_MARK = "document.documentElement.dataset.mine = 'yes'"


@pytest.fixture(scope="module")
def served(
    acquis_command: list[str], tmp_path_factory: pytest.TempPathFactory, vocabulary: tuple[Path, ...]
) -> Iterator[tuple[str, Workspace]]:
    """A server on talks of 2021 and a letter of 2022, which nobody changes."""
    folder = tmp_path_factory.mktemp("past")
    address = str(folder / "past.db")
    with Workspace.open(address, create=True, vocabulary=vocabulary) as workspace:
        add(
            workspace,
            write(folder, "talks.md", TALKS.replace("2031", "2021").replace("2032", "2022")),
            write(folder, "letter.md", LETTER.replace("2031", "2022").replace("2033", "2024")),
        )
        with serving(acquis_command, address, vocabulary) as (base, _):
            yield base, workspace


def kept(page: Page) -> None:
    """The page was never loaded anew."""
    assert page.evaluate("document.documentElement.dataset.mine") == "yes"


def at(page: Page, address: str) -> None:
    """The address is this one."""
    page.wait_for_function("address => location.pathname + location.search === address", arg=address)


def test_the_slider_moves_the_ledger(visit: Callable[..., Visit]) -> None:
    """Keys move it by months; the ledger, the address and the words follow; back goes back, and today is bare."""
    page = visit().page
    page.goto("/ledger")
    page.evaluate(_MARK)
    slider = page.locator("#month")
    slider.focus()
    page.keyboard.press("Home")
    at(page, "/ledger?as_of=2021-05")
    expect(page.locator("article.promise")).to_have_count(1)
    expect(slider).to_have_attribute("aria-valuetext", "31 May 2021")
    expect(page.locator("#as_of")).to_have_value("2021-05")
    expect(page.locator("#told")).to_contain_text("1 promise as of 2021-05-31")
    expect(slider).to_be_focused()
    for _ in range(14):
        page.keyboard.press("ArrowRight")
    at(page, "/ledger?as_of=2022-07")
    expect(page.locator("article.promise")).to_have_count(2)
    expect(slider).to_be_focused()
    page.keyboard.press("End")
    at(page, "/ledger")
    expect(page.locator("#as_of")).to_have_value("")
    kept(page)
    page.go_back()
    at(page, "/ledger?as_of=2022-07")
    expect(page.locator("#as_of")).to_have_value("2022-07")
    expect(page.locator(".lead")).to_contain_text("2 promises as of 2022-07-31")


def test_a_field_answers_and_the_next_keeps_what_is_typed(visit: Callable[..., Visit]) -> None:
    """While a slow reply is under way the next field is typed in: nothing is lost, and both count in the end."""
    page = visit().page
    page.goto("/ledger")
    page.evaluate(_MARK)

    def slowly(route: Route) -> None:
        page.wait_for_timeout(700)
        route.continue_()

    page.route("**/ledger?*", slowly)
    page.locator("#party").fill("Brevania")
    page.keyboard.press("Tab")
    page.wait_for_timeout(300)
    page.keyboard.type("Aldo")
    at(page, "/ledger?party=Brevania")
    expect(page.locator("article.promise")).to_have_count(1)
    expect(page.locator("#counterpart")).to_be_focused()
    expect(page.locator("#counterpart")).to_have_value("Aldo")
    page.keyboard.type("ria")
    page.keyboard.press("Enter")
    at(page, "/ledger?party=Brevania&counterpart=Aldoria")
    expect(page.locator("#counterpart")).to_have_value("Aldoria")
    kept(page)


def test_an_error_is_shown_beside_the_form(visit: Callable[..., Visit]) -> None:
    """In our words, announced; the form stays to be mended, the address where it was; then the ledger is there again."""
    page = visit(expected="400").page
    page.goto("/ledger")
    page.evaluate(_MARK)
    page.locator("#party").fill("Atlantis")
    page.keyboard.press("Enter")
    expect(page.locator(".problem")).to_contain_text("no actor 'Atlantis' is known")
    expect(page.locator("#told")).to_contain_text("no actor 'Atlantis' is known")
    expect(page.locator("article.promise")).to_have_count(0)
    expect(page.locator("#party")).to_be_focused()
    at(page, "/ledger")
    page.locator("#party").fill("Brevania")
    page.keyboard.press("Enter")
    at(page, "/ledger?party=Brevania")
    expect(page.locator(".problem")).to_have_count(0)
    expect(page.locator("article.promise")).to_have_count(1)
    kept(page)


def test_a_server_that_is_away_is_told(visit: Callable[..., Visit]) -> None:
    """The page says so, and answers again later."""
    page = visit(expected="").page
    page.goto("/states")
    page.route("**/states?*", lambda route: route.abort())
    page.locator("#q").fill("Aldoria")
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_contain_text("does not answer")
    expect(page.locator(".problem")).to_contain_text("does not answer")


@pytest.mark.parametrize(
    ("address", "field", "value", "after"),
    [
        ("/documents", "#q", "Letter", "/documents?q=Letter"),
        ("/states", "#q", "Aldo", "/states?q=Aldo"),
        ("/search", "#q", "contact", "/search?q=contact"),
        ("/needs", "#state", "Aldoria", "/needs?state=Aldoria"),
        ("/proposals", "#by", "Aldoria", "/proposals?by=Aldoria"),
        ("/positions", "#about", "ransomware", "/positions?about=ransomware"),
        ("/convergence", "#groups", "regions", "/convergence?groups=regions"),
        ("/people", "#q", "Nobody", "/people?q=Nobody"),
        ("/dialogues", "#q", "Nobody", "/dialogues?q=Nobody"),
        ("/framework", "#since", "2021", "/framework?since=2021"),
        ("/framework/norm.f", "#until", "2022", "/framework/norm.f?until=2022"),
    ],
)
def test_every_filter_answers_at_once(
    visit: Callable[..., Visit], address: str, field: str, value: str, after: str
) -> None:
    """A field that changes is asked for without a new page, the address has nothing empty, and the answer is told."""
    page = visit().page
    page.goto(address)
    page.evaluate(_MARK)
    page.locator(field).fill(value)
    page.keyboard.press("Tab")
    at(page, after)
    expect(page.locator("#told")).not_to_be_empty()
    expect(page.locator(field)).to_have_value(value)
    kept(page)


def test_without_scripts_the_same_forms_load_pages(visit: Callable[..., Visit]) -> None:
    """The button asks, links lead to other days, and the slider is not there."""
    page = visit(scripts=False).page
    page.goto("/ledger?as_of=2022-07")
    expect(page.locator("#month")).to_be_hidden()
    page.get_by_role("link", name="A year earlier").click()
    expect(page.locator(".lead")).to_contain_text("1 promise as of 2021-07-31")
    page.locator("#party").fill("Brevania")
    page.get_by_role("button", name="Show").click()
    expect(page.locator(".lead")).to_contain_text("0 promises")


@pytest.mark.parametrize("width", [1440, 390])
def test_what_was_exchanged_is_accessible(visit: Callable[..., Visit], width: int) -> None:
    """No serious finding on a ledger that was moved, and nothing to scroll sideways."""
    page = visit(width).page
    page.goto("/ledger")
    page.locator("#month").focus()
    page.keyboard.press("Home")
    at(page, "/ledger?as_of=2021-05")
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width

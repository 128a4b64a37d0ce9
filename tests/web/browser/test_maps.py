"""A map is enlarged and moved by buttons, keys and fingers; a wheel alone scrolls the page."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from acquis.workspace import Workspace
from forms import serving
from visits import Visit, serious

_NUMBER = re.compile(r"-?[\d.]+(?:e-?\d+)?")


@pytest.fixture(scope="module")
def served(
    acquis_command: list[str], shown: Workspace, vocabulary: tuple[Path, ...]
) -> Iterator[tuple[str, Workspace]]:
    """A server on the workspace of the examples."""
    with serving(acquis_command, shown.store.name, vocabulary) as (base, _):
        yield base, shown


def seen(page: Page) -> tuple[float, float, float]:
    """How far the map is moved to the right and down, and how much it is enlarged."""
    words = page.locator(".ground").get_attribute("transform") or ""
    right, down, size = (float(one) for one in _NUMBER.findall(words))
    return right, down, size


def opened(visit: Callable[..., Visit], width: int = 1440) -> Page:
    """The map of a provision."""
    page = visit(width).page
    page.goto("/framework/norm.f")
    page.locator(".pane").scroll_into_view_if_needed()
    return page


def test_buttons_and_keys(visit: Callable[..., Visit]) -> None:
    """Larger, smaller, the whole map; arrows move what is enlarged, and the page where nothing is."""
    page = opened(visit)
    page.get_by_role("button", name="Larger").focus()
    page.keyboard.press("Enter")
    assert seen(page)[2] > 1.5
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".pane")).to_be_focused()
    page.keyboard.press("+")
    before = seen(page)
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    after = seen(page)
    assert after[0] < before[0]
    assert after[1] < before[1]
    page.keyboard.press("-")
    assert 1 < seen(page)[2] < after[2]
    page.get_by_role("button", name="Whole map").click()
    assert seen(page) == (0, 0, 1)
    page.get_by_role("button", name="Smaller").press("Enter")
    assert seen(page) == (0, 0, 1)
    page.locator(".pane").focus()
    at = page.evaluate("scrollY")
    page.keyboard.press("ArrowUp")
    page.wait_for_function("at => scrollY < at", arg=at)
    assert seen(page) == (0, 0, 1)


def test_a_wheel_scrolls_and_with_ctrl_enlarges(visit: Callable[..., Visit]) -> None:
    """Also an enlarged map lets the page go on."""
    page = opened(visit)
    box = page.locator(".pane").bounding_box()
    assert box is not None
    page.mouse.move(box["x"] + 400, box["y"] + 200)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -100)
    page.keyboard.up("Control")
    page.wait_for_function("() => document.querySelector('.map').classList.contains('enlarged')")
    before, at = seen(page), page.evaluate("scrollY")
    page.mouse.wheel(0, 200)
    page.wait_for_function("at => scrollY > at", arg=at)
    assert seen(page) == before


def test_two_fingers_enlarge(visit: Callable[..., Visit]) -> None:
    """A pinch; one finger on the whole map is left to the page."""
    page = opened(visit, 390)
    box = page.locator(".pane").bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    session = page.context.new_cdp_session(page)

    def touch(kind: str, *apart: float) -> None:
        points = [{"x": x + one, "y": y, "id": at} for at, one in enumerate(apart)]
        session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    session.send("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 2})
    page.reload()
    page.locator(".pane").scroll_into_view_if_needed()
    touch("touchStart", 0)
    touch("touchMove", 30)
    touch("touchEnd")
    assert seen(page) == (0, 0, 1)
    touch("touchStart", -20, 20)
    touch("touchMove", -40, 40)
    touch("touchMove", -80, 80)
    touch("touchEnd")
    assert seen(page)[2] > 2


@pytest.mark.parametrize("width", [1440, 390])
def test_an_enlarged_map_is_accessible_and_stays_through_filters(
    visit: Callable[..., Visit], width: int
) -> None:
    """No serious finding; a filter redraws the map where it was looked at."""
    page = opened(visit, width)
    page.get_by_role("button", name="Larger").click()
    before = seen(page)
    page.locator("#until").fill("2026")
    page.keyboard.press("Tab")
    page.wait_for_function("() => location.search === '?until=2026'")
    assert seen(page) == before
    assert serious(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_without_scripts_the_map_is_whole(visit: Callable[..., Visit]) -> None:
    """It is drawn, and nothing on it promises what needs a script."""
    page = visit(scripts=False).page
    page.goto("/framework/norm.f")
    expect(page.locator("svg.world")).to_be_visible()
    expect(page.get_by_role("button", name="Larger")).to_be_hidden()

"""From a file to the ledger in a real browser, by the keyboard alone; two people at once; without scripts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from acquis.workspace import Workspace
from visits import Visit
from workspaces import CONTACT, TRAIN, finding, write

LATER = """---
title: Second talks of Aldoria and Gavria
published: 2032-05-20
---

Aldoria and Gavria agreed to hold their third talks in Sentar by 30 June 2033.
"""
THIRD = "agreed to hold their third talks"
# Selects words of the text as a mouse would.
_SELECT = """words => {
  const walk = document.createTreeWalker(document.getElementById("text"), NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const at = walk.currentNode.data.indexOf(words);
    if (at < 0) continue;
    document.getSelection().setBaseAndExtent(walk.currentNode, at, walk.currentNode, at + words.length);
    return true;
  }
  return false;
}"""


def focus(page: Page, selector: str) -> None:
    """Go on with Tab until the element has the focus."""
    for _ in range(80):
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
        page.keyboard.press("Tab")
    pytest.fail(f"{selector} is not reached by the keyboard")


def test_add_review_ledger_brief(
    visit: Callable[..., Visit], served: tuple[str, Workspace], tmp_path: Path
) -> None:
    """A file is added, its promise corrected in the queue; ledger and brief have the correction: all by keys."""
    page = visit().page
    page.goto("/add")
    page.set_input_files("#files", write(tmp_path, "later.md", LATER))
    focus(page, "#add button")
    page.keyboard.press("Enter")
    expect(page.locator("#progress")).to_have_text("Done: 1 of 1 read.")
    expect(page.locator("#receipts tbody")).to_contain_text("Second talks of Aldoria and Gavria")
    page.goto("/review?owner=Aldoria&act=commitment")
    for _ in range(8):
        if THIRD in page.locator("mark.now").inner_text():
            break
        page.keyboard.press("j")
        page.wait_for_load_state()
    assert page.evaluate(_SELECT, "hold their third talks in Sentar")
    page.keyboard.press("c")
    expect(page.locator("#quote")).to_have_value("hold their third talks in Sentar")
    focus(page, "#due")
    page.keyboard.press("Control+A")
    page.keyboard.type("2034")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review?**")
    expect(page.locator("#undo")).to_contain_text("You corrected")
    claim = finding(served[1], "third talks in Sentar").claim
    assert (claim.evidence.quote, claim.due and claim.due.edtf) == (
        "hold their third talks in Sentar",
        "2034",
    )
    page.goto("/ledger?as_of=2033-12")
    promise = page.locator("article.promise", has_text="due 2034")
    expect(promise.locator("blockquote").first).to_contain_text("hold their third talks in Sentar")
    page.goto("/brief")
    for field, words in {
        "party": "Aldoria",
        "counterpart": "Gavria",
        "on": "2033-12-01",
        "as_of": "2033-12",
    }.items():
        focus(page, f"#{field}")
        page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url("**/brief?**")
    expect(page.locator("main")).to_contain_text("hold their third talks in Sentar")
    focus(page, "a[href^='/brief.docx']")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.path().read_bytes().startswith(b"PK")


def test_the_keys(visit: Callable[..., Visit], served: tuple[str, Workspace]) -> None:
    """Next, previous, accept, reject with a reason, undo, help; none of them while somebody types."""
    page = visit().page
    workspace = served[1]
    first, second, *_ = [one.key for one in workspace.review_queue()]
    page.goto("/review")

    def at(key: str) -> None:
        expect(page.locator(".review")).to_have_attribute("data-quote", f"c-{key}")

    page.keyboard.press("j")
    at(second)
    page.keyboard.press("k")
    at(first)
    page.keyboard.press("?")
    expect(page.locator("#help")).to_have_attribute("open", "")
    page.keyboard.press("a")
    at(second)
    assert workspace.claim(first).status == "accepted"
    page.keyboard.press("r")
    page.keyboard.type("a jay, k")
    at(second)
    page.keyboard.press("Enter")
    expect(page.locator("#undo")).to_contain_text("You rejected")
    assert workspace.judgements(second)[0].why == "a jay, k"
    page.keyboard.press("u")
    at(second)
    page.keyboard.press("u")
    at(first)
    assert {workspace.claim(key).status for key in (first, second)} == {"found"}
    page.locator("#help summary").click()
    page.locator("#keys").uncheck()
    page.keyboard.press("a")
    page.wait_for_timeout(300)
    assert workspace.claim(first).status == "found"


def test_the_words_are_in_sight(visit: Callable[..., Visit], served: tuple[str, Workspace]) -> None:
    """The quote is scrolled to, beside its record, on a large and on a small screen."""
    key = finding(served[1], TRAIN).key
    for width in (1440, 390):
        page = visit(width).page
        page.goto(f"/review?key={key}#c-{key}")
        expect(page.locator("mark.now").first).to_be_in_viewport()
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_two_people_at_once(visit: Callable[..., Visit], served: tuple[str, Workspace]) -> None:
    """The second is shown what the first said, with both, and nothing of theirs is kept until they say it again."""
    key = finding(served[1], CONTACT).key
    pages = [visit().page for _ in range(2)]
    for page in pages:
        page.goto(f"/review?key={key}")
    pages[0].keyboard.press("a")
    expect(pages[0].locator("#undo")).to_contain_text("You accepted")
    pages[1].keyboard.press("r")
    pages[1].keyboard.type("not agreed")
    pages[1].keyboard.press("Enter")
    expect(pages[1].locator("h1")).to_have_text("Somebody answered first")
    expect(pages[1].locator(".history")).to_contain_text("accepted")
    assert served[1].claim(key).status == "accepted"
    pages[1].get_by_role("button", name="Say it all the same").press("Enter")
    pages[1].wait_for_url("**/review?**")
    assert [one.verdict for one in served[1].judgements(key)] == ["accept", "reject"]


def test_without_scripts(visit: Callable[..., Visit], served: tuple[str, Workspace], tmp_path: Path) -> None:
    """The same forms do the same."""
    page = visit(scripts=False).page
    page.goto("/add")
    page.set_input_files("#files", write(tmp_path, "later.md", LATER))
    page.get_by_role("button", name="Read and keep").click()
    expect(page.locator("#receipts")).to_contain_text("Second talks")
    key = finding(served[1], TRAIN).key
    page.goto(f"/review?key={key}")
    page.get_by_role("button", name="Accept", exact=False).first.click()
    expect(page.locator("#undo")).to_contain_text("You accepted")
    assert served[1].claim(key).status == "accepted"
    page.get_by_role("button", name="Undo").click()
    page.locator("input[name=chosen]").first.check()
    page.get_by_role("button", name="Accept the chosen ones").click()
    expect(page.locator("#undo")).to_contain_text("You accepted")

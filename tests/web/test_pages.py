"""Every page answers people and programs with the same thing, harmlessly, and says what is wrong in one line."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.web.guard import POLICY
from acquis.web.page import View
from acquis.web.views import NAVIGATION, VIEWS
from acquis.workspace import Workspace
from page_addresses import addresses
from workspaces import add, write

INJECTED = """'"><script>alert(1)</script><img src=x onerror=alert(2)>"""
HARMFUL = """---
title: <script>alert('title')</script> & "co"
published: 2021-05-22
---

Aldoria agreed to <img src=x onerror=alert(1)> establish a contact by 2022. {{ 7 * 7 }} «</article>» \u202e

Aldoria condemns [this](javascript:alert(2)) attack on hospitals.
"""


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.path)
def test_a_page_is_html_and_json_and_a_table_csv(view: View, client: TestClient, shown: Workspace) -> None:
    """The forms of one page hold the same title; a table has one line a row after its marking."""
    for address in addresses(view, shown):
        page, told = client.get(address), client.get(f"{'/home' if address == '/' else address}.json")
        assert page.status_code == told.status_code == 200, address
        tree = LexborHTMLParser(page.text)
        title = json.loads(told.content)["title"]
        assert title in (tree.css_first("title") or tree.root).text()  # type: ignore[union-attr]
        assert len(tree.css("h1")) == len(tree.css("main")) == 1
        if view.tabled:
            rows = list(csv.reader(client.get(f"{address}.csv").text.splitlines()))
            assert rows[0][0].startswith("# TLP:")


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.path)
def test_every_answer_has_the_headers_that_keep_it_harmless(
    view: View, client: TestClient, shown: Workspace
) -> None:
    """One policy without exceptions for scripts or styles in the page, and nothing in the page that needs one."""
    page = client.get(addresses(view, shown)[0])
    assert page.headers["content-security-policy"] == POLICY
    assert "unsafe" not in POLICY
    tree = LexborHTMLParser(page.text)
    assert not tree.css("[style], style, script:not([src])")
    assert not [node for node in tree.css("*") if any(name.startswith("on") for name in node.attributes)]


def test_the_navigation_leads_to_pages(client: TestClient) -> None:
    """Each link of the head is a page, and says on it that it is the current one."""
    for address, words in NAVIGATION:
        tree = LexborHTMLParser(client.get(address).text)
        current = [node.text() for node in tree.css("nav [aria-current]")]
        assert current == ([] if address == "/" else [words])


def test_what_a_document_says_is_text(
    workspace: Workspace, tmp_path: Path, client_of: Callable[[Workspace], TestClient]
) -> None:
    """Script in a title or in the text stands on the page as words."""
    (_, receipt) = add(
        workspace,
        write(tmp_path, "harmful.md", HARMFUL),
        write(tmp_path, "harmful.txt", HARMFUL.rpartition("---\n")[2]),
    )
    client = client_of(workspace)
    promise = next(one.key for one in workspace.claims() if one.claim.act == "commitment")
    keyed = {"{key}": receipt.document, "{code}": "XC", "{provision}": "norm.f"}
    of_keys = [re.sub(r"\{\w+\}", lambda found: str(keyed[found[0]]), view.path) for view in VIEWS]
    for address in (
        *(one for one in of_keys if not one.startswith(("/dialogues/", f"/ledger/{receipt.document}"))),
        f"/ledger/{promise}",
        f"/review?key={promise}",
        "/search?q=contact",
        "/positions?about=hospitals",
        "/compare?a=harmful.md&b=harmful.txt",
        "/receipts?show=all",
    ):
        page = client.get(address)
        assert page.status_code == 200, address
        tree = LexborHTMLParser(page.text)
        assert not tree.css("script:not([src]), img, [onerror], a[href^=javascript]"), address
        assert len(tree.css("article.text")) <= 1, address
    document = LexborHTMLParser(client.get(f"/documents/{receipt.document}").text)
    text = (document.css_first("article.text") or document.root).text()  # type: ignore[union-attr]
    assert "<img src=x onerror=alert(1)>" in text
    assert "{{ 7 * 7 }}" in text


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.path)
def test_what_an_address_asks_is_text(view: View, client: TestClient, shown: Workspace) -> None:
    """Script in any word that an address can carry, in what it asks or in its key, stands on the page as words."""
    described = client.get("/openapi.json").json()["paths"]
    path = "/home" if view.path == "/" else view.path
    asked = [one["name"] for one in described[f"{path}.json"]["get"].get("parameters", [])]
    keyed = re.sub(r"\{\w+\}", quote(INJECTED, safe=""), view.path)
    tried = [
        *(f"{addresses(view, shown)[0]}?{urlencode({name: INJECTED})}" for name in asked),
        *([keyed] if "{" in view.path else []),
    ]
    for address in tried:
        page = client.get(address)
        assert page.status_code in (200, 400, 404), address
        tree = LexborHTMLParser(page.text)
        assert not tree.css("script:not([src]), img, [onerror], [onfocus], a[href^=javascript]"), address


def test_each_quote_has_a_link_of_its_own(client: TestClient, shown: Workspace) -> None:
    """A finding's card leads to its words in the text, and the words to the card."""
    for kept in shown.documents()[:5]:
        tree = LexborHTMLParser(client.get(f"/documents/{kept.key}").text)
        cards = [node.attributes["id"] for node in tree.css(".card")]
        assert len(cards) == kept.claims
        anchors = {node.attributes["id"] for node in tree.css(".text .anchor")}
        assert anchors == {(card or "").replace("f-", "c-") for card in cards}
        linked = {node.attributes["href"] for node in tree.css(".text .mark")}
        assert linked <= {f"#{card}" for card in cards}


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/documents/0000000000000000", 404, "no document"),
        ("/nowhere", 404, "no page is at this address"),
        ("/ledger?party=Atlantis", 400, "Atlantis"),
        ("/ledger?as_of=soon", 400, "expected 2031"),
        ("/search?q=a&act=sing", 400, "there are commitment"),
        ("/search?q=%22open", 400, ""),
        ("/search?q=a&page=0", 400, "page"),
    ],
)
def test_what_is_wrong_is_said_in_a_line(client: TestClient, address: str, status: int, words: str) -> None:
    """As a page for people, as JSON where JSON was asked for."""
    page = client.get(address)
    assert page.status_code == status
    assert words in page.text
    path, _, query = address.partition("?")
    told = client.get(f"{path}.json?{query}")
    assert told.status_code == status
    assert words in json.loads(told.content)["error"]["message"]


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "", "[::1", "localhost@evil.example"]
)
def test_another_name_is_not_answered(client: TestClient, host: str) -> None:
    """A page from elsewhere whose name points to this machine reads nothing."""
    assert client.get("/documents.json", headers={"host": host}).status_code == 403


def test_an_own_name_is_answered(client: TestClient) -> None:
    """With any port."""
    for host in ("127.0.0.1:8765", "localhost:80", "[::1]:9"):
        assert client.get("/about", headers={"host": host}).status_code == 200

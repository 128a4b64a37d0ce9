"""What comes from elsewhere has its licence and its origin, and is told to evaluate nothing and to ask nobody else."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.web.app import STATIC

VENDOR = STATIC / "vendor"
SCRIPTS = sorted(VENDOR.rglob("*.js"))


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_has_a_licence_and_a_line_in_the_docs(script: Path, root: Path) -> None:
    """Beside it, and with its version and hash in docs/web.md."""
    assert list(script.parent.glob("LICENSE*"))
    name = script.name.removesuffix(".min.js")
    lines = [
        line for line in (root / "docs" / "web.md").read_text("utf-8").splitlines() if f"[{name}]" in line
    ]
    assert len(lines) == 1
    assert lines[0].count(" | ") == 3
    version = lines[0].split(" | ")[1]
    assert version.encode() in script.read_bytes()


def test_htmx_evaluates_nothing_and_asks_only_us(client: TestClient) -> None:
    """On every page: no scripts out of attributes or replies, no styles of its own, no pages kept in the browser."""
    meta = LexborHTMLParser(client.get("/ledger").text).css_first("meta[name=htmx-config]")
    assert meta is not None
    told = json.loads(meta.attributes["content"] or "")
    forbidden = ("allowEval", "allowScriptTags", "includeIndicatorStyles")
    assert [told[name] for name in forbidden] == [False, False, False]
    assert told["selfRequestsOnly"] is True
    assert (told["historyCacheSize"], told["attributesToSettle"]) == (0, [])


def test_the_scripts_of_the_map_stand_on_pages_with_a_map_alone(client: TestClient) -> None:
    """Other pages do not load them; where they are loaded each is there."""
    tree = LexborHTMLParser(client.get("/framework/norm.f").text)
    addresses = [node.attributes["src"] or "" for node in tree.css("script[src*='/d3/']")]
    assert len(addresses) == len(list((VENDOR / "d3").glob("*.js")))
    assert {client.get(address).status_code for address in addresses} == {200}
    assert "/d3/" not in client.get("/framework").text

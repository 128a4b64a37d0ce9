"""Long lists are narrowed and turned page by page; a spreadsheet has all of what was asked for."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.web.pages import dialogues, documents
from acquis.workspace import Workspace


def keys(client: TestClient, address: str) -> list[str]:
    """The documents of a page of the list."""
    return [one["key"] for one in json.loads(client.get(address).content)["documents"]]


def test_documents_are_narrowed_by_words_kind_and_days(client: TestClient, shown: Workspace) -> None:
    """All filters must hold, together they narrow further, and the page says of how many it shows how many."""
    every = {one.key: one for one in shown.documents()}
    words = keys(client, "/documents.json?q=cyber+dialogue")
    kind = keys(client, "/documents.json?kind=statement")
    days = keys(client, "/documents.json?since=2024-06&until=2025")
    named = {key for key, one in every.items() if "cyber dialogue" in (one.title or "").lower()}
    assert named <= set(words) < set(every)
    assert set(kind) == {key for key, one in every.items() if one.kind == "statement"} != set(every)
    assert 0 < len(days) < len(every)
    assert all(
        (every[key].latest or "") >= "2024-06" and (every[key].earliest or "") < "2026" for key in days
    )
    both = keys(client, "/documents.json?q=cyber+dialogue&since=2024-06&until=2025")
    assert set(both) == set(words) & set(days)
    page = client.get("/documents?q=cyber+dialogue").text
    assert f"{len(words)} of {len(every)} documents" in page


@pytest.mark.parametrize("query", ["kind=poem", "since=soon", "until=2024-13", "page=0"])
def test_what_no_list_can_be_narrowed_by_is_told(client: TestClient, query: str) -> None:
    """A kind that does not exist, and words that are no day."""
    assert client.get(f"/documents?{query}").status_code == 400


def test_a_long_list_of_documents_is_turned_and_its_table_holds_all(
    client: TestClient, shown: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pages share no document and leave none out; each leads to the next with the filters it has."""
    monkeypatch.setattr(documents, "_AT_ONCE", 4)
    listed = keys(client, "/documents.json?kind=statement")
    found, address = [], "/documents?kind=statement"
    while address:
        tree = LexborHTMLParser(client.get(address).text)
        found += [node.attributes["href"] for node in tree.css("main tbody a")]
        following = tree.css_first("a[rel=next]")
        address = str(following.attributes["href"]) if following else ""
    assert len(listed) == 4 < len(found)
    assert len(set(found)) == len(found) == sum(one.kind == "statement" for one in shown.documents())
    rows = list(csv.reader(client.get("/documents.csv?kind=statement").text.splitlines()))
    assert len(rows) == len(found) + 2  # its marking, and the names of the columns


def test_series_are_turned_too(
    client: TestClient,
    client_of: Callable[[Workspace], TestClient],
    shown: Workspace,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What is overdue is counted over all pages."""
    whole = json.loads(client.get("/dialogues.json").content)
    monkeypatch.setattr(dialogues, "_AT_ONCE", 1)
    fresh = client_of(shown)
    told = [json.loads(fresh.get(f"/dialogues.json?page={number}").content) for number in (1, 2)]
    assert [one["series"][0]["key"] for one in told] == [one["key"] for one in whole["series"][:2]]
    assert {one["total"] for one in told} == {len(whole["series"])}
    assert {one["overdue"] for one in told} == {whole["overdue"]}

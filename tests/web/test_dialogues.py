"""The pages of dialogues: every series on a line of time, each with its accounts side by side and what it left out."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.workspace import Workspace
from workspaces import add, write

# Two series of one name, one of them overdue; what they are called is no markup.
OVERDUE = """---
title: Aldoria and Gavria hold second Cyber Dialogue <b>"today"</b>
published: 2021-05-22
---

Aldoria and Gavria held the second Aldoria-Gavria Cyber Dialogue in Port <i>Elm</i> on 20 May 2021.

The two sides agreed to hold the third Aldoria-Gavria Cyber Dialogue in 2022.
"""
FIRST = """---
title: Aldoria and Gavria hold first Cyber Dialogue
published: 2020-05-22
---

Aldoria and Gavria held the first Aldoria-Gavria Cyber Dialogue on 20 May 2020.

The sides discussed ransomware and the protection of hospitals.

The two sides agreed to hold the second Aldoria-Gavria Cyber Dialogue in 2021.
"""


def tree_of(client: TestClient, address: str) -> LexborHTMLParser:
    """The page at an address."""
    page = client.get(address)
    assert page.status_code == 200, page.text
    return LexborHTMLParser(page.text)


def words_of(tree: LexborHTMLParser, selector: str) -> str:
    """The words of the first node that a selector finds, on one line."""
    node = tree.css_first(selector)
    assert node is not None, selector
    return " ".join(node.text().split())


@pytest.fixture
def overdue(workspace: Workspace, tmp_path: Path, client_of: Callable[[Workspace], TestClient]) -> TestClient:
    """A workspace with a series whose next meeting never came."""
    add(workspace, write(tmp_path, "first.md", FIRST), write(tmp_path, "second.md", OVERDUE))
    return client_of(workspace)


def test_every_edition_is_a_dot_with_words(client: TestClient) -> None:
    """The line of time says in words what it draws, and the list below has the same editions."""
    tree = tree_of(client, "/dialogues?q=uk-eu")
    lane = tree.css_first("svg.lane")
    assert lane is not None
    told = lane.attributes["aria-label"] or ""
    assert told.startswith(
        "Edition 1: 2023-12-14 in Brussels; Edition 2: 2024-12-05 to 2024-12-06 in London;"
    )
    assert len(lane.css(".dot-held")) == 3
    assert len(tree.css("article.series details > ul > li")) == 3


def test_what_is_overdue_says_so_and_shows_the_promise(overdue: TestClient) -> None:
    """With words beside the shape, the promise it rests on, and links to both."""
    tree = tree_of(overdue, "/dialogues")
    late = (date.today() - date(2022, 12, 31)).days
    assert f"{late} days overdue since 2022-12-31" in words_of(tree, "article.series")
    assert words_of(tree, "article.series .status") == "overdue"
    assert len(tree.css("svg.lane .dot-overdue")) == 1
    assert "third Aldoria-Gavria Cyber Dialogue" in words_of(tree, "article.series blockquote")
    source = tree.css_first(".series .source a")
    assert source is not None
    assert "#c-" in (source.attributes["href"] or "")


def test_titles_and_places_are_words(overdue: TestClient) -> None:
    """What a document calls itself and where it says it met never becomes markup."""
    for address in ("/dialogues", "/dialogues/aldoria-gavria-cyber-dialogue", "/compare", "/people"):
        tree = tree_of(overdue, address)
        assert not tree.css("main b, main i"), address
    assert '<b>"today"</b>' in tree_of(overdue, "/dialogues").css_first("main").text()  # type: ignore[union-attr]


def test_two_accounts_stand_side_by_side(client: TestClient) -> None:
    """One column an account, each with who wrote it; where they differ is marked, not by colour alone."""
    tree = tree_of(client, "/dialogues/uk-eu-cyber-dialogue")
    heads = [" ".join(node.text().split()) for node in tree.css("#edition-3 thead th")]
    assert len(heads) == 2
    assert {"by United Kingdom" in head for head in heads} == {True, False}
    assert "Two accounts of one meeting" in words_of(tree, "#accounts")
    assert "added:" in words_of(tree, "ins")
    assert "removed:" in words_of(tree, "del")


def test_a_series_shows_what_the_last_edition_left_out(overdue: TestClient) -> None:
    """With the words of the edition before, their paragraph, and that silence denies nothing."""
    tree = tree_of(overdue, "/dialogues/aldoria-gavria-cyber-dialogue")
    section = tree.css_first("section[aria-labelledby=silence]")
    assert section is not None
    told = " ".join(section.text().split())
    assert "ransomware" in told
    assert "Silence denies nothing" in told
    places = {(node.attributes["href"] or "").partition("#")[2] for node in section.css("a")}
    assert "at-¶2" in places
    source = section.css_first("a[href*='#at-']")
    assert source is not None
    page, _, place = (source.attributes["href"] or "").partition("#")
    assert [node.attributes["id"] for node in tree_of(overdue, page).css(f"[id='{place}']")] == [place]


def test_one_edition_alone_has_nothing_to_leave_out(client: TestClient) -> None:
    """The page says why, in a sentence."""
    tree = tree_of(client, "/dialogues/india-eu-cyber-dialogue")
    assert "to compare it with" in words_of(tree, "section[aria-labelledby=silence]")


def test_another_name_of_a_series_leads_there_too(client: TestClient) -> None:
    """An address stays where the texts come to prefer another name."""
    told = json.loads(client.get("/dialogues/uk-eu-cyber-dialogue.json").content)
    others = [name for name in told["names"] if name != told["title"]]
    assert others
    other = client.get(f"/dialogues/{'-'.join(others[0].lower().replace('-', ' ').split())}.json")
    assert json.loads(other.content)["key"] == "uk-eu-cyber-dialogue"


def test_a_series_that_is_not_here_is_not_found(client: TestClient) -> None:
    """The page says where the series are listed."""
    page = client.get("/dialogues/no-such-series")
    assert page.status_code == 404
    assert "/dialogues lists them" in page.text


def test_a_workspace_without_meetings_says_so(
    workspace: Workspace, tmp_path: Path, client_of: Callable[[Workspace], TestClient]
) -> None:
    """As a sentence, not as an error."""
    add(workspace, write(tmp_path, "letter.md", "Aldoria condemns the attack on hospitals.\n"))
    client = client_of(workspace)
    for address in ("/dialogues", "/compare", "/people", "/brief", "/receipts"):
        assert client.get(address).status_code == 200, address
    assert "No document here tells of a series" in client.get("/dialogues").text

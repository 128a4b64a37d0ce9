"""A document beside its record: findings by act, grades in words, the history of each, a link to every quote."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.model.claim import GRADES
from acquis.workspace import Workspace
from forms import answer
from workspaces import CONTACT, TALKS, add, finding, write


@pytest.fixture
def talks(workspace: Workspace, tmp_path: Path) -> Workspace:
    """A workspace with one document."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    return workspace


@pytest.fixture
def desk(talks: Workspace, client_of: Callable[[Workspace], TestClient]) -> TestClient:
    """The browser of its owner."""
    return client_of(talks)


def card(client: TestClient, document: str, key: str) -> str:
    """All that the card of a finding says."""
    found = LexborHTMLParser(client.get(f"/documents/{document}").text).css_first(f"#f-{key}")
    assert found is not None
    return " ".join(found.text().split())


def test_a_card_says_what_its_grade_means_and_where_its_quote_stays(
    desk: TestClient, talks: Workspace
) -> None:
    """The number alone tells nobody anything; the address of the quote is written out."""
    kept = finding(talks, CONTACT)
    said = card(desk, kept.document, kept.key)
    assert kept.claim.grade is not None
    assert GRADES[kept.claim.grade] in said
    assert f"/documents/{kept.document}#c-{kept.key}" in said
    assert kept.claim.rule in said
    assert "Nobody has judged it yet." in said


def test_a_card_has_the_history_of_its_finding(desk: TestClient, talks: Workspace) -> None:
    """Who said what, and why, in the order it was said; others stay unjudged."""
    kept = finding(talks, CONTACT)
    answer(desk, kept.key, "accept")
    talks.judge(kept.key, "accept", by="Second reader", why="read it twice")
    said = card(desk, kept.document, kept.key)
    assert "unnamed accepted" in said
    assert "Second reader accepted, because “read it twice”" in said
    page = desk.get(f"/documents/{kept.document}").text
    assert page.count("Nobody has judged it yet.") == len(talks.claims()) - 1


def test_findings_of_one_act_alone(desk: TestClient, talks: Workspace) -> None:
    """The counts by act add up to all; each leads to so many cards and marks; what is no act is refused."""
    (document,) = talks.documents()
    told = desk.get(f"/documents/{document.key}.json").json()
    assert sum(many for _, many in told["acts"]) == len(told["cards"]) == document.claims
    for act, many in told["acts"]:
        page = LexborHTMLParser(desk.get(f"/documents/{document.key}?act={act}").text)
        assert len(page.css(".card")) == len(page.css(".text .anchor")) == many
        assert {node.attributes["title"] for node in page.css(".text .mark")} == {act}
        rows = desk.get(f"/documents/{document.key}.csv?act={act}").text.splitlines()
        assert len(rows) == many + 2
    assert (
        desk.get(f"/documents/{document.key}?act=condemnation").text.count("No finding of this act here.")
        == 1
    )
    assert desk.get(f"/documents/{document.key}?act=sing").status_code == 400

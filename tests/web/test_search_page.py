"""Searching in the browser: every count is what its link finds, filters are taken away again, files carry the question."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from hypothesis import HealthCheck, Phase, example, given, settings
from hypothesis import strategies as st
from selectolax.lexbor import LexborHTMLParser

from acquis.model.marking import Marking, Viewer
from acquis.store.question import MOST_HITS
from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace
from plans import PLANS, RICH, Written, build
from workspaces import add, write

BASE = "http://127.0.0.1"
ASKED = (
    "q=the+OR+we+OR+sides",
    "q=hospital*&act=call",
    "kind=statement",
    "owner=JP",
    "q=cyber&since=2031-05",
)


def told(client: TestClient, address: str) -> dict[str, object]:
    """What a page of search tells programs."""
    answer = client.get(address.replace("/search", "/search.json", 1))
    assert answer.status_code == 200, (address, answer.text)
    page: dict[str, object] = json.loads(answer.content)
    return page


def total(page: dict[str, object]) -> int:
    """How many sentences were found."""
    number: int = page["answer"]["total"]  # type: ignore[index]
    return number


def values(page: dict[str, object]) -> list[tuple[str, int, str | None]]:
    """The facet, count and address of every value."""
    facets: list[dict[str, object]] = page["narrowing"]  # type: ignore[assignment]
    return [(one["name"], each["count"], each["leads_to"]) for one in facets for each in one["values"]]  # type: ignore[attr-defined,misc]


def check(client: TestClient, address: str, *, deep: int = 1) -> int:
    """Every value leads to as many sentences as it counts, and so again from there; how many were followed."""
    page, followed = told(client, address), 0
    for facet, count, leads_to in values(page):
        if leads_to is None:
            assert count == total(page), (address, facet)
            continue
        narrow = told(client, leads_to)
        assert total(narrow) == count, (address, facet, leads_to)
        assert any(
            total(told(client, one["without"])) == total(page)
            for one in narrow["chosen"]  # type: ignore[attr-defined]
            if one["without"] != "/search"
        ), leads_to
        followed += 1 + (check(client, leads_to, deep=deep - 1) if deep and count < total(page) else 0)
    rows = list(csv.reader(client.get(address.replace("/search", "/search.csv", 1)).text.splitlines()))
    assert len(rows) - 2 == total(page)
    return followed


def test_every_count_is_what_its_link_finds(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Any workspace, any clearance: each value of each facet, and each filter taken away again; CSV has all rows."""

    @settings(deadline=None, max_examples=3, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate])  # fmt: skip
    @example(RICH, Viewer(Marking.RED))
    @example(RICH, Viewer(Marking.CLEAR))
    @given(PLANS, st.sampled_from(Marking).map(Viewer))
    def holds(plan: Sequence[Written], viewer: Viewer) -> None:
        folder = tmp_path_factory.mktemp("plan")
        with Workspace.open(folder / "acquis.db", create=True) as workspace:
            build(workspace, folder, plan)
            client = TestClient(make_app(replace(Desk.of(workspace), viewer=viewer)), base_url=BASE)
            followed = sum(check(client, f"/search?{asked}") for asked in ASKED)
            assert followed > 20 or plan is not RICH

    holds()


def test_owners_as_they_are_printed_lead_somewhere(client: TestClient) -> None:
    """What no vocabulary has is asked for as it was counted; a second owner stands beside the first."""
    page = told(client, "/search?act=commitment")
    owners = [one for one in values(page) if one[0] == "owner"]
    assert owners
    assert all("owner=" in (to or "") or "party=" in (to or "") for _, _, to in owners)
    check(client, "/search?act=commitment", deep=0)
    check(client, "/search?owner=EU&party=GB", deep=0)


def test_filters_stand_above_the_results(client: TestClient) -> None:
    """Each in words with a link that takes it away and keeps the rest."""
    tree = LexborHTMLParser(client.get("/search?q=cyber&owner=EU&party=GB&element=norms&page=1").text)
    shown = [" ".join(node.text().split()) for node in tree.css(".chosen li")]
    assert [words.partition(" Take away")[0] for words in shown] == [
        "Words cyber", "Who European Union", "Element Rules, norms and principles of responsible State behaviour", "Who United Kingdom", "Take all away",
    ]  # fmt: skip
    links = [node.attributes["href"] for node in tree.css(".chosen a")]
    assert links[1] == "/search?q=cyber&party=GB&element=norms"
    assert links[3] == "/search?q=cyber&owner=EU&element=norms"


def test_files_and_pages_carry_the_question(client: TestClient) -> None:
    """The file links ask what the page asks; previous and next turn pages of it, at their ends only one."""
    tree = LexborHTMLParser(client.get("/search?q=the&kind=statement&page=2").text)
    files = [node.attributes["href"] or "" for node in tree.css(".files a")]
    assert files == ["/search.json?q=the&kind=statement&page=2", "/search.csv?q=the&kind=statement&page=2"]
    turns = {node.attributes["rel"]: node.attributes["href"] or "" for node in tree.css("a[rel]")}
    assert turns == {
        "prev": "/search?q=the&kind=statement",
        "next": "/search?q=the&kind=statement&page=3",
    }
    assert (
        told(client, files[0].replace("/search.json", "/search"))["answer"]
        != told(client, turns["prev"])["answer"]
    )
    assert not LexborHTMLParser(client.get(turns["prev"]).text).css("a[rel=prev]")
    beyond = LexborHTMLParser(client.get("/search?q=the&kind=statement&page=300").text)
    (last,) = [node for node in beyond.css("main a") if node.text() == "The last one"]
    assert LexborHTMLParser(client.get(last.attributes["href"] or "").text).css(".hits li")


def test_ten_values_and_the_rest_behind_a_word(client: TestClient) -> None:
    """Of many values the first ten are seen at once; the others are there."""
    tree = LexborHTMLParser(client.get("/search?q=the").text)
    page = told(client, "/search?q=the")
    for section, facet in zip(tree.css(".record section"), page["narrowing"], strict=True):  # type: ignore[call-overload]
        links = len(section.css("li a"))
        assert links == len(facet["values"])
        assert len(section.css("details li")) == max(0, links - 10)
    assert tree.css(".record details li")


def test_a_csv_says_of_how_many_it_holds_the_first(
    workspace: Workspace, tmp_path: Path, client_of: Callable[[Workspace], TestClient]
) -> None:
    """More than can be had at once: the first line says so, and the page too."""
    sentences = "\n\n".join(f"Hospital number {number} is open." for number in range(MOST_HITS + 7))
    add(workspace, write(tmp_path, "many.md", sentences))
    client = client_of(workspace)
    lines = client.get("/search.csv?q=hospital").text.splitlines()
    assert lines[0].endswith(f", the first {MOST_HITS} of {MOST_HITS + 7}")
    assert len(lines) == MOST_HITS + 2
    assert f"the first {MOST_HITS} of {MOST_HITS + 7} sentences" in client.get("/search?q=hospital").text
    assert "," not in client.get("/search.csv?q=1003").text.splitlines()[0]


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("q=a&since=soon", "no date"),
        ("q=a&year=31", "no year"),
        ("q=a&came=x", "no time"),
        ("act=call,sing", "there are"),
        ("party=" + "&party=".join("ABCDEFGHI"), "party"),
        ("q=a&document=%00", "no part of a name"),
    ],
)
def test_what_cannot_be_asked_is_said(client: TestClient, query: str, words: str) -> None:
    """In a line, with what would be right."""
    answer = client.get(f"/search?{query}")
    assert answer.status_code == 400
    assert words in answer.text

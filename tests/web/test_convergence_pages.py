"""Convergence, positions, needs and offers, proposals: figures with intervals in words, sentences with their places."""

from __future__ import annotations

import csv
import json

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser


def tree_of(client: TestClient, address: str) -> LexborHTMLParser:
    """The page at an address."""
    page = client.get(address)
    assert page.status_code == 200, page.text
    return LexborHTMLParser(page.text)


def words_of(tree: LexborHTMLParser) -> str:
    """All that the page says, on one line."""
    main = tree.css_first("main")
    assert main is not None
    return " ".join(main.text().split())


# Few speak in the examples for themselves alone: with what groups say for their members there is enough to draw.
ENOUGH = "?members=true"
PAGES = (
    f"/convergence{ENOUGH}",
    "/convergence/false-friends",
    "/positions?about=norms",
    "/needs",
    "/proposals",
)


@pytest.mark.parametrize("address", PAGES)
def test_every_sentence_leads_to_its_words(client: TestClient, address: str) -> None:
    """Each quote has a source with a link into a document, and the places are there."""
    tree = tree_of(client, address)
    sources = tree.css("main .source a")
    assert len(sources) == len(tree.css("main blockquote")) > 0
    for node in sources[:4]:
        page, _, place = (node.attributes["href"] or "").partition("#")
        assert page.startswith("/documents/")
        assert len(tree_of(client, page).css(f"[id='{place}']")) == 1, place


@pytest.mark.parametrize("address", PAGES)
def test_nothing_is_said_to_be_a_no(client: TestClient, address: str) -> None:
    """Each page says what it looked through, so that silence can be read."""
    assert "document" in words_of(tree_of(client, address))


def test_a_bar_says_in_words_what_it_draws(client: TestClient) -> None:
    """Value and interval as text beside the drawing; the circle lies within the interval."""
    told = json.loads(client.get(f"/convergence.json{ENOUGH}").content)["convergence"]
    enough = [one for one in told["issues"] if one["enough"]]
    tree = tree_of(client, f"/convergence{ENOUGH}")
    assert len(tree.css("table.bars")) == len(enough) > 0
    for table, issue in zip(tree.css("table.bars"), enough, strict=True):
        assert f"({issue['low']:.2f} to {issue['high']:.2f})" in table.text()
        interval, dot = table.css_first("rect.interval"), table.css_first("circle.dot")
        assert interval is not None
        assert dot is not None
        low = float((interval.attributes["x"] or "").rstrip("%"))
        wide = float((interval.attributes["width"] or "").rstrip("%"))
        assert low <= float((dot.attributes["cx"] or "").rstrip("%")) <= low + wide + 0.1


def test_issues_with_too_few_heard_are_listed_with_the_reason(client: TestClient) -> None:
    """They have no figure of their own, and lead to their positions."""
    tree = tree_of(client, "/convergence")
    rows = tree.css("section[aria-labelledby=rest] tbody tr")
    told = json.loads(client.get("/convergence.json").content)["convergence"]
    assert len(rows) == sum(not one["enough"] for one in told["issues"])
    assert all("takes" in row.text() for row in rows)
    for row in rows[:3]:
        link = row.css_first("a")
        assert link is not None
        assert client.get(link.attributes["href"] or "").status_code == 200


def test_false_friends_stand_side_by_side(client: TestClient) -> None:
    """Two sentences, the reasons, and a form to say whether they mean two things."""
    told = json.loads(client.get("/convergence/false-friends.json").content)["found"]["pairs"]
    tree = tree_of(client, "/convergence/false-friends")
    assert len(tree.css("article")) == len(tree.css("form.pair")) == len(told) > 0
    assert all(reason in words_of(tree) for reason in told[0]["reasons"])


def test_positions_show_the_newest_of_each_actor_and_all_sentences(client: TestClient) -> None:
    """Every actor that is heard stands under one stance; the CSV has every sentence."""
    told = json.loads(client.get("/positions.json?about=norms").content)
    actors = {one["actor"] for one in told["positions"]["positions"]}
    placed = [one["actor"] for stood in told["stances"] for one in stood["newest"]]
    assert sorted(placed) == sorted(actors)
    rows = list(csv.reader(client.get("/positions.csv?about=norms").text.splitlines()[1:]))
    assert len(rows) == len(told["positions"]["positions"]) + 1
    assert not tree_of(client, "/positions?about=norms&page=1000").css("blockquote")


def test_needs_stand_beside_offers_and_steps(client: TestClient) -> None:
    """Three columns a subject with the counts of the answer; a pair says why; shares that rest on little say so."""
    told = json.loads(client.get("/needs.json").content)["levelling"]
    tree = tree_of(client, "/needs")
    heads = [[node.text() for node in part.css("h3")] for part in tree.css(".thirds")]
    assert len(heads) == len(told["subjects"]) > 0
    for (needs, offers, _), subject in zip(heads, told["subjects"], strict=True):
        assert needs.split()[0] == str(len(subject["needs"]))
        assert offers.split()[0] == str(len(subject["offers"]))
    pairs = tree.css("section[aria-labelledby=pairs] article")
    assert len(pairs) == len(told["pairs"]) > 0
    assert all(why in pairs[0].text() for why in told["pairs"][0]["why"])
    assert "not enough to say" in words_of(tree)
    chosen = json.loads(client.get("/needs.json?subject=training").content)["levelling"]["subjects"]
    assert "training" in {one["name"] for one in chosen}


def test_proposals_say_who_made_them_and_who_speaks_of_them(client: TestClient) -> None:
    """Found by their words and their owner."""
    told = json.loads(client.get("/proposals.json?q=consultation+line").content)["proposals"]
    (one,) = told["proposals"]
    tree = tree_of(client, "/proposals?q=consultation+line")
    article = tree.css_first("article")
    assert article is not None
    for standing in one["standings"]:
        assert standing["stand"] in article.text()
    owner = one["owners"][0]
    again = json.loads(client.get(f"/proposals.json?by={owner}").content)["proposals"]["proposals"]
    assert one["name"] in {each["name"] for each in again}
    assert "not a no" in words_of(tree_of(client, "/proposals?q=moonbase"))


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("/convergence?groups=Atlantis", "Atlantis"),
        ("/convergence?about=moonbases", "moonbases"),
        ("/positions?about=norms&region=Mars", "there are African"),
        ("/positions?about=norms&page=0", "page"),
        ("/needs?subject=moonbases", "there are"),
        ("/needs?state=Atlantis", "Atlantis"),
        ("/proposals?by=Atlantis", "Atlantis"),
        ("/proposals?until=soon", "no date"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_line(client: TestClient, address: str, words: str) -> None:
    """A refusal, not an empty page."""
    page = client.get(address)
    assert page.status_code == 400
    assert words in page.text

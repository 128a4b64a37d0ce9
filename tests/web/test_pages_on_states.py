"""Pages of States: everything on one, its groups apart, gaps as gaps; and the survey that its own words fill."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser


def tree_of(client: TestClient, address: str) -> LexborHTMLParser:
    """The page at an address."""
    page = client.get(address)
    assert page.status_code == 200, page.text
    return LexborHTMLParser(page.text)


def test_states_stand_in_the_order_of_their_names(client: TestClient) -> None:
    """Nobody is ranked; where nothing is heard, that is said in words."""
    tree = tree_of(client, "/states")
    names = [node.text() for node in tree.css("tbody th a")]
    assert names == sorted(names, key=str.casefold)
    kenya = next(node for node in tree.css("tbody tr") if "Kenya" in node.text())
    assert "no evidence found" in kenya.text()


def test_the_list_is_narrowed_by_name_region_and_group(client: TestClient) -> None:
    """Each filter alone and both together; a code is a name too."""
    assert [node.text() for node in tree_of(client, "/states?q=aldoria").css("tbody th a")] == ["Aldoria"]
    assert [node.text() for node in tree_of(client, "/states?q=xc").css("tbody th a")] == ["Aldoria"]
    both = json.loads(client.get("/states.json?region=WEOG&group=EU").content)["states"]
    assert {one["region"] for one in both} == {"WEOG"}
    assert 0 < len(both) < len(json.loads(client.get("/states.json?group=EU").content)["states"])
    assert client.get("/states?region=Atlantis").status_code == 400


def test_positions_by_year_count_as_the_profile_does(client: TestClient) -> None:
    """The cells of a row are the sentences of the position, and each shown sentence has a link of its own."""
    told = json.loads(client.get("/states/XC.json").content)["profile"]
    tree = tree_of(client, "/states/XC")
    rows = tree.css("section[aria-labelledby=positions] tbody tr")
    assert len(rows) == len(told["positions"]) > 0
    for position in told["positions"]:
        assert sum(many for year in position["years"] for _, many in year["acts"]) == position["total"]
    shown = sum(len(one["utterances"]) for one in told["positions"])
    links = tree.css("section[aria-labelledby=positions] .source a")
    assert len(links) == shown
    assert all("#c-" in (node.attributes["href"] or "") for node in links)


def test_a_quote_of_a_state_leads_to_its_words(client: TestClient) -> None:
    """The place that a sentence links to is on the page of its document."""
    link = tree_of(client, "/states/XC").css_first("section[aria-labelledby=positions] .source a")
    assert link is not None
    page, _, place = (link.attributes["href"] or "").partition("#")
    assert len(tree_of(client, page).css(f"[id='{place}']")) == 1


def test_what_groups_say_stands_apart(client: TestClient) -> None:
    """A State that is heard through a group alone has no position of its own."""
    told = json.loads(client.get("/states/XJ.json").content)["profile"]
    assert told["through"]
    tree = tree_of(client, "/states/XJ")
    groups = tree.css_first("section[aria-labelledby=groups]")
    assert groups is not None
    assert groups.css("blockquote")
    own = {one["document"] for position in told["positions"] for one in position["utterances"]}
    assert not own & {one["document"] for group in told["through"] for one in group["utterances"]}


def test_of_a_state_without_a_word_nothing_is_denied(client: TestClient) -> None:
    """The page says that no evidence is found, and offers the survey with its gaps."""
    tree = tree_of(client, "/states/FJ")
    assert "which denies nothing" in tree.css_first("main").text()  # type: ignore[union-attr]
    survey = tree_of(client, "/states/FJ/survey")
    assert not survey.css("blockquote")
    assert "no statement found in this workspace" in survey.css_first("main").text()  # type: ignore[union-attr]


def test_a_name_leads_to_the_state_and_what_is_none_is_not_found(client: TestClient) -> None:
    """The nearest names are told."""
    assert json.loads(client.get("/states/aldoria.json").content)["code"] == "XC"
    page = client.get("/states/Atlantis")
    assert page.status_code == 404
    assert "/states lists all" in page.text
    assert client.get("/states/XC?element=virtue").status_code == 400


def test_the_survey_has_four_parts_and_the_answers_of_the_file(client: TestClient) -> None:
    """The page, its JSON and the text to take along hold the same sentences."""
    told = json.loads(client.get("/states/XC/survey.json").content)["survey"]
    tree = tree_of(client, "/states/XC/survey")
    assert [node.text() for node in tree.css("main h2")] == [part["name"] for part in told["parts"]]
    sentences = [
        " ".join(one["sentence"].split())
        for part in told["parts"]
        for one in (*(each for answer in part["answers"] for each in answer["utterances"]), *part["general"])
    ]
    assert len(tree.css("blockquote")) == len(sentences) > 0
    text = client.get("/states/XC/survey.docx")
    assert text.status_code == 200
    shown = " ".join(tree.css_first("main").text().split())  # type: ignore[union-attr]
    assert all(words in shown for words in sentences)


@pytest.mark.parametrize("element", ["norms", "capacity-building"])
def test_an_element_narrows_positions_and_gaps(client: TestClient, element: str) -> None:
    """Nothing of another element is left."""
    told = json.loads(client.get(f"/states/XC.json?element={element}").content)["profile"]
    assert {one["element"] for one in told["positions"]} == {element}
    assert {one["element"] for one in told["unheard"]} <= {element}

"""What was agreed and who is heard on it: counts that add up in words and patterns, a map that the table repeats."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.model.marking import Marking, Viewer
from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace
from workspaces import add, write

SPOKEN = """---
title: Statement by <b>Aldoria</b>
published: 2031-05-04
---

Mr. Chair,

Aldoria has protected its critical infrastructure under norm 13(f) since 2029.
"""


def tree_of(client: TestClient, address: str) -> LexborHTMLParser:
    """The page at an address."""
    page = client.get(address)
    assert page.status_code == 200, page.text
    return LexborHTMLParser(page.text)


def test_the_cells_of_a_provision_add_up_to_the_states(client: TestClient) -> None:
    """Whoever is silent, heard through a group, or has evidence of its own is one of the States of the column."""
    told = json.loads(client.get("/framework.json").content)["heat"]
    assert told["rows"]
    for cells in told["rows"].values():
        for cell, column in zip(cells, told["columns"], strict=True):
            heard = column["states"] - cell["through"] - cell["silent"]
            most = max((many for _, many in cell["kinds"]), default=0)
            assert most <= heard <= sum(many for _, many in cell["kinds"])


def test_every_cell_says_its_kind_in_words(client: TestClient) -> None:
    """A pattern stands beside words, never alone; silence is "none found" and no link."""
    tree = tree_of(client, "/framework?element=norms")
    kinds = tree.css("td.heat .kind")
    assert kinds
    for kind in kinds:
        assert kind.text().strip()
        silent = "kind-nothing" in (kind.attributes["class"] or "")
        assert silent == ("none found" in kind.text())
        assert bool(kind.css("a")) != silent
    legend = [node.text() for node in tree.css("ul.legend .kind")]
    assert "no evidence found" in legend


def test_a_cell_leads_to_the_sentences_of_its_states(client: TestClient) -> None:
    """From the framework by way of a region to the provision; every link answers."""
    tree = tree_of(client, "/framework?group=EU")
    links = {node.attributes["href"] or "" for node in tree.css("td.heat a")}
    assert links
    for address in sorted(links)[:5]:
        page = tree_of(client, address)
        assert "no evidence found" not in (page.css_first("#map ~ p") or page.root).text()  # type: ignore[union-attr]


def test_states_without_any_evidence_are_named_below(client: TestClient) -> None:
    """With States for columns, those that have none are a sentence, not empty columns."""
    told = json.loads(client.get("/framework.json?region=African").content)["heat"]
    assert told["columns"] == []
    assert len(told["unheard"]) == 54
    assert "Kenya" in tree_of(client, "/framework?region=African").css_first("#unheard ~ p").text()  # type: ignore[union-attr]


def test_the_table_beside_the_map_says_the_same(client: TestClient) -> None:
    """States that have a pattern are in the table with the same kinds; the others are named as not heard."""
    tree = tree_of(client, "/framework/cap.principle.trust")
    told = json.loads(client.get("/framework/cap.principle.trust.json").content)
    named = {one["name"] for one in told["states"]}
    rows = {node.text() for node in tree.css("#states ~ table tbody th")}
    assert rows == named
    drawn = {
        (node.text() or "").partition(":")[0] for node in tree.css("svg.world .land:not(.land-nothing) title")
    }
    assert drawn <= named
    assert not named & set(told["silent"])
    label = tree.css_first("svg.world").attributes["aria-label"] or ""  # type: ignore[union-attr]
    for kind, many in told["counts"]:
        assert f"{many} State{'' if many == 1 else 's'} {kind}" in label


def test_what_is_reported_stands_with_its_words_and_why(
    workspace: Workspace, tmp_path: Path, client_of: Callable[[Workspace], TestClient]
) -> None:
    """The sentence, its document as text, a link to the words, and what links it to the provision."""
    add(workspace, write(tmp_path, "aldoria.md", SPOKEN))
    tree = tree_of(client_of(workspace), "/framework/norm.f?state=XC")
    assert not tree.css("main b")
    said = tree.css_first("section[aria-labelledby=k-1]")
    assert said is not None
    words = " ".join(said.text().split())
    assert words.startswith("Reported by the State itself")
    assert "since 2029" in words
    assert "Statement by <b>Aldoria</b>" in words
    assert "linked by" in words or "named in it" in words
    link = said.css_first(".source a")
    assert link is not None
    document, _, place = (link.attributes["href"] or "").partition("#")
    found = tree_of(client_of(workspace), document).css(f"[id='{place}']")
    assert len(found) == 1


def test_every_provision_has_a_page(client: TestClient) -> None:
    """The address in the table leads to it, though an element may have the same word; a name leads there too."""
    told = json.loads(client.get("/framework.json").content)["framework"]
    for entry in [told["whole"], *(one for part in told["parts"] for one in part["entries"])]:
        short = entry["id"].partition(".")[2]
        assert json.loads(client.get(f"/framework/{short}.json").content)["title"] == entry["name"]
    assert json.loads(client.get("/framework/cbm 7.json").content)["key"] == "cbm.7"


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/framework?element=virtue", 400, "there are international-law"),
        ("/framework?region=Atlantis", 400, "there are African"),
        ("/framework?group=Kenya", 400, "no group"),
        ("/framework?since=soon", 400, "no date"),
        ("/framework/norm.z", 404, "/framework lists all"),
        ("/framework/virtues", 404, "no element or provision"),
        ("/framework/cbms", 404, "/framework?element=cbms"),
        ("/framework/norm.f?state=Atlantis", 400, "Atlantis"),
    ],
)
def test_what_cannot_be_asked_is_said_in_a_line(
    client: TestClient, address: str, status: int, words: str
) -> None:
    """With what there is instead."""
    page = client.get(address)
    assert page.status_code == status
    assert words in LexborHTMLParser(page.text).css_first("main").text()  # type: ignore[union-attr]


def test_a_csv_of_the_framework_has_every_cell(client: TestClient) -> None:
    """One row for each provision and column, those without evidence among them."""
    rows = list(csv.DictReader(client.get("/framework.csv?element=norms").text.splitlines()[1:]))
    told = json.loads(client.get("/framework.json?element=norms").content)
    provisions = [entry["id"] for part in told["framework"]["parts"] for entry in part["entries"]]
    assert len(rows) == len(provisions) * len(told["heat"]["columns"])
    silent = [row for row in rows if row["provision"] == "provision.norm.a"]
    assert {(row["states"], row["nothing"]) for row in silent} == {
        (str(one["states"]), str(one["states"])) for one in told["heat"]["columns"]
    }


def test_what_is_marked_higher_is_not_counted(
    workspace: Workspace, tmp_path: Path, vocabulary: tuple[Path, ...]
) -> None:
    """A reader without right finds the register, and nobody heard."""
    add(workspace, write(tmp_path, "aldoria.md", SPOKEN))
    workspace.mark(workspace.documents()[0].key, Marking.AMBER, by="A.")
    desk = Desk.of(workspace, vocabulary)
    reader = TestClient(make_app(replace(desk, viewer=Viewer(Marking.CLEAR))), base_url="http://127.0.0.1")
    owner = TestClient(make_app(desk), base_url="http://127.0.0.1")
    for address in ("/framework", "/framework/norm.f"):
        assert "TLP:AMBER" in owner.get(address).text
        page = reader.get(address)
        assert page.status_code == 200
        assert "Aldoria" not in page.text
        assert "TLP:AMBER" not in page.text
    for address in ("/states/XC", "/states", "/needs", "/convergence", "/proposals"):
        page = reader.get(address)
        assert (page.status_code, "2029" in page.text) == (404, False), address

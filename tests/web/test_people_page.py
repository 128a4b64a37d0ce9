"""People and posts, and what was not read: by party, over time, with the documents; a receipt for each source."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.model.marking import Marking, Viewer
from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace
from workspaces import add, write


def test_posts_over_time_stand_beside_the_name(client: TestClient) -> None:
    """Two editions, two posts, two documents, the oldest first; the other spelling is told."""
    told = json.loads(client.get("/people.json?party=EU&q=stadejek").content)
    (side,) = told["sides"]
    (person,) = side["people"]
    assert set(person["spellings"]) == {"Maciej Stadejek", "Maciej Stadajek"}
    days = [one["when"]["edtf"] for one in person["appearances"]]
    assert days == sorted(days)
    assert len({one["frame"]["key"] for one in person["appearances"]}) == 3


def test_a_party_has_its_own_people_and_bodies(client: TestClient) -> None:
    """The filter takes a code, and the list of parties says how many each has."""
    tree = LexborHTMLParser(client.get("/people?party=GB").text)
    assert [node.text() for node in tree.css("main h2")] == ["United Kingdom (GB)"]
    names = [node.text() for node in tree.css("main tbody th")]
    assert any("Andrew Whittaker" in name for name in names)
    assert any("Home Office" in name and "body" in name for name in names)
    chosen = tree.css_first("select[name=party] option[selected]")
    assert chosen is not None
    assert chosen.text() == f"United Kingdom ({len(names)})"


def test_words_find_posts(client: TestClient) -> None:
    """Of a post or body too; where none fits, that is said and is no no."""
    tree = LexborHTMLParser(client.get("/people?q=security+defence+policy").text)
    assert ["Joanneke Balfoort" in node.text() for node in tree.css("main tbody th")] == [True]
    assert "not a no" in client.get("/people?q=astronaut").text


def test_speakers_are_people_too(
    workspace: Workspace, tmp_path: Path, client_of: Callable[[Workspace], TestClient]
) -> None:
    """Who spoke for a State stands there with the post that the statement gives."""
    words = (
        "---\ntitle: Statement by Ina Olm, Permanent Representative of Aldoria\npublished: 2021-05-04\n---\n\n"
        "Mr. Chair,\n\nAldoria supports the framework.\n"
    )
    add(workspace, write(tmp_path, "statement.md", words))
    told = json.loads(client_of(workspace).get("/people.json").content)
    seen = [one for side in told["sides"] for person in side["people"] for one in person["appearances"]]
    assert [(one["part"], one["name"]) for one in seen] == [("speaker", "Ina Olm")]


def test_receipts_say_what_was_not_read(
    workspace: Workspace, tmp_path: Path, client_of: Callable[[Workspace], TestClient]
) -> None:
    """A source that fails, with its reason; what was read well only where everything is asked for."""
    good, bad = write(tmp_path, "good.md", "Aldoria agreed to meet.\n"), tmp_path / "bad<b>.md"
    bad.write_bytes(b"\0\1\2" * 300)
    add(workspace, good, bad)
    client = client_of(workspace)
    tree = LexborHTMLParser(client.get("/receipts").text)
    (row,) = tree.css("tbody tr")
    assert "bad<b>.md" in row.text()
    assert "failed (binary)" in row.text()
    assert len(LexborHTMLParser(client.get("/receipts?show=all").text).css("tbody tr")) == 2
    assert len(client.get("/receipts.csv?show=all").text.splitlines()) == 4
    assert client.get("/receipts?show=some").status_code == 400


def test_what_is_marked_higher_is_on_none_of_these_pages(
    workspace: Workspace, tmp_path: Path, vocabulary: tuple[Path, ...]
) -> None:
    """An AMBER readout leaves no dialogue, person, pair, brief, suggestion or receipt for a reader without right."""
    words = (
        "---\ntitle: Aldoria and Gavria hold first Cyber Dialogue\npublished: 2021-05-04\n---\n\n"
        "Aldoria and Gavria held the first Aldoria-Gavria Cyber Dialogue in Port Elm on 3 May 2021.\n\n"
        "The Aldorian side was led by Ina Olm, Cyber Director.\n\nThe two sides agreed to meet again in 2022.\n"
    )
    add(workspace, write(tmp_path, "readout.md", words))
    workspace.mark(workspace.documents()[0].key, Marking.AMBER, by="A.")
    promise = next(one.key for one in workspace.claims() if one.claim.act == "commitment")
    desk = Desk.of(workspace, vocabulary)
    owner, reader = (
        TestClient(make_app(each), base_url="http://127.0.0.1") for each in (desk, _cleared(desk))
    )
    pages = ("/dialogues", "/people", "/brief", "/receipts?show=all")
    asked = (
        "/dialogues/aldoria-gavria-cyber-dialogue",
        f"/ledger/{promise}",
        "/brief?party=XC&counterpart=XI",
    )
    for address in pages:
        assert "Gavria" in owner.get(address).text, address
        assert "Gavria" not in reader.get(address).text.partition("<main")[2], address
    for address in asked:
        assert (owner.get(address).status_code, reader.get(address).status_code) == (200, 404), address


def _cleared(desk: Desk) -> Desk:
    """The desk of somebody who may see what is CLEAR alone."""
    return replace(desk, viewer=Viewer(Marking.CLEAR))

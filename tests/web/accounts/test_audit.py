"""The audit log says who did what, to whom may know of it; accounts are kept within one's own bounds."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from acquis.model.account import Role
from acquis.model.marking import EVERYTHING, Marking
from acquis.web.accounts.people import People
from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace
from signing import (
    PASSWORD,
    browser,
    everybody,
    form_token,
    people_of,
    person,
    sign_in,
    signed_in,
    team_app,
)  # fmt: skip
from workspaces import LETTER, TALKS, add, write


@pytest.fixture
def people(workspace: Workspace) -> People:
    """One person of each role who may see all, and an administrator and an editor who may not."""
    low = [person("low", Role.ADMINISTRATOR, Marking.GREEN), person("little", Role.EDITOR, Marking.GREEN)]
    return people_of(workspace, *everybody(), *low)


@pytest.fixture
def app(workspace: Workspace, people: People, vocabulary: tuple[Path, ...], tmp_path: Path) -> FastAPI:
    """A workspace with a document that all may see, and one that few may."""
    add(workspace, write(tmp_path, "talks.md", TALKS), marking=Marking.CLEAR)
    add(workspace, write(tmp_path, "letter.md", LETTER), marking=Marking.RED)
    return team_app(workspace, people, vocabulary)


def send(client: TestClient, path: str, **fields: str) -> int:
    """A form with its token: the status."""
    return client.post(path, data={"token": form_token(client, "/account"), **fields}).status_code


def test_who_did_what_is_written_down(app: FastAPI, workspace: Workspace, people: People) -> None:
    """With the finding or document, and the address; the judgement itself carries the name that the account signs with."""
    key = next(one.key for one in workspace.claims() if one.marking is Marking.CLEAR)
    letter = next(one.key for one in workspace.documents() if one.marking is Marking.RED)
    assert send(signed_in(app, "reviewer"), "/review/answer", key=key, verdict="accept", after="") == 303
    editor = signed_in(app, "editor")
    assert send(editor, "/documents/mark", document=letter, marking="amber", why="shared") == 303
    assert send(editor, "/documents/remove", document=letter) == 400
    assert send(editor, "/documents/remove", document=letter, sure="yes") == 303
    assert workspace.judgements(key)[0].by == "Reviewer"
    assert [one.key for one in workspace.documents()] != [letter]
    rows = list(csv.reader(signed_in(app, "administrator").get("/audit.csv").text.splitlines()))
    lines = [dict(zip(rows[1], row, strict=True)) for row in rows[2:]]
    assert {one["address"] for one in lines} == {"testclient", ""}
    did = [
        (one["by"], one["what"], one["about"]) for one in reversed(lines) if one["what"] != "added account"
    ]
    assert did == [
        ("reviewer", "signed in", ""), ("reviewer", "judged a finding: accept", key), ("editor", "signed in", ""),
        ("editor", "marked a document: TLP:AMBER", letter), ("editor", "removed a document", letter),
        ("administrator", "signed in", ""),
    ]  # fmt: skip


def test_documents_that_are_added_are_written_down(app: FastAPI, people: People) -> None:
    """By key, once each is kept; an editor who may not see what it is marked is told no more of it."""
    client = signed_in(app, "little")
    files = {"files": ("note.md", b"Brevania will host a workshop in 2033.")}
    fields = {"token": form_token(client, "/add"), "marking": "red"}
    page = client.post("/add", data=fields, files=files)
    assert page.status_code == 200
    assert "TLP:RED" in page.text
    (line,) = [one for one in people.deeds(limit=99, viewer=EVERYTHING) if "document" in one.what]
    assert (line.by, line.what, bool(line.about)) == ("little", "added a document: added", True)
    assert line.about not in page.text
    assert client.get(f"/documents/{line.about}").status_code == 404
    assert line.about not in signed_in(app, "low").get("/audit").text


def test_the_log_is_silent_on_what_is_hidden(app: FastAPI, workspace: Workspace) -> None:
    """Lines about a work go with it, also where it is marked higher after."""
    key = next(one.key for one in workspace.claims() if one.marking is Marking.CLEAR)
    assert send(signed_in(app, "reviewer"), "/review/answer", key=key, verdict="accept", after="") == 303
    low = signed_in(app, "low")
    assert key in low.get("/audit").text
    talks = next(one.key for one in workspace.documents() if one.marking is Marking.CLEAR)
    workspace.mark(talks, Marking.AMBER, by="A.")
    assert key not in low.get("/audit").text
    assert key in signed_in(app, "administrator").get("/audit").text


@pytest.mark.parametrize(
    "fields",
    [
        {"name": "new", "role": "reader", "clearance": "amber", "is_new": "yes"},
        {"name": "editor", "role": "reader", "clearance": "green"},
        {"name": "editor", "role": "editor", "clearance": "clear", "password": "a password of my own"},
        {"name": "low", "role": "administrator", "clearance": "clear"},
        {"name": "little", "role": "king", "clearance": "clear"},
        {"name": "little", "role": "reader", "clearance": "all"},
    ],
)
def test_an_administrator_keeps_within_their_clearance(
    app: FastAPI, people: People, fields: dict[str, str]
) -> None:
    """They make nobody who sees more than they, take over nobody who does, and leave their own account alone."""
    before = people.all()
    low = signed_in(app, "low")
    assert send(low, "/accounts", **fields) == 400
    assert send(low, "/accounts/remove", name="editor") == send(low, "/accounts/remove", name="low") == 400
    assert people.all() == before
    assert people.known("editor", PASSWORD)


def test_an_administrator_keeps_accounts(app: FastAPI, people: People) -> None:
    """Added with a password, changed without it, taken away; whoever is listed is in the files too."""
    admin = signed_in(app, "administrator")
    ana = {"name": "ana", "signs": "Ana", "role": "reviewer", "clearance": "green"}
    assert send(admin, "/accounts", **ana, password="rain on the old harbour", is_new="yes") == 303
    assert send(admin, "/accounts", **ana, is_new="yes") == 400
    client = signed_in_with(app, "ana", "rain on the old harbour")
    assert send(admin, "/accounts", **{**ana, "role": "reader"}) == 303
    assert (client.get("/review").status_code, people.find("ana").role) == (403, Role.READER)
    assert "ana,Ana,reader,TLP:GREEN,true" in admin.get("/accounts.csv").text.replace("True", "true")
    assert send(admin, "/accounts/remove", name="ana") == 303
    assert client.get("/documents").status_code == 303


def signed_in_with(app: FastAPI, name: str, password: str) -> TestClient:
    """A browser of somebody with a password of their own."""
    client = browser(app)
    assert sign_in(client, name, password).status_code == 303
    return client


def test_a_server_for_one_person_keeps_no_accounts(
    workspace: Workspace, tmp_path: Path, vocabulary: tuple[Path, ...]
) -> None:
    """Its pages say so; no form makes people, for the server would not ask for them."""
    client = TestClient(make_app(Desk.of(workspace, vocabulary)), base_url="http://127.0.0.1")
    assert "answers one person" in client.get("/accounts").text
    assert "No account is needed" in client.get("/sign-in").text
    token = form_token(client, "/add")
    fields = {"token": token, "name": "ana", "role": "reader", "clearance": "clear", "is_new": "yes"}
    assert client.post("/accounts", data=fields).status_code == 400
    assert People(workspace.store).all() == []

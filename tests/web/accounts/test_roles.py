"""Who may do what: each role at each address, from the application's own table of routes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from acquis.model.account import Role
from acquis.workspace import Workspace
from signing import browser, everybody, form_token, people_of, signed_in, team_app
from workspaces import TALKS, add, tables, write

# The least role for every form, and for the pages that not every reader may see; written down here on purpose once
# more, so that no slip in the tables of the web opens a page.
FORMS = {
    "/review/answer": Role.REVIEWER,
    "/review/accept": Role.REVIEWER,
    "/review/link": Role.REVIEWER,
    "/convergence/false-friends": Role.REVIEWER,
    "/add": Role.EDITOR,
    "/documents/mark": Role.EDITOR,
    "/documents/remove": Role.EDITOR,
    "/search/save": Role.READER,
    "/search/open": Role.READER,
    "/search/rename": Role.READER,
    "/search/forget": Role.READER,
    "/sign-out": Role.READER,
    "/account": Role.READER,
    "/accounts": Role.ADMINISTRATOR,
    "/accounts/remove": Role.ADMINISTRATOR,
}
PAGES = {
    "/review": Role.REVIEWER,
    "/add": Role.EDITOR,
    "/accounts": Role.ADMINISTRATOR,
    "/audit": Role.ADMINISTRATOR,
}
OPEN = {"/sign-in", "/sign-in.json", "/sign-in/openid", "/sign-in/openid/back"}
CHANGED_BY_SIGNING_IN = ("sign_ins", "deeds", "looks", "visits", "sequels", "searched")


@pytest.fixture
def app(workspace: Workspace, vocabulary: tuple[Path, ...], tmp_path: Path) -> FastAPI:
    """A workspace with a document, and one person of each role."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    return team_app(workspace, people_of(workspace, *everybody()), vocabulary)


def routes(app: FastAPI) -> Iterator[tuple[str, str]]:
    """Method and path of everything that is answered."""
    for route in app.routes:
        if isinstance(route, APIRoute):
            yield from ((method, route.path) for method in route.methods or ())
        elif path := getattr(route, "path", ""):
            yield "GET", path


def needed(method: str, path: str) -> Role:
    """The least role for a route."""
    if method != "GET":
        return FORMS[path]
    return PAGES.get(re.sub(r"\.\w+$", "", path), Role.READER)


def address(path: str, workspace: Workspace) -> str:
    """A route with a key in it."""
    key = workspace.documents()[0].key if path.startswith("/documents") else workspace.claims()[0].key
    return path.replace("{key}", key)


def ask(client: TestClient, method: str, path: str) -> int:
    """The status; a form is sent with the token of the session, and nothing else in it."""
    if method == "POST":
        return client.post(path, data={"token": form_token(client, "/account")}).status_code
    return client.request(method, path).status_code


@pytest.mark.parametrize("role", Role, ids=lambda role: role.label)
def test_a_role_opens_what_it_opens(app: FastAPI, workspace: Workspace, role: Role) -> None:
    """Every route answers those who may, and refuses all others with 403, before it changes or tells anything."""
    client = signed_in(app, role.label)
    before = tables(workspace.store, without=("receipts", *CHANGED_BY_SIGNING_IN))
    tried = 0
    for method, path in sorted(routes(app), key=lambda one: one[1] == "/sign-out"):
        if path in OPEN or path == "/static":
            continue
        status = ask(client, method, address(path, workspace))
        assert (status == 403) == (role < needed(method, path)), (method, path, status)
        assert status not in (401, 405, 500), (method, path)
        tried += 1
    assert tried > 40
    assert tables(workspace.store, without=("receipts", *CHANGED_BY_SIGNING_IN)) == before


def test_a_stranger_is_told_nothing(app: FastAPI, workspace: Workspace) -> None:
    """Pages lead to the sign-in, programs get 401, forms too, and an address that is none answers alike."""
    client = browser(app)
    client.get("/sign-in")
    for method, path in routes(app):
        if path in OPEN or path == "/static":
            continue
        answer = client.request(
            method, address(path, workspace), data={"a": "b"} if method == "POST" else None
        )
        assert answer.status_code in (303, 401), (method, path)
        assert answer.status_code == 401 or answer.headers["location"].startswith("/sign-in?back=%2F")
        assert "Aldoria" not in answer.text
    assert client.get("/nowhere").headers["location"] == "/sign-in?back=%2Fnowhere"
    assert client.get("/nowhere.json").status_code == client.get("/openapi.json").status_code == 401


def test_every_form_is_in_the_table_of_this_test(app: FastAPI) -> None:
    """A new form has to be thought about."""
    assert {path for method, path in routes(app) if method == "POST"} == {*FORMS, "/sign-in"}


@pytest.mark.parametrize("role", Role, ids=lambda role: role.label)
def test_pages_offer_what_a_role_may(app: FastAPI, workspace: Workspace, role: Role) -> None:
    """No link and no form leads to a refusal."""
    client = signed_in(app, role.label)
    refused = {"/review": Role.REVIEWER, "/add": Role.EDITOR, "/accounts": Role.ADMINISTRATOR} | FORMS
    for path in ("/", "/documents", address("/documents/{key}", workspace), "/account", "/search?q=contact"):
        page = client.get(path).text
        offered = set(re.findall(r'(?:action|href)="(/[a-z/-]*)"', page))
        assert {
            one for one in offered if one in refused and role < refused[one] and one != "/search"
        } == set(), path
    assert ("/documents/mark" in client.get(address("/documents/{key}", workspace)).text) == (
        role >= Role.EDITOR
    )

"""Forms change something only when they come from a page of ours, in the session that it was made for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient

from acquis.web.actions import ACTIONS
from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.web.posted import back_to
from acquis.workspace import Workspace
from forms import token
from workspaces import TALKS, add, standing, tables, write

BASE = "http://127.0.0.1"


@pytest.fixture
def app(workspace: Workspace, vocabulary: tuple[Path, ...], tmp_path: Path) -> FastAPI:
    """The application of a workspace with one document."""
    add(workspace, write(tmp_path, "talks.md", TALKS))
    return make_app(Desk.of(workspace, vocabulary, reviewer="Desk"))


def changing(app: FastAPI) -> Iterator[str]:
    """The paths of all routes that do more than show."""
    for route in app.routes:
        if isinstance(route, APIRoute) and (route.methods or set()) - {"GET", "HEAD"}:
            yield route.path


def test_the_table_has_every_form(app: FastAPI) -> None:
    """What changes something stands in ACTIONS, and in none of the addresses that programs are told of."""
    assert list(changing(app)) == [action.path for action in ACTIONS]
    described = app.openapi()["paths"]
    assert {method for path in described.values() for method in path} == {"get"}


@pytest.mark.parametrize("path", [action.path for action in ACTIONS])
@pytest.mark.parametrize("kind", ["urlencoded", "multipart"])
def test_a_form_without_a_token_changes_nothing(
    app: FastAPI, workspace: Workspace, path: str, kind: str
) -> None:
    """None, a wrong one, that of another session, and the right one without its cookie: 403, and nothing is kept."""
    with TestClient(app, base_url=BASE) as client, TestClient(app, base_url=BASE) as other:
        mine, theirs = token(client), token(other)
        key = workspace.claims()[0].key
        fields = {"key": key, "verdict": "accept", "chosen": key, "addresses": "A/75/816"}
        files = {"files": ("a.md", b"x")} if kind == "multipart" else None
        before = tables(workspace.store, without=())
        for said in (
            {},
            {"token": ""},
            {"token": "0" * len(mine)},
            {"token": theirs},
            {"token": "\ud800é"[1:]},
        ):
            assert client.post(path, data={**fields, **said}, files=files).status_code == 403, said
        client.cookies.clear()
        assert client.post(path, data={**fields, "token": mine}, files=files).status_code == 403
        assert tables(workspace.store, without=()) == before


@pytest.mark.parametrize("path", [action.path for action in ACTIONS])
def test_a_form_of_another_site_changes_nothing(app: FastAPI, workspace: Workspace, path: str) -> None:
    """Whatever it carries: the browser says where it comes from."""
    with TestClient(app, base_url=BASE) as client:
        fields = {"token": token(client), "key": workspace.claims()[0].key, "verdict": "accept", "after": ""}
        for headers in (
            {"origin": "http://evil.example"},
            {"origin": "null"},
            {"origin": "http://127.0.0.1:9"},
            {"sec-fetch-site": "cross-site"},
            {"sec-fetch-site": "same-site"},
        ):
            assert client.post(path, data=fields, headers=headers).status_code == 403, headers
        assert workspace.judgements() == []


@pytest.mark.parametrize("path", [action.path for action in ACTIONS])
def test_a_form_of_no_length_or_too_much_is_not_read(app: FastAPI, path: str) -> None:
    """It has to say how long it is, and that has a limit."""
    with TestClient(app, base_url=BASE) as client:
        kind = {"content-type": "application/x-www-form-urlencoded"}
        assert client.post(path, content=iter([b"token="]), headers=kind).status_code == 411
        long = {**kind, "content-length": "300000000"}
        assert client.post(path, content=b"", headers=long).status_code == 413


def test_the_cookie_is_of_this_site_alone(app: FastAPI) -> None:
    """No script reads it and no other site sends it; a cookie that somebody else made is no session."""
    with TestClient(app, base_url=BASE) as client:
        given = client.get("/review").headers["set-cookie"].lower()
        assert "httponly" in given
        assert "samesite=strict" in given
        assert "set-cookie" not in client.get("/review").headers
        assert "set-cookie" not in client.get("/static/review.css").headers
    with TestClient(app, base_url=BASE, cookies={"acquis-session-80": "chosen.by-somebody"}) as client:
        assert "set-cookie" in client.get("/review").headers


def test_a_second_server_on_the_same_workspace(
    app: FastAPI, workspace: Workspace, client_of: Callable[[Workspace], TestClient]
) -> None:
    """Both serve and keep; a form of the one is none of the other."""
    second = client_of(workspace)
    with TestClient(app, base_url=BASE) as first:
        sent = {"token": token(first), "chosen": [f"{one.key} " for one in workspace.claims()]}
        assert second.post("/review/accept", data={**sent, "token": token(first)}).status_code == 403
        assert first.post("/review/accept", data=sent).status_code == 200
        assert {status for status, _, _ in standing(workspace)} == {"accepted"}
        assert "Nothing waits" in second.get("/review").text


@pytest.mark.parametrize(
    "words",
    ["//evil.example", "/\\evil.example", "https://evil.example/", "", "review", "/a\nb", "/x\\y", "/" * 3],
)
def test_no_form_leads_elsewhere(words: str) -> None:
    """After a form comes a page of ours."""
    assert back_to(words, "/review") == "/review"
    assert back_to("/review?key=1#c-1", "/") == "/review?key=1#c-1"

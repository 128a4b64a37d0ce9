"""Sessions: begun anew at each sign-in, over when they should be, worth nothing to others; guessing is slow."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient

from acquis.model.account import Role
from acquis.store.accounts import password_of
from acquis.web.accounts.entrance import Entrance
from acquis.web.accounts.limits import Limits, Window
from acquis.web.accounts.passwords import Passwords
from acquis.web.accounts.people import NOBODY, People
from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace
from signing import (
    CHEAP,
    OWNER,
    PASSWORD,
    browser,
    form_token,
    people_of,
    person,
    sign_in,
    signed_in,
    team_app,
)

COOKIE = "acquis-session-0"


@pytest.fixture
def people(workspace: Workspace) -> People:
    """Ana and Ben."""
    return people_of(workspace, person("ana", Role.ADMINISTRATOR), person("ben"))


@pytest.fixture
def app(workspace: Workspace, people: People) -> FastAPI:
    """An empty workspace with people."""
    return team_app(workspace, people)


def test_signing_in_begins_a_session_of_ones_own(app: FastAPI) -> None:
    """Whoever put a cookie into the browser before is not signed in with it after (session fixation)."""
    client, thief = browser(app), browser(app)
    form_token(thief)
    planted = thief.cookies[COOKIE]
    client.cookies.set(COOKIE, planted, domain="127.0.0.1")
    answer = sign_in(client, "ana", back="/documents")
    assert (answer.status_code, answer.headers["location"]) == (303, "/documents")
    given = answer.headers["set-cookie"]
    assert "HttpOnly" in given
    assert "SameSite=strict" in given
    assert planted not in given
    assert client.get("/documents.json").status_code == 200
    assert thief.get("/documents.json").status_code == 401
    first = client.cookies[COOKIE]
    sign_in(client, "ben")
    assert client.cookies[COOKIE] != first
    thief.cookies.set(COOKIE, first, domain="127.0.0.1")
    assert thief.get("/documents.json").status_code == 401


def test_a_cookie_that_was_made_up_opens_nothing(app: FastAPI, people: People) -> None:
    """Without the signature, or with that of another server, it is no session, even if it names one."""
    signed_in(app, "ana")
    client = signed_in(app, "ana")
    name = client.cookies[COOKIE].rpartition(".")[0]
    other = browser(make_app(Entrance(Desk.of(app.state.entrance.desk.workspace), people)))
    for cookie in (name, f"{name}.", f"{name}.AAAA", client.cookies[COOKIE]):
        other.cookies.clear()
        other.cookies.set(COOKIE, cookie, domain="127.0.0.1")
        assert other.get("/documents.json").status_code == 401


def test_servers_with_one_secret_share_their_sessions(workspace: Workspace, people: People) -> None:
    """Who is signed in at the one is at the other; without it they are strangers there."""
    entrance = Entrance(Desk.of(workspace), people)
    client = signed_in(make_app(entrance, secret=b"s" * 32), "ana")
    for secret, status in ((b"s" * 32, 200), (b"t" * 32, 401), (None, 401)):
        other = browser(make_app(entrance, secret=secret))
        other.cookies.set(COOKIE, client.cookies[COOKIE], domain="127.0.0.1")
        assert other.get("/documents.json").status_code == status


def test_a_copy_opens_nothing(app: FastAPI, workspace: Workspace, people: People, tmp_path: Path) -> None:
    """A backup has the accounts, but neither a password nor what a browser holds; a merge brings nobody."""
    client = signed_in(app, "ana")
    name = client.cookies[COOKIE].rpartition(".")[0]
    workspace.backup(tmp_path / "copy.db")
    held = (tmp_path / "copy.db").read_bytes()
    assert name.encode() not in held
    assert PASSWORD.encode() not in held
    with (
        Workspace.open(tmp_path / "copy.db") as copy,
        Workspace.open(tmp_path / "o.db", create=True) as other,
    ):
        assert People(copy.store).all() == people.all()
        assert copy.verify() == workspace.verify() == []
        other.merge(copy)
        assert People(other.store).all() == []


def test_signing_out_ends_it_on_the_server(app: FastAPI) -> None:
    """A cookie that somebody kept opens nothing after."""
    client = signed_in(app, "ana")
    kept = client.cookies[COOKIE]
    assert client.post("/sign-out", data={"token": form_token(client, "/account")}).status_code == 303
    again = browser(app)
    again.cookies.set(COOKIE, kept, domain="127.0.0.1")
    assert client.get("/documents.json").status_code == again.get("/documents.json").status_code == 401


@pytest.mark.parametrize(("step", "steps", "status"), [(hour := timedelta(hours=1), 11, 200), (hour, 12, 401),
                                                       (timedelta(hours=3), 1, 401)])  # fmt: skip
def test_a_session_ends(workspace: Workspace, step: timedelta, steps: int, status: int) -> None:
    """After half a day however busy it was, and after two hours without a request."""
    people_of(workspace, person("ana"))
    now = [datetime(2031, 5, 2, 8, tzinfo=UTC)]
    client = signed_in(team_app(workspace, People(workspace.store, Passwords(CHEAP), lambda: now[0])), "ana")
    for _ in range(steps):
        now[0] += step
        answer = client.get("/documents.json")
    assert answer.status_code == status


def test_what_changes_an_account_holds_at_once(app: FastAPI, people: People) -> None:
    """Another role and its end from the next request on; another password ends all sessions but one's own."""
    first, second, admin = signed_in(app, "ben"), signed_in(app, "ben"), signed_in(app, "ana")
    assert first.get("/review").status_code == 403
    people.keep(replace(people.find("ben"), role=Role.REVIEWER), OWNER)
    assert first.get("/review").status_code == 200
    token = form_token(first, "/account")
    new = {"password": PASSWORD, "new": "another long password", "again": "another long password"}
    assert first.post("/account", data={"token": token, **new}).status_code == 303
    assert (first.get("/review").status_code, second.get("/review").status_code) == (200, 303)
    assert sign_in(browser(app), "ben").status_code == 403
    taken = {"token": form_token(admin, "/accounts"), "name": "ben"}
    assert admin.post("/accounts/remove", data=taken).status_code == 303
    assert first.get("/documents.json").status_code == 401


def test_a_form_of_another_page_signs_nobody_in(app: FastAPI) -> None:
    """No token, that of another browser, and another origin: nobody is made to work under a stranger's name."""
    client, other = browser(app), browser(app)
    form_token(client)
    fields = {"name": "ana", "password": PASSWORD}
    for token in ("", "0" * 128, form_token(other)):
        assert client.post("/sign-in", data={**fields, "token": token}).status_code == 403
    right = {**fields, "token": form_token(client)}
    assert client.post("/sign-in", data=right, headers={"origin": "http://evil.example"}).status_code == 403
    assert client.get("/documents.json").status_code == 401


@pytest.mark.parametrize("name", ["ana", "nobody"])
def test_guessing_is_slow(workspace: Workspace, people: People, name: str) -> None:
    """After a few tries even the right password waits, for a name that there is not just as for one there is."""
    now = [0.0]
    limits = Limits(pair=Window(3, 900, lambda: now[0]))
    app = make_app(Entrance(Desk.of(workspace), people, limits=limits))
    client = browser(app)
    answers = [sign_in(client, name, f"guess number {at}") for at in range(4)]
    assert [one.status_code for one in answers] == [403, 403, 403, 429]
    assert int(answers[-1].headers["retry-after"]) > 800
    assert sign_in(client, name).status_code == 429
    now[0] += 901
    assert sign_in(client, "ana").status_code == 303
    refused = [
        one.by for one in people.deeds(limit=99, viewer=people.find("ana").viewer) if "refused" in one.what
    ]
    assert refused == [NOBODY if name == "nobody" else "ana"] * 3


def test_limits_of_an_address_and_of_a_name() -> None:
    """Many names from one address, and one name from many addresses; a right password does not count."""
    one = Limits(address=Window(5, 900), name=Window(5, 900))
    assert [one.take_sign_in(f"n{at}", "10.0.0.1") > 0 for at in range(6)] == [False] * 5 + [True]
    assert [one.take_sign_in("ana", f"10.0.1.{at}") > 0 for at in range(6)] == [False] * 5 + [True]
    other = Limits(pair=Window(1, 900))
    for _ in range(5):
        assert other.take_sign_in("ana", "10.0.0.1") == 0
        other.forgive("ana", "10.0.0.1")


def test_pages_that_cost_much_are_limited(workspace: Workspace, people: People) -> None:
    """To each account by itself; other pages go on."""
    app = make_app(Entrance(Desk.of(workspace), people, limits=Limits(heavy=Window(2, 60))))
    ana, ben = signed_in(app, "ana"), signed_in(app, "ben")
    assert [ana.get("/search.json").status_code for _ in range(3)] == [200, 200, 429]
    assert (ana.get("/documents").status_code, ben.get("/search").status_code) == (200, 200)


def test_an_old_hash_is_made_anew(workspace: Workspace, people: People) -> None:
    """When its owner signs in with the password, and not when somebody tries a wrong one."""

    def hashed() -> str:
        with workspace.store.reading() as connection:
            return password_of(connection, "ana") or ""

    before = hashed()
    better = People(workspace.store, Passwords(PasswordHasher(time_cost=2, memory_cost=16, parallelism=1)))
    assert better.known("ana", "not the password") is None
    assert hashed() == before
    assert better.known("ANA ", PASSWORD) == people.find("ana")
    assert "m=16,t=2" in hashed()
    assert better.known("ana", PASSWORD)


@pytest.mark.parametrize("words", ["short", "a" * 40, "ana" * 400, "administrator", "abababababab"])
def test_a_password_that_is_guessed_at_once_is_refused(app: FastAPI, words: str) -> None:
    """Too short, too long, the same signs, the name itself."""
    client = signed_in(app, "ana")
    fields = {"token": form_token(client, "/accounts"), "name": "administrator", "role": "reader",
              "clearance": "clear", "password": words, "is_new": "yes"}  # fmt: skip
    assert client.post("/accounts", data=fields).status_code == 400


def test_a_secure_cookie_where_there_is_https(app: FastAPI) -> None:
    """And the browser is told to come back by https alone."""
    client = TestClient(app, base_url="https://127.0.0.1", follow_redirects=False)
    answer = sign_in(client, "ana")
    assert "Secure" in answer.headers["set-cookie"]
    assert "max-age" in answer.headers["strict-transport-security"]
    assert "strict-transport-security" not in browser(app).get("/sign-in").headers


@pytest.mark.parametrize("back", ["https://evil.example/", "//evil.example", "/\\\\evil.example"])
def test_signing_in_leads_nowhere_else(app: FastAPI, back: str) -> None:
    """Whatever the address says."""
    assert sign_in(browser(app), "ana", back=back).headers["location"] == "/"
    assert "evil.example" not in browser(app).get("/sign-in", params={"back": back}).text

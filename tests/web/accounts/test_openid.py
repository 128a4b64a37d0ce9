"""Sign-in at a real OpenID provider, which runs on this machine: who it says they are, and nothing less than proven."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import httpx2
import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from joserfc.jwk import RSAKey

from acquis.errors import RequestError
from acquis.model.account import Role
from acquis.model.marking import EVERYTHING, Marking
from acquis.web.accounts.entrance import Entrance
from acquis.web.accounts.openid import Provider
from acquis.web.accounts.people import People
from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace
from openid_provider import CLIENT, SECRET, Claims, TestProvider, provider
from signing import OWNER, browser, people_of, person

COOKIE = "acquis-session-0"


@pytest.fixture(scope="module")
def running() -> Iterator[TestProvider]:
    """A provider for all tests of this file."""
    with provider() as one:
        yield one


@pytest.fixture
def there(running: TestProvider) -> TestProvider:
    """The provider as it begins: honest, and whoever comes is Ana."""
    fresh = TestProvider(running.issuer)
    running.person, running.algorithm, running.stranger = fresh.person, "RS256", None
    running.spoil = lambda claims: claims
    return running


@pytest.fixture
def people(tmp_path: Path) -> Iterator[People]:
    """Ana, who is known by her e-mail address at the provider, and Ben, who is not."""
    with Workspace.open(tmp_path / "acquis.db", create=True) as workspace:
        ana = replace(person("ana", Role.REVIEWER, Marking.GREEN), openid="ana@mfa.example")
        made = people_of(workspace, person("ben"))
        made.keep(ana, OWNER, new=True)
        yield made


@pytest.fixture
def app(people: People, there: TestProvider) -> FastAPI:
    """A workspace whose people may sign in at the provider."""
    desk = Desk.of(Workspace(people.store))
    return make_app(Entrance(desk, people, Provider(there.issuer, CLIENT, SECRET)))


def go(client: TestClient, back: str = "/documents") -> httpx2.Response:
    """Go to the provider and come back, as a browser does."""
    away = client.get("/sign-in/openid", params={"back": back})
    assert away.status_code == 303, away.text
    returned = httpx2.get(away.headers["location"], trust_env=False)
    assert returned.status_code == 302
    return client.get(returned.headers["location"])


def test_who_is_known_there_is_signed_in_here(app: FastAPI, people: People) -> None:
    """With the role and clearance of their account, in a new session, on the page they wanted."""
    client = browser(app)
    client.get("/sign-in")
    before = client.cookies[COOKIE]
    answer = go(client)
    assert answer.status_code == 200, answer.text
    assert 'http-equiv="refresh" content="0; url=/documents"' in answer.text
    assert client.cookies[COOKIE] != before
    told = client.get("/account.json").json()["person"]
    assert (told["name"], told["role"], told["clearance"]) == ("ana", "reviewer", "TLP:GREEN")
    assert [one.what for one in people.deeds(limit=1, viewer=EVERYTHING)] == ["signed in"]


def test_the_account_is_tied_to_the_subject(app: FastAPI, people: People, there: TestProvider) -> None:
    """Another address later is still Ana; somebody else who gets hers is not, until an administrator says so."""
    assert go(browser(app)).status_code == 200
    there.person = {"sub": "0001", "email": "ana.silva@mfa.example", "email_verified": True}
    assert go(browser(app)).status_code == 200
    there.person = {"sub": "0002", "email": "ana@mfa.example", "email_verified": True}
    assert go(browser(app)).status_code == 403
    people.keep(replace(people.find("ana"), openid="0002"), OWNER)
    assert go(browser(app)).status_code == 200


@pytest.mark.parametrize(
    "who",
    [
        {"sub": "0009", "email": "ana@mfa.example", "email_verified": False},
        {"sub": "0009", "email": "ana@mfa.example"},
        {"sub": "0009", "email": "ana@mfa.example", "email_verified": "true"},
        {"sub": "0009", "email": "zoe@mfa.example", "email_verified": True},
        {"sub": "ben"},
    ],
)
def test_who_has_no_account_is_not_let_in(app: FastAPI, there: TestProvider, who: Claims) -> None:
    """An address that nobody verified is no name, and the name of an account is none there."""
    there.person = who
    client = browser(app)
    assert go(client).status_code == 403
    assert client.get("/documents.json").status_code == 401


SPOILT: dict[str, Callable[[Claims], Claims]] = {
    "issuer": lambda claims: {**claims, "iss": "https://evil.example"},
    "audience": lambda claims: {**claims, "aud": "another client"},
    "audiences": lambda claims: {**claims, "aud": ["another client", "a third"], "azp": CLIENT},
    "party": lambda claims: {**claims, "azp": "another client"},
    "nonce": lambda claims: {**claims, "nonce": "of another sign-in"},
    "no nonce": lambda claims: {name: value for name, value in claims.items() if name != "nonce"},
    "expired": lambda claims: {**claims, "iat": time.time() - 999, "exp": time.time() - 600},
    "no end": lambda claims: {name: value for name, value in claims.items() if name != "exp"},
    "no subject": lambda claims: {name: value for name, value in claims.items() if name != "sub"},
}


@pytest.mark.parametrize("spoilt", SPOILT)
def test_a_token_that_is_not_for_this_sign_in_counts_for_nothing(
    app: FastAPI, there: TestProvider, spoilt: str
) -> None:
    """Each claim is checked; the line that says so holds nothing of the token."""
    there.spoil = SPOILT[spoilt]
    client = browser(app)
    answer = go(client)
    assert answer.status_code == 400
    assert "provider" in answer.text
    assert client.get("/documents.json").status_code == 401


def test_a_signature_of_another_key_counts_for_nothing(app: FastAPI, there: TestProvider) -> None:
    """Neither a stranger's key of the same name, nor the client's own secret."""
    there.stranger = RSAKey.generate_key(2048, {"kid": "one"})
    assert go(browser(app)).status_code == 400
    there.stranger, there.algorithm = None, "HS256"
    assert go(browser(app)).status_code == 400


def test_an_answer_counts_once_in_the_browser_that_asked(app: FastAPI) -> None:
    """Another browser, another state, and a second time: nobody is signed in by a link that somebody sends."""
    client, victim = browser(app), browser(app)
    away = client.get("/sign-in/openid")
    back = httpx2.get(away.headers["location"], trust_env=False).headers["location"]
    assert victim.get(back).status_code == 400
    victim.get("/sign-in/openid")
    assert victim.get(back).status_code == 400
    state = back.partition("state=")[2].partition("&")[0]
    assert client.get(back.replace(state, "x" * len(state))).status_code == 400
    assert client.get(back.replace("iss=http", "iss=https")).status_code == 400
    assert client.get(back).status_code == 200
    assert client.get(back).status_code == 400


def test_a_code_without_its_verifier_is_worth_nothing(app: FastAPI, there: TestProvider) -> None:
    """What somebody reads on the way cannot be used elsewhere (PKCE)."""
    client = browser(app)
    away = client.get("/sign-in/openid")
    back = httpx2.get(away.headers["location"], trust_env=False).headers["location"]
    (asked,) = there.asked.values()
    asked["code_challenge"] = "that of somebody else"
    assert client.get(back).status_code == 400


def test_the_provider_says_no(app: FastAPI) -> None:
    """One line, and nobody is signed in."""
    client = browser(app)
    away = client.get("/sign-in/openid")
    state = away.headers["location"].partition("state=")[2].partition("&")[0]
    answer = client.get("/sign-in/openid/back", params={"error": "access_denied", "state": state})
    assert (answer.status_code, "try again" in answer.text) == (400, True)


def test_a_provider_that_is_none(people: People, there: TestProvider) -> None:
    """Not there, another name than it gives itself, no https: said in one line."""
    desk = Desk.of(Workspace(people.store))
    for issuer in (
        f"{there.issuer}/elsewhere",
        there.issuer.replace("127.0.0.1", "localhost"),
        "http://127.0.0.1:1",
    ):
        client = browser(make_app(Entrance(desk, people, Provider(issuer, CLIENT, SECRET))))
        assert client.get("/sign-in/openid").status_code == 400
    with pytest.raises(RequestError, match="https"):
        Provider("http://id.mfa.example", CLIENT)
    assert browser(make_app(Entrance(desk, people))).get("/sign-in/openid").status_code == 400

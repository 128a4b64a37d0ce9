"""People for tests: accounts whose passwords cost little to check, an application for them, browsers signed in."""

from __future__ import annotations

import re
from pathlib import Path

from argon2 import PasswordHasher
from fastapi import FastAPI
from fastapi.testclient import TestClient
from httpx2 import Response

from acquis.model.account import Account, Role
from acquis.model.marking import Marking
from acquis.web.accounts.entrance import Entrance
from acquis.web.accounts.passwords import Passwords
from acquis.web.accounts.people import Doing, People
from acquis.web.app import make_app
from acquis.web.desk import Desk
from acquis.workspace import Workspace

BASE = "http://127.0.0.1"
PASSWORD = "seven herons over the lake"
OWNER = Doing("owner")
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)


def people_of(workspace: Workspace, *accounts: Account) -> People:
    """The people of a workspace, these accounts added, all with one password."""
    people = People(workspace.store, Passwords(CHEAP))
    for one in accounts:
        people.keep(one, OWNER, password=PASSWORD, new=True)
    return people


def person(name: str, role: Role = Role.READER, clearance: Marking = Marking.RED) -> Account:
    """An account that signs as its name with a capital."""
    return Account(name, name.title(), role, clearance, False)


def everybody() -> list[Account]:
    """One account of each role, named after it, who may see all."""
    return [person(role.label, role) for role in Role]


def team_app(workspace: Workspace, people: People, vocabulary: tuple[Path, ...] = ()) -> FastAPI:
    """The application of a workspace for its people."""
    return make_app(Entrance(Desk.of(workspace, vocabulary), people))


def browser(app: FastAPI) -> TestClient:
    """A browser without scripts that follows no redirect by itself."""
    return TestClient(app, base_url=BASE, follow_redirects=False)


def form_token(client: TestClient, address: str = "/sign-in") -> str:
    """The token of the forms on a page."""
    found = re.search(r'name="token" value="(\w+)"', client.get(address).text)
    assert found is not None, address
    return found[1]


def sign_in(client: TestClient, name: str, password: str = PASSWORD, **more: str) -> Response:
    """Fill the form in and send it."""
    fields = {"token": form_token(client), "name": name, "password": password, **more}
    return client.post("/sign-in", data=fields)


def signed_in(app: FastAPI, name: str) -> TestClient:
    """A browser in which somebody is signed in."""
    client = browser(app)
    assert sign_in(client, name).status_code == 303
    return client

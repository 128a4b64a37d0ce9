"""The description of the addresses for programs is sound, and every answer is as it says."""

from __future__ import annotations

import json

import pytest
from fastapi.testclient import TestClient
from jsonschema import Draft202012Validator
from openapi_spec_validator import OpenAPIV31SpecValidator

from acquis.web.page import View
from acquis.web.views import VIEWS
from acquis.workspace import Workspace
from page_addresses import addresses


@pytest.fixture(scope="module")
def described(client: TestClient) -> dict[str, object]:
    """The description as a program gets it."""
    answer = client.get("/openapi.json")
    assert answer.status_code == 200
    return json.loads(answer.content)  # type: ignore[no-any-return]


def test_the_description_is_sound(described: dict[str, object]) -> None:
    """By the published rules of OpenAPI 3.1."""
    assert list(OpenAPIV31SpecValidator(described).iter_errors()) == []


def test_no_page_of_elsewhere_shows_it(client: TestClient) -> None:
    """The usual viewers load scripts from other sites, which the policy of our pages forbids: none is served."""
    assert {client.get(path).status_code for path in ("/docs", "/redoc")} == {404}


@pytest.mark.parametrize("view", VIEWS, ids=lambda view: view.path)
def test_an_answer_is_as_described(
    view: View, client: TestClient, shown: Workspace, described: dict[str, object]
) -> None:
    """Each JSON meets the schema of its address, which names every field that it has."""
    path = "/home" if view.path == "/" else view.path
    schema = schema_of(described, path)
    validator = Draft202012Validator({**schema, "components": described["components"]})
    fields = named(described, path)
    for address in addresses(view, shown):
        told = client.get(f"{'/home' if address == '/' else address}.json").json()
        assert [problem.message for problem in validator.iter_errors(told)] == [], address
        assert set(told) == fields
    assert not validator.is_valid({**told, "title": 7})


def schema_of(described: dict[str, object], path: str) -> dict[str, object]:
    """The schema of the JSON at a path."""
    paths = described["paths"]
    assert isinstance(paths, dict)
    found = paths[f"{path}.json"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert isinstance(found, dict)
    return found


def named(described: dict[str, object], path: str) -> set[str]:
    """The fields that the description gives a page."""
    schema, parts = schema_of(described, path), described["components"]
    assert isinstance(parts, dict)
    if "$ref" in schema:
        schema = parts["schemas"][str(schema["$ref"]).rpartition("/")[2]]
    properties = schema["properties"]
    assert isinstance(properties, dict)
    return set(properties)

"""Pages and problems in, HTML out: Jinja2 with everything escaped."""

from __future__ import annotations

from collections.abc import Mapping
from http import HTTPStatus
from pathlib import Path

from fastapi import Response
from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape

from acquis.exporters.cards import actor_name, concept_name, counted, day_of, period
from acquis.exporters.notes import day_words
from acquis.model.account import Account, Role
from acquis.model.claim import GRADES
from acquis.store.rows import title_of
from acquis.web.desk import Desk
from acquis.web.page import Page
from acquis.web.plain import place_of
from acquis.web.sessions import PERSON, TOKEN
from acquis.web.views import NAVIGATION, ROLES

# What happened, in plain words, at the head of a page that says why.
HEADINGS: Mapping[int, str] = {
    HTTPStatus.BAD_REQUEST: "This cannot be answered",
    HTTPStatus.UNAUTHORIZED: "Sign in first",
    HTTPStatus.FORBIDDEN: "This is not for you to do",
    HTTPStatus.NOT_FOUND: "Not found",
    HTTPStatus.METHOD_NOT_ALLOWED: "Nothing can be sent here",
    HTTPStatus.CONFLICT: "Somebody was first",
    HTTPStatus.LENGTH_REQUIRED: "This could not be received",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Too large",
    HTTPStatus.TOO_MANY_REQUESTS: "Too many requests at once",
    HTTPStatus.SERVICE_UNAVAILABLE: "The workspace cannot be reached now",
}
TEMPLATES = Path(__file__).parent / "templates"


class Templates:
    """The templates of the package with what all of them may use."""

    def __init__(self, desk: Desk, *, alone: bool = True) -> None:
        """`alone` is a server that answers one person, who may all."""
        self._environment = Environment(
            loader=FileSystemLoader(TEMPLATES),
            autoescape=select_autoescape(default=True, default_for_string=True),
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._environment.globals.update(
            navigation=NAVIGATION,
            counted=counted,
            day_of=day_of,
            day_words=day_words,
            period=period,
            place_of=place_of,
            title_of=title_of,
            name_of=desk.name_of,
            form_token=TOKEN.get,
            grades=GRADES,
            person=PERSON.get,
            alone=alone,
            may=lambda role: alone or _may(PERSON.get(), Role[role]),
            may_open=lambda path: alone or _may(PERSON.get(), ROLES[path]),
            actor_name=lambda code: actor_name(code, desk.vocabulary),
            concept_name=lambda concept: concept_name(concept, desk.vocabulary),
        )

    def page(self, template: str, page: Page, path: str) -> Response:
        """A page in its template."""
        return self._html(template, 200, page=page, path=path)

    def problem(self, status: int, words: str) -> Response:
        """A page that says what went wrong."""
        page = Problem(HEADINGS.get(status, "This went wrong"), words)
        return self._html("problem.html", status, page=page, path="")

    def _html(self, template: str, status: int, **values: object) -> Response:
        words = self._environment.get_template(template).render(values)
        return Response(words.encode("utf-8", "replace"), status, media_type="text/html; charset=utf-8")


def _may(person: Account | None, role: Role | None) -> bool:
    return role is None or (person is not None and person.may(role))


class Problem:
    """A page of an error."""

    def __init__(self, title: str, words: str) -> None:
        self.title = title
        self.words = words

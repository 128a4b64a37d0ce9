"""Forms about what somebody saved for themselves in: a search kept, opened, renamed, forgotten."""

from __future__ import annotations

from dataclasses import replace
from http import HTTPStatus

from fastapi import Response
from fastapi.responses import RedirectResponse

from acquis.errors import RequestError
from acquis.store.typed import TypedSearch
from acquis.web.desk import AtDesk
from acquis.web.posted import ShortForm, words_of


def save_search(desk: AtDesk, form: ShortForm) -> Response:
    """A search is kept under a name, and counts as looked at: the page that asks for it shows it."""
    question = words_of(form, "question")
    if not question:
        raise RequestError("nothing to save; search for something first")
    kept = desk.workspace.save_search(words_of(form, "name"), question, by=desk.whose)
    return _to(kept.question)


def open_search(desk: AtDesk, form: ShortForm) -> Response:
    """Somebody looks at a search of theirs: all that it finds, or what came since they did so last."""
    before = desk.workspace.look_at_saved(words_of(form, "name"), by=desk.whose)
    if words_of(form, "show") != "new":
        return _to(before.question)
    return _to(replace(TypedSearch.of_address(before.question), came=before.looked_at).address)


def rename_search(desk: AtDesk, form: ShortForm) -> Response:
    """A search has another name."""
    desk.workspace.rename_search(words_of(form, "name"), words_of(form, "other"), by=desk.whose)
    return _to("")


def forget_search(desk: AtDesk, form: ShortForm) -> Response:
    """A search is kept no longer."""
    desk.workspace.forget_search(words_of(form, "name"), by=desk.whose)
    return _to("")


def _to(question: str) -> Response:
    return RedirectResponse(f"/search?{question}" if question else "/search", HTTPStatus.SEE_OTHER)

"""The table of all forms that change something: a new one is one line here. Each takes a form of ours alone."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from typing import Annotated

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse, StreamingResponse
from starlette.datastructures import FormData

from acquis.errors import NotKept, Overtaken, RequestError
from acquis.model.answer import Answer
from acquis.model.link import Pair
from acquis.web.answering import answer_of
from acquis.web.asked import one_of
from acquis.web.desk import AtDesk, Desk
from acquis.web.intake import MOST_BYTES, receive, told
from acquis.web.pages.add import added_page
from acquis.web.pages.overtaken import overtaken_page
from acquis.web.pages.sequels import RELATIONS, is_proposed
from acquis.web.posted import ShortForm, back_to, posted, words_of

STREAM = "application/x-ndjson"


@dataclass(frozen=True, slots=True)
class Action:
    """One form: where it is sent, and what keeps it and answers."""

    path: str
    keep: Callable[..., Response]


def keep_answer(request: Request, desk: AtDesk, form: ShortForm) -> Response:
    """One answer to one finding; a page that shows both where somebody else answered first."""
    return _kept(request, desk, form, [answer_of(desk, form)])


def keep_chosen(request: Request, desk: AtDesk, form: ShortForm) -> Response:
    """Every chosen finding is accepted, or none: each as key and last judgement on it."""
    chosen = [str(one).partition(" ") for one in form.getlist("chosen")]
    if not chosen:
        raise RequestError("nothing was chosen; tick the findings that are right as they are")
    return _kept(request, desk, form, [Answer(key, "accept", after) for key, _, after in chosen])


def _kept(request: Request, desk: Desk, form: FormData, answers: list[Answer]) -> Response:
    try:
        desk.workspace.answer(answers, by=desk.reviewer, viewer=desk.viewer)
    except Overtaken as problem:
        page = overtaken_page(desk, form, problem.key)
        shown: Response = request.app.state.templates.page("overtaken.html", page, "/review")
        shown.status_code = HTTPStatus.CONFLICT
        return shown
    return _back(form)


def keep_link(desk: AtDesk, form: ShortForm) -> Response:
    """A sentence tells what became of a promise, or it does not."""
    promise, sequel = words_of(form, "promise"), words_of(form, "sequel")
    if not is_proposed(desk, promise, sequel):
        raise NotKept(
            "that sentence is not proposed for that promise any more; somebody may have answered first"
        )
    why = words_of(form, "why")[:2_000]
    if words_of(form, "verdict") == "unlink":
        desk.workspace.unlink(Pair(promise, sequel), by=desk.reviewer, why=why)
    else:
        relation = one_of(words_of(form, "relation"), RELATIONS)
        desk.workspace.link(Pair(promise, sequel, relation=relation), by=desk.reviewer, why=why)
    return _back(form)


def _back(form: FormData) -> Response:
    return RedirectResponse(back_to(words_of(form, "back"), "/review"), HTTPStatus.SEE_OTHER)


def keep_documents(
    request: Request, desk: AtDesk, form: Annotated[FormData, Depends(posted(MOST_BYTES))]
) -> Response:
    """Files and addresses read and kept: the receipts as lines while it goes on, or all of them as a page."""
    receipts = receive(desk, form)
    if STREAM in request.headers.get("accept", ""):
        return StreamingResponse(told(receipts), media_type=STREAM)
    page = added_page(desk, tuple(receipts))
    shown: Response = request.app.state.templates.page("add.html", page, "/add")
    return shown


ACTIONS: tuple[Action, ...] = (
    Action("/review/answer", keep_answer),
    Action("/review/accept", keep_chosen),
    Action("/review/link", keep_link),
    Action("/add", keep_documents),
)

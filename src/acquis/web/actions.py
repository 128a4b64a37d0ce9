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
from acquis.model.account import Role
from acquis.model.answer import Answer
from acquis.model.kept import KeptDocument
from acquis.model.link import Pair
from acquis.model.marking import highest, may_see, read_marking
from acquis.web.accounts.entrance import Note, deed
from acquis.web.accounts.managing import keep_no_person, keep_person
from acquis.web.accounts.signing_in import (
    from_provider,
    keep_password,
    keep_sign_in,
    keep_sign_out,
    to_provider,
)  # fmt: skip
from acquis.web.answering import answer_of
from acquis.web.asked import one_of
from acquis.web.desk import AtDesk, Desk
from acquis.web.intake import MOST_BYTES, receive, told
from acquis.web.own_searches import forget_search, open_search, rename_search, save_search
from acquis.web.pages.add import added_page
from acquis.web.pages.false_friends import FalseFriendsAsked, shown_pair
from acquis.web.pages.overtaken import overtaken_page
from acquis.web.pages.sequels import RELATIONS, is_proposed
from acquis.web.posted import ShortForm, back_to, posted, words_of

STREAM = "application/x-ndjson"


@dataclass(frozen=True, slots=True)
class Action:
    """One form: where it is sent, what keeps it and answers, and who may send it; None: whoever asks."""

    path: str
    keep: Callable[..., Response]
    role: Role | None
    heavy: bool = False


def keep_answer(request: Request, desk: AtDesk, form: ShortForm, note: Note) -> Response:
    """One answer to one finding; a page that shows both where somebody else answered first."""
    return _kept(request, desk, form, [answer_of(desk, form)], note)


def keep_chosen(request: Request, desk: AtDesk, form: ShortForm, note: Note) -> Response:
    """Every chosen finding is accepted, or none: each as key and last judgement on it."""
    chosen = [str(one).partition(" ") for one in form.getlist("chosen")]
    if not chosen:
        raise RequestError("nothing was chosen; tick the findings that are right as they are")
    return _kept(request, desk, form, [Answer(key, "accept", after) for key, _, after in chosen], note)


def _kept(request: Request, desk: Desk, form: FormData, answers: list[Answer], note: Note) -> Response:
    try:
        kept = desk.workspace.answer(answers, by=desk.reviewer, viewer=desk.viewer)
    except Overtaken as problem:
        page = overtaken_page(desk, form, problem.key)
        shown: Response = request.app.state.templates.page("overtaken.html", page, "/review")
        shown.status_code = HTTPStatus.CONFLICT
        return shown
    for said, one in zip(answers, kept, strict=True):
        note(deed(f"judged a finding: {said.verdict}", said.key, one.work, one.marking))
    return _back(form)


def keep_link(desk: AtDesk, form: ShortForm, note: Note) -> Response:
    """A sentence tells what became of a promise, or it does not; or what was said last of that is taken back."""
    if words_of(form, "verdict") == "withdraw":
        return _taken_back(desk, form, note, "linked a promise: withdraw")
    promise, sequel = words_of(form, "promise"), words_of(form, "sequel")
    if not is_proposed(desk, promise, sequel):
        raise NotKept(
            "that sentence is not proposed for that promise any more; somebody may have answered first"
        )
    why = words_of(form, "why")[:2_000]
    work = desk.workspace.claim(promise, viewer=desk.viewer).work
    if words_of(form, "verdict") == "unlink":
        linked = desk.workspace.unlink(Pair(promise, sequel), by=desk.reviewer, why=why)
    else:
        relation = one_of(words_of(form, "relation"), RELATIONS)
        linked = desk.workspace.link(Pair(promise, sequel, relation=relation), by=desk.reviewer, why=why)
    note(deed(f"linked a promise: {words_of(form, 'verdict')}", promise, work, linked.marking))
    return _back(form)


def keep_pair(desk: AtDesk, form: ShortForm, note: Note) -> Response:
    """Two sentences mean two things, or the same; or what was said last of a pair is taken back."""
    why, verdict = words_of(form, "why")[:2_000], words_of(form, "verdict")
    if verdict == "withdraw":
        return _taken_back(desk, form, note, "judged a pair: withdraw")
    one, other = words_of(form, "one"), words_of(form, "other")
    asked = FalseFriendsAsked(since=words_of(form, "since")[:500], until=words_of(form, "until")[:500])
    pair = shown_pair(desk, asked, one, other)
    if pair is None or pair.settled != words_of(form, "settled"):
        raise NotKept("these two are not shown so any more; somebody may have answered first: look again")
    judged = {"link": desk.workspace.link, "unlink": desk.workspace.unlink}.get(verdict)
    if judged is None:
        raise RequestError("no verdict was given; say that they mean two things, or the same")
    linked = judged(Pair(one, other, false_friends=True), by=desk.reviewer, why=why)
    note(deed(f"judged a pair: {verdict}", one, linked.judgement.subject.anchors[0].work, linked.marking))
    return _back(form)


def _taken_back(desk: Desk, form: FormData, note: Note, what: str) -> Response:
    """What this form names was the last word of two sentences, and is no more."""
    why, said = words_of(form, "why")[:2_000], words_of(form, "said")
    linked = desk.workspace.take_back(said, by=desk.reviewer, why=why, viewer=desk.viewer)
    subject = linked.judgement.subject
    note(deed(what, subject.id, subject.anchors[0].work, linked.marking))
    return _back(form)


def _back(form: FormData) -> Response:
    return RedirectResponse(back_to(words_of(form, "back"), "/review"), HTTPStatus.SEE_OTHER)


def keep_documents(
    request: Request, desk: AtDesk, form: Annotated[FormData, Depends(posted(MOST_BYTES))], note: Note
) -> Response:
    """Files and addresses read and kept: the receipts as lines while it goes on, or all of them as a page."""
    receipts = receive(desk, form, note)
    if STREAM in request.headers.get("accept", ""):
        return StreamingResponse(told(receipts), media_type=STREAM)
    page = added_page(desk, tuple(receipts))
    shown: Response = request.app.state.templates.page("add.html", page, "/add")
    return shown


def keep_marking(desk: AtDesk, form: ShortForm, note: Note) -> Response:
    """A document is marked otherwise; who marks it above what they may see sees it no more."""
    marking = read_marking(words_of(form, "marking"))
    if marking is None:
        raise RequestError("no such marking; expected clear, green, amber, amber+strict or red")
    one = seen_document(desk, form)
    why = words_of(form, "why")[:2_000]
    after = desk.workspace.mark(one.key, marking, by=desk.reviewer, why=why)
    note(
        deed(f"marked a document: {marking.label}", one.key, one.work, highest((one.marking, after.marking)))
    )
    there = f"/documents/{one.key}" if may_see(desk.viewer, after.marking) else "/documents"
    return RedirectResponse(there, HTTPStatus.SEE_OTHER)


def keep_removal(desk: AtDesk, form: ShortForm, note: Note) -> Response:
    """A document is taken away, with all its versions; what people judged in it stays as history."""
    one = seen_document(desk, form)
    if words_of(form, "sure") != "yes":
        raise RequestError("nothing was removed; tick that you are sure")
    desk.workspace.remove(one.key, by=desk.reviewer, why=words_of(form, "why")[:2_000])
    note(deed("removed a document", one.key, one.work, one.marking))
    return RedirectResponse("/documents", HTTPStatus.SEE_OTHER)


def seen_document(desk: Desk, form: FormData) -> KeptDocument:
    """The document that a form names, if who sent it may see it: to change what one may not see is to learn of it."""
    return desk.workspace.show(words_of(form, "document"), viewer=desk.viewer).document


ACTIONS: tuple[Action, ...] = (
    Action("/review/answer", keep_answer, Role.REVIEWER),
    Action("/review/accept", keep_chosen, Role.REVIEWER),
    Action("/review/link", keep_link, Role.REVIEWER),
    Action("/convergence/false-friends", keep_pair, Role.REVIEWER),
    Action("/add", keep_documents, Role.EDITOR, heavy=True),
    Action("/documents/mark", keep_marking, Role.EDITOR),
    Action("/documents/remove", keep_removal, Role.EDITOR),
    Action("/search/save", save_search, Role.READER),
    Action("/search/open", open_search, Role.READER),
    Action("/search/rename", rename_search, Role.READER),
    Action("/search/forget", forget_search, Role.READER),
    Action("/sign-in", keep_sign_in, None),
    Action("/sign-out", keep_sign_out, Role.READER),
    Action("/account", keep_password, Role.READER),
    Action("/accounts", keep_person, Role.ADMINISTRATOR),
    Action("/accounts/remove", keep_no_person, Role.ADMINISTRATOR),
)
# Where a browser goes to sign in elsewhere, and where it comes back to: addresses, for no form leads to another site.
ELSEWHERE: tuple[Action, ...] = (
    Action("/sign-in/openid", to_provider, None),
    Action("/sign-in/openid/back", from_provider, None),
)

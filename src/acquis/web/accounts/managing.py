"""The forms of administrators: accounts kept and taken away."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import FormData

from acquis.errors import RequestError
from acquis.model.account import Account, Role, read_role
from acquis.model.marking import Marking, read_marking
from acquis.web.accounts.entrance import entrance_of, people_of
from acquis.web.accounts.people import plain
from acquis.web.posted import ShortForm, words_of


def keep_person(request: Request, form: ShortForm) -> Response:
    """An account, new or changed; nobody changes their own role or gives a clearance that they do not have."""
    people, doing = people_of(request), entrance_of(request).doing(request)
    mine: Account = request.state.desk.person
    one = _account(form)
    if plain(one.name) == mine.name:
        raise RequestError("your own account is changed by another administrator, or by `acquis user`")
    new = words_of(form, "is_new") == "yes"
    _refuse_above(mine, one.clearance)
    if not new:
        _refuse_above(mine, people.find(one.name).clearance)
    password = form.get("password")
    people.keep(one, doing, password=password if isinstance(password, str) and password else None, new=new)
    return RedirectResponse("/accounts", HTTPStatus.SEE_OTHER)


def keep_no_person(request: Request, form: ShortForm) -> Response:
    """An account taken away, but not one's own."""
    people, doing = people_of(request), entrance_of(request).doing(request)
    mine: Account = request.state.desk.person
    name = plain(words_of(form, "name"))
    if name == mine.name:
        raise RequestError("your own account is removed by another administrator, or by `acquis user remove`")
    _refuse_above(mine, people.find(name).clearance)
    people.remove(name, doing)
    return RedirectResponse("/accounts", HTTPStatus.SEE_OTHER)


def _account(form: FormData) -> Account:
    role, clearance = read_role(words_of(form, "role")), read_marking(words_of(form, "clearance"))
    if role is None:
        raise RequestError(f"no such role; there are {', '.join(one.label for one in Role)}")
    if clearance is None:
        raise RequestError("no such clearance; expected clear, green, amber, amber+strict or red")
    name = words_of(form, "name")
    return Account(
        name, words_of(form, "signs") or name, role, clearance, False, words_of(form, "openid") or None
    )


def _refuse_above(mine: Account, clearance: Marking) -> None:
    """Else an administrator of a low clearance could sign in as somebody who sees more."""
    if clearance > mine.clearance:
        raise RequestError(
            f"you are cleared for {mine.clearance.label}: accounts with a higher clearance are kept by `acquis user`"
        )

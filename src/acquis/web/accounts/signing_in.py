"""The forms and addresses by which people come and go: a name and password, the OpenID provider, a new password.

Whoever is signed in gets a session that nobody had before: one that somebody else put into the browser is worth
nothing (session fixation).
"""

from __future__ import annotations

import json
from dataclasses import asdict
from http import HTTPStatus

from fastapi import Request, Response
from fastapi.responses import RedirectResponse
from itsdangerous import BadData, URLSafeTimedSerializer
from starlette.exceptions import HTTPException

from acquis.errors import RequestError
from acquis.model.account import Account
from acquis.web.accounts.entrance import Entrance, address_of, entrance_of, people_of, refuse_often
from acquis.web.accounts.openid import Flow, Provider
from acquis.web.accounts.people import Doing
from acquis.web.pages.sign_in import SignedInPage, sign_in_page
from acquis.web.posted import ShortForm, back_to, words_of
from acquis.web.sessions import Sessions, cookie_name, hand_over

WRONG = "this name and password are not known here; check both, or ask an administrator"
_FLOW_SECONDS = 600


def keep_sign_in(request: Request, form: ShortForm) -> Response:
    """A name and a password: a session of one's own, or a line that does not say which of them was wrong."""
    people, limits = people_of(request), entrance_of(request).limits
    name, address = words_of(form, "name").lower()[:200], address_of(request)
    refuse_often(limits.take_sign_in(name, address))
    password = form.get("password")
    found = people.known(name, password if isinstance(password, str) else "")
    if found is None:
        people.refuse(name, address, "sign-in refused")
        again = sign_in_page(request, words_of(form, "back"), WRONG)
        refused: Response = request.app.state.templates.page("sign_in.html", again, "/sign-in")
        refused.status_code = HTTPStatus.FORBIDDEN
        return refused
    limits.forgive(name, address)
    answer = RedirectResponse(back_to(words_of(form, "back"), "/"), HTTPStatus.SEE_OTHER)
    return _begin(request, found, answer)


def keep_sign_out(request: Request, form: ShortForm) -> Response:
    """The session is over, here and in the store."""
    entrance = entrance_of(request)
    people_of(request).end(request.state.session.name, entrance.doing(request))
    answer = RedirectResponse("/sign-in", HTTPStatus.SEE_OTHER)
    answer.delete_cookie(cookie_name(request), httponly=True, samesite="strict")
    return answer


def keep_password(request: Request, form: ShortForm) -> Response:
    """Another password for one's own account: who sets it has to know the old one."""
    people, entrance = people_of(request), entrance_of(request)
    doing = entrance.doing(request)
    refuse_often(entrance.limits.take_sign_in(doing.by, doing.address))
    if people.known(doing.by, str(form.get("password", ""))) is None:
        people.refuse(doing.by, doing.address, "password change refused")
        raise RequestError("the old password is another one")
    entrance.limits.forgive(doing.by, doing.address)
    new = str(form.get("new", ""))
    if new != form.get("again"):
        raise RequestError("the new password was typed in two ways; type it again")
    people.set_password(doing.by, new, doing, session=request.state.session.name)
    return RedirectResponse("/account?changed=1", HTTPStatus.SEE_OTHER)


def to_provider(request: Request, back: str = "/") -> Response:
    """Send the browser to the OpenID provider; what its answer is held to goes along in a cookie of a few minutes."""
    provider = _provider(entrance_of(request))
    refuse_often(entrance_of(request).limits.address.take(("openid", address_of(request))))
    address, flow = provider.begin(_redirect(request), back_to(back, "/"))
    answer = RedirectResponse(address, HTTPStatus.SEE_OTHER)
    # The provider's answer comes from another site: a strict cookie would stay behind.
    answer.set_cookie(
        _flow_cookie(request), _flows(request).dumps(asdict(flow)), max_age=_FLOW_SECONDS,
        path="/sign-in", httponly=True, samesite="lax", secure=request.url.scheme == "https",
    )  # fmt: skip
    return answer


def from_provider(request: Request) -> Response:
    """Who comes back from the provider is signed in, if an account is theirs."""
    entrance, address = entrance_of(request), address_of(request)
    people, provider = people_of(request), _provider(entrance)
    refuse_often(entrance.limits.address.take(("openid", address)))
    flow = _flow(request)
    who = provider.finish(_redirect(request), flow, request.query_params)
    found = people.known_elsewhere(who.subject, who.names)
    if found is None:
        people.refuse("", address, "sign-in at the OpenID provider refused")
        raise HTTPException(
            HTTPStatus.FORBIDDEN,
            f"no account here is {who.names[-1]!r} at the OpenID provider; an administrator can add it",
        )
    page = SignedInPage(flow.back)
    # Not a redirect: that would still come from the provider's site, and the new cookie would stay behind.
    answer: Response = request.app.state.templates.page("signed_in.html", page, "/sign-in")
    answer.delete_cookie(_flow_cookie(request), path="/sign-in", httponly=True, samesite="lax")
    return _begin(request, found, answer)


def _begin(request: Request, person: Account, answer: Response) -> Response:
    people, sessions = people_of(request), _sessions(request)
    if not request.state.session.fresh and (before := people.of(request.state.session.name)):
        people.end(request.state.session.name, Doing(before.name, address_of(request)))
    session = request.state.session = sessions.new()
    people.begin(person, session.name, Doing(person.name, address_of(request)))
    hand_over(request, answer, session)
    return answer


def _provider(entrance: Entrance) -> Provider:
    if entrance.provider is None or entrance.people is None:
        raise RequestError("no OpenID provider is set up here; sign in with a name and a password")
    return entrance.provider


def _redirect(request: Request) -> str:
    """The name in it is one that the guard let pass."""
    return f"{request.url.scheme}://{request.url.netloc}/sign-in/openid/back"


def _flow(request: Request) -> Flow:
    try:
        told = _flows(request).loads(request.cookies.get(_flow_cookie(request), ""), max_age=_FLOW_SECONDS)
    except BadData as problem:
        raise RequestError("this sign-in was not begun here, or long ago; sign in again") from problem
    return Flow(**told)


def _flows(request: Request) -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(_sessions(request).secret, salt="acquis openid", serializer=json)


def _flow_cookie(request: Request) -> str:
    return cookie_name(request).replace("session", "openid")


def _sessions(request: Request) -> Sessions:
    found = request.app.state.sessions
    assert isinstance(found, Sessions)
    return found

"""Whoever asks in; the desk they sit at, or an answer that says why there is none, out.

Without people (a server for this machine alone) everybody sits at the owner's desk. With people nothing is answered
to whoever is not signed in but the sign-in itself and files that are the same in every workspace.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from http import HTTPStatus
from typing import Annotated
from urllib.parse import urlencode

from fastapi import Depends, Request, Response
from fastapi.responses import RedirectResponse
from starlette.exceptions import HTTPException

from acquis.errors import RequestError
from acquis.model.account import Deed, Role
from acquis.model.marking import Marking
from acquis.web.accounts.limits import Limits
from acquis.web.accounts.openid import Provider
from acquis.web.accounts.people import Doing, People
from acquis.web.desk import Desk, desk_of
from acquis.web.plain import to_json
from acquis.web.sessions import Session

_OPEN = ("/sign-in", "/sign-in.json", "/sign-in/openid", "/sign-in/openid/back")
SIGN_IN = "you are not signed in, or no longer: sign in, then repeat"


@dataclass(frozen=True, slots=True)
class Entrance:
    """Who is let in: `people` is None where nobody needs an account. `provider` is where people may sign in too."""

    desk: Desk
    people: People | None = None
    provider: Provider | None = None
    limits: Limits = field(default_factory=Limits)

    def desk_of(self, session: Session) -> Desk | None:
        """The desk of whose session this is; None where nobody is signed in with it."""
        if self.people is None:
            return self.desk
        person = None if session.fresh else self.people.of(session.name)
        return self.desk.for_person(person) if person else None

    def desks(self) -> list[Desk]:
        """A desk of every clearance that somebody has, whoever sits there."""
        if self.people is None:
            return [self.desk]
        viewers = dict.fromkeys(one.viewer for one in self.people.all())
        return [replace(self.desk, viewer=viewer) for viewer in viewers]

    def refusal(self, request: Request) -> Response | None:
        """The answer to who has no desk; None where the request goes on."""
        path = request.url.path
        if request.state.desk is not None or path in _OPEN or path.startswith("/static/"):
            return None
        return _sign_in_first(request)

    def doing(self, request: Request) -> Doing:
        """Who asks, from where."""
        desk = request.state.desk
        return Doing(desk.person.name if desk and desk.person else "", address_of(request))

    def note(self, request: Request, one: Deed) -> None:
        """Write down what somebody with an account did; an owner alone has the history of judgements and marks."""
        if self.people is not None:
            doing = self.doing(request)
            self.people.note(replace(one, by=doing.by, address=doing.address))


def entrance_of(request: Request) -> Entrance:
    """The entrance of this server."""
    found = request.app.state.entrance
    assert isinstance(found, Entrance)
    return found


def note_of(request: Request) -> Callable[[Deed], None]:
    """What writes down the deeds of whoever asks."""
    return partial(entrance_of(request).note, request)


# What was done, about which finding or document, of which work, as it is marked.
Note = Annotated[Callable[[Deed], None], Depends(note_of)]


def deed(what: str, about: str, work: str | None, marking: Marking) -> Deed:
    """A deed of whoever asks, of now."""
    return Deed("", "", what, about, work=work, marking=marking)


def people_of(request: Request) -> People:
    """Its people; raises RequestError where it has none."""
    people = entrance_of(request).people
    if people is None:
        raise RequestError(
            "this server answers one person, who needs no account; `acquis user add` adds people, then start it again"
        )
    return people


def permitted(role: Role | None, *, heavy: bool) -> Callable[[Request], None]:
    """What lets those with a role pass, as often as is bearable; raises HTTPException 403 or 429."""

    def check(request: Request) -> None:
        if role is None:
            return
        desk, entrance = desk_of(request), entrance_of(request)
        if not desk.may(role):
            raise HTTPException(HTTPStatus.FORBIDDEN, f"this needs the role of {_article(role)}")
        if heavy and desk.person is not None:
            refuse_often(entrance.limits.heavy.take(desk.person.name))

    return check


def refuse_often(wait: float) -> None:
    """Raises HTTPException 429 where there are seconds to wait."""
    if wait:
        words = f"too many requests; try again in {_span(wait)}"
        raise HTTPException(HTTPStatus.TOO_MANY_REQUESTS, words, {"Retry-After": str(int(wait) + 1)})


def address_of(request: Request) -> str:
    """Where a request comes from."""
    return request.client.host if request.client else ""


def _sign_in_first(request: Request) -> Response:
    path, status = request.url.path, HTTPStatus.UNAUTHORIZED
    if "." in path.rpartition("/")[2]:
        words = to_json({"error": {"status": int(status), "message": SIGN_IN}})
        return Response(words, status, media_type="application/json")
    if request.method in ("GET", "HEAD"):
        after = f"{path}?{request.url.query}" if request.url.query else path
        return RedirectResponse(f"/sign-in?{urlencode({'back': after})}", HTTPStatus.SEE_OTHER)
    problem: Response = request.app.state.templates.problem(status, SIGN_IN)
    return problem


def _article(role: Role) -> str:
    return f"{'an' if role.label[0] in 'ae' else 'a'} {role.label}"


def _span(seconds: float) -> str:
    return f"{int(seconds // 60) + 1} minutes" if seconds > 90 else f"{int(seconds) + 1} seconds"

"""A signed cookie in, the session it names out; and the token by which a form proves that it came from our own page.

A page of another site can make a browser send a form here, cookie and all, but can neither read the cookie nor the
page: it does not know the token, which is made of the session and a secret of this server.
"""

from __future__ import annotations

import hashlib
import secrets
from contextvars import ContextVar
from dataclasses import dataclass, field
from hmac import compare_digest

from fastapi import Request, Response
from itsdangerous import BadSignature, Signer

from acquis.model.account import Account

# The token of whoever is being answered, for the forms of the page that is written meanwhile.
TOKEN: ContextVar[str] = ContextVar("token", default="")
# Whose account it is that is being answered, None where there are no accounts or nobody is signed in.
PERSON: ContextVar[Account | None] = ContextVar("person", default=None)


@dataclass(frozen=True, slots=True)
class Session:
    """One browser: `name` is random, `cookie` the signed name; `fresh` where it was given out just now."""

    name: str
    cookie: str
    fresh: bool


@dataclass(frozen=True, slots=True)
class Sessions:
    """All sessions of one server: the signature is what tells them. Who is signed in with one stands in the store."""

    secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def of(self, request: Request) -> Session:
        """The session of a request, a new one where it has none of ours."""
        try:
            name = self._signer.unsign(request.cookies.get(cookie_name(request), "")).decode("ascii")
        except (BadSignature, UnicodeError):
            return self.new()
        return Session(name, "", False)

    def new(self) -> Session:
        """A session that nobody had before."""
        name = secrets.token_urlsafe(32)
        return Session(name, self._signer.sign(name).decode("ascii"), True)

    def token(self, session: Session) -> str:
        """What the forms of this session carry."""
        return hashlib.blake2b(session.name.encode(), key=self.secret, person=b"form").hexdigest()

    def proves(self, session: Session, token: object) -> bool:
        """Did this token come from a page of this session?"""
        known = self.token(session).encode()
        return (
            not session.fresh
            and isinstance(token, str)
            and compare_digest(token.encode("utf-8", "replace"), known)
        )

    @property
    def _signer(self) -> Signer:
        return Signer(self.secret, salt="acquis session", digest_method=hashlib.sha256)


def cookie_name(request: Request) -> str:
    """Cookies do not tell ports apart: two servers of one machine would take each other's."""
    return f"acquis-session-{request.url.port or 0}"


def give(request: Request, response: Response, session: Session) -> None:
    """Hand a new session out, with a page that may hold forms."""
    if session.fresh and response.headers.get("content-type", "").startswith("text/html"):
        hand_over(request, response, session)


def hand_over(request: Request, response: Response, session: Session) -> None:
    """Put the session into the browser, in place of the one it had."""
    response.set_cookie(
        cookie_name(request),
        session.cookie,
        httponly=True,
        samesite="strict",
        secure=request.url.scheme == "https",
    )

"""The page on which people sign in, and the one that leads on once the OpenID provider sent them back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Request

from acquis.web.accounts.entrance import entrance_of
from acquis.web.asked import Asked
from acquis.web.posted import back_to


class SignInAsked(Asked):
    """Where to go to once signed in."""

    back: str = ""


@dataclass(frozen=True, slots=True)
class SignInPage:
    """`needed` is false on a server that answers one person; `provider` is true where people may sign in elsewhere.

    `problem` says why somebody was not let in just now.
    """

    back: str
    needed: bool
    provider: bool
    problem: str = ""
    title: str = "Sign in"


@dataclass(frozen=True, slots=True)
class SignedInPage:
    """That it worked, and where to go on to."""

    back: str
    title: str = "Signed in"


def fill_sign_in(request: Request, asked: Annotated[SignInAsked, Query()]) -> SignInPage:
    """The form."""
    return sign_in_page(request, asked.back)


def sign_in_page(request: Request, back: str, problem: str = "") -> SignInPage:
    """The form, with what went wrong."""
    entrance = entrance_of(request)
    has_people, has_provider = entrance.people is not None, entrance.provider is not None
    return SignInPage(back_to(back, "/"), has_people, has_provider, problem)

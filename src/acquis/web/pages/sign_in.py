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
    """`needed` is false on a server that answers one person; `provider` is true where people may sign in elsewhere."""

    back: str
    needed: bool
    provider: bool
    title: str = "Sign in"


@dataclass(frozen=True, slots=True)
class SignedInPage:
    """That it worked, and where to go on to."""

    back: str
    title: str = "Signed in"


def fill_sign_in(request: Request, asked: Annotated[SignInAsked, Query()]) -> SignInPage:
    """The form."""
    entrance = entrance_of(request)
    return SignInPage(back_to(asked.back, "/"), entrance.people is not None, entrance.provider is not None)

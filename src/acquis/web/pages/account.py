"""One's own account: what one may do and see, a new password, and the way out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from fastapi import Query

from acquis.model.account import Account
from acquis.web.accounts.passwords import SHORTEST
from acquis.web.asked import Asked
from acquis.web.desk import AtDesk


class AccountAsked(Asked):
    """Whether the password was changed just now."""

    changed: Literal["", "1"] = ""


@dataclass(frozen=True, slots=True)
class AccountPage:
    """`person` is None on a server that answers one person, who sees all."""

    person: Account | None
    signs: str
    changed: bool
    shortest: int = SHORTEST
    title: str = "Your account"


def fill_account(desk: AtDesk, asked: Annotated[AccountAsked, Query()]) -> AccountPage:
    """The account of whoever asks."""
    return AccountPage(desk.person, desk.reviewer, bool(asked.changed))

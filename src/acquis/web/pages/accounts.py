"""All accounts in, the page on which administrators keep them out."""

from __future__ import annotations

from dataclasses import dataclass

from fastapi import Request

from acquis.exporters.rows import Row, Table
from acquis.model.account import Account, Role
from acquis.model.marking import Marking
from acquis.web.accounts.entrance import entrance_of
from acquis.web.accounts.passwords import SHORTEST
from acquis.web.desk import AtDesk


@dataclass(frozen=True, slots=True)
class AccountsPage:
    """Everybody, by name. `person` is whose account it is that asks; `clearances` are those they may give."""

    accounts: tuple[Account, ...]
    person: str
    clearances: tuple[Marking, ...]
    roles: tuple[str, ...] = tuple(one.label for one in Role)
    shortest: int = SHORTEST
    title: str = "Accounts"

    def table(self) -> Table:
        """One account a row."""
        return Table("accounts", tuple(map(_row, self.accounts)), Marking.CLEAR, "")


def fill_accounts(request: Request, desk: AtDesk) -> AccountsPage:
    """The accounts of this workspace; none where the server answers one person."""
    people = entrance_of(request).people
    given = tuple(one for one in Marking if one <= desk.viewer.clearance)
    return AccountsPage(tuple(people.all()) if people else (), desk.person.name if desk.person else "", given)


def _row(one: Account) -> Row:
    return {
        "name": one.name,
        "signs": one.signs,
        "role": one.role.label,
        "clearance": one.clearance.label,
        "has_password": one.has_password,
        "openid": one.openid,
        "added_at": one.added_at,
    }

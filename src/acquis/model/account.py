"""Who may use a workspace in a browser, what each may do, and what they did."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from acquis.model.marking import Marking, Viewer


class Role(IntEnum):
    """What somebody may do: each may all that those before it may."""

    READER = 1
    REVIEWER = 2
    EDITOR = 3
    ADMINISTRATOR = 4

    @property
    def label(self) -> str:
        """As it is typed and printed: "reviewer"."""
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Account:
    """A person of a workspace. `signs` is the name that their judgements are signed with.

    `openid` is who they are at the OpenID provider, by their subject there or their verified e-mail address.
    """

    name: str
    signs: str
    role: Role
    clearance: Marking
    has_password: bool
    openid: str | None = None
    added_at: str = ""

    @property
    def viewer(self) -> Viewer:
        """What they may see."""
        return Viewer(self.clearance)

    def may(self, role: Role) -> bool:
        """May they do what this role may?"""
        return self.role >= role


@dataclass(frozen=True, slots=True)
class Deed:
    """A line of the audit log: who did what, about which account, document or finding, from which address.

    `work` is the work that it is about: who may not see the work is not told of the deed.
    """

    at: str
    by: str
    what: str
    about: str = ""
    address: str = ""
    work: str | None = None
    marking: Marking = Marking.CLEAR


def read_role(words: str) -> Role | None:
    """The role behind "Reviewer" in any case; None where it is none."""
    return Role.__members__.get(words.strip().upper())


def own_name(account: str) -> str:
    """Under which name an account keeps its searches and visits: one that nobody signs with by chance."""
    return f"account {account}"

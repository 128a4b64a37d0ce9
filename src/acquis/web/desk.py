"""Who asks, and what answers them: the workspace, the viewer, the names of things."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import dataclass, replace
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Annotated, TypeVar

from fastapi import Depends, Request
from starlette.exceptions import HTTPException

from acquis.exporters.names import NameOf, naming
from acquis.model.account import Account, Role, own_name
from acquis.model.marking import EVERYTHING, Viewer
from acquis.vocabulary import Vocabulary, load_vocabulary
from acquis.web.remembered import Remembered
from acquis.workspace import Workspace

Answer = TypeVar("Answer")


@dataclass(frozen=True, slots=True)
class Desk:
    """One person's view of a workspace; all that a page tells comes from here.

    `today` is the day that answers count from. `person` is whose account it is: None at the desk of the workspace's
    owner, on a server without accounts.
    """

    workspace: Workspace
    vocabulary: Vocabulary
    name_of: NameOf
    remembered: Remembered
    viewer: Viewer = EVERYTHING
    reviewer: str = "unnamed"
    person: Account | None = None

    @classmethod
    def of(cls, workspace: Workspace, files: tuple[Path, ...] = (), *, reviewer: str = "unnamed") -> Desk:
        """The desk of the workspace's owner."""
        vocabulary = load_vocabulary(files)
        return cls(workspace, vocabulary, naming(vocabulary), Remembered(workspace.store), reviewer=reviewer)

    def for_person(self, person: Account) -> Desk:
        """The desk at which somebody with an account sits: what they may see, and the name they sign with."""
        return replace(self, viewer=person.viewer, reviewer=person.signs, person=person)

    @property
    def whose(self) -> str:
        """Under which name is kept what one keeps for oneself: an account's own, whatever it signs with."""
        return own_name(self.person.name) if self.person else self.reviewer

    def may(self, role: Role) -> bool:
        """May who sits here do what this role may?"""
        return self.person is None or self.person.may(role)

    @property
    def today(self) -> date:
        """The day of this machine."""
        return date.today()

    def remember(self, name: Hashable, make: Callable[[], Answer]) -> Answer:
        """An answer for this viewer, made again only after a change of the store, or tomorrow."""
        return self.remembered.get((self.viewer, self.today, name), make)

    def remember_few(self, kind: str, name: Hashable, make: Callable[[], Answer]) -> Answer:
        """The same for answers that are large and of which there are many: the last few of a kind are remembered."""
        return self.remembered.get((self.viewer, self.today, kind, name), make, kind=kind)


def desk_of(request: Request) -> Desk:
    """The desk of whoever asks; raises HTTPException 401 where nobody is signed in."""
    found = request.state.desk
    if not isinstance(found, Desk):
        raise HTTPException(HTTPStatus.UNAUTHORIZED, "sign in first")
    return found


AtDesk = Annotated[Desk, Depends(desk_of)]

"""A meeting of parties: when, where, who, about what, and when again."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from acquis.model.when import When

RoleName = Literal["chair", "co-chair", "head of delegation", "participant", "observer"]


@dataclass(frozen=True, slots=True)
class Role:
    """A person or body at a meeting. `party` is a State or group code; fields the text leaves out are None."""

    role: RoleName
    name: str | None = None
    post: str | None = None
    organisation: str | None = None
    party: str | None = None


@dataclass(frozen=True, slots=True)
class NextMeeting:
    """The meeting promised for next time; a promise with neither place nor date is still one."""

    place: str | None = None
    when: When | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting as one document tells it. Parties are State or group codes; topics are phrases of the text."""

    series: str | None = None
    ordinal: int | None = None
    when: When | None = None
    place: str | None = None
    country_of_place: str | None = None
    status: Literal["held", "planned"] = "held"
    parties: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    chairs: tuple[Role, ...] = ()
    participants: tuple[Role, ...] = ()
    observers: tuple[Role, ...] = ()
    topics: tuple[str, ...] = ()
    next: NextMeeting | None = None

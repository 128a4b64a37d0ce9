"""A statement: who speaks, for whom, where, on what."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.claim import Element
from acquis.model.when import When


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks: State or group codes (or names as printed), the person and post where the text gives them."""

    actors: tuple[str, ...] = ()
    person: str | None = None
    post: str | None = None
    on_behalf_of: tuple[str, ...] = ()
    aligned_with: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """What a statement's frame says. Forum, session and agenda item use the contract's names (docs/contract)."""

    speaker: Speaker
    forum: str | None = None
    session: str | None = None
    when: When | None = None
    agenda_item: str | None = None
    references: tuple[str, ...] = ()
    threats: tuple[str, ...] = ()
    elements: tuple[Element, ...] = ()

"""Positions: what actors say for and against one thing, each with the sentence, and how it changed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from acquis.model.marking import Marking, highest
from acquis.model.utterance import Manner, Utterance

Stance = Literal[
    "proposes", "supports", "supports on conditions", "acts on it", "calls for it", "affirms it", "keeps it open",
    "is concerned", "objects", "mentions it",
]  # fmt: skip
ActorKind = Literal["State", "group", "other"]


@dataclass(frozen=True, slots=True)
class Position:
    """What one actor says of the thing in one sentence.

    `lean` is 1 for it, 0.5 for it on conditions, 0 open, -1 against it, None where the words take no side. `why` are
    the words that make a condition, or whose position is shared; `about` says how the thing is named there.
    """

    actor: str
    kind: ActorKind
    stance: Stance
    lean: float | None
    manner: Manner
    utterance: Utterance
    why: str = ""
    about: str = ""


@dataclass(frozen=True, slots=True)
class Move:
    """An actor leans otherwise than before: the sentence before, and the one after."""

    actor: str
    before: Position
    after: Position


@dataclass(frozen=True, slots=True)
class Positions:
    """What is heard on `asked`: positions from the newest to the oldest, those of groups and others among them.

    `concepts` are the ids it stands for, none of a proposal in free words. `documents` were looked at, `undated`
    left out for want of a date. `remarks` say what to bear in mind.
    """

    asked: str
    concepts: tuple[str, ...]
    positions: tuple[Position, ...]
    moves: tuple[Move, ...]
    documents: int
    undated: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def marking(self) -> Marking:
        """The highest of all shown."""
        return highest(one.utterance.marking for one in self.positions)

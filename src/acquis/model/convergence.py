"""Convergence: issues with their support in each group and across groups, and words that two sides mean otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from acquis.model.marking import Marking, highest
from acquis.model.positions import Position
from acquis.model.utterance import Utterance

# How the groups came about: found from the positions; the regional groups; codes that were given; none at all.
GroupedBy = Literal["positions", "regions", "codes", "nothing"]
IssueKind = Literal["provision", "recommendation", "topic", "threat", "process", "instrument", "proposal"]


@dataclass(frozen=True, slots=True)
class Group:
    """A group of actors. `told_by` names the issues that tell it most from the rest, of a group that was found."""

    name: str
    members: tuple[str, ...]
    told_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Support:
    """How far a group backs an issue: `agreeing` of the `heard` (one on conditions counts half).

    `share` is the probability that a member agrees, with the interval `low` to `high` that nine in ten times holds it.
    """

    group: str
    heard: int
    agreeing: float
    share: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Issue:
    """A thing that actors lean for or against. `concept` is its id, of a proposal its words.

    `score` is the support that crosses groups, 0 to 1, `low` and `high` its interval; `enough` is False where too few
    are heard to say, and `lack` says why. `intercept` is what all share once the sides are taken out (None without
    sides). `carried` are sentences for it, `apart` those that do not go along, `through` those of groups of States.
    """

    concept: str
    name: str
    kind: IssueKind
    supports: tuple[Support, ...]
    score: float
    low: float
    high: float
    enough: bool
    lack: str = ""
    intercept: float | None = None
    carried: tuple[Position, ...] = ()
    apart: tuple[Position, ...] = ()
    through: tuple[Position, ...] = ()
    standing_apart: tuple[str, ...] = ()

    @property
    def heard(self) -> int:
        """How many States are heard on it."""
        return sum(one.heard for one in self.supports)


@dataclass(frozen=True, slots=True)
class Convergence:
    """Issues by support that crosses groups, those with enough to say first.

    `placed` States are in a group, `heard` take a side on anything; `silhouette` says how clearly found groups part.
    """

    issues: tuple[Issue, ...]
    grouped_by: GroupedBy
    groups: tuple[Group, ...]
    heard: int
    placed: int
    documents: int
    undated: int = 0
    silhouette: float | None = None
    remarks: tuple[str, ...] = ()

    @property
    def marking(self) -> Marking:
        """The highest of all sentences shown."""
        every = (one for issue in self.issues for one in (*issue.carried, *issue.apart, *issue.through))
        return highest(one.utterance.marking for one in every)


Settled = Literal["proposed", "accepted"]


@dataclass(frozen=True, slots=True)
class FalseFriend:
    """Two sentences with the same key words and perhaps another meaning, for a person to judge.

    `shared` are the words or the concept; `reasons` what tells them apart; `settled` says whether a person accepted it.
    """

    shared: str
    one: Utterance
    other: Utterance
    reasons: tuple[str, ...]
    score: float
    settled: Settled = "proposed"


@dataclass(frozen=True, slots=True)
class FalseFriends:
    """Pairs, accepted ones first, then by score; `rejected` were proposed and a person said no. `findings` were read."""

    pairs: tuple[FalseFriend, ...]
    findings: int
    documents: int
    rejected: int = 0
    remarks: tuple[str, ...] = ()

    @property
    def marking(self) -> Marking:
        """The highest of all sentences shown."""
        return highest(each.marking for pair in self.pairs for each in (pair.one, pair.other))

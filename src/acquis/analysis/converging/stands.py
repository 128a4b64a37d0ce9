"""Findings in; where each actor stands on each issue as last heard, out: what groups and support come from."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from acquis.analysis.converging.stances import AGAINST, FOR, ON_CONDITIONS, OPEN, SURE, stance_of
from acquis.analysis.hearing import Hearing, day_of, manner_of
from acquis.analysis.states import States
from acquis.model.claim import Act
from acquis.store.spoken import Side, codes_of


class Stand(NamedTuple):
    """One actor on one issue in its newest document on it: how far it leans, and the findings that say so (row ids)."""

    lean: float
    claims: tuple[int, ...]
    document: int

    @property
    def agreeing(self) -> float:
        """How much of an agreement it is, 0 to 1."""
        return max(0.0, self.lean)


Stands = Mapping[tuple[str, str], Stand]


class Leaning(NamedTuple):
    """One finding of one actor on one issue."""

    actor: str
    issue: str
    lean: float
    document: int
    claim: int


@dataclass(frozen=True, slots=True)
class Reading:
    """What the index of words says of findings (row ids): those with a condition, and those that keep a matter open."""

    conditional: frozenset[int]
    opened: frozenset[int]


@dataclass(slots=True)
class _Held:
    """The newest document of a place so far, and what it says."""

    rank: int
    document: int
    said: list[tuple[int, float]]


class Gathering:
    """Takes findings in any order, and keeps of each actor and issue those of the newest document.

    One without a day counts only where no other is heard.
    """

    def __init__(self, hearing: Hearing) -> None:
        undated = len(hearing.documents)
        self._hearing = hearing
        self._ranks = {
            row: at if day_of(heard) is not None else at - undated
            for at, (row, heard) in enumerate(hearing.documents.items())
        }
        self._owners: dict[tuple[int, str], tuple[str, ...]] = {}
        self._held: dict[tuple[str, str], _Held] = {}

    def add(self, one: Leaning) -> None:
        """Take one finding that leans."""
        rank = self._ranks.get(one.document)
        if rank is None:
            return
        place = (one.actor, one.issue)
        held = self._held.get(place)
        if held is None or rank > held.rank:
            self._held[place] = _Held(rank, one.document, [(one.claim, one.lean)])
        elif rank == held.rank:
            held.said.append((one.claim, one.lean))

    def add_sides(self, sides: Iterable[Side], threats: Mapping[str, bool], reading: Reading) -> None:
        """Take findings on the concepts that `threats` has, each with whether it is a threat."""
        leans: dict[tuple[Act, bool, bool], float | None] = {}
        for claim, document, concept, act, owners, confidence in sides:
            threat = threats.get(concept)
            if threat is None:
                continue
            key = (act, confidence >= SURE, threat)
            if key not in leans:
                leans[key] = stance_of(act, confidence, threat=threat).lean
            lean = _read(leans[key], claim, act, reading)
            if lean is not None:
                for owner in self._heard(document, owners):
                    self.add(Leaning(owner, concept, lean, document, claim))

    def _heard(self, document: int, owners: str) -> tuple[str, ...]:
        """The owners that are heard themselves or with others, not told of by another."""
        known = self._owners.get((document, owners))
        if known is None:
            heard = self._hearing.documents.get(document)
            some = codes_of(owners) if heard else ()
            known = tuple(one for one in some if heard and manner_of(heard, one) != "told by another")
            self._owners[document, owners] = known
        return known

    def stands(self) -> dict[tuple[str, str], Stand]:
        """Where each stands, in the order of actors and issues."""
        return {place: _stand(held) for place, held in sorted(self._held.items())}


def _read(lean: float | None, claim: int, act: Act, reading: Reading) -> float | None:
    """The lean by the act, once the index of words is asked."""
    if claim in reading.opened:
        return OPEN
    if lean == FOR and claim in reading.conditional and act in ("support", "affirmation"):
        return ON_CONDITIONS
    return lean


def _stand(held: _Held) -> Stand:
    """For with conditions is on conditions; for and against in one text is the middle of both."""
    said = sorted(held.said)
    leans = [lean for _, lean in said]
    lean = ON_CONDITIONS if ON_CONDITIONS in leans and AGAINST not in leans else sum(leans) / len(leans)
    return Stand(lean, tuple(claim for claim, _ in said), held.document)


def of_states(stands: Stands, states: States) -> dict[tuple[str, str], Stand]:
    """The stands of States alone."""
    return {place: one for place, one in stands.items() if place[0] in states.by_code}


def through_groups(stands: Stands, hearing: Hearing, states: States) -> dict[tuple[str, str], Stand]:
    """The stands of States with, for members that say nothing themselves, what their group said on its day."""
    found = of_states(stands, states)
    for (actor, issue), stand in stands.items():
        if actor in states.by_group:
            for member in states.members_of(actor, day_of(hearing.documents[stand.document])):
                found.setdefault((member, issue), stand)
    return found


def by_issue(stands: Stands) -> dict[str, dict[str, Stand]]:
    """The stands of each issue, by actor."""
    found: dict[str, dict[str, Stand]] = {}
    for (actor, issue), stand in stands.items():
        found.setdefault(issue, {})[actor] = stand
    return found

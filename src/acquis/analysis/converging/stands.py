"""Voices in; where each actor stands on each issue as last heard, out: the matrix that groups and support come from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from acquis.analysis.converging.stances import (
    AGAINST, FOR, ON_CONDITIONS, OPEN, is_threat, stance_of,
)  # fmt: skip
from acquis.analysis.hearing import Hearing, day_of, manner_of
from acquis.analysis.states import States
from acquis.store.voices import Voice


class Stand(NamedTuple):
    """One actor on one issue in its newest document on it: how far it leans, and the findings that say so."""

    lean: float
    claims: tuple[int, ...]

    @property
    def agreeing(self) -> float:
        """How much of an agreement it is, 0 to 1."""
        return max(0.0, self.lean)


Stands = Mapping[tuple[str, str], Stand]


class Leaning(NamedTuple):
    """One finding of one actor on one issue: what a stand is made of, in the order of days."""

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


def leanings(hearing: Hearing, elements: Mapping[str, str | None], reading: Reading) -> Iterator[Leaning]:
    """The findings that take a side, for each owner that is heard itself or with others."""
    threats = {concept: is_threat(concept, elements) for concept in elements}
    for voice in hearing.voices:
        lean = _lean(voice, reading, threat=threats.get(voice.concept or "", False))
        if lean is None or voice.concept is None:
            continue
        heard = hearing.documents[voice.document]
        for owner in voice.owners:
            if manner_of(heard, owner) != "told by another":
                yield Leaning(owner, voice.concept, lean, voice.document, voice.claim)


def _lean(voice: Voice, reading: Reading, *, threat: bool) -> float | None:
    lean = stance_of(voice.act, voice.confidence, threat=threat).lean
    if voice.claim in reading.opened:
        return OPEN
    if voice.claim in reading.conditional and lean == FOR and voice.act in ("support", "affirmation"):
        return ON_CONDITIONS
    return lean


def last_stands(leanings: Iterable[Leaning], hearing: Hearing) -> dict[tuple[str, str], Stand]:
    """Where each stands by its newest document; one without a day counts only where no other is heard."""
    dated = {row: day_of(heard) is not None for row, heard in hearing.documents.items()}
    by_place: dict[tuple[str, str], list[Leaning]] = {}
    for one in leanings:
        held = by_place.setdefault((one.actor, one.issue), [])
        if held and held[-1].document != one.document:
            if dated[held[-1].document] and not dated[one.document]:
                continue
            held.clear()
        held.append(one)
    return {place: _stand(some) for place, some in by_place.items()}


def _stand(some: Sequence[Leaning]) -> Stand:
    """For with conditions is on conditions; for and against in one text is the middle of both."""
    leans = [one.lean for one in some]
    lean = ON_CONDITIONS if ON_CONDITIONS in leans and AGAINST not in leans else sum(leans) / len(leans)
    return Stand(lean, tuple(one.claim for one in some))


def of_states(stands: Stands, states: States) -> dict[tuple[str, str], Stand]:
    """The stands of States alone."""
    return {place: one for place, one in stands.items() if place[0] in states.by_code}


def through_groups(
    stands: Stands, hearing: Hearing, leaning: Iterable[Leaning], states: States
) -> dict[tuple[str, str], Stand]:
    """The stands of States with, for members that say nothing themselves, what their group said on its day."""
    found = of_states(stands, states)
    days = {(one.actor, one.issue): day_of(hearing.documents[one.document]) for one in leaning}
    for (actor, issue), stand in sorted(stands.items()):
        for member in states.members_of(actor, days.get((actor, issue))) if actor in states.by_group else ():
            found.setdefault((member, issue), stand)
    return found

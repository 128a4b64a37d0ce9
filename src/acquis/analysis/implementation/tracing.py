"""Voices on provisions to traces: of each, whose evidence it is and of which kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from acquis.analysis.hearing import Hearing, day_of, manner_of
from acquis.analysis.states import States
from acquis.model.claim import Act
from acquis.model.implementation import Kind, Trace
from acquis.model.marking import Marking
from acquis.store.voice_words import Named
from acquis.store.voices import Heard, Voice

BLAME: frozenset[Act] = frozenset({"concern", "condemnation", "objection"})


class Placed(NamedTuple):
    """A trace of a State on a provision, the row id of its finding, and how high the two are marked."""

    provision: str
    state: str
    trace: Trace
    row: int
    marking: Marking


@dataclass(frozen=True, slots=True)
class Ground:
    """What voices are traced on: the hearing, names of its findings, at whom blame is aimed, the States."""

    hearing: Hearing
    names: Mapping[int, Named]
    aimed: Mapping[int, frozenset[str]]
    states: States


def trace(ground: Ground) -> Iterator[Placed]:
    """Every trace, in the order of the days of their documents."""
    for voice in ground.hearing.voices:
        if voice.concept is not None and voice.claim in ground.names:
            heard = ground.hearing.documents[voice.document]
            for state, kind, through in dict.fromkeys(_told(voice, heard, ground)):
                named = ground.names[voice.claim]
                made = Trace(kind, named.key, heard.key, day_of(heard), through)
                marking = max(Marking(heard.marking), named.least)
                yield Placed(voice.concept, state, made, voice.claim, marking)


_Told = tuple[str, Kind, str | None]


def _told(voice: Voice, heard: Heard, ground: Ground) -> Iterator[_Told]:
    """Of whom a voice is evidence: its owners, the members of owning groups, and those it is aimed at."""
    for owner in voice.owners:
        if owner in ground.states.by_code:
            yield owner, _kind(voice, heard, owner), None
        else:
            for member in ground.states.members_of(owner, heard.earliest):
                if member not in voice.owners:
                    yield member, "spoken to", owner
    for state in sorted(ground.aimed.get(voice.claim, ())):
        if state not in voice.owners and state in ground.states.by_code:
            yield state, "contested", None


def _kind(voice: Voice, heard: Heard, owner: str) -> Kind:
    """A State's own report in its own text, the same in a text in which another speaks, or any other act of its own."""
    if voice.act != "report":
        return "spoken to"
    return "reported by itself" if manner_of(heard, owner) == "itself" else "confirmed by another's text"

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
    """A trace of a State on a provision, and the row id of its finding."""

    provision: str
    state: str
    trace: Trace
    row: int


@dataclass(frozen=True, slots=True)
class Ground:
    """What voices are traced on: the hearing, names of its findings, at whom blame is aimed, the States."""

    hearing: Hearing
    names: Mapping[int, Named]
    aimed: Mapping[int, frozenset[str]]
    states: States


def trace(ground: Ground) -> Iterator[Placed]:
    """Every trace, in the order of the days of their documents."""
    days = {row: day_of(heard) for row, heard in ground.hearing.documents.items()}
    known: dict[tuple[object, ...], tuple[_Told, ...]] = {}
    for voice in ground.hearing.voices:
        if voice.concept is None or voice.claim not in ground.names:
            continue
        heard, aimed = ground.hearing.documents[voice.document], ground.aimed.get(voice.claim)
        alike = (voice.document, voice.owners, voice.act == "report", aimed)
        if alike not in known:
            known[alike] = tuple(dict.fromkeys(_told(voice, heard, ground)))
        key, least = ground.names[voice.claim]
        marking = least if least > heard.marking else Marking(heard.marking)
        for state, kind, through in known[alike]:
            made = Trace(kind, key, heard.key, days[voice.document], through, marking)
            yield Placed(voice.concept, state, made, voice.claim)


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

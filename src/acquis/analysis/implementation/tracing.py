"""Voices on provisions to traces: of each, whose evidence it is and of which kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from acquis.analysis.hearing import Hearing, day_of, manner_of
from acquis.analysis.states import States
from acquis.model.claim import Act
from acquis.model.implementation import Kind, Trace
from acquis.model.marking import Marking
from acquis.store.voice_words import Named
from acquis.store.voices import Heard, Voice

BLAME: frozenset[Act] = frozenset({"concern", "condemnation", "objection"})


# A provision, a State, and evidence on the two.
Placed: TypeAlias = tuple[str, str, Trace]
_MARKINGS = tuple(Marking)


@dataclass(frozen=True, slots=True)
class Ground:
    """What voices are traced on: the hearing, names of its findings, at whom blame is aimed, the States."""

    hearing: Hearing
    names: Mapping[int, Named]
    aimed: Mapping[int, frozenset[str]]
    states: States


def trace(ground: Ground) -> list[Placed]:
    """Every trace, in the order of the days of their documents."""
    days = {row: day_of(heard) for row, heard in ground.hearing.documents.items()}
    known: dict[tuple[object, ...], _Sorted] = {}
    found: list[Placed] = []
    for voice in ground.hearing.voices:
        if voice.concept is None or voice.claim not in ground.names:
            continue
        heard, aimed = ground.hearing.documents[voice.document], ground.aimed.get(voice.claim)
        alike = (voice.document, voice.owners, voice.act == "report", aimed)
        if alike not in known:
            known[alike] = _by_kind(_told(voice, heard, ground))
        key, least = ground.names[voice.claim]
        marking, day = _MARKINGS[max(least, heard.marking)], days[voice.document]
        for kind, through, states in known[alike]:
            made = Trace(kind, key, heard.key, day, through, marking)
            found += [(voice.concept, state, made) for state in states]
    return found


_Sorted = tuple[tuple[Kind, str | None, tuple[str, ...]], ...]


def _by_kind(told: Iterable[_Told]) -> _Sorted:
    """The States that a voice is evidence of, by kind and group: they share one trace."""
    found: dict[tuple[Kind, str | None], dict[str, None]] = {}
    for state, kind, through in told:
        found.setdefault((kind, through), {})[state] = None
    return tuple((kind, through, tuple(states)) for (kind, through), states in found.items())


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

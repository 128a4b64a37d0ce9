"""A State in; what it is heard to say on the framework out, lean: by provision, by element, and in which documents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.hearing import ALWAYS, Hearing, Period, hear
from acquis.analysis.register.counting import Manners
from acquis.analysis.register.entries import Register, register_of
from acquis.analysis.states import States, states_of
from acquis.model.claim import Element
from acquis.model.marking import Viewer
from acquis.store.voices import Listening, Voice, find_voices


@dataclass(frozen=True, slots=True)
class ProfileWish:
    """Whose profile is asked for, of which days and element; `limit` is how many sentences are shown of each kind."""

    code: str
    period: Period = ALWAYS
    element: Element | None = None
    limit: int | None = 5


@dataclass(frozen=True, slots=True)
class Ear:
    """Who listens to what: a connection, a viewer, and the documents of the period (`hearing.documents`)."""

    connection: Connection
    viewer: Viewer
    hearing: Hearing

    def listen(self, listening: Listening) -> Hearing:
        """Other voices in the same documents, in their order."""
        documents = self.hearing.documents
        order = {row: at for at, row in enumerate(documents)}
        found = find_voices(self.connection, self.viewer, listening)
        kept = sorted((one for one in found if one.document in order), key=lambda one: order[one.document])
        return replace(self.hearing, voices=tuple(kept))


@dataclass(frozen=True, slots=True)
class Own:
    """What a State is heard to say.

    `every` are all its findings; `on` has the voices of each provision (by id) and of each element without a
    provision (by its name), in the order of the register; `agreed` has each of those findings once.
    """

    wish: ProfileWish
    ear: Ear
    register: Register
    states: States
    every: tuple[Voice, ...]
    on: Mapping[str, tuple[Voice, ...]]
    agreed: Mapping[int, Voice]
    manners: Manners

    def itself(self, voice: Voice) -> bool:
        """Does it say this itself, alone or with others? Else others tell it."""
        return self.manners.of(voice, self.wish.code) != "told by another"

    def alone(self, voice: Voice) -> bool:
        """Does it say this for itself alone?"""
        return self.manners.of(voice, self.wish.code) == "itself"


def find_own(connection: Connection, viewer: Viewer, files: tuple[Path, ...], wish: ProfileWish) -> Own:
    """What a State is heard to say, as far as a viewer may know it. Raises NotKept where they may see no document."""
    hearing = hear(connection, viewer, Listening(owner=wish.code), wish.period)
    ear = Ear(connection, viewer, hearing)
    register = register_of(files)
    linked = ear.listen(Listening(concepts=frozenset(register.by_id), owner=wish.code)).voices
    on = dict(_by_subject(register, hearing.voices, linked, wish.element))
    agreed = {one.claim: one for voices in on.values() for one in voices}
    return Own(wish, ear, register, states_of(files), hearing.voices, on, agreed, Manners(hearing))


def _by_subject(
    register: Register, every: tuple[Voice, ...], linked: tuple[Voice, ...], element: Element | None
) -> Iterator[tuple[str, tuple[Voice, ...]]]:
    """The voices of each provision, then those of its element that are of none; of one element or all."""
    named = {one.claim for one in linked}
    voices: dict[str, list[Voice]] = {}
    for one in linked:
        voices.setdefault(one.concept or "", []).append(one)
    for one in every:
        if one.element and one.claim not in named:
            voices.setdefault(one.element, []).append(one)
    for key in _subjects(register, element):
        if key in voices:
            yield key, tuple(voices[key])


def _subjects(register: Register, element: Element | None) -> Iterator[str]:
    """What there is to speak to, in the order of the register: each provision, then its element."""
    if element is None:
        yield from (key for key, entry in register.by_id.items() if entry.element is None)
    for part in register.parts:
        if element in (None, part.element):
            yield from (entry.id for entry in part.entries)
            yield part.element

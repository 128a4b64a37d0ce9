"""The whole register, or one element of it, with how many are heard on each provision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.hearing import Hearing, hear
from acquis.analysis.register.counting import Count, count_voices
from acquis.analysis.register.entries import WHOLE, Register, register_of
from acquis.analysis.register.filters import RegisterFilters, ground_of, owners_of
from acquis.analysis.states import states_of
from acquis.errors import NotKept
from acquis.model.marking import Marking, Viewer, highest
from acquis.model.register import AgreedDocument, Framework, Part, RegisterEntry, Tally
from acquis.store.voices import Listening, Voice, highest_said

_NOBODY = Hearing({}, ())


def register_alone(files: tuple[Path, ...], element: str | None = None) -> Framework:
    """What was agreed, without a workspace: nobody is heard, and nothing is counted."""
    register = register_of(files)
    parts = register.parts if element is None else (register.part(element),)
    return Framework(
        register.by_id.get(WHOLE) if element is None else None, parts, _documents(register, parts, element)
    )


def make_framework(
    connection: Connection, viewer: Viewer, files: tuple[Path, ...], filters: RegisterFilters, element: str | None
) -> Framework:  # fmt: skip
    """The register with counts of who speaks, as far as a viewer may know it. Raises RequestError for an unknown region."""
    alone = register_alone(files, element)
    entries = [*filter(None, (alone.whole,)), *(entry for part in alone.parts for entry in part.entries)]
    hearing = hear_or_nobody(
        connection, viewer, filters.listening(frozenset(entry.id for entry in entries)), filters
    )
    counts = _count(hearing, entries, files, filters)
    return replace(
        alone,
        whole=_heard(alone.whole, counts) if alone.whole else None,
        parts=tuple(_part(part, counts) for part in alone.parts),
        ground=ground_of(hearing),
        marking=marking_of(connection, viewer, hearing, hearing.voices),
    )


def hear_or_nobody(
    connection: Connection, viewer: Viewer, listening: Listening, filters: RegisterFilters
) -> Hearing:
    """The voices of the period; none where the viewer may see no document, for the register stands by itself."""
    try:
        return hear(connection, viewer, listening, filters.period)
    except NotKept:
        return _NOBODY


def marking_of(connection: Connection, viewer: Viewer, hearing: Hearing, voices: Iterable[Voice]) -> Marking:
    """The highest of what counts rest on: documents, and what people said of findings."""
    marked = {hearing.documents[row].marking for row in {one.document for one in voices}}
    return highest(map(Marking, (*marked, highest_said(connection, viewer)))) if marked else Marking.CLEAR


def _count(
    hearing: Hearing, entries: Iterable[RegisterEntry], files: tuple[Path, ...], filters: RegisterFilters
) -> dict[str, Count]:
    states = states_of(files)
    keys = {entry.id: (entry.id, *filter(None, (entry.element,))) for entry in entries}
    wanted = filters.wanted(filters.counted(states, owners_of(hearing.voices)))
    return count_voices(hearing, lambda voice: keys[voice.concept or ""], states, wanted)


def _part(part: Part, counts: Mapping[str, Count]) -> Part:
    entries = tuple(_heard(entry, counts) for entry in part.entries)
    return replace(part, entries=entries, tally=tally_of(part.element, counts))


def _heard(entry: RegisterEntry, counts: Mapping[str, Count]) -> RegisterEntry:
    return replace(entry, tally=tally_of(entry.id, counts))


def tally_of(key: str, counts: Mapping[str, Count]) -> Tally:
    """The numbers of a key; zeros where nobody is heard."""
    return counts[key].tally if key in counts else Tally()


def _documents(register: Register, parts: Iterable[Part], element: str | None) -> tuple[AgreedDocument, ...]:
    if element is None:
        return register.documents
    return register.cited_by(entry for part in parts for entry in part.entries)

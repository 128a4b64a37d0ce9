"""The whole register, or one element of it, with how many are heard on each provision."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.hearing import Hearing, look
from acquis.analysis.register.counting import Count, count_mentions
from acquis.analysis.register.entries import WHOLE, register_of
from acquis.analysis.register.filters import RegisterFilters, ground_of
from acquis.analysis.states import states_of
from acquis.errors import NotKept
from acquis.model.marking import Marking, Viewer, highest
from acquis.model.register import Framework, Part, RegisterEntry, Tally
from acquis.store.voices import find_mentions, highest_said


def register_alone(files: tuple[Path, ...], element: str | None = None) -> Framework:
    """What was agreed, without a workspace: nobody is heard, and nothing is counted."""
    register = register_of(files)
    if element is None:
        return Framework(register.by_id.get(WHOLE), register.parts, register.documents)
    part = register.part(element)
    return Framework(None, (part,), register.cited_by(part.entries))


def make_framework(
    connection: Connection, viewer: Viewer, files: tuple[Path, ...], filters: RegisterFilters, element: str | None
) -> Framework:  # fmt: skip
    """The register with counts of who speaks, as far as a viewer may know it. Raises RequestError for an unknown region."""
    alone = register_alone(files, element)
    entries = [*filter(None, (alone.whole,)), *(entry for part in alone.parts for entry in part.entries)]
    quiet = quiet_or_nothing(connection, viewer, filters)
    mentions = find_mentions(connection, viewer, filters.listening(frozenset(entry.id for entry in entries)))
    counts = count_mentions(mentions, quiet.documents, filters.round_of(states_of(files)))
    return replace(
        alone,
        whole=_heard(alone.whole, counts) if alone.whole else None,
        parts=tuple(_part(part, counts) for part in alone.parts),
        ground=ground_of(quiet),
        marking=marking_of(
            connection, viewer, quiet, {row for one in counts.values() for row in one.documents}
        ),
    )


def quiet_or_nothing(connection: Connection, viewer: Viewer, filters: RegisterFilters) -> Hearing:
    """The documents of the period; none where the viewer may see none, for the register stands by itself."""
    try:
        return look(connection, viewer, filters.period)
    except NotKept:
        return Hearing({}, ())


def marking_of(connection: Connection, viewer: Viewer, hearing: Hearing, counted: Iterable[int]) -> Marking:
    """The highest of what counts rest on: documents by row, and what people said of findings."""
    marked = {Marking(hearing.documents[row].marking) for row in counted}
    return highest((*marked, Marking(highest_said(connection, viewer)))) if marked else Marking.CLEAR


def _part(part: Part, counts: Mapping[str, Count]) -> Part:
    whole = Count()
    for entry in part.entries:
        whole.take(counts.get(entry.id, Count()))
    return replace(part, entries=tuple(_heard(entry, counts) for entry in part.entries), tally=whole.tally)


def _heard(entry: RegisterEntry, counts: Mapping[str, Count]) -> RegisterEntry:
    return replace(entry, tally=tally_of(entry.id, counts))


def tally_of(key: str, counts: Mapping[str, Count]) -> Tally:
    """The numbers of a key; zeros where nobody is heard."""
    return counts[key].tally if key in counts else Tally()

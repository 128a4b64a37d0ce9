"""Brings what was found for promises up to date: what changed is searched anew, the rest stays as it was.

Processes of this machine compare; only the caller writes.
"""

from __future__ import annotations

import multiprocessing
import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from acquis.analysis.searching.ground import actor_terms, homes_of, passages_said
from acquis.analysis.searching.index import Index, ordinal
from acquis.analysis.searching.keeping import Standing
from acquis.analysis.searching.search import SEARCHER, Level, Told, search_document
from acquis.analysis.searching.terms import Said
from acquis.batch.processes import Processes, processes_here
from acquis.model.frame import Frame
from acquis.store.codec import read_claim
from acquis.store.engine import Store
from acquis.store.frames import find_all_frames
from acquis.store.history import Reign, reigns
from acquis.store.sequels import (
    Found,
    Spot,
    State,
    document_states,
    forget_sequels,
    forget_spots,
    load_sequels,
    searched_states,
    write_sequels,
    write_states,
)
from acquis.store.tables import ROOM, claims, documents
from acquis.vocabulary import Vocabulary
from acquis.vocabulary.lexicon import Lexicon

# With fewer promises than this a second process costs more than it brings.
_MANY = 300
_MANY_DOCUMENTS = 40
_AT_ONCE = 2_000  # promises that are held before they are written

Known = dict[Spot, list[Found]]
Result = list[tuple[Spot, list[Found]]]


@dataclass(frozen=True, slots=True)
class Change:
    """What is not as it was when it was searched: documents that are new or other now, and those that are gone.

    `corrected` are those that say the same as before, but people changed what is a promise in them.
    """

    states: Mapping[int, State]
    changed: frozenset[int]
    corrected: frozenset[int]
    gone: frozenset[int]

    @property
    def all(self) -> frozenset[int]:
        """All rows of documents that are not as they were."""
        return self.changed | self.corrected | self.gone


# A passage from one process to another: its id, its terms, its actors, its signs.
_Sent = tuple[int, str, frozenset[str], int]


@dataclass(slots=True)
class Ground:
    """What all promises are searched on: the store, the names to compare by, the documents there are."""

    store: Store
    vocabulary: Vocabulary
    actors: Lexicon
    frames: dict[int, Frame] = field(default_factory=dict)
    reigns: dict[int, Reign] = field(default_factory=dict)
    forked_from: int = 0

    @contextmanager
    def looking(self) -> Iterator[Connection]:
        """A connection of this very process: those of the process that forked it are not its own."""
        if os.getpid() != self.forked_from:
            self.store.engine.dispose(close=False)
            self.forked_from = os.getpid()
        with self.store.reading() as connection:
            yield connection

    def said_in(self, row: int) -> list[_Sent]:
        """The passages of a document as they are compared; the terms of each as one text, which travels lightly."""
        with self.looking() as connection:
            found = passages_said(connection, row, self.actors)
        return [(passage, " ".join(said.terms), said.actors, said.signs) for passage, said in found]

    def place_of(self, found: Found) -> Standing:
        """Who is shown a candidate, and when."""
        frame = self.frames[found.passage // ROOM]
        reign = self.reigns[frame.row]
        until = -_day(reign.until) if reign.until else -date.max.toordinal()
        return int(frame.marking), ordinal(frame.counts_from), _day(reign.since), until


def _day(at: str) -> int:
    return date.fromisoformat(at[:10]).toordinal()


def bring_up_to_date(store: Store, vocabulary: Vocabulary, actors: Lexicon) -> int:
    """Search for sequels where anything changed since the last time; how many documents had changed.

    A promise of an unchanged document is compared with the changed documents alone, unless a candidate of its own
    stood in one of them.
    """
    with store.reading() as connection:
        if not what_changed(connection).all:
            return 0
    with store.writing() as connection:
        change = what_changed(connection)  # again, for another process may have done it meanwhile
        if change.all:
            _search_changes(connection, change, Ground(store, vocabulary, actors))
        return len(change.all)


def what_changed(connection: Connection) -> Change:
    """What is not as it was searched."""
    now = {
        row: state._replace(document=f"{SEARCHER} {state.document}")
        for row, state in document_states(connection).items()
    }
    then = searched_states(connection)
    changed = {row for row, state in now.items() if row not in then or then[row].document != state.document}
    corrected = {row for row, state in now.items() if row in then and then[row] != state} - changed
    return Change(now, frozenset(changed), frozenset(corrected), frozenset(then.keys() - now.keys()))


def _search_changes(connection: Connection, change: Change, ground: Ground) -> None:
    ground.frames = {frame.row: frame for frame in find_all_frames(connection)}
    ground.reigns = reigns(connection)
    stale = change.changed | change.gone
    forget_sequels(connection, change.all)
    known = load_sequels(connection)
    touched = {spot for spot, found in known.items() if any(one.passage // ROOM in stale for one in found)}
    forget_spots(connection, touched)
    asking = change.changed | change.corrected
    anew: Known = {}
    rest: Known = {}
    for spot in _spots(connection):
        if spot[0] in asking or spot in touched:
            anew[spot] = []
        else:
            rest[spot] = known.get(spot, [])
    _search(connection, ground, anew, _later_than(ground, anew))
    _search(connection, ground, rest, [ground.frames[row] for row in change.changed])
    write_states(connection, change.gone, {row: change.states[row] for row in asking})


def _spots(connection: Connection) -> list[Spot]:
    """The sentences of all commitments, whoever found them, in order: a ledger may ask for an older version's."""
    query = (
        select(claims, documents.c.key.label("document"))
        .join(documents, documents.c.id == claims.c.document_id)
        .where(claims.c.act == "commitment")
        .order_by(claims.c.document_id, claims.c.start)
    )
    found = ((row.document_id, read_claim(row, row.document).sentence) for row in connection.execute(query))
    return list(dict.fromkeys((row, sentence.start, sentence.end) for row, sentence in found))


def _later_than(ground: Ground, spots: Iterable[Spot]) -> list[Frame]:
    """The documents that may tell of these promises: all that are later than the first of them."""
    rows = {spot[0] for spot in spots}
    days = [frame.latest for row in rows if (frame := ground.frames.get(row)) and frame.latest]
    if not days:
        return []
    first = min(days)
    return [frame for frame in ground.frames.values() if frame.earliest and frame.earliest > first]


def _search(connection: Connection, ground: Ground, known: Known, among: Sequence[Frame]) -> None:
    """Search these documents for these promises, beside the candidates that are known, and write what is best."""
    if not known or not among:
        return
    indexes = _indexes(ground, among)
    tasks = [
        _Task(row, levels, {spot: known[spot] for spot in spots})
        for row, spots in _by_document(known).items()
        if (levels := _levels_of(ground, row, indexes))
    ]
    held: Result = []
    for result in _results(ground, tasks, len(known)):
        held += [(spot, found) for spot, found in result if found or known[spot]]
        if len(held) >= _AT_ONCE:
            write_sequels(connection, held)
            held = []
    write_sequels(connection, held)


def _indexes(ground: Ground, among: Sequence[Frame]) -> dict[int, Index]:
    """For each marking that some of the documents have, an index of those marked no higher."""
    names = actor_terms(ground.vocabulary)
    indexes = {level: Index(names) for level in sorted({int(frame.marking) for frame in among})}
    homes = {
        level: {
            home.row: home
            for home in homes_of(_marked(among, level), index, ground.actors, ground.vocabulary)
        }
        for level, index in indexes.items()
    }
    rows = list(homes[max(homes)])
    several = _processes(ground, len(rows) >= _MANY_DOCUMENTS)
    said = Processes(ground.said_in, lambda _: [], processes=several).results(rows)
    for row, sent in zip(rows, said, strict=True):
        passages = [(at, Said(tuple(terms.split()), named, signs)) for at, terms, named, signs in sent]
        for level, index in indexes.items():
            if row in homes[level]:
                index.add(homes[level][row], passages)
    return indexes


def _marked(frames: Iterable[Frame], level: int) -> list[Frame]:
    return [frame for frame in frames if frame.marking <= level]


def _levels_of(ground: Ground, row: int, indexes: Mapping[int, Index]) -> list[Level]:
    """The document that promises, in each index that has a later one; it needs to have a day itself."""
    frame = ground.frames.get(row)
    found = []
    for marking, index in indexes.items():
        homes = homes_of([frame], index, ground.actors, ground.vocabulary) if frame else []
        if homes and index.after(homes[0].last) < len(index.homes):
            found.append(Level(marking, index, homes[0]))
    return found


class _Task(NamedTuple):
    """A document that promises, with where it stands and what is known for each of its promises."""

    row: int
    levels: list[Level]
    known: Known


def _results(ground: Ground, tasks: Sequence[_Task], promises: int) -> Iterator[Result]:
    """The result of every task; forked processes share the indexes and are handed the number of a task alone."""

    def work(at: int) -> Result:
        task = tasks[at]
        with ground.looking() as connection:
            told = Told(connection, task.row, ground.actors)
            return search_document(connection, task.levels, told, task.known, ground.place_of)

    def crashed(at: int) -> Result:
        """A document that takes its process down keeps what was known: its promises wait for evidence."""
        return list(tasks[at].known.items())

    several = _processes(ground, promises >= _MANY)
    yield from Processes(work, crashed, processes=several).results(range(len(tasks)))


def _processes(ground: Ground, many: bool) -> int:
    """How many processes to use: one, unless there is much to do and forking is safe.

    A process that had to be started afresh would have to be sent all that a forked one shares.
    """
    alone = multiprocessing.current_process().name == "MainProcess" and threading.active_count() == 1
    several = many and alone and "fork" in multiprocessing.get_all_start_methods()
    ground.forked_from = os.getpid()
    return processes_here() if several else 1


def _by_document(spots: Iterable[Spot]) -> dict[int, list[Spot]]:
    grouped: dict[int, list[Spot]] = {}
    for spot in spots:
        grouped.setdefault(spot[0], []).append(spot)
    return grouped

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

from sqlalchemy import Connection, select

from acquis.analysis.searching.ground import actor_terms, homes_of, passages_said
from acquis.analysis.searching.index import Home, Index
from acquis.analysis.searching.keeping import Standing
from acquis.analysis.searching.search import Told, search_document
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
    document_states,
    forget_sequels,
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
    """What is not as it was when it was searched: documents that are new or other now, and those that are gone."""

    states: Mapping[int, str]
    changed: frozenset[int]
    gone: frozenset[int]

    def __bool__(self) -> bool:
        return bool(self.changed or self.gone)


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

    def said_in(self, row: int) -> list[tuple[int, Said]]:
        """The passages of a document, as they are compared."""
        with self.looking() as connection:
            return passages_said(connection, row, self.actors)

    def place_of(self, found: Found) -> Standing:
        """Who is shown a candidate, and when."""
        frame = self.frames[found.passage // ROOM]
        reign = self.reigns[frame.row]
        until = -_day(reign.until) if reign.until else -date.max.toordinal()
        return int(frame.marking), frame.latest.toordinal() if frame.latest else 0, _day(reign.since), until


def _day(at: str) -> int:
    return date.fromisoformat(at[:10]).toordinal()


def bring_up_to_date(store: Store, vocabulary: Vocabulary, actors: Lexicon) -> int:
    """Search for sequels where anything changed since the last time; how many documents had changed.

    A promise of an unchanged document is compared with the changed documents alone, unless a candidate of its own
    stood in one of them.
    """
    with store.reading() as connection:
        if not what_changed(connection):
            return 0
    with store.writing() as connection:
        change = what_changed(connection)  # again, for another process may have done it meanwhile
        if change:
            _search_changes(connection, change, Ground(store, vocabulary, actors))
        return len(change.changed | change.gone)


def what_changed(connection: Connection) -> Change:
    """What is not as it was searched."""
    now, then = document_states(connection), searched_states(connection)
    changed = frozenset(row for row, state in now.items() if then.get(row) != state)
    return Change(now, changed, frozenset(then.keys() - now.keys()))


def _search_changes(connection: Connection, change: Change, ground: Ground) -> None:
    ground.frames = {frame.row: frame for frame in find_all_frames(connection)}
    ground.reigns = reigns(connection)
    stale = change.changed | change.gone
    forget_sequels(connection, stale)
    known = load_sequels(connection)
    touched = {spot for spot, found in known.items() if any(one.passage // ROOM in stale for one in found)}
    anew: Known = {}
    rest: Known = {}
    for spot in _spots(connection):
        if spot[0] in change.changed or spot in touched:
            anew[spot] = []
        else:
            rest[spot] = known.get(spot, [])
    _search(connection, ground, anew, _later_than(ground, anew))
    if change.changed:
        _search(connection, ground, rest, [ground.frames[row] for row in change.changed])
    write_states(connection, change.gone, {row: change.states[row] for row in change.changed})


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
    index = Index(actor_terms(ground.vocabulary))
    homes = homes_of(among, index, ground.actors, ground.vocabulary)
    several = _processes(ground, len(homes) >= _MANY_DOCUMENTS)
    said = Processes(ground.said_in, lambda _: [], processes=several).results(home.row for home in homes)
    for home, passages in zip(homes, said, strict=True):
        index.add(home, passages)
    tasks = [
        (own, {spot: known[spot] for spot in spots})
        for row, spots in _by_document(known).items()
        if (own := _home_of(ground, row, index)) is not None and index.after(own.last) < len(index.homes)
    ]
    held: Result = []
    for result in _results(ground, index, tasks, len(known)):
        held += [(spot, found) for spot, found in result if found or known[spot]]
        if len(held) >= _AT_ONCE:
            write_sequels(connection, held)
            held = []
    write_sequels(connection, held)


def _results(
    ground: Ground, index: Index, tasks: Sequence[tuple[Home, Known]], promises: int
) -> Iterator[Result]:
    """The result of every task; forked processes share the index as it stands."""

    def work(task: tuple[Home, Known]) -> Result:
        home, known = task
        with ground.looking() as connection:
            told = Told(connection, home, ground.actors)
            return search_document(connection, index, told, known, ground.place_of)

    several = _processes(ground, promises >= _MANY)
    yield from Processes(work, _crashed, processes=several).results(tasks)


def _processes(ground: Ground, many: bool) -> int:
    """How many processes to use: one, unless there is much to do and forking is safe.

    A process that had to be started afresh would have to be sent all that a forked one shares.
    """
    alone = multiprocessing.current_process().name == "MainProcess" and threading.active_count() == 1
    several = many and alone and "fork" in multiprocessing.get_all_start_methods()
    ground.forked_from = os.getpid()
    return processes_here() if several else 1


def _crashed(task: tuple[Home, Known]) -> Result:
    """A document that takes its process down has no candidates: its promises wait for evidence."""
    return [(spot, []) for spot in task[1]]


def _by_document(spots: Iterable[Spot]) -> dict[int, list[Spot]]:
    grouped: dict[int, list[Spot]] = {}
    for spot in spots:
        grouped.setdefault(spot[0], []).append(spot)
    return grouped


def _home_of(ground: Ground, row: int, index: Index) -> Home | None:
    frame = ground.frames.get(row)
    homes = homes_of([frame], index, ground.actors, ground.vocabulary) if frame else []
    return homes[0] if homes else None

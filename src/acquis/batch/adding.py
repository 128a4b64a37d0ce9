"""Sources into a store: several processes read, this one writes, a few documents at a time."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import DataError, IntegrityError

from acquis.batch.processes import Processes, processes_here
from acquis.batch.sources import Failed, Known, Read, ReadSource, crashed
from acquis.model.kept import KeptReceipt
from acquis.model.marking import Marking
from acquis.readers import Source
from acquis.store.engine import Store
from acquis.store.keeping import keep, keep_failure, keep_known, known_versions
from acquis.vocabulary import load_vocabulary

Item = TypeVar("Item")
# Fewer documents than this are read in this process: starting others would take longer.
_FEW = 4
# A transaction holds at most so many documents, and waits at most so long for the next.
_MOST, _SECONDS = 24, 1.0


@dataclass(frozen=True, slots=True)
class Adding:
    """How to add: the user's vocabulary, the marking asked for, how many processes (0: as many as fit)."""

    vocabulary: tuple[Path, ...] = ()
    marking: Marking | None = None
    processes: int = 0


def add_sources(store: Store, sources: Sequence[Source], how: Adding) -> Iterator[KeptReceipt]:
    """The receipt of each source, in order, each once it is safely kept.

    Stopped at any time, what has a receipt is in the store whole, and the rest not at all; the next run goes on.
    """
    load_vocabulary(how.vocabulary)  # what is wrong with it is wrong for all
    with store.reading() as connection:
        known = known_versions(connection)
    store.close()  # no process that is started may share a connection
    work = ReadSource(how.vocabulary, known)
    results = Processes(work, crashed, processes=processes_for(how.processes, len(sources))).results(sources)
    for held in in_batches(results):
        with store.writing() as connection:
            receipts = [_keep_one(connection, one, how) for one in held]
        yield from receipts


def processes_for(asked: int, count: int) -> int:
    """How many processes to read so many documents with."""
    return asked or (1 if count < _FEW else processes_here())


def in_batches(items: Iterable[Item]) -> Iterator[list[Item]]:
    """Items gathered for one transaction each; on Ctrl-C those that are there come first."""
    held: list[Item] = []
    began = time.monotonic()
    try:
        for item in items:
            held.append(item)
            if len(held) >= _MOST or time.monotonic() - began > _SECONDS:
                yield held
                held, began = [], time.monotonic()
    except KeyboardInterrupt:
        if held:
            yield held
        raise
    if held:
        yield held


def now() -> str:
    """This moment, ISO 8601 in UTC."""
    return datetime.now(UTC).isoformat(timespec="microseconds")


def _keep_one(connection: Connection, one: Read, how: Adding) -> KeptReceipt:
    at = now()
    if isinstance(one, Known):
        return keep_known(connection, one.location, one.sha256, at=at, marking=how.marking)
    if isinstance(one, Failed):
        marking = how.marking if how.marking is not None else Marking.CLEAR if one.public else Marking.AMBER
        return keep_failure(connection, one.location, (one.code, one.message), at=at, marking=marking)
    try:
        with connection.begin_nested():
            return keep(connection, one, at=at, marking=how.marking)
    except (DataError, IntegrityError, UnicodeEncodeError) as problem:
        said = str(getattr(problem, "orig", problem))
        words = f"the store refused it ({' '.join(said.split())[:200]}); please report this"
        level = how.marking if how.marking is not None else Marking.AMBER
        return keep_failure(connection, one.version.location, ("fault", words), at=at, marking=level)

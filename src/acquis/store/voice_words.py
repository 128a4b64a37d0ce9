"""What answers need of many voices without their bodies: keys and markings, sentences with their neighbours, at whom.

In: row ids of findings. Out: lean values by row id. Who asks has the ids from `find_voices`, which knows the viewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import ColumnElement, Connection, Select, select

from acquis.store.tables import ROOM, claim_actors, claim_targets, claims, passages

_AT_ONCE, _MANY = 1_000, 20_000
_OPENING = 40  # passages of the beginning of a document


# The key of a finding, which names it in any workspace, and how high a person's judgement of it is marked.
Named: TypeAlias = tuple[str, int]


class Neighbours(NamedTuple):
    """The sentences before and after one, empty where its document has none."""

    before: str
    after: str


def find_names(connection: Connection, rows: Iterable[int]) -> dict[int, Named]:
    """The names of findings."""
    query = select(claims.c.id, claims.c.key, claims.c.least)
    found = _of(connection, query, claims.c.id, rows)
    return {row: (key, least) for row, key, least in found}


def find_said(connection: Connection, rows: Iterable[int]) -> dict[int, str]:
    """The sentences of findings."""
    query = select(claims.c.id, passages.c.text).join_from(
        claims, passages, passages.c.id == claims.c.passage_id
    )
    return dict(_of(connection, query, claims.c.id, rows))


def find_neighbours(connection: Connection, rows: Iterable[int]) -> dict[int, Neighbours]:
    """What stands before and after the sentences of findings."""
    query = select(claims.c.id, claims.c.passage_id)
    places: dict[int, int] = dict(_of(connection, query, claims.c.id, rows))
    texts = _texts(connection, {at + step for at in places.values() for step in (-1, 1)})
    return {row: Neighbours(texts.get(at - 1, ""), texts.get(at + 1, "")) for row, at in places.items()}


def find_openings(connection: Connection, documents: Iterable[int]) -> dict[int, list[str]]:
    """The first sentences of documents, by row id: where a text says what it is about."""
    found: dict[int, list[str]] = {}
    wanted = {row * ROOM + at for row in documents for at in range(_OPENING)}
    for at, text in sorted(_texts(connection, wanted).items()):
        found.setdefault(at // ROOM, []).append(text)
    return found


def find_aimed(connection: Connection, rows: Iterable[int]) -> dict[int, frozenset[str]]:
    """The States and groups that findings address, and the States among what they are about, as codes."""
    wanted = set(rows)
    found: dict[int, set[str]] = {}
    named = select(claim_targets.c.claim_id, claim_targets.c.concept).where(
        claim_targets.c.concept.startswith("state.")
    )
    addressed = select(claim_actors.c.claim_id, claim_actors.c.code).where(claim_actors.c.part == "addressee")
    for query, column in ((named, claim_targets.c.claim_id), (addressed, claim_actors.c.claim_id)):
        for row, code in _of(connection, query, column, wanted):
            found.setdefault(row, set()).add(code.removeprefix("state."))
    return {row: frozenset(codes) for row, codes in found.items()}


def _texts(connection: Connection, wanted: set[int]) -> dict[int, str]:
    query = select(passages.c.id, passages.c.text)
    return dict(_of(connection, query, passages.c.id, wanted))


def _of(
    connection: Connection, query: Select[Any], column: ColumnElement[int], rows: Iterable[int]
) -> Iterator[Any]:
    """The rows of some ids. Of very many, all are read and the others passed over: that is faster than to name them."""
    wanted = set(rows)
    if len(wanted) > _MANY:
        yield from (row for row in connection.execute(query).all() if row[0] in wanted)
        return
    held = sorted(wanted)
    for at in range(0, len(held), _AT_ONCE):
        yield from connection.execute(query.where(column.in_(held[at : at + _AT_ONCE])))

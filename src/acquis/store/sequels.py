"""What was found for promises in later documents: written, read back, and which documents it was searched in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple, get_args

from sqlalchemy import Connection, Row, bindparam, delete, select

from acquis.model.promise import Relation
from acquis.store.bulk import insert_many
from acquis.store.codec import pack, unpack, whole
from acquis.store.rows import hash_text
from acquis.store.tables import claims, documents, passages, searched, sequels, works

_AT_ONCE = 500  # values in one list of a query: SQLite takes 32,766
_RELATIONS = get_args(Relation)


class Found(NamedTuple):
    """A passage that may tell of a promise; `clear` where a rule leaves no doubt. (A tuple: there are very many.)"""

    passage: int
    score: float
    relation: Relation
    reasons: tuple[str, ...]
    clear: bool = False


# The sentence of a promise: the row id of its document, and the span in its text.
Spot = tuple[int, int, int]


class Passage(NamedTuple):
    """A sentence where it stands."""

    id: int
    start: int
    end: int
    address: str
    kind: str
    text: str


class State(NamedTuple):
    """What a document is: another text, reading or marking, or a newer version, makes another `document`.

    `corrected` tells of its commitments that people made what they are; empty where they made none.
    """

    document: str
    corrected: str = ""


def document_states(connection: Connection) -> dict[int, State]:
    """What each document is now."""
    query = select(
        documents.c.id, documents.c.key, documents.c.read_at, documents.c.text_sha256, documents.c.current,
        works.c.marking,
    ).join(works, works.c.id == documents.c.work_id)  # fmt: skip
    corrected = _corrected(connection)
    return {
        row.id: State(
            f"{row.key} {row.read_at} {row.text_sha256[:16]} {row.marking}{'' if row.current else ' older'}",
            corrected.get(row.id, ""),
        )
        for row in connection.execute(query)
    }


def _corrected(connection: Connection) -> dict[int, str]:
    """Where the commitments stand that are by a person, for each document that has some."""
    query = (
        select(claims.c.document_id, claims.c.start, claims.c.end)
        .where(claims.c.by_person.is_(True), claims.c.act == "commitment")
        .order_by(claims.c.document_id, claims.c.start, claims.c.end)
    )
    rows = groupby(connection.execute(query), key=lambda row: row.document_id)
    return {
        document_id: hash_text(" ".join(f"{row.start}-{row.end}" for row in each))[:16]
        for document_id, each in rows
    }


def searched_states(connection: Connection) -> dict[int, State]:
    """What the documents were when they were searched."""
    rows = connection.execute(select(searched))
    return {row.document_id: State(*row.state.split(_CORRECTED, 1)) for row in rows}


_CORRECTED = " corrected "


def write_states(connection: Connection, gone: Iterable[int], states: Mapping[int, State]) -> None:
    """Remember what was searched: `gone` no longer counts, `states` are as they were searched now."""
    _delete(connection, searched.c.document_id, [*gone, *states])
    written = ((row, _CORRECTED.join(filter(None, state))) for row, state in states.items())
    insert_many(connection, searched, ("document_id", "state"), written)


def forget_sequels(connection: Connection, document_ids: Iterable[int]) -> None:
    """Take away what was found for the promises of these documents."""
    _delete(connection, sequels.c.document_id, list(document_ids))


def forget_spots(connection: Connection, spots: Iterable[Spot]) -> None:
    """Take away what was found for these promises."""
    for document_id, start, end in spots:
        connection.execute(_FORGET_ONE, {"document": document_id, "first": start, "last": end})


def write_sequels(connection: Connection, found: Iterable[tuple[Spot, Sequence[Found]]]) -> None:
    """Write what was found for some promises, in place of what was there."""
    held = list(found)
    forget_spots(connection, (spot for spot, _ in held))
    insert_many(
        connection, sequels, ("document_id", "start", "end", "body"),
        ((*spot, pack([[f.passage, f.score, _RELATIONS.index(f.relation), f.reasons, int(f.clear)] for f in each]))
         for spot, each in held),
    )  # fmt: skip


_FORGET_ONE = delete(sequels).where(
    sequels.c.document_id == bindparam("document"),
    sequels.c.start == bindparam("first"),
    sequels.c.end == bindparam("last"),
)


def load_sequels(
    connection: Connection, document_ids: Iterable[int] | None = None
) -> dict[Spot, list[Found]]:
    """What was found for the promises of these documents, or of all."""
    if document_ids is None:
        rows: Iterable[Row[Any]] = connection.execute(select(sequels))
    else:
        rows = _in_parts(connection, select(sequels), sequels.c.document_id, list(document_ids))
    return {(row.document_id, row.start, row.end): _read(row.body) for row in rows}


@whole
def _read(body: str) -> list[Found]:
    listed: Any = unpack(body)
    return [
        Found(p, score, _RELATIONS[relation], tuple(why), bool(clear))
        for p, score, relation, why, clear in listed
    ]


def load_passages(connection: Connection, ids: Iterable[int]) -> dict[int, Passage]:
    """Passages by id."""
    rows = _in_parts(connection, _PASSAGES, passages.c.id, list(ids))
    return {row.id: Passage(row.id, row.start, row.end, row.address, row.kind, row.text) for row in rows}


_PASSAGES = select(
    passages.c.id, passages.c.start, passages.c.end, passages.c.address, passages.c.kind, passages.c.text
)


def passages_of(connection: Connection, document_id: int) -> list[Passage]:
    """All passages of a document, in order; footnotes are none: no claim is read from them either."""
    query = _PASSAGES.where(passages.c.document_id == document_id, passages.c.kind != "footnote")
    rows = connection.execute(query.order_by(passages.c.id))
    return [Passage(row.id, row.start, row.end, row.address, row.kind, row.text) for row in rows]


def _in_parts(connection: Connection, query: Any, column: Any, values: Sequence[int]) -> Iterator[Row[Any]]:
    for at in range(0, len(values), _AT_ONCE):
        yield from connection.execute(query.where(column.in_(values[at : at + _AT_ONCE])))


def _delete(connection: Connection, column: Any, values: Sequence[int]) -> None:
    for at in range(0, len(values), _AT_ONCE):
        connection.execute(delete(column.table).where(column.in_(values[at : at + _AT_ONCE])))

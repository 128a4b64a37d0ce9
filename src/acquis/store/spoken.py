"""Findings with the words of their sentence, lean: what is asked in, rows of columns out.

For answers that must look at words: a whole `Claim` is read of those alone that are shown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    Function,
    Select,
    TextualSelect,
    func,
    or_,
    select,
    text,
)  # fmt: skip

from acquis.grammar.query import Node
from acquis.model.claim import Act, Element
from acquis.model.marking import Viewer
from acquis.store.codec import OWNERS_APART
from acquis.store.match import fts5_query, tsquery
from acquis.store.tables import ROOM, claim_targets, claims, documents, passages, works
from acquis.store.visible import visible_claims, visible_works

_MOST_NAMED = 20_000  # documents that a query can name
_AT_ONCE = 500  # values in one list of a query: SQLite takes 32,766


class Spoken(NamedTuple):
    """A finding and its sentence: `claim`, `document` and `passage` are row ids, `clause` the words of the finding."""

    claim: int
    document: int
    passage: int
    act: Act
    owners: tuple[str, ...]
    element: Element | None
    confidence: float
    address: str
    clause: str
    sentence: str


class Side(NamedTuple):
    """A finding on a concept without words, as bare as it comes: row ids, `owners` joined (see `codes_of`)."""

    claim: int
    document: int
    concept: str
    act: Act
    owners: str
    confidence: float


class Sentence(NamedTuple):
    """A sentence of a document, with a finding or without; `passage` and `document` are row ids."""

    passage: int
    document: int
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Hunt:
    """Which are asked for: of these acts, in these documents (row ids), at most so many; None asks for all.

    `matching` asks for those whose sentence matches, or that stand in one of the documents `whole`.
    """

    acts: tuple[Act, ...] = ()
    documents: frozenset[int] | None = None
    most: int | None = None
    matching: Node | None = None
    whole: frozenset[int] = frozenset()


def find_spoken(connection: Connection, viewer: Viewer, hunt: Hunt) -> list[Spoken]:
    """The findings that stand for a viewer in newest documents, in the order of documents and of their text.

    Where there are more than asked for, those of the documents that were kept last.
    """
    if hunt.documents is None:
        return _sorted(_read(connection, viewer, hunt, ()))
    found: list[Spoken] = []
    for part in _parts(hunt.documents):
        found += _read(connection, viewer, hunt, (claims.c.document_id.in_(part),))
    return _sorted(found)


def _read(
    connection: Connection, viewer: Viewer, hunt: Hunt, also: Iterable[ColumnElement[bool]]
) -> Iterator[Spoken]:
    query = (
        select(
            claims.c.id, claims.c.document_id, claims.c.passage_id, claims.c.act, claims.c.owners, claims.c.element,
            claims.c.confidence, passages.c.address, claims.c.start, claims.c.end, passages.c.start, passages.c.text,
        )
        .join_from(claims, passages, passages.c.id == claims.c.passage_id)
        .join(documents, documents.c.id == claims.c.document_id)
        .join(works, works.c.id == documents.c.work_id)
        .where(visible_works(viewer), visible_claims(viewer), documents.c.current.is_(True), *also)
    )  # fmt: skip
    if hunt.acts:
        query = query.where(claims.c.act.in_(hunt.acts))
    if hunt.matching is not None and len(hunt.whole) <= _MOST_NAMED:
        here = claims.c.passage_id.in_(_matching(connection, hunt.matching))
        query = query.where(or_(here, claims.c.document_id.in_(sorted(hunt.whole))))
    if hunt.most is not None:
        query = query.order_by(claims.c.document_id.desc(), claims.c.id.desc()).limit(hunt.most)
    for (
        claim,
        document,
        passage,
        act,
        owners,
        element,
        sure,
        address,
        start,
        end,
        begins,
        words,
    ) in connection.execute(query):
        clause = words[max(0, start - begins) : max(0, end - begins)] or words
        yield Spoken(claim, document, passage, act, codes_of(owners), element, sure, address, clause, words)


def _sorted(found: Iterable[Spoken]) -> list[Spoken]:
    return sorted(found, key=lambda one: (one.document, one.passage, one.claim))


def find_sides(
    connection: Connection, viewer: Viewer, concepts: frozenset[str] = frozenset()
) -> Iterator[Side]:
    """The findings on these concepts, or on any, in no order: a large workspace has hundreds of thousands."""
    query = (
        select(
            claims.c.id, claims.c.document_id, claim_targets.c.concept, claims.c.act, claims.c.owners,
            claims.c.confidence,
        )
        .join_from(claims, claim_targets, claim_targets.c.claim_id == claims.c.id)
        .where(visible_claims(viewer), claims.c.document_id.in_(_current(viewer)))
    )  # fmt: skip
    if concepts:
        query = query.where(claim_targets.c.concept.in_(sorted(concepts)))
    return map(Side._make, connection.execute(query).all())


def find_targets(connection: Connection, found: Iterable[Spoken]) -> dict[int, list[str]]:
    """What the findings are about, by row id: ids of concepts, sorted."""
    targets: dict[int, list[str]] = {}
    query = select(claim_targets.c.claim_id, claim_targets.c.concept).order_by(*claim_targets.primary_key)
    for part in _parts(frozenset(one.claim for one in found)):
        for claim, concept in connection.execute(query.where(claim_targets.c.claim_id.in_(part))):
            targets.setdefault(claim, []).append(concept)
    return targets


def codes_of(owners: str) -> tuple[str, ...]:
    """Owners as they are joined in a row, apart."""
    return tuple(owners.split(OWNERS_APART)) if owners else ()


def find_worded(connection: Connection, viewer: Viewer, query: Node) -> set[int]:
    """The findings (row ids) whose sentence matches a query."""
    rows = connection.execute(
        select(claims.c.id)
        .join_from(claims, documents, documents.c.id == claims.c.document_id)
        .join(works, works.c.id == documents.c.work_id)
        .where(visible_works(viewer), visible_claims(viewer), documents.c.current.is_(True))
        .where(claims.c.passage_id.in_(_matching(connection, query)))
    )
    return set(rows.scalars())


def find_naming(connection: Connection, viewer: Viewer, query: Node) -> list[Sentence]:
    """The sentences of newest documents that match a query, whether they hold a finding or not, in order."""
    where = _sentences(viewer).where(passages.c.id.in_(_matching(connection, query)))
    return _ordered(Sentence._make(row) for row in connection.execute(where))


class FieldCount(NamedTuple):
    """Of one document: sentences, how many of them match, findings, and how many of them have an element."""

    sentences: int
    matching: int
    findings: int
    elements: int


def count_field(connection: Connection, viewer: Viewer, query: Node) -> dict[int, FieldCount]:
    """For every newest document (row id) how much of it matches a query."""
    sentences = _counts(connection, viewer, passages.c.document_id, func.count())
    # The id of a passage is its document's and its place in it; joined in SQL this takes twenty times as long.
    matching = Counter(row // ROOM for row in connection.execute(_matching(connection, query)).scalars())
    seen = visible_claims(viewer)
    findings = _counts(connection, viewer, claims.c.document_id, func.count(), seen)
    elements = _counts(connection, viewer, claims.c.document_id, func.count(claims.c.element), seen)
    return {
        row: FieldCount(number, matching.get(row, 0), findings.get(row, 0), elements.get(row, 0))
        for row, number in sentences.items()
    }


def _counts(
    connection: Connection,
    viewer: Viewer,
    column: Column[int],
    counted: Function[int],
    *where: ColumnElement[bool],
) -> dict[int, int]:
    query = select(column, counted).where(column.in_(_current(viewer)), *where).group_by(column)
    return {row: number for row, number in connection.execute(query).all()}  # noqa: C416 (rows are no pairs to mypy)


def _current(viewer: Viewer) -> Select[tuple[int]]:
    newest = select(documents.c.id).join(works, works.c.id == documents.c.work_id)
    return newest.where(visible_works(viewer), documents.c.current.is_(True))


def find_sentences(connection: Connection, viewer: Viewer, rows: Iterable[int]) -> list[Sentence]:
    """All sentences of these documents, in the order of their texts."""
    found: list[Sentence] = []
    for part in _parts(frozenset(rows)):
        where = _sentences(viewer).where(passages.c.document_id.in_(part))
        found += (Sentence._make(row) for row in connection.execute(where))
    return _ordered(found)


def _sentences(viewer: Viewer) -> Select[tuple[int, int, str, str]]:
    return (
        select(passages.c.id, passages.c.document_id, passages.c.address, passages.c.text)
        .join_from(passages, documents, documents.c.id == passages.c.document_id)
        .join(works, works.c.id == documents.c.work_id)
        .where(visible_works(viewer), documents.c.current.is_(True))
    )


def _ordered(found: Iterable[Sentence]) -> list[Sentence]:
    return sorted(found, key=lambda one: (one.document, one.passage))


def _matching(connection: Connection, query: Node) -> TextualSelect:
    """The ids of the passages whose words match, on either engine."""
    if connection.dialect.name == "sqlite":
        words = "SELECT rowid AS id FROM passage_words WHERE passage_words MATCH :words"
        return text(words).bindparams(words=fts5_query(query)).columns(passages.c.id)
    words = "SELECT id FROM passage_words WHERE words @@ CAST(:words AS tsquery)"
    return text(words).bindparams(words=tsquery(query)).columns(passages.c.id)


def _parts(rows: frozenset[int]) -> Iterator[list[int]]:
    held = sorted(rows)
    return (held[at : at + _AT_ONCE] for at in range(0, len(held), _AT_ONCE))

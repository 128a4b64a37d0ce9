"""Who spoke to which provision, lean: rows of columns without words, for answers over a whole workspace.

In: what is asked. Out: voices and the documents they are heard in; `find_claims` fetches the words of those shown.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, exists, func, null, select

from acquis.model.claim import Act, Element
from acquis.model.document import DocumentKind, TextStatus
from acquis.model.judgement import ClaimStatus
from acquis.model.marking import Viewer
from acquis.store.codec import OWNERS_APART
from acquis.store.tables import ROOM, claim_actors, claim_targets, claims, documents, versions, works
from acquis.store.visible import visible_claims, visible_documents, visible_works

# Up to so many concepts are looked up one by one; of more, all findings that have any are gone through.
_FEW = 6


class Voice(NamedTuple):
    """One finding as it speaks to one concept: `claim` and `document` are row ids, `owners` codes or names.

    (A tuple: a large workspace has hundreds of thousands.)
    """

    claim: int
    document: int
    concept: str | None
    act: Act
    owners: tuple[str, ...]
    element: Element | None
    status: ClaimStatus
    confidence: float


# Concept, row ids of document and finding, act, owners.
Mention = tuple[str, int, int, Act, tuple[str, ...]]


class Heard(NamedTuple):
    """A document that voices are heard in. `earliest` and `latest` are ISO days, None where it has no date.

    `actors` are the parties of its meeting, or who speaks in it and for whom.
    """

    row: int
    key: str
    work: str
    title: str | None
    published: str | None
    earliest: str | None
    latest: str | None
    kind: DocumentKind
    text_status: TextStatus
    publisher: str | None
    actors: tuple[str, ...]
    marking: int
    url: str | None
    location: str


@dataclass(frozen=True, slots=True)
class Listening:
    """Which voices are asked for; what is None or empty asks for nothing.

    `concepts` are ids: one voice for each of them that a finding has. Without any, one voice for each finding, with
    no concept. `owner` is a code or name, `targeting` another concept that the finding has as well ("state.XC").
    """

    concepts: frozenset[str] = frozenset()
    acts: tuple[Act, ...] = ()
    owner: str | None = None
    element: Element | None = None
    targeting: str | None = None


def find_voices(connection: Connection, viewer: Viewer, asked: Listening) -> list[Voice]:
    """The voices in the newest documents that a viewer may see, by document and in the order of its text."""
    seen = frozenset(connection.execute(select(documents.c.id).where(visible_documents(viewer))).scalars())
    concepts = asked.concepts
    every = len(concepts) > _FEW
    owners: dict[str, tuple[str, ...]] = {}
    rows = connection.execute(_voices(viewer, asked, every=every)).all()
    make = Voice._make
    found = [
        make((claim, at, what, act, owners.get(codes) or _split(codes, owners), element, status, confidence))
        for claim, what, act, codes, element, status, confidence in rows
        if (at := claim // ROOM) in seen and (not every or what in concepts)
    ]
    found.sort()  # the id of a finding is its document's and its place in it
    return found


def _voices(viewer: Viewer, asked: Listening, *, every: bool) -> Select[Any]:
    """The rows of findings, those of hidden and of older documents among them: to leave these out here takes longer.

    `every` takes all concepts: read in their own order they come several times as fast as by an index of concepts.
    """
    concept = claim_targets.c.concept if asked.concepts else null()
    columns = (
        claims.c.id, concept, claims.c.act, claims.c.owners, claims.c.element, claims.c.status, claims.c.confidence,
    )  # fmt: skip
    query = select(*columns).where(visible_claims(viewer), *_wishes(asked))
    if asked.concepts:
        query = query.join_from(claim_targets, claims, claims.c.id == claim_targets.c.claim_id)
    if asked.concepts and not every:
        query = query.where(claim_targets.c.concept.in_(sorted(asked.concepts)))
    return query


def find_mentions(connection: Connection, viewer: Viewer, asked: Listening) -> Iterator[Mention]:
    """The voices on the concepts that are asked for, leaner still and in any order: to be counted, not shown."""
    seen = frozenset(connection.execute(select(documents.c.id).where(visible_documents(viewer))).scalars())
    every = len(asked.concepts) > _FEW
    owners: dict[str, tuple[str, ...]] = {}
    columns = (claims.c.id, claim_targets.c.concept, claims.c.act, claims.c.owners)
    query = _voices(viewer, asked, every=every).with_only_columns(*columns)
    for claim, concept, act, codes in connection.execute(query).all():
        if (document := claim // ROOM) in seen and (not every or concept in asked.concepts):
            yield concept, document, claim, act, owners.get(codes) or _split(codes, owners)


def find_heard(connection: Connection, viewer: Viewer) -> dict[int, Heard]:
    """Every newest document that a viewer may see, by row id, in the order of their days."""
    query = (
        select(
            documents.c.id, documents.c.key, works.c.key, documents.c.title, documents.c.published,
            documents.c.earliest, documents.c.latest, documents.c.kind, documents.c.text_status,
            documents.c.publisher, documents.c.actors, works.c.marking, versions.c.url,
            versions.c.location,
        )
        .join_from(documents, works, works.c.id == documents.c.work_id)
        .join(versions, versions.c.id == documents.c.version_id)
        .where(visible_works(viewer), documents.c.current.is_(True))
    )  # fmt: skip
    found = (Heard(*row[:10], _codes(row[10]), *row[11:]) for row in connection.execute(query))
    order = sorted(found, key=lambda one: (one.earliest or "~", one.latest or "~", one.key))
    return {one.row: one for one in order}


def _wishes(asked: Listening) -> Iterable[ColumnElement[bool]]:
    if asked.acts:
        yield claims.c.act.in_(asked.acts)
    if asked.element:
        yield claims.c.element == asked.element
    if asked.owner:
        owned = (claim_actors.c.part == "owner", claim_actors.c.code == asked.owner)
        yield claims.c.id.in_(select(claim_actors.c.claim_id).where(*owned))
    if asked.targeting:
        other = claim_targets.alias()
        yield exists().where(other.c.claim_id == claims.c.id, other.c.concept == asked.targeting)


def _split(codes: str, known: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    known[codes] = _codes(codes)
    return known[codes]


def _codes(joined: str) -> tuple[str, ...]:
    return tuple(joined.split(OWNERS_APART)) if joined else ()


def highest_said(connection: Connection, viewer: Viewer) -> int:
    """The highest marking of what people said of the findings that a viewer sees: what counts rest on beside documents."""
    query = (
        select(func.max(claims.c.least))
        .join_from(claims, documents, documents.c.id == claims.c.document_id)
        .join(works, works.c.id == documents.c.work_id)
        .where(visible_works(viewer), visible_claims(viewer), documents.c.current.is_(True))
    )
    return int(connection.execute(query).scalar() or 0)

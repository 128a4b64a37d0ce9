"""Words in; the sentences that have them, and the findings of sentences, out: for answers that follow one thing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import BigInteger, Connection, and_, column, func, or_, select, text, true

from acquis.grammar.query import Node
from acquis.model.claim import Act
from acquis.model.document import DocumentKind, TextStatus
from acquis.model.marking import Viewer
from acquis.store.codec import OWNERS_APART
from acquis.store.match import fts5_query, tsquery
from acquis.store.tables import claims, documents, passages
from acquis.store.visible import visible_claims, visible_documents
from acquis.store.voices import Heard, Voice

_AT_ONCE = 500  # values in one list of a query: SQLite takes 32,766
# A call is worded as a proposal where its sentence has one of these.
_PROPOSING = ("propos", "suggest")


class Shared(NamedTuple):
    """Texts that are of several: of one of these text statuses, or of one of these kinds."""

    statuses: tuple[TextStatus, ...]
    kinds: tuple[DocumentKind, ...]

    def has(self, heard: Heard) -> bool:
        """Is a document one?"""
        return heard.text_status in self.statuses or heard.kind in self.kinds


class Worded(NamedTuple):
    """A finding with the sentence it stands in: the sentence's row id, how it is printed, and its words."""

    voice: Voice
    passage: int
    kind: str
    text: str


def find_proposing(connection: Connection, viewer: Viewer) -> list[Worded]:
    """The proposals in the newest documents that a viewer may see, and the calls that are worded as one."""
    like = or_(*(func.lower(passages.c.text).contains(word) for word in _PROPOSING))
    query = (
        select(
            claims.c.id, claims.c.document_id, claims.c.act, claims.c.owners, claims.c.element, claims.c.status,
            claims.c.confidence, passages.c.id, passages.c.kind, passages.c.text,
        )
        .join_from(claims, passages, passages.c.id == claims.c.passage_id)
        .where(
            visible_claims(viewer),
            or_(claims.c.act == "proposal", and_(claims.c.act == "call", like)),
            claims.c.document_id.in_(select(documents.c.id).where(visible_documents(viewer))),
        )
        .order_by(claims.c.id)
    )  # fmt: skip
    return [
        Worded(
            Voice(claim, at, None, act, tuple(owners.split(OWNERS_APART)) if owners else (), *rest),
            passage,
            kind,
            words,
        )
        for claim, at, act, owners, *rest, passage, kind, words in connection.execute(query)
    ]


def find_mentions(
    connection: Connection, viewer: Viewer, query: Node, *, most: int, shared: Shared | None = None
) -> list[int]:
    """The ids of the sentences that match, at most so many, in the order of the days of their documents.

    Of the documents that a viewer may see, the latest first to be kept; of `shared` texts alone, or of all.
    """
    sqlite = connection.dialect.name == "sqlite"
    matching = text(_SQLITE if sqlite else _POSTGRES).columns(column("id", BigInteger)).subquery("matching")
    rows = (
        select(passages.c.id)
        .join_from(matching, passages, passages.c.id == matching.c.id)
        .join(documents, documents.c.id == passages.c.document_id)
        .where(
            visible_documents(viewer),
            or_(documents.c.text_status.in_(shared.statuses), documents.c.kind.in_(shared.kinds))
            if shared
            else true(),
            passages.c.kind != "footnote",
        )
        .order_by(func.coalesce(documents.c.latest, "").desc(), documents.c.key, passages.c.id)
        .limit(most)
    )
    words = fts5_query(query) if sqlite else tsquery(query)
    return list(connection.execute(rows, {"words": words}).scalars())[::-1]


_SQLITE = "SELECT rowid AS id FROM passage_words WHERE passage_words MATCH :words"
_POSTGRES = "SELECT id FROM passage_words WHERE words @@ CAST(:words AS tsquery)"


def find_at(connection: Connection, viewer: Viewer, ids: Iterable[int]) -> list[tuple[int, int, Act]]:
    """The findings in these sentences that a viewer may see: (row id, row id of the sentence, act), in order."""
    found: list[tuple[int, int, Act]] = []
    for part in _parts(sorted(set(ids))):
        query = select(claims.c.id, claims.c.passage_id, claims.c.act)
        query = query.where(claims.c.passage_id.in_(part), visible_claims(viewer))
        found += [(claim, passage, act) for claim, passage, act in connection.execute(query)]
    return sorted(found)


def _parts(ids: list[int]) -> Iterator[list[int]]:
    return (ids[at : at + _AT_ONCE] for at in range(0, len(ids), _AT_ONCE))

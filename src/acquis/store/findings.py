"""Findings of a document into the store: as the reader found them, or as people's judgements settle them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, delete

from acquis.model.judgement import Judgement, subject_id
from acquis.model.marking import Marking
from acquis.store.bulk import Row, insert_many
from acquis.store.codec import OWNERS_APART
from acquis.store.documents import load_document, load_found, load_sentences, load_weights
from acquis.store.judgements import judgements_on
from acquis.store.placing import Ground
from acquis.store.rows import ClaimRow, claim_row
from acquis.store.settling import NOTHING_LOST, Lost, Settled, Settlement, settle
from acquis.store.tables import ROOM, claim_actors, claim_targets, claims

_CLAIMS = (
    "id", "document_id", "passage_id", "key", "status", "by_person", "least", "most", "judgement_id", "act",
    "element", "owners", "weight", "grade", "start", "end", "due_earliest", "due_latest", "confidence", "body",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Standing:
    """The columns of a finding that say how it stands and who sees it."""

    key: str
    status: str = "found"
    by_person: bool = False
    least: int = int(Marking.CLEAR)
    most: int = int(Marking.RED)
    judgement: str | None = None


def write_findings(
    connection: Connection, document_id: int, work_key: str, found: Sequence[ClaimRow]
) -> Lost:
    """Write what the reader found, and settle it where people have judged this work before.

    Gives the ids of judged subjects whose words are no longer in the text, for each clearance.
    """
    _write(connection, document_id, _as_found(work_key, found))
    judgements = judgements_on(connection, work_key)
    return _settle(connection, document_id, work_key, judgements).lost if judgements else NOTHING_LOST


def settle_document(connection: Connection, document_id: int, work_key: str) -> Settlement:
    """Settle the findings of a document anew, after a judgement came."""
    return _settle(connection, document_id, work_key, judgements_on(connection, work_key))


def _settle(
    connection: Connection, document_id: int, work_key: str, judgements: Sequence[Judgement]
) -> Settlement:
    document = load_document(connection, document_id)
    sentences = load_sentences(connection, document_id)
    found = load_found(connection, document, document_id)
    settlement = settle(Ground(document, work_key, sentences), found, judgements)
    connection.execute(delete(claims).where(claims.c.document_id == document_id))
    starts, weights = [start for start, _ in sentences], load_weights(connection, document_id)
    rows = ((_standing(one), claim_row(one.claim, starts, weights)) for one in settlement.claims)
    _write(connection, document_id, rows)
    return settlement


def _as_found(work_key: str, found: Sequence[ClaimRow]) -> Iterator[tuple[_Standing, ClaimRow]]:
    """Each row as the reader left it; the same act on the same words again counts on."""
    seen: Counter[str] = Counter()
    for row in found:
        key = subject_id("finding", row.act, 1, (work_key, row.quote))
        seen[key] += 1
        if seen[key] > 1:
            key = subject_id("finding", row.act, seen[key], (work_key, row.quote))
        yield _Standing(key), row


def _standing(one: Settled) -> _Standing:
    """A finding that a person replaced for everybody keeps its row, which no clearance reaches."""
    least, most = (int(Marking.RED) + 1, -1) if one.replaced else (int(one.least), int(one.most))
    return _Standing(one.key, one.status, one.by_person, least, most, one.judgement)


def _write(connection: Connection, document_id: int, rows: Iterable[tuple[_Standing, ClaimRow]]) -> None:
    first = document_id * ROOM
    held = [(first + n, standing, row) for n, (standing, row) in enumerate(rows)]
    insert_many(connection, claims, _CLAIMS, (_claim(at, document_id, how, row) for at, how, row in held))
    insert_many(connection, claim_actors, ("claim_id", "part", "code"), _actors(held))
    insert_many(
        connection,
        claim_targets,
        ("claim_id", "concept"),
        ((at, t) for at, _, row in held for t in row.targets),
    )


def _claim(at: int, document_id: int, how: _Standing, row: ClaimRow) -> Row:
    return (
        at, document_id, document_id * ROOM + row.passage, how.key, how.status, how.by_person, how.least, how.most,
        how.judgement, row.act, row.element, OWNERS_APART.join(row.owners), row.weight, row.grade, row.start,
        row.end, row.due_earliest, row.due_latest, row.confidence, row.body,
    )  # fmt: skip


def _actors(held: Iterable[tuple[int, _Standing, ClaimRow]]) -> Iterator[Row]:
    for at, _, row in held:
        yield from ((at, "owner", code) for code in row.owners)
        yield from ((at, "addressee", code) for code in row.addressees)

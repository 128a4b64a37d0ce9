"""Another workspace into this one: works, versions, judgements and marks, none of them twice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, select, update

from acquis.model.judgement import Judgement
from acquis.model.marking import EVERYTHING, Marking
from acquis.store.documents import load_document, load_found, load_record
from acquis.store.judgements import add_judgement, find_judgements
from acquis.store.judging import settle_work
from acquis.store.keeping import Reading, keep
from acquis.store.marks import Mark, add_mark
from acquis.store.rows import rows_of
from acquis.store.tables import documents, marks, versions, works
from acquis.store.works import Version


@dataclass(frozen=True, slots=True)
class Merged:
    """What came in: versions that were not here, judgements and marks that were not here, works marked higher."""

    versions: int
    judgements: int
    marks: int
    marked_higher: int


def merge(here: Connection, other: Connection, *, at: str) -> Merged:
    """Bring all of `other` into `here`; where a work is marked in both, the more restrictive marking holds."""
    come = 0
    for row in other.execute(_versions()):
        come += _bring(here, other, row, at=at)
    higher = sum(
        _mark_higher(here, key, Marking(level))
        for key, level in other.execute(select(works.c.key, works.c.marking))
    )
    new_marks = sum(
        add_mark(here, one) for one in _marks(other)
    )  # last: a work that was removed here keeps its own
    judged = add_judgements(here, find_judgements(other, EVERYTHING))
    return Merged(come, judged, new_marks, higher)


def add_judgements(here: Connection, judgements: Iterable[Judgement]) -> int:
    """Add what is new, and settle the works it is about; how many were new."""
    new = [one for one in judgements if add_judgement(here, one)]
    for work in sorted({anchor.work for one in new for anchor in one.subject.anchors}):
        settle_work(here, work)
    return len(new)


def _versions() -> Any:
    return (
        select(versions, works.c.key.label("work"), works.c.marking, documents.c.id.label("document_id"),
               documents.c.reader)
        .join_from(versions, works, works.c.id == versions.c.work_id)
        .join(documents, documents.c.version_id == versions.c.id)
        .order_by(versions.c.work_id, versions.c.number)
    )  # fmt: skip


def _bring(here: Connection, other: Connection, row: Row[Any], *, at: str) -> bool:
    """Keep one version as it was read there; False where its bytes are here already."""
    known = here.execute(select(versions.c.id).where(versions.c.sha256 == row.sha256)).first()
    if known:
        return False
    document = load_document(other, row.document_id)
    record = load_record(other, row.document_id, load_found(other, document, row.document_id))
    version = Version(
        row.location,
        row.sha256,
        row.size,
        row.packed,
        row.charset,
        row.url,
        row.symbol,
        work=row.work,
        met_at=row.met_at,
    )
    keep(here, Reading(version, rows_of(record, row.reader)), at=at, marking=Marking(row.marking))
    return True


def _mark_higher(here: Connection, key: str, level: Marking) -> bool:
    done = here.execute(
        update(works).where(works.c.key == key, works.c.marking < int(level)).values(marking=int(level))
    )
    return bool(done.rowcount)


def _marks(other: Connection) -> list[Mark]:
    rows = other.execute(select(marks).order_by(marks.c.at, marks.c.id))
    return [Mark(row.work_key, Marking(row.marking), row.by, row.at, row.why) for row in rows]

"""Judgements in the store: rows that are added and read, never changed and never taken away."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from sqlalchemy import Connection, bindparam, insert, select

from acquis.model.judgement import Judgement, SubjectKind, standing
from acquis.model.marking import Marking, Viewer
from acquis.store.codec import pack, unpack
from acquis.store.judgement_codec import judgement_body, read_judgement_body
from acquis.store.tables import judgements
from acquis.store.visible import hidden_works, visible_judgements

_AT_ONCE = 500  # values in one list of a query: SQLite takes 32,766
_ON_WORK = (
    select(judgements)
    .where(judgements.c.work_key == bindparam("work_key"))
    .order_by(judgements.c.at, judgements.c.id)
)


def sealed(judgement: Judgement) -> Judgement:
    """The judgement with the id that its content gives it."""
    body = judgement_body(judgement)
    del body["id"]
    return replace(judgement, id=hashlib.sha256(pack(body).encode("utf-8", "replace")).hexdigest()[:16])


def add_judgement(connection: Connection, judgement: Judgement) -> bool:
    """Add a row; False where it is there already."""
    if connection.execute(select(judgements.c.id).where(judgements.c.id == judgement.id)).first():
        return False
    subject = judgement.subject
    values = {
        "id": judgement.id, "subject_id": subject.id, "kind": subject.kind, "work_key": subject.anchors[0].work,
        "verdict": judgement.verdict, "by": judgement.by, "at": judgement.at, "marking": int(judgement.marking),
        "body": pack(judgement_body(judgement)),
    }  # fmt: skip
    connection.execute(insert(judgements).values(**values))
    return True


def judgements_on(connection: Connection, work_key: str) -> Sequence[Judgement]:
    """All judgements on a work, for settling its findings: whoever may see them, each clearance gets its own."""
    rows = connection.execute(_ON_WORK, {"work_key": work_key})
    return [read_judgement_body(unpack(row.body), Marking(row.marking)) for row in rows]


def find_last_by(connection: Connection, viewer: Viewer, by: str) -> Judgement | None:
    """The last judgement of a person on a finding that was not taken back, by whomever it may have been."""
    query = select(judgements).where(visible_judgements(viewer), judgements.c.kind == "finding")
    taken_back = query.where(judgements.c.verdict == "withdraw")
    withdrawn = {
        read_judgement_body(unpack(row.body), Marking.CLEAR).withdraws
        for row in connection.execute(taken_back)
    }
    said = query.where(
        judgements.c.by == by, judgements.c.verdict != "withdraw", judgements.c.id.not_in(withdrawn)
    )
    row = connection.execute(said.order_by(judgements.c.at.desc(), judgements.c.id.desc()).limit(1)).first()
    return read_judgement_body(unpack(row.body), Marking(row.marking)) if row is not None else None


def last_judgements(connection: Connection, viewer: Viewer, subjects: Sequence[str]) -> dict[str, str]:
    """The id of the last judgement that a viewer may see on each of these subjects that has one."""
    columns = select(judgements.c.subject_id, judgements.c.id).where(visible_judgements(viewer))
    found: dict[str, str] = {}
    for at in range(0, len(subjects), _AT_ONCE):
        query = columns.where(judgements.c.subject_id.in_(subjects[at : at + _AT_ONCE]))
        for row in connection.execute(query.order_by(judgements.c.at, judgements.c.id)):
            found[row.subject_id] = row.id
    return found


def said_on(connection: Connection, viewer: Viewer, subjects: Sequence[str]) -> dict[str, list[Judgement]]:
    """What a viewer may see of what was said of each of these findings that anything was said of; the oldest first."""
    found: dict[str, list[Judgement]] = {}
    for at in range(0, len(subjects), _AT_ONCE):
        query = select(judgements).where(visible_judgements(viewer), judgements.c.kind == "finding")
        chosen = query.where(judgements.c.subject_id.in_(subjects[at : at + _AT_ONCE]))
        for row in connection.execute(chosen.order_by(judgements.c.at, judgements.c.id)):
            said = read_judgement_body(unpack(row.body), Marking(row.marking))
            found.setdefault(row.subject_id, []).append(said)
    return found


def standing_ties(connection: Connection, viewer: Viewer, kind: Literal["pair", "link"]) -> list[Judgement]:
    """What a viewer may see of what was said of pairs, or of links, and not taken back; the oldest first."""
    return standing(find_judgements(connection, viewer, kind=kind))


def find_judgements(
    connection: Connection, viewer: Viewer, *, subject_id: str | None = None, work_key: str | None = None,
    kind: SubjectKind | None = None, after: str | None = None,
) -> list[Judgement]:  # fmt: skip
    """The judgements a viewer may see, of one subject, work or kind, or all, those `after` a time; the oldest first."""
    query = select(judgements).where(visible_judgements(viewer))
    if kind is not None:
        query = query.where(judgements.c.kind == kind)
    if subject_id is not None:
        query = query.where(judgements.c.subject_id == subject_id)
    if work_key is not None:
        query = query.where(judgements.c.work_key == work_key)
    if after is not None:
        query = query.where(judgements.c.at > after)
    rows = connection.execute(query.order_by(judgements.c.at, judgements.c.id))
    found = [read_judgement_body(unpack(row.body), Marking(row.marking)) for row in rows]
    if all(one.subject.kind == "finding" for one in found):
        return found
    hidden: set[str] = set(connection.scalars(hidden_works(viewer)))
    return [one for one in found if not any(anchor.work in hidden for anchor in one.subject.anchors)]

"""Small workspaces written row by row: passages, findings and markings exactly as a test wants them."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, insert

from acquis.model.marking import Marking
from acquis.store.bulk import insert_words
from acquis.store.codec import OWNERS_APART
from acquis.store.tables import (
    ROOM,
    claim_actors,
    claim_targets,
    claims,
    documents,
    passages,
    versions,
    works,
)  # fmt: skip
from acquis.store.words import indexed_words, weight_of

_AT = "2031-01-01T00:00:00Z"


@dataclass(frozen=True)
class Found:
    """A finding that begins in a passage."""

    act: str = "call"
    owners: tuple[str, ...] = ("XC",)
    targets: tuple[str, ...] = ()
    element: str | None = None
    status: str = "found"
    least: int = 0
    most: int = 4


@dataclass(frozen=True)
class Said:
    """A passage with its findings."""

    text: str
    found: tuple[Found, ...] = ()


@dataclass(frozen=True)
class Written:
    """A document; its number makes its key."""

    said: tuple[Said, ...]
    title: str | None = None
    kind: str = "statement"
    earliest: str | None = None
    latest: str | None = None
    series_key: str | None = None
    marking: Marking = Marking.CLEAR
    current: bool = True


def write(connection: Connection, written: list[Written]) -> None:
    """The rows of these documents, numbered from 1."""
    for number, document in enumerate(written, 1):
        _write_document(connection, number, document)


def key_of(number: int) -> str:
    """The key of the document with this number."""
    return f"{number:016x}"


def _write_document(connection: Connection, number: int, document: Written) -> None:
    connection.execute(
        insert(works).values(id=number, key=f"W/{number}", marking=int(document.marking), added_at=_AT)
    )
    connection.execute(
        insert(versions).values(
            id=number, work_id=number, number=1, current=document.current, sha256=key_of(number), size=0,
            packed=b"", location=f"/{number}", added_at=_AT, met_at=_AT,
        )
    )  # fmt: skip
    text = " ".join(said.text for said in document.said)
    connection.execute(
        insert(documents).values(
            id=number, version_id=number, work_id=number, current=document.current, key=key_of(number),
            title=document.title, published=document.earliest, earliest=document.earliest,
            latest=document.latest, kind=document.kind, language="en", series_key=document.series_key,
            reader="test", read_at=_AT, text=text, text_sha256="", body="{}",
        )
    )  # fmt: skip
    start = claim = 0
    for place, said in enumerate(document.said):
        passage = number * ROOM + place
        _write_passage(connection, passage, said, start)
        for found in said.found:
            _write_claim(connection, number * ROOM + claim, passage, (start, start + len(said.text)), found)
            claim += 1
        start += len(said.text) + 1


def _write_passage(connection: Connection, passage: int, said: Said, start: int) -> None:
    words = indexed_words(said.text)
    connection.execute(
        insert(passages).values(
            id=passage, document_id=passage // ROOM, start=start, end=start + len(said.text),
            address=f"¶{passage % ROOM + 1}", kind="paragraph", weight=weight_of(len(words)), text=said.text,
        )
    )  # fmt: skip
    insert_words(connection, [(passage, " ".join(words))])


def _write_claim(
    connection: Connection, claim: int, passage: int, span: tuple[int, int], found: Found
) -> None:
    weight = connection.execute(passages.select().where(passages.c.id == passage)).one().weight
    connection.execute(
        insert(claims).values(
            id=claim, document_id=passage // ROOM, passage_id=passage, key=f"{claim:012x}", status=found.status,
            by_person=False, least=found.least, most=found.most, act=found.act, element=found.element,
            owners=OWNERS_APART.join(found.owners), weight=weight, start=span[0], end=span[1], confidence=0.9,
            body="{}",
        )
    )  # fmt: skip
    for owner in found.owners:
        connection.execute(insert(claim_actors).values(claim_id=claim, part="owner", code=owner))
    for target in found.targets:
        connection.execute(insert(claim_targets).values(claim_id=claim, concept=target))

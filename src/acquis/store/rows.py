"""A record to the rows of the tables: no database here, so that the processes that read can do it too."""

from __future__ import annotations

import hashlib
import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from acquis.grammar.words import normal_words
from acquis.model.claim import Act, Claim
from acquis.model.document import Document, Sentence
from acquis.model.receipt import Receipt
from acquis.model.record import Record
from acquis.model.when import When
from acquis.store.codec import OWNERS_APART, claim_body, document_body
from acquis.store.words import indexed_words, weight_of

LAST_DAY = "9999-12-31"


class PassageRow(NamedTuple):
    """One passage before it has an id: its span, what is printed of its place, and its normal words.

    (A tuple, as the row of a claim is: hundreds of a document go from one process to another.)
    """

    start: int
    end: int
    address: str
    kind: str
    words: str
    weight: int


class ClaimRow(NamedTuple):
    """One claim before it has an id. `passage` is the number of the passage its quote begins in."""

    passage: int
    act: Act
    element: str | None
    grade: int | None
    start: int
    end: int
    quote: str
    due_earliest: str | None
    due_latest: str | None
    confidence: float
    owners: tuple[str, ...]
    addressees: tuple[str, ...]
    targets: tuple[str, ...]
    weight: int
    body: str


@dataclass(frozen=True, slots=True)
class DocumentRows:
    """All rows of one document; the keys of `columns` are columns of the table `documents`."""

    columns: dict[str, str | None]
    passages: tuple[PassageRow, ...]
    claims: tuple[ClaimRow, ...]
    url: str | None
    receipt: Receipt


def rows_of(record: Record, reader: str) -> DocumentRows:
    """The rows of a record that this reader made."""
    document = record.document
    sentences = record.sentences
    starts = [sentence.start for sentence in sentences]
    passages = tuple(_passage(document, sentence) for sentence in sentences)
    weights = [passage.weight for passage in passages]
    return DocumentRows(
        _columns(record, reader),
        passages,
        tuple(claim_row(claim, starts, weights) for claim in record.claims),
        storable(document.url),
        record.receipt,
    )


def claim_row(claim: Claim, starts: Sequence[int], weights: Sequence[int]) -> ClaimRow:
    """The row of a claim in a document whose passages begin at `starts` and have these weights."""
    due = claim.due
    passage = max(0, bisect_right(starts, claim.evidence.start) - 1)
    return ClaimRow(
        passage=passage,
        act=claim.act,
        element=claim.element,
        grade=claim.grade,
        start=claim.evidence.start,
        end=claim.evidence.end,
        quote=claim.evidence.quote,
        due_earliest=due.earliest.isoformat() if due and due.earliest else None,
        due_latest=due.latest.isoformat() if due and due.latest else None,
        confidence=claim.confidence,
        owners=tuple(dict.fromkeys(claim.owners)),
        addressees=tuple(dict.fromkeys(claim.addressees)),
        targets=tuple(dict.fromkeys(claim.targets)),
        weight=weights[passage] if weights else 0,
        body=claim_body(claim),
    )


def series_key(series: str) -> str:
    """One key for a series whichever party is named first: its words, sorted."""
    return " ".join(sorted(normal_words(series)))


def title_of(title: str | None, location: str) -> str:
    """What a document is called in a list: its title, else the last part of where it was found."""
    return title or location.rstrip("/").rpartition("/")[2] or location


def hash_text(text: str) -> str:
    """The SHA-256 of a canonical text; half characters, which no file holds, count as question marks."""
    return hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()


def storable(words: str | None) -> str | None:
    """Words that every engine takes: in place of NUL and of half characters stands the sign for no character."""
    return re.sub("[\0\ud800-\udfff]", "\ufffd", words) if words else words


def _columns(record: Record, reader: str) -> dict[str, str | None]:
    document = record.document
    series = record.meeting.series if record.meeting else None
    earliest, latest = _days(record)
    return {
        "key": document.id,
        "title": storable(document.title),
        "published": storable(document.published),
        "earliest": earliest,
        "latest": latest,
        "kind": document.kind,
        "language": document.language,
        "symbol": storable(document.symbol),
        "series": storable(series),
        "series_key": series_key(series) if series else None,
        "reader": reader,
        "text": document.text,
        "text_sha256": hash_text(document.text),
        "body": document_body(record),
        "text_status": document.text_status,
        "publisher": storable(document.publisher),
        "actors": storable(OWNERS_APART.join(_actors(record))),
    }


def _actors(record: Record) -> tuple[str, ...]:
    """The parties of the meeting, or who speaks and for whom."""
    if record.meeting:
        return record.meeting.parties
    speaker = record.statement.speaker if record.statement else None
    return tuple(dict.fromkeys((*speaker.actors, *speaker.on_behalf_of))) if speaker else ()


def _passage(document: Document, sentence: Sentence) -> PassageRow:
    paragraph = document.paragraphs[sentence.paragraph]
    words = indexed_words(document.text[sentence.start : sentence.end])
    return PassageRow(
        sentence.start,
        sentence.end,
        paragraph.address,
        paragraph.kind,
        " ".join(words),
        weight_of(len(words)),
    )


def _days(record: Record) -> tuple[str | None, str | None]:
    """The first and the last day a document may count for: of publication, else of what it tells of."""
    if record.document.published:
        return days_of(record.document.published)
    frame = record.meeting or record.statement
    when: When | None = frame.when if frame else None
    if when is None or when.earliest is None or when.latest is None:
        return None, None
    return when.earliest.isoformat(), when.latest.isoformat()


def days_of(published: str) -> tuple[str, str]:
    """The first and last day of an ISO date that may be a year, a month or a day ("2024-02" ends on the 31st).

    Days are compared as text, so that a last day that no month has does no harm.
    """
    return published + "-01-01"[len(published) - 4 :] if len(published) < 10 else published, (
        published + "-12-31"[len(published) - 4 :] if len(published) < 10 else published
    )

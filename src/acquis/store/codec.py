"""Values of the model to the JSON of the `body` columns, and back: the only place that knows its shape."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from functools import wraps
from typing import Any, ParamSpec, TypeVar, cast

from acquis.model.claim import Claim, Place
from acquis.model.document import Document, Paragraph
from acquis.model.evidence import Evidence
from acquis.model.meeting import Meeting, NextMeeting, Role
from acquis.model.provision_link import ProvisionLink
from acquis.model.receipt import Receipt, Skipped
from acquis.model.record import Record
from acquis.model.statement import Speaker, Statement
from acquis.model.when import When

OWNERS_APART = "\x1f"  # between the codes in one column: claims.owners, documents.actors
_HALVES = re.compile("[\ud800-\udfff]")
# JSON as json.loads gives it; each function below knows what it holds.
Body = dict[str, Any]
Parameters = ParamSpec("Parameters")
Value = TypeVar("Value")


class DamagedRow(ValueError):
    """A row that no acquis wrote so."""


def whole(read: Callable[Parameters, Value]) -> Callable[Parameters, Value]:
    """A function that reads a row: whatever else it meets there than what we wrote is a DamagedRow."""

    @wraps(read)
    def call(*arguments: Parameters.args, **options: Parameters.kwargs) -> Value:
        try:
            return read(*arguments, **options)
        except DamagedRow:
            raise
        except (ValueError, LookupError, TypeError, AttributeError, RecursionError) as problem:
            raise DamagedRow(f"a row holds what acquis never writes, {type(problem).__name__}") from problem

    return call


def pack(body: object) -> str:
    """The JSON text of a body; halves of characters, as odd file names have them, are written as escapes."""
    words = json.dumps(body, ensure_ascii=False, separators=(",", ":"))
    return _HALVES.sub(lambda half: f"\\u{ord(half.group()):04x}", words)


@whole
def unpack(words: str) -> Body:
    """The body of a JSON text."""
    return cast("Body", json.loads(words))


def document_body(record: Record) -> str:
    """What a document's row has no column for: paragraphs, metadata, meeting or statement, receipt."""
    document, receipt = record.document, record.receipt
    return pack(
        {
            "path": document.path,
            "paragraphs": [
                [p.address, p.kind, p.start, p.end, p.level, int(p.ordered), p.page] for p in document.paragraphs
            ],
            "publisher": document.publisher,
            "url": document.url,
            "text_status": document.text_status,
            "sponsors": document.sponsors,
            "provenance": document.provenance,
            "tags": document.tags,
            "unread": [[part.where, part.why] for part in document.unread],
            "text_reader": document.reader,
            "meeting": _meeting(record.meeting) if record.meeting else None,
            "statement": _statement(record.statement) if record.statement else None,
            "receipt": [
                receipt.paragraphs, receipt.sentences, [[s.where, s.why] for s in receipt.skipped],
                receipt.reader, receipt.seconds,
            ],
        }
    )  # fmt: skip


@whole
def read_document_row(row: Any) -> tuple[Document, Body]:
    """The document of a row of the table `documents`, and its body for what else is asked."""
    body = unpack(row.body)
    document = Document(
        id=row.key,
        path=body["path"],
        text=row.text,
        paragraphs=tuple(
            Paragraph(a, k, s, e, lv, bool(o), pg) for a, k, s, e, lv, o, pg in body["paragraphs"]
        ),
        title=row.title,
        published=row.published,
        publisher=body["publisher"],
        url=body["url"],
        language=row.language,
        symbol=row.symbol,
        kind=row.kind,
        text_status=body["text_status"],
        sponsors=tuple(body["sponsors"]),
        provenance=body["provenance"],
        tags=tuple(body["tags"]),
        unread=tuple(Skipped(*part) for part in body["unread"]),
        reader=body["text_reader"],
    )
    return document, body


@whole
def read_meeting(body: Body) -> Meeting | None:
    """The meeting in a document's body."""
    found = body["meeting"]
    if found is None:
        return None
    roles: dict[str, Any] = {
        part: tuple(Role(**role) for role in found[part]) for part in ("chairs", "participants", "observers")
    }
    lists: dict[str, Any] = {part: tuple(found[part]) for part in ("parties", "under", "topics")}
    following = found["next"]
    return Meeting(
        **{part: found[part] for part in ("series", "ordinal", "place", "country_of_place", "status")},
        when=read_when(found["when"]),
        next=NextMeeting(following[0], read_when(following[1])) if following else None,
        **roles,
        **lists,
    )


@whole
def read_statement(body: Body) -> Statement | None:
    """The statement in a document's body."""
    found = body["statement"]
    if found is None:
        return None
    speaker = Speaker(**{key: as_tuple(value) for key, value in found["speaker"].items()})
    rest = {key: as_tuple(value) for key, value in found.items() if key not in ("speaker", "when")}
    return Statement(speaker=speaker, when=read_when(found["when"]), **rest)


@whole
def read_receipt(body: Body) -> Receipt:
    """The receipt in a document's body."""
    paragraphs, sentences, skipped, reader, seconds = body["receipt"]
    return Receipt(paragraphs, sentences, tuple(Skipped(*part) for part in skipped), reader, seconds)


def claim_body(claim: Claim) -> str:
    """Every field of a claim; quotes are stored as words too, so that `verify` can hold them to the text."""
    return pack(
        {
            "owners": claim.owners,
            "addressees": claim.addressees,
            "place": _place(claim.place),
            "also": [_place(place) for place in claim.also],
            "stem": [claim.stem.start, claim.stem.end, claim.stem.quote] if claim.stem else None,
            "paragraph": claim.paragraph,
            "targets": claim.targets,
            "due": when_body(claim.due),
            "venue": claim.venue,
            "rule": claim.rule,
            "links": [[link.provision, link.score, link.why] for link in claim.links],
        }
    )


@whole
def read_claim(row: Any, document_key: str) -> Claim:
    """The claim of a row of the table `claims`."""
    body = unpack(row.body)
    stem = body["stem"]
    return Claim(
        act=row.act,
        owners=tuple(body["owners"]),
        place=_read_place(body["place"], document_key),
        paragraph=body["paragraph"],
        rule=body["rule"],
        confidence=row.confidence,
        addressees=tuple(body["addressees"]),
        stem=Evidence(document_key, *stem) if stem else None,
        also=tuple(_read_place(place, document_key) for place in body["also"]),
        grade=row.grade,
        element=row.element,
        targets=tuple(body["targets"]),
        due=read_when(body["due"]),
        venue=body["venue"],
        links=tuple(ProvisionLink(*link) for link in body.get("links", ())),
    )


def when_body(when: When | None) -> list[object] | None:
    """A When as a short list."""
    if when is None:
        return None
    days = [day.isoformat() if day else None for day in (when.earliest, when.latest)]
    return [when.edtf, when.words, *days, when.inferred]


def read_when(body: list[Any] | None) -> When | None:
    """The When of a short list."""
    if body is None:
        return None
    edtf, words, earliest, latest, inferred = body
    return When(edtf, words, _day(earliest), _day(latest), inferred)


def _day(words: str | None) -> date | None:
    return date.fromisoformat(words) if words else None


def _place(place: Place) -> list[object]:
    evidence, sentence = place.evidence, place.sentence
    return [evidence.start, evidence.end, evidence.quote, sentence.start, sentence.end, sentence.quote]


def _read_place(body: list[Any], key: str) -> Place:
    start, end, quote, begins, ends, sentence = body
    return Place(Evidence(key, start, end, quote), Evidence(key, begins, ends, sentence))


def _meeting(meeting: Meeting) -> Body:
    roles = {
        part: [asdict(role) for role in getattr(meeting, part)]
        for part in ("chairs", "participants", "observers")
    }
    plain = ("series", "ordinal", "place", "country_of_place", "status", "parties", "under", "topics")
    following = meeting.next
    return {
        **{part: getattr(meeting, part) for part in plain},
        "when": when_body(meeting.when),
        "next": [following.place, when_body(following.when)] if following else None,
        **roles,
    }


def _statement(statement: Statement) -> Body:
    plain = ("forum", "session", "agenda_item", "references", "threats", "elements")
    return {
        "speaker": asdict(statement.speaker),
        "when": when_body(statement.when),
        **{part: getattr(statement, part) for part in plain},
    }


def as_tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value

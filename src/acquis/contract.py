"""Records to the reader contract: the JSON objects of docs/contract.schema.json."""

from __future__ import annotations

from typing import TypeAlias

from acquis.errors import UnreadableSource
from acquis.model.claim import Claim, Place
from acquis.model.evidence import Evidence
from acquis.model.meeting import Meeting, Role
from acquis.model.record import Record
from acquis.model.statement import Statement

Json: TypeAlias = "bool | int | float | str | list[Json] | dict[str, Json] | None"


def record_row(record: Record, *, with_text: bool = False) -> dict[str, Json]:
    """One line of the contract for a record; `with_text` adds the canonical text."""
    document = record.document
    row: dict[str, Json] = {
        "path": document.path,
        "document": {
            "id": document.id,
            "title": document.title,
            "published": document.published,
            "kind": document.kind,
            "language": document.language,
            "symbol": document.symbol,
            "sponsors": list(document.sponsors),
            "text_status": document.text_status,
        },
        "meeting": _meeting(record.meeting) if record.meeting else None,
        "statement": _statement(record.statement) if record.statement else None,
        "claims": [claim_row(claim) for claim in record.claims],
        "receipt": {
            "paragraphs": record.receipt.paragraphs,
            "sentences": record.receipt.sentences,
            "skipped": [{"where": skipped.where, "why": skipped.why} for skipped in record.receipt.skipped],
            "reader": record.receipt.reader,
            "seconds": record.receipt.seconds,
        },
    }
    if with_text:
        row["text"] = document.text
    return row


def error_row(problem: UnreadableSource) -> dict[str, Json]:
    """The line for a source that cannot be read."""
    return {"path": problem.path, "error": {"code": problem.code, "message": problem.message}}


def _meeting(meeting: Meeting) -> dict[str, Json]:
    when = meeting.when
    following = meeting.next
    return {
        "series": meeting.series,
        "ordinal": meeting.ordinal,
        "start": when.start if when else None,
        "end": when.end if when else None,
        "place": meeting.place,
        "country_of_place": meeting.country_of_place,
        "status": meeting.status,
        "parties": list(meeting.parties),
        "under": list(meeting.under),
        "chairs": [_role(role) for role in meeting.chairs],
        "participants": [_body(role) for role in meeting.participants],
        "observers": [_body(role) for role in meeting.observers],
        "topics": list(meeting.topics),
        "next": {"place": following.place, "when": following.when.edtf if following.when else None}
        if following
        else None,
    }


def _role(role: Role) -> dict[str, Json]:
    return {
        "name": role.name,
        "post": role.post,
        "organisation": role.organisation,
        "party": role.party,
        "role": role.role,
    }


def _body(role: Role) -> dict[str, Json]:
    body: dict[str, Json] = {"organisation": role.organisation, "party": role.party}
    return body | {"name": role.name, "post": role.post} if role.name else body


def _statement(statement: Statement) -> dict[str, Json]:
    speaker = statement.speaker
    return {
        "speaker": {
            "actors": list(speaker.actors),
            "person": speaker.person,
            "post": speaker.post,
            "on_behalf_of": list(speaker.on_behalf_of),
            "aligned_with": list(speaker.aligned_with),
        },
        "forum": statement.forum,
        "session": statement.session,
        "date": statement.when.edtf if statement.when else None,
        "agenda_item": statement.agenda_item,
        "references": list(statement.references),
        "threats": list(statement.threats),
        "elements": list(statement.elements),
    }


def claim_row(claim: Claim) -> dict[str, Json]:
    return {
        "act": claim.act,
        "owners": list(claim.owners),
        "addressees": list(claim.addressees),
        **_place(claim.place),
        "paragraph": claim.paragraph,
        "stem": _evidence(claim.stem) if claim.stem else None,
        "also": [_place(place) for place in claim.also],
        "grade": claim.grade,
        "element": claim.element,
        "targets": list(claim.targets),
        "due": claim.due.edtf if claim.due else None,
        "place": claim.venue,
        "rule": claim.rule,
        "confidence": claim.confidence,
    }


def _place(place: Place) -> dict[str, Json]:
    return {**_evidence(place.evidence), "sentence": place.sentence.quote}


def _evidence(evidence: Evidence) -> dict[str, Json]:
    return {"quote": evidence.quote, "start": evidence.start, "end": evidence.end}

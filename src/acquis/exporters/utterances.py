"""Utterances to rows for programs, and to sources for the notes of a paper."""

from __future__ import annotations

from acquis.contract import Json
from acquis.exporters.rows import Row
from acquis.model.brief import Source
from acquis.model.frame import Frame
from acquis.model.utterance import Utterance


def utterance_row(one: Utterance, provision: str | None = None) -> Row:
    """One sentence with where it stands; of one provision `why` says what ties it to that, None where a person did."""
    link = one.link(provision) if provision else None
    return {
        "key": one.key,
        "act": one.act,
        "owners": list(one.owners),
        "grade": one.grade,
        "element": one.element,
        "targets": list(one.targets),
        "sentence": " ".join(one.sentence.split()),
        "quote": " ".join(one.quote.split()),
        "document": one.document,
        "title": one.title,
        "day": one.day,
        "paragraph": one.address,
        "actors": list(one.actors),
        "text_status": one.text_status,
        "why": link.why if link else None,
        "score": link.score if link else None,
        "links": _links(one),
        "status": one.status,
        "confidence": one.confidence,
        "url": one.url,
        "marking": one.marking.label,
    }


def _links(one: Utterance) -> list[Json]:
    return [
        {"provision": each.provision, "score": round(each.score, 3), "why": each.why} for each in one.links
    ]


def source_of(one: Utterance) -> Source:
    """The document and address of an utterance, as notes name them."""
    frame = Frame(
        row=0,
        key=one.document,
        work="",
        location=one.document,
        title=one.title,
        published=one.day,
        publisher=None,
        url=one.url,
        earliest=None,
        latest=None,
        added_at="",
        marking=one.marking,
        actors=one.actors,
    )
    return Source(frame, one.address)

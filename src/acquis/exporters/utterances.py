"""Utterances as rows: the words of a finding with its document, address, day and marking."""

from __future__ import annotations

from acquis.contract import Json
from acquis.exporters.rows import Row
from acquis.model.utterance import Utterance


def utterance_row(one: Utterance) -> Row:
    """One finding that an answer rests on."""
    links: list[Json] = [
        {"provision": link.provision, "score": round(link.score, 3), "why": link.why} for link in one.links
    ]
    return {
        "key": one.key,
        "act": one.act,
        "owners": list(one.owners),
        "sentence": " ".join(one.sentence.split()),
        "quote": " ".join(one.quote.split()),
        "document": one.document,
        "title": one.title,
        "paragraph": one.address,
        "day": one.day,
        "text_status": one.text_status,
        "speakers": list(one.actors),
        "targets": list(one.targets),
        "links": links,
        "url": one.url,
        "marking": one.marking.label,
    }

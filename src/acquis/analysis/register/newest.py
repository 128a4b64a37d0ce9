"""Voices in, the newest of them with their words out; what has no date comes last."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from sqlalchemy import Connection

from acquis.analysis.hearing import Hearing, read_utterances
from acquis.model.marking import Viewer
from acquis.model.utterance import Utterance
from acquis.store.voices import Heard, Voice


def newest(hearing: Hearing, voices: Iterable[Voice], limit: int | None = None) -> list[Voice]:
    """Each finding once, those of the latest documents first, in the order of their text; so many, or all."""
    each = {one.claim: one for one in voices}
    order = sorted(each.values(), key=lambda one: one.claim)
    order.sort(key=lambda one: last_day(hearing.documents[one.document]), reverse=True)
    return order[:limit]


def last_day(heard: Heard) -> str:
    """The last day a document may be of; "", which comes before all days, where it has none."""
    return heard.latest or heard.earliest or ""


def read_in_order(
    connection: Connection, viewer: Viewer, hearing: Hearing, voices: Iterable[Voice]
) -> tuple[Utterance, ...]:
    """The words of these voices, in this order."""
    order = list(voices)
    found = read_utterances(connection, viewer, replace(hearing, voices=tuple(order)), order)
    return tuple(found[one.claim] for one in order if one.claim in found)

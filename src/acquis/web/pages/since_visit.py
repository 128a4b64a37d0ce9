"""A visit in; what came since the one before it out: documents, what others judged, promises that fell due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from acquis.model.judgement import Judgement, Verdict
from acquis.model.kept import KeptDocument
from acquis.model.marking import Marking
from acquis.model.promise import Promise
from acquis.web.desk import Desk

_SHOWN, _OF_EACH = 8, 3


@dataclass(frozen=True, slots=True)
class Said:
    """One thing that somebody said: the words that it is of, and where they stand, if they still do."""

    verdict: Verdict
    quote: str
    at: str
    marking: Marking
    address: str | None


@dataclass(frozen=True, slots=True)
class SaidBy:
    """How many judgements somebody made, and the newest of them."""

    by: str
    number: int
    newest: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class SinceVisit:
    """What is new since a time (ISO 8601, UTC): the first of each, and how many there are in all.

    `fell_due` are promises whose last day passed since, of which no evidence is known, the last ones first.
    """

    since: str
    documents: tuple[KeptDocument, ...]
    documents_in_all: int
    said: tuple[SaidBy, ...]
    fell_due: tuple[Promise, ...]
    fell_due_in_all: int


def since_visit(
    desk: Desk, since: str, documents: Iterable[KeptDocument], dated: Iterable[Promise]
) -> SinceVisit:
    """What of these documents and promises, and of what was judged, is new to who sits here."""
    kept = {one.work: one for one in documents}
    new = sorted(
        (one for one in kept.values() if one.added_at > since), key=lambda one: one.added_at, reverse=True
    )
    fell = sorted((one for one in dated if _passed(one, since, desk.today)), key=last_day, reverse=True)
    return SinceVisit(
        since, tuple(new[:_SHOWN]), len(new), _said(desk, since, kept), tuple(fell[:_SHOWN]), len(fell)
    )


def last_day(one: Promise) -> str:
    """The last day on which a promise is due, ISO; empty where it has none."""
    return one.due.latest.isoformat() if one.due and one.due.latest else ""


def _passed(one: Promise, since: str, today: date) -> bool:
    """Was it not yet past its last day at that time, and is it now?"""
    return since[:10] <= last_day(one) < today.isoformat()


def _said(desk: Desk, since: str, kept: Mapping[str, KeptDocument]) -> tuple[SaidBy, ...]:
    """What others said, by person: who said most comes first, then by name."""
    by_person: dict[str, list[Judgement]] = {}
    for one in desk.workspace.judgements(after=since, viewer=desk.viewer):
        if one.by != desk.reviewer:
            by_person.setdefault(one.by, []).append(one)
    told = (
        SaidBy(by, len(all_of_it), tuple(_told(one, kept) for one in reversed(all_of_it[-_OF_EACH:])))
        for by, all_of_it in by_person.items()
    )
    return tuple(sorted(told, key=lambda one: (-one.number, one.by)))


def _told(one: Judgement, kept: Mapping[str, KeptDocument]) -> Said:
    anchor = one.subject.anchors[0]
    document = kept.get(anchor.work)
    place = f"#f-{one.subject.id}" if one.subject.kind == "finding" else ""
    address = f"/documents/{document.key}{place}" if document else None
    return Said(one.verdict, anchor.quote, one.at, one.marking, address)

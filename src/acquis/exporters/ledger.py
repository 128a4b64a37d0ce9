"""The ledger in, rows for programs and spreadsheets out."""

from __future__ import annotations

from datetime import date

from acquis.analysis.briefing.lines import shortened
from acquis.contract import Json
from acquis.exporters.names import NameOf
from acquis.exporters.notes import Notes, source_words
from acquis.exporters.rows import Row, Table
from acquis.model.brief import Source
from acquis.model.due_date import DueDate
from acquis.model.paper import Grid, Line, Paper, Run
from acquis.model.promise import Ledger, Promise, Sequel


def promise_row(one: Promise) -> Row:
    """One promise with both ends of it: where it was made, and what tells of it."""
    claim = one.claim
    candidates: list[Json] = [sequel_row(each) for each in one.candidates]
    return {
        "key": one.key,
        "document": one.frame.location,
        "title": one.frame.title,
        "published": one.frame.published,
        "paragraph": claim.paragraph,
        "sentence": " ".join(claim.sentence.quote.split()),
        "owners": list(claim.owners),
        "parties": list(one.parties),
        "act": claim.act,
        "grade": claim.grade,
        "object": one.promised,
        "element": claim.element,
        "targets": list(claim.targets),
        "due": one.due.edtf if one.due else None,
        "place": claim.venue,
        "series": one.series,
        "status": one.status,
        "why": one.why,
        "evidence": sequel_row(one.evidence) if one.evidence else None,
        "candidates": candidates,
        "searched": one.searched,
        "same_as": one.same,
        "marking": one.marking.label,
    }


def sequel_row(one: Sequel) -> Row:
    """One later sentence that may tell of a promise."""
    return {
        "key": one.key,
        "document": one.frame.location,
        "title": one.frame.title,
        "published": one.frame.published,
        "paragraph": one.address,
        "sentence": one.sentence,
        "score": round(one.score, 3),
        "relation": one.relation,
        "reasons": list(one.reasons),
        "by": one.by,
        "marking": one.marking.label,
    }


def ledger_table(ledger: Ledger, made: str) -> Table:
    """The whole ledger as flat rows; the two ends as words, the candidates left out."""
    rows = tuple(_flat(promise_row(one)) for one in ledger.promises)
    return Table("ledger", rows, ledger.marking, made)


def _flat(row: Row) -> Row:
    flat = {key: value for key, value in row.items() if key not in ("candidates", "evidence")}
    evidence = row["evidence"]
    told = evidence if isinstance(evidence, dict) else {}
    return {
        **flat,
        "evidence_sentence": told.get("sentence"),
        "evidence_document": told.get("document"),
        "evidence_paragraph": told.get("paragraph"),
        "evidence_relation": told.get("relation"),
        "evidence_by": told.get("by"),
    }


_SETTLED = frozenset({"kept", "kept late", "kept in part", "superseded", "withdrawn"})


def due_dates(ledger: Ledger, name_of: NameOf) -> list[DueDate]:
    """What a calendar holds: every promise with a date that nothing has settled, each meeting once."""
    return [
        _due_date(one, one.due.earliest, one.due.latest, name_of)
        for one in ledger.promises
        if one.due and one.due.earliest and one.due.latest and one.same is None and one.status not in _SETTLED
    ]


def _due_date(one: Promise, earliest: date, latest: date, name_of: NameOf) -> DueDate:
    claim = one.claim
    owners = ", ".join(map(name_of, claim.owners)) or "nobody named"
    source = source_words(one.frame, claim.paragraph)
    sentence = " ".join(claim.sentence.quote.split())
    return DueDate(
        uid=f"{one.key}@acquis",
        summary=f"{owners}: {shortened(one.promised)}",
        description=f"“{sentence}”\n{source}\n{one.status}: {one.why}",
        earliest=earliest,
        latest=latest,
        location=claim.venue,
        url=one.frame.url,
        marking=one.marking,
        status=one.status,
    )


def ledger_paper(ledger: Ledger, made: str, name_of: NameOf) -> Paper:
    """The ledger as a table for a meeting, each promise with its sources."""
    notes = Notes()
    rows = tuple(_paper_row(one, notes, name_of) for one in ledger.promises if one.same is None)
    known = f", known on {ledger.known_on}" if ledger.known_on else ""
    return Paper(
        title="Ledger of promises",
        subtitle=f"As of {ledger.as_of}{known}: {len(rows)} promises from {ledger.documents} documents",
        marking=ledger.marking,
        blocks=(
            Grid(("Status", "Due", "Who", "Promise, and what tells of it"), rows, (0.14, 0.12, 0.16, 0.58)),
        ),
        notes=notes.all,
        made=f"{made}. A date that has passed without evidence is no broken promise.",
    )


def _paper_row(one: Promise, notes: Notes, name_of: NameOf) -> tuple[Line, ...]:
    due = one.due.edtf.replace("/", " to ") if one.due and one.due.edtf else ""
    promise = Run(one.promised, "quote", (notes.number(Source(one.frame, one.claim.paragraph)),))
    told: Line = (Run(f" {one.why}. ", "faint"),)
    if one.evidence is not None:
        number = notes.number(Source(one.evidence.frame, one.evidence.address))
        told = (*told, Run(shortened(one.evidence.sentence), "quote", (number,)))
    owners = ", ".join(map(name_of, one.claim.owners))
    return (Run(one.status, "strong"),), (Run(due),), (Run(owners),), (promise, *told)

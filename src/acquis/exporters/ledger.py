"""The ledger in, rows for programs and spreadsheets out."""

from __future__ import annotations

from acquis.contract import Json
from acquis.exporters.rows import Row, Table
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

"""The answer of a search in, rows for programs out: the counts first, then a row for every hit."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.exporters.rows import Row
from acquis.model.answers import Facet, FoundClaim, Hit, SearchAnswer
from acquis.model.marking import highest


def answer_rows(answer: SearchAnswer) -> Iterator[Row]:
    """One row with total, facets and the highest marking of the hits, then the hits in order of rank."""
    yield {
        "total": answer.total,
        "marking": highest(hit.marking for hit in answer.hits).label,
        "facets": {facet.name: _facet(facet) for facet in answer.facets},
    }
    yield from map(_hit, answer.hits)


def _facet(facet: Facet) -> Row:
    counts: list[Row] = [{"value": one.value, "label": one.label, "count": one.count} for one in facet.counts]
    return {"distinct": facet.distinct, "counts": [*counts]}


def _hit(hit: Hit) -> Row:
    return {
        "document": hit.document,
        "work": hit.work,
        "title": hit.title,
        "published": hit.published,
        "kind": hit.kind,
        "marking": hit.marking.label,
        "paragraph": hit.address,
        "sentence": hit.sentence,
        "start": hit.start,
        "end": hit.end,
        "before": hit.before,
        "after": hit.after,
        "claims": [_claim(claim) for claim in hit.claims],
    }


def _claim(claim: FoundClaim) -> Row:
    return {
        "key": claim.key,
        "act": claim.act,
        "owners": list(claim.owners),
        "grade": claim.grade,
        "element": claim.element,
        "status": claim.status,
        "start": claim.start,
        "end": claim.end,
    }

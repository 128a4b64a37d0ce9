"""A question in, ranked passages with their findings and counts by facet out; the same on both engines.

The order of hits, first to last: more alternatives of an OR; a finding that meets the filters; the weight of the
passage's length; the newer document; the order of the text. All of it compares whole numbers and dates, and no
two passages are equal in all.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest
from typing import NamedTuple

from sqlalchemy import Connection

from acquis.model.answers import SearchAnswer
from acquis.model.marking import Viewer
from acquis.store.facets import FINDING, DocumentRow, Found, count_facets
from acquis.store.hits import read_hits
from acquis.store.question import Question
from acquis.store.search_conditions import on_findings
from acquis.store.search_sql import SearchSql
from acquis.store.tables import ROOM


class _Rank(NamedTuple):
    """A passage by its rank: what is smaller comes first."""

    missing: int  # alternatives of an OR, less those that matched: so the best is 0
    without_finding: bool
    lightness: int
    age: int
    passage: int


def search(connection: Connection, question: Question, viewer: Viewer) -> SearchAnswer:
    """The hits that were asked for, with the number and the facets of all that match."""
    sql = SearchSql.of(question, viewer, connection.dialect)
    rows = connection.execute(sql.found()).all()
    findings = [row for row in rows if row[FINDING.passage] is not None]
    documents = [DocumentRow(*row[1:]) for row in rows if row[FINDING.passage] is None]
    most = question.offset + question.limit
    ages = _ages(documents)
    ranks = _best_with_finding(findings, ages, len(sql.alternatives), most)
    if not sql.with_findings and sum(rank.missing == 0 for rank in ranks) < most:
        ranks += _best_without(connection, sql, ages, most)
    passages = [rank.passage for rank in nsmallest(most, ranks)[question.offset :]]
    return SearchAnswer(
        hits=read_hits(connection, passages, on_findings(question.filters, viewer)),
        total=sum(document.number for document in documents),
        facets=count_facets(connection, findings, documents),
    )


def _ages(documents: Sequence[DocumentRow]) -> dict[int, int]:
    """The newest documents have age 0; those without a date are the oldest."""
    dates = sorted({document.latest or "" for document in documents}, reverse=True)
    order = {date: age for age, date in enumerate(dates)}
    return {document.id: order[document.latest or ""] for document in documents}


def _best_with_finding(
    findings: Sequence[Found], ages: dict[int, int], alternatives: int, most: int
) -> list[_Rank]:
    """The best passages with a finding. Of equal breadth and weight there are many: most are never looked at."""
    tiers: dict[tuple[int, int], list[Found]] = {}
    for row in findings:
        tiers.setdefault((row[FINDING.breadth], row[FINDING.weight]), []).append(row)
    ranks: set[_Rank] = set()
    for breadth, weight in sorted(tiers, reverse=True):
        if len(ranks) >= most:
            break
        missing = alternatives - breadth
        ranks |= {
            _Rank(missing, False, -weight, ages[row[FINDING.document]], row[FINDING.passage])
            for row in tiers[breadth, weight]
        }
    return nsmallest(most, ranks)


def _best_without(connection: Connection, sql: SearchSql, ages: dict[int, int], most: int) -> list[_Rank]:
    rows = connection.execute(sql.without_finding(), {"most": most})
    alternatives = len(sql.alternatives)
    return [
        _Rank(alternatives - breadth, True, -weight, ages[passage // ROOM], passage)
        for passage, breadth, weight in rows
    ]

"""A question in, ranked passages with their findings and counts by facet out; the same on both engines.

The order of hits, first to last: more alternatives of an OR; a finding that meets the filters; the weight of the
passage's length; the newer document; the order of the text. All of it compares whole numbers and dates, and no
two passages are equal in all.
"""

from __future__ import annotations

from collections.abc import Sequence
from heapq import nsmallest
from typing import Any, NamedTuple

from sqlalchemy import Connection

from acquis.model.answers import SearchAnswer
from acquis.model.marking import Viewer
from acquis.store.facets import DocumentRow, Findings, count_facets
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
    if not sql.is_sqlite and not sql.with_findings:
        # Both sides come in the order of passages: merged they take half as long as through a hash of all findings.
        connection.exec_driver_sql("SET LOCAL enable_hashjoin = off")
    findings, documents = _read(connection, sql)
    most = question.offset + question.limit
    ages = _ages(documents)
    ranks = _best_with_finding(findings, ages, len(sql.alternatives), most)
    if not sql.with_findings and sum(rank.missing == 0 for rank in ranks) < most:
        ranks += _best_without(connection, sql, ages, most)
    passages = [rank.passage for rank in nsmallest(most, ranks)[question.offset :]]
    return SearchAnswer(
        hits=read_hits(connection, passages, on_findings(question.filters, viewer)),
        total=sum(document.number for document in documents),
        facets=count_facets(connection, findings, documents, longest=question.listed),
    )


def count_found(connection: Connection, question: Question, viewer: Viewer, seen: str) -> tuple[int, int]:
    """How many passages match, and how many of those are of documents that came after `seen` (ISO 8601, UTC)."""
    sql = SearchSql.of(question, viewer, connection.dialect)
    total, new = connection.execute(sql.numbers(seen)).one()
    return int(total), int(new)


def _read(connection: Connection, sql: SearchSql) -> tuple[Findings, list[DocumentRow]]:
    """What `found` gives, as the driver gives it: tens of thousands of rows are not worth a wrapper each."""
    with connection.execute(sql.found()) as result:
        rows: Sequence[Any] = result.cursor.fetchall() if result.cursor else []
    columns = list(zip(*(row for row in rows if row[0] is not None), strict=True))
    findings = Findings(*columns[:6]) if columns else Findings()
    return findings, [DocumentRow(*row[1:]) for row in rows if row[0] is None]


def _ages(documents: Sequence[DocumentRow]) -> dict[int, int]:
    """The newest documents have age 0; those without a date are the oldest."""
    dates = sorted({document.latest or "" for document in documents}, reverse=True)
    order = {date: age for age, date in enumerate(dates)}
    return {document.id: order[document.latest or ""] for document in documents}


def _best_with_finding(findings: Findings, ages: dict[int, int], alternatives: int, most: int) -> list[_Rank]:
    """The best passages with a finding. Of equal breadth and weight there are many: most are never looked at."""
    ranks: list[_Rank] = []
    for breadth, weight in sorted(set(zip(findings.breadths, findings.weights, strict=True)), reverse=True):
        if len(ranks) >= most:
            break
        tier = {
            (ages[passage // ROOM], passage)
            for passage, its_breadth, its_weight in zip(*findings[:3], strict=True)
            if its_weight == weight and its_breadth == breadth
        }
        best = nsmallest(most - len(ranks), tier)
        ranks += [_Rank(alternatives - breadth, False, -weight, age, passage) for age, passage in best]
    return ranks


def _best_without(connection: Connection, sql: SearchSql, ages: dict[int, int], most: int) -> list[_Rank]:
    rows = connection.execute(sql.without_finding(), {"most": most})
    alternatives = len(sql.alternatives)
    return [
        _Rank(alternatives - breadth, True, -weight, ages[passage // ROOM], passage)
        for passage, breadth, weight in rows
    ]

"""A question in, the SQL of its search out: one text for both engines but for the full-text match.

CROSS JOIN tells SQLite the order of the tables, and a plus before a column that it must not search by it; to
PostgreSQL both say nothing. All values are bound.
"""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Dialect, TextClause, text

from acquis.grammar.query import And, Node, alternatives, join
from acquis.model.marking import Viewer
from acquis.store.match import fts5_query, tsquery
from acquis.store.question import Question
from acquis.store.search_conditions import Condition, conditions
from acquis.store.tables import ROOM

# A row for every finding: passage, breadth, weight, act, element, owners. And a row for every document: id, the
# number of its passages that match, kind, dates, key.
_FOUND = """WITH found AS {found},
claimed AS {claimed} (
  SELECT claims.passage_id AS id, {breadth} AS breadth, claims.weight AS weight, claims.act AS act,
    claims.element AS element, claims.owners AS owners
  FROM {findings} AND {plus}claims.document_id IN (SELECT documents.id FROM documents WHERE {documents}))
SELECT id, breadth, weight, act, element, owners, NULL AS key FROM claimed
UNION ALL
SELECT NULL, documents.id, counted.number, documents.kind, documents.earliest, documents.latest, documents.key
FROM (SELECT id / {room} AS document_id, count(*) AS number FROM {kept} GROUP BY 1) counted CROSS JOIN documents
WHERE documents.id = counted.document_id AND {documents}"""

# How many passages match, and how many of them are of documents that came after a time.
_NUMBERS = """WITH found AS {found}
SELECT coalesce(sum(counted.number), 0),
  coalesce(sum(CASE WHEN versions.added_at COLLATE "{collation}" > :seen THEN counted.number ELSE 0 END), 0)
FROM (SELECT id / {room} AS document_id, count(*) AS number FROM {kept} GROUP BY 1) counted
CROSS JOIN documents CROSS JOIN versions
WHERE documents.id = counted.document_id AND versions.id = documents.version_id AND {documents}"""

_WITHOUT_FINDING = """WITH found AS {found}
SELECT passages.id, found.breadth, passages.weight
FROM found CROSS JOIN passages CROSS JOIN documents
WHERE passages.id = found.id AND documents.id = passages.document_id AND {documents}
  AND NOT EXISTS (SELECT 1 FROM claims WHERE claims.passage_id = found.id AND {findings})
ORDER BY found.breadth DESC, passages.weight DESC, coalesce(documents.latest, '') COLLATE "{collation}" DESC,
  passages.id
LIMIT :most"""


@dataclass(frozen=True, slots=True)
class SearchSql:
    """The statements of one search; `alternatives` are those of the query's ORs, of which more is better."""

    query: Node | None
    alternatives: tuple[Node, ...]
    with_findings: bool
    is_sqlite: bool
    findings: Condition
    documents: Condition

    @classmethod
    def of(cls, question: Question, viewer: Viewer, dialect: Dialect) -> SearchSql:
        """The statements for a question."""
        is_sqlite, query, filters = dialect.name == "sqlite", question.query, question.filters
        findings, documents = conditions(filters, viewer, _collation(is_sqlite))
        return cls(
            query=query,
            alternatives=() if query is None else alternatives(query),
            with_findings=query is None or filters.of_findings,
            is_sqlite=is_sqlite,
            findings=findings,
            documents=documents,
        )

    def found(self) -> TextClause:
        """The findings in all passages that match, and the documents with how many passages of each match."""
        found, values = self._found()
        words = _FOUND.format(
            found=found,
            claimed="MATERIALIZED" if self.with_findings else "NOT MATERIALIZED",
            breadth="found.breadth" if self.query else "0",
            findings=self._of_findings,
            plus="+" if self.query else "",
            documents=self.documents.sql,
            room=ROOM,
            kept="(SELECT DISTINCT id FROM claimed) kept" if self.with_findings else "found",
        )
        return text(words).bindparams(**values, **self.findings.values, **self.documents.values)

    def numbers(self, seen: str) -> TextClause:
        """How many passages match, and how many of those came after the time."""
        found, values = self._found()
        words = _NUMBERS.format(
            found=found,
            collation=_collation(self.is_sqlite),
            room=ROOM,
            kept=f"(SELECT DISTINCT passage_id AS id FROM {self._of_findings}) kept"
            if self.with_findings
            else "found",
            documents=self.documents.sql,
        )
        values |= {**self.documents.values, "seen": seen}
        return text(words).bindparams(**values, **(self.findings.values if self.with_findings else {}))

    def without_finding(self) -> TextClause:
        """The best `:most` passages that match by their words and have no finding."""
        found, values = self._found()
        words = _WITHOUT_FINDING.format(
            found=found,
            findings=self.findings.sql,
            documents=self.documents.sql,
            collation=_collation(self.is_sqlite),
        )
        return text(words).bindparams(**values, **self.findings.values, **self.documents.values)

    @property
    def _of_findings(self) -> str:
        """Where the findings come from: those in passages that match by their words, or all."""
        by_words = "found CROSS JOIN claims WHERE claims.passage_id = found.id AND "
        return f"{by_words if self.query else 'claims WHERE '}{self.findings.sql}"

    def _found(self) -> tuple[str, dict[str, object]]:
        """The passages that match by their words: id, and how many alternatives each has."""
        if self.query is None:
            return "NOT MATERIALIZED (SELECT 0 AS id)", {}
        if not self.is_sqlite:
            return _found_by_tsquery(self.query, self.alternatives, kept=not self.with_findings)
        return _found_by_fts5(self.query, self.alternatives)


def _found_by_fts5(query: Node, options: tuple[Node, ...]) -> tuple[str, dict[str, object]]:
    """FTS5 matches twice faster than SQLite keeps what it matched once: it is kept only to be counted."""
    wanted = [join(And, [query, option]) for option in options] if isinstance(query, And) else options
    values: dict[str, object] = {f"query_{at}": fts5_query(one) for at, one in enumerate(wanted or [query])}
    matching = "SELECT rowid AS id, 0 AS breadth FROM passage_words WHERE passage_words MATCH"
    if not options:
        return f"NOT MATERIALIZED ({matching} :query_0)", values
    each = " UNION ALL ".join(f"{matching} :{name}" for name in values)
    return f"MATERIALIZED (SELECT id, count(*) AS breadth FROM ({each}) GROUP BY id)", values


def _found_by_tsquery(query: Node, options: tuple[Node, ...], *, kept: bool) -> tuple[str, dict[str, object]]:
    """Kept where it is used twice; where findings are asked for the planner may begin with these instead."""
    values: dict[str, object] = {f"option_{at}": tsquery(option) for at, option in enumerate(options)}
    breadth = " + ".join(f"CAST(words @@ CAST(:{name} AS tsquery) AS INTEGER)" for name in values) or "0"
    found = f"SELECT id, {breadth} AS breadth FROM passage_words WHERE words @@ CAST(:query AS tsquery)"
    return f"{'MATERIALIZED' if kept else 'NOT MATERIALIZED'} ({found})", values | {"query": tsquery(query)}


def _collation(is_sqlite: bool) -> str:
    """The order of characters, whatever the database's own order is."""
    return "BINARY" if is_sqlite else "C"

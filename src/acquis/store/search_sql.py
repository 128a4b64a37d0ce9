"""A question in, the SQL of its search out: one text for both engines but for the full-text match.

CROSS JOIN tells SQLite the order of the tables, and a plus before a column that it must not search by it; to
PostgreSQL both say nothing. All values are bound.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from sqlalchemy import ColumnElement, Dialect, TextClause, and_, func, select, text, true
from sqlalchemy.engine.default import DefaultDialect

from acquis.grammar.query import And, Node, Or, alternatives, join
from acquis.model.marking import Viewer
from acquis.store.match import fts5_query, tsquery
from acquis.store.question import Question
from acquis.store.tables import ROOM, claim_actors, claim_targets, claims, documents
from acquis.store.visible import visible_claims, visible_documents

Values: TypeAlias = dict[str, str | int | bool]

# A row for every finding, and a row for every document with the number of its passages that match.
_FOUND = """WITH found AS {once} ({found}),
claimed AS {kept_once} (
  SELECT claims.passage_id AS id, claims.document_id AS document_id, {breadth} AS breadth,
    claims.weight AS weight, claims.act AS act, claims.element AS element, claims.owners AS owners
  FROM {source} WHERE {findings}
    AND +claims.document_id IN (SELECT documents.id FROM documents WHERE {documents}))
SELECT id, document_id, breadth, weight, act, element, owners, NULL AS key FROM claimed
UNION ALL
SELECT NULL, documents.id, 0, counted.number, documents.kind, documents.earliest, documents.latest, documents.key
FROM (SELECT id / {room} AS document_id, count(*) AS number FROM {kept} GROUP BY 1) counted CROSS JOIN documents
WHERE documents.id = counted.document_id AND {documents}"""

_WITHOUT_FINDING = """WITH found AS {once} ({found})
SELECT passages.id, found.breadth, passages.weight
FROM found CROSS JOIN passages CROSS JOIN documents
WHERE passages.id = found.id AND documents.id = passages.document_id AND {documents}
  AND NOT EXISTS (SELECT 1 FROM claims WHERE {findings})
ORDER BY found.breadth DESC, passages.weight DESC, coalesce(documents.latest, '') COLLATE "{collation}" DESC,
  passages.id
LIMIT :most"""


@dataclass(frozen=True, slots=True)
class SearchSql:
    """The statements of one search. `with_findings`: only passages with a finding that meets the filters match."""

    question: Question
    viewer: Viewer
    dialect: Dialect

    @property
    def with_findings(self) -> bool:
        """No words, or a filter on findings: then what has no finding does not match."""
        return self.question.query is None or self.question.filters.of_findings

    def found(self) -> TextClause:
        """The findings in all passages that match, and the documents with how many passages of each match."""
        return self._statement(_FOUND)

    def without_finding(self) -> TextClause:
        """The best passages that match by their words and have no finding; `:most` of them."""
        return self._statement(_WITHOUT_FINDING)

    @property
    def alternatives(self) -> tuple[Node, ...]:
        """What a passage can have more or fewer of: the alternatives of the query's ORs."""
        return alternatives(self.question.query) if self.question.query is not None else ()

    @property
    def is_sqlite(self) -> bool:
        """SQLite, or else PostgreSQL."""
        return self.dialect.name == "sqlite"

    @property
    def collation(self) -> str:
        """The order of dates as text, whatever the database's own order is."""
        return "BINARY" if self.is_sqlite else "C"

    def _statement(self, template: str) -> TextClause:
        found, values = self._found()
        of_findings, of_documents = _Condition.of(self.on_findings()), _Condition.of(self._on_documents())
        # FTS5 matches twice faster than SQLite keeps what it matched once; PostgreSQL does not.
        once = "NOT MATERIALIZED" if self.is_sqlite and not self.alternatives else "MATERIALIZED"
        words = template.format(
            once=once,
            found=found,
            source="claims" if self.question.query is None else "found CROSS JOIN claims",
            breadth="0" if self.question.query is None else "found.breadth",
            findings=of_findings.sql if self.question.query is None else f"claims.passage_id = found.id AND {of_findings.sql}",
            documents=of_documents.sql,
            kept="(SELECT DISTINCT id FROM claimed) kept" if self.with_findings else "found",
            kept_once="MATERIALIZED" if self.with_findings else "NOT MATERIALIZED",
            room=ROOM,
            collation=self.collation,
        )
        return text(words).bindparams(**values, **of_findings.values, **of_documents.values)

    def _found(self) -> tuple[str, Values]:
        """The select of passages by words: id, and how many alternatives of an OR each has."""
        if self.question.query is None:
            return "SELECT 0 AS id, 0 AS breadth", {}
        options = self.alternatives
        return self._found_fts5(self.question.query, options) if self.is_sqlite else _found_postgres(self.question.query, options)

    def _found_fts5(self, query: Node, options: tuple[Node, ...]) -> tuple[str, Values]:
        wanted = [join(And, [query, option]) for option in options] if isinstance(query, And) else list(options)
        values: Values = {f"query_{at}": fts5_query(one) for at, one in enumerate(wanted or [query])}
        selects = [f"SELECT rowid AS id, 0 AS breadth FROM passage_words WHERE passage_words MATCH :{name}" for name in values]
        if not options:
            return selects[0], values
        return f"SELECT id, count(*) AS breadth FROM ({' UNION ALL '.join(selects)}) GROUP BY id", values

    def on_findings(self) -> ColumnElement[bool]:
        """What holds of a finding that is counted and shown."""
        filters = self.question.filters
        seen = visible_claims(self.viewer, include_rejected=filters.include_rejected)
        owned = select(claim_actors.c.claim_id).where(
            claim_actors.c.code == filters.owner, claim_actors.c.part == "owner"
        )
        meant = select(claim_targets.c.claim_id).where(claim_targets.c.concept.in_(sorted(filters.about)))
        return and_(
            seen,
            claims.c.act.in_(filters.acts) if filters.acts else true(),
            claims.c.element == filters.element if filters.element else true(),
            claims.c.id.in_(owned) if filters.owner else true(),
            claims.c.id.in_(meant) if filters.about else true(),
        )

    def _on_documents(self) -> ColumnElement[bool]:
        """What holds of a document that is counted."""
        filters, columns = self.question.filters, documents.c
        first = func.coalesce(columns.earliest, columns.latest).collate(self.collation)
        last = func.coalesce(columns.latest, columns.earliest).collate(self.collation)
        return and_(
            visible_documents(self.viewer),
            last >= filters.since if filters.since else true(),
            first <= f"{filters.until}~" if filters.until else true(),  # "2024~" comes after all of 2024
            columns.kind == filters.kind if filters.kind else true(),
            columns.series_key == filters.series if filters.series else true(),
        )


def _found_postgres(query: Node, options: tuple[Node, ...]) -> tuple[str, Values]:
    values: Values = {f"option_{at}": tsquery(option) for at, option in enumerate(options)}
    breadth = " + ".join(f"CAST(words @@ CAST(:{name} AS tsquery) AS INTEGER)" for name in values) or "0"
    words = f"SELECT id, {breadth} AS breadth FROM passage_words WHERE words @@ CAST(:query AS tsquery)"
    return words, values | {"query": tsquery(query)}


@dataclass(frozen=True, slots=True)
class _Condition:
    """A condition as text with names for its values, as `text()` takes it."""

    sql: str
    values: Values

    @classmethod
    def of(cls, condition: ColumnElement[bool]) -> _Condition:
        dialect = DefaultDialect(paramstyle="named", supports_native_boolean=True)
        compiled = condition.compile(dialect=dialect, compile_kwargs={"render_postcompile": True})
        return cls(str(compiled), dict(compiled.params))

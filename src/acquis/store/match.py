"""A query in; the same query for SQLite's FTS5 and as PostgreSQL's tsquery out.

Words are letters and digits only, so that quotes around them hold in both languages.
"""

from __future__ import annotations

from acquis.grammar.query import And, Node, Not, Or, Phrase, Prefix, Word
from acquis.grammar.words import stem


def fts5_query(query: Node) -> str:
    """The query as FTS5 reads it. FTS5 knows NOT only between two: a NOT (b OR c)."""
    if isinstance(query, Word):
        return f'"{stem(query.text)}"'
    if isinstance(query, Prefix):
        return f'("{query.text}" * OR "{query.whole}")' if query.whole else f'"{query.text}" *'
    if isinstance(query, Phrase):
        return f'"{" ".join(map(stem, query.words))}"'
    if isinstance(query, Or):
        return f"({' OR '.join(map(fts5_query, query.parts))})"
    if isinstance(query, Not):
        raise AssertionError("a Not stands inside an And")
    without = [part.part for part in query.parts if isinstance(part, Not)]
    needed = " AND ".join(fts5_query(part) for part in query.parts if not isinstance(part, Not))
    return f"(({needed}) NOT ({' OR '.join(map(fts5_query, without))}))" if without else f"({needed})"


def tsquery(query: Node) -> str:
    """The query as text that casts to a tsquery; no language of PostgreSQL's touches its words."""
    if isinstance(query, Word):
        return f"'{stem(query.text)}'"
    if isinstance(query, Prefix):
        return f"('{query.text}':* | '{query.whole}')" if query.whole else f"'{query.text}':*"
    if isinstance(query, Phrase):
        return f"({' <-> '.join(tsquery(Word(word)) for word in query.words)})"
    if isinstance(query, Not):
        return f"!{tsquery(query.part)}"
    sign = " & " if isinstance(query, And) else " | "
    return f"({sign.join(map(tsquery, query.parts))})"

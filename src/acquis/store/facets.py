"""The findings and documents of a search in, counts of passages by facet out.

A passage counts once under each of its values: with two acts once under each. `kind`, `year` and `document`
count every passage once, so that each adds up to the total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import Any, NamedTuple, TypeAlias

from sqlalchemy import Connection, Row, bindparam, select

from acquis.model.answers import Count, Facet
from acquis.store.tables import OWNERS_APART, documents

UNDATED = "undated"
_LONGEST_LIST = 10
_TITLES = select(documents.c.key, documents.c.title).where(
    documents.c.id.in_(bindparam("ids", expanding=True))
)


class _Columns(NamedTuple):
    """Where the columns of a finding stand in a row of `SearchSql.found`."""

    passage: int = 0
    document: int = 1
    breadth: int = 2
    weight: int = 3
    act: int = 4
    element: int = 5
    owners: int = 6


FINDING = _Columns()
Found: TypeAlias = Row[Any]


class DocumentRow(NamedTuple):
    """A document with passages that match, and how many they are."""

    id: int
    breadth: int
    number: int
    kind: str
    earliest: str | None
    latest: str | None
    key: str

    @property
    def year(self) -> str:
        """The year it counts under: the first that it may be of."""
        return (self.earliest or self.latest or UNDATED)[:4] if self.earliest or self.latest else UNDATED


def count_facets(
    connection: Connection, findings: Sequence[Found], found: Sequence[DocumentRow]
) -> tuple[Facet, ...]:
    """The facets act, owner, element, kind, year and document; owners and documents are the ten commonest."""
    owners = _by_passage(findings, FINDING.owners, lists=True)
    kinds: Counter[str] = Counter()
    years: Counter[str] = Counter()
    for document in found:
        kinds[document.kind] += document.number
        years[document.year] += document.number
    return (
        _facet("act", _by_passage(findings, FINDING.act)),
        _facet("owner", owners, longest=_LONGEST_LIST),
        _facet("element", _by_passage(findings, FINDING.element)),
        _facet("kind", kinds),
        _facet("year", years),
        _documents(connection, found),
    )


def _by_passage(findings: Sequence[Found], column: int, *, lists: bool = False) -> Counter[str]:
    """Passages by the value of their findings. Most have one finding, which is then simply counted."""
    passages = Counter(map(itemgetter(FINDING.passage), findings))
    single = Counter(row[column] for row in findings if passages[row[FINDING.passage]] == 1)
    several = {
        (row[FINDING.passage], value)
        for row in findings
        if passages[row[FINDING.passage]] > 1
        for value in _values(row[column], lists)
    }
    counts = Counter(value for _, value in several)
    for values, number in single.items():
        for value in set(_values(values, lists)):
            counts[value] += number
    return counts


def _values(value: str | None, lists: bool) -> Iterable[str]:
    if not value:
        return ()
    return value.split(OWNERS_APART) if lists else (value,)


def _facet(
    name: str,
    counts: Mapping[str, int],
    *,
    longest: int | None = None,
    labels: Mapping[str, str] | None = None,
) -> Facet:
    commonest = sorted(counts.items(), key=lambda one: (-one[1], one[0]))[:longest]
    listed = tuple(Count(value, count, (labels or {}).get(value, value)) for value, count in commonest)
    return Facet(name, listed, len(counts))


def _documents(connection: Connection, found: Sequence[DocumentRow]) -> Facet:
    """The documents with most passages, under their titles."""
    commonest = sorted(found, key=lambda document: (-document.number, document.key))[:_LONGEST_LIST]
    rows = connection.execute(_TITLES, {"ids": [document.id for document in commonest]})
    titles = {key: title or key for key, title in rows}
    return _facet("document", {one.key: one.number for one in found}, longest=_LONGEST_LIST, labels=titles)

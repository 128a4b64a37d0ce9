"""The findings and documents of a search in, counts of passages by facet out.

A passage counts once under each of its values: with two acts once under each. `kind`, `year` and `document`
count every passage once, so that each adds up to the total.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import nsmallest
from itertools import compress
from operator import itemgetter, not_
from typing import NamedTuple, TypeVar

from sqlalchemy import Connection, bindparam, select

from acquis.model.answers import Count, Facet
from acquis.model.filters import UNDATED
from acquis.store.codec import OWNERS_APART
from acquis.store.rows import title_of
from acquis.store.tables import documents, versions

_Value = TypeVar("_Value")
_TITLES = (
    select(documents.c.key, documents.c.title, versions.c.location)
    .join(versions, versions.c.id == documents.c.version_id)
    .where(documents.c.id.in_(bindparam("ids", expanding=True, literal_execute=True)))
)


class Findings(NamedTuple):
    """All findings in the passages that match, column by column: there are many, and columns are counted fast."""

    passages: Sequence[int] = ()
    breadths: Sequence[int] = ()
    weights: Sequence[int] = ()
    acts: Sequence[str] = ()
    elements: Sequence[str | None] = ()
    owners: Sequence[str] = ()


class DocumentRow(NamedTuple):
    """A document with passages that match, and how many they are."""

    id: int
    number: int
    kind: str
    earliest: str | None
    latest: str | None
    key: str

    @property
    def year(self) -> str:
        """The year it counts under: the first that it may be of."""
        day = self.earliest or self.latest
        return day[:4] if day else UNDATED


def count_facets(
    connection: Connection, findings: Findings, found: Sequence[DocumentRow], *, longest: int
) -> tuple[Facet, ...]:
    """The facets act, owner, element, kind, year and document; of owners and documents so many, the commonest."""
    kinds: Counter[str] = Counter()
    years: Counter[str] = Counter()
    for document in found:
        kinds[document.kind] += document.number
        years[document.year] += document.number
    counted = _Counted(findings.passages)
    return (
        _facet("act", counted.by(findings.acts)),
        _facet("owner", counted.by_lists(findings.owners), longest=longest),
        _facet("element", counted.by(findings.elements)),
        _facet("kind", kinds),
        _facet("year", years),
        _documents(connection, found, longest),
    )


class _Counted:
    """Passages by the values of their findings. Most have one finding: there, findings are simply counted."""

    def __init__(self, passages: Sequence[int]) -> None:
        numbers = Counter(passages)
        several = {passage for passage, number in numbers.items() if number > 1}
        self._beside = [passage in several for passage in passages]
        self._alone = list(map(not_, self._beside))
        self._several = list(compress(passages, self._beside))

    def by(self, values: Sequence[str | None]) -> Counter[str]:
        """How many passages have each value."""
        counts = Counter(compress(values, self._alone))
        counts.update(map(itemgetter(1), self._pairs(values)))
        return Counter({value: number for value, number in counts.items() if value})

    def by_lists(self, values: Sequence[str]) -> Counter[str]:
        """The same of values that stand in one text, with U+001F between them."""
        pairs = {(passage, one) for passage, some in self._pairs(values) for one in some.split(OWNERS_APART)}
        counts = Counter(one for _, one in pairs)
        for some, number in Counter(compress(values, self._alone)).items():
            for one in set(some.split(OWNERS_APART)):
                counts[one] += number
        del counts[""]
        return counts

    def _pairs(self, values: Iterable[_Value]) -> set[tuple[int, _Value]]:
        """Passage and value of the findings that have others beside them, each once."""
        return set(zip(self._several, compress(values, self._beside), strict=True))


def _facet(
    name: str,
    counts: Mapping[str, int],
    *,
    longest: int | None = None,
) -> Facet:
    commonest = nsmallest(longest or len(counts), counts.items(), key=lambda one: (-one[1], one[0]))
    listed = tuple(Count(value, count, value) for value, count in commonest)
    return Facet(name, listed, len(counts))


def _documents(connection: Connection, found: Sequence[DocumentRow], longest: int) -> Facet:
    """The documents with most passages, under their titles."""
    commonest = nsmallest(longest, found, key=lambda document: (-document.number, document.key))
    rows = connection.execute(_TITLES, {"ids": [document.id for document in commonest]}).all()
    titles = {key: title_of(title, location) for key, title, location in rows}
    listed = tuple(Count(one.key, one.number, titles[one.key]) for one in commonest)
    return Facet("document", listed, len(found))

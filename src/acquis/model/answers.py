"""What comes back when a workspace is asked."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.claim import Act, Element
from acquis.model.document import DocumentKind
from acquis.model.judgement import ClaimStatus
from acquis.model.marking import Marking


@dataclass(frozen=True, slots=True)
class FoundClaim:
    """A finding in short. `start` and `end` are its quote in the document's text."""

    key: str
    act: Act
    owners: tuple[str, ...]
    grade: int | None
    element: Element | None
    status: ClaimStatus
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that matches: its sentence at `start`..`end` of the document's text, and what stands beside it.

    `before` and `after` are the neighbouring sentences, None at the ends of the document. `claims` are the
    findings that begin in it, that the viewer may see, and that meet the filters. `title` is the document's, else
    the last part of where it was found; `earliest` and `latest` bound the day it counts for.
    """

    document: str
    work: str
    title: str
    published: str | None
    kind: DocumentKind
    marking: Marking
    address: str
    sentence: str
    start: int
    end: int
    before: str | None = None
    after: str | None = None
    claims: tuple[FoundClaim, ...] = ()
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many passages that match have this value; `label` is the title of a document, else the value."""

    value: str
    count: int
    label: str


@dataclass(frozen=True, slots=True)
class Facet:
    """The values of one facet, the commonest first, then by value; `distinct` counts those left out too."""

    name: str
    counts: tuple[Count, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class SearchAnswer:
    """Some hits in order of rank, how many passages match in all, and the counts of all that match."""

    hits: tuple[Hit, ...]
    total: int
    facets: tuple[Facet, ...]

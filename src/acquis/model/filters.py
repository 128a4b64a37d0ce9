"""What a search is narrowed to beside its words."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.claim import Act, Element
from acquis.model.document import DocumentKind
from acquis.model.promise import PromiseStatus

# What stands for the year of a document without a date.
UNDATED = "undated"


@dataclass(frozen=True, slots=True)
class Filters:
    """All must hold; an empty one narrows nothing.

    `acts`, `owner`, `joint`, `about` and `element` must hold of one and the same finding. `joint` are owners that
    all own it. `about` are concept ids of which the finding has at least one. `since` and `until` are ISO dates
    ("2024", "2024-05", "2024-05-06"): a document counts when the days that it may be of touch them. `series` is
    compared with `documents.series_key`. `year` is the one under which a document is counted, or `UNDATED`;
    `document` is the key of one, and `came_after` a time (ISO 8601, UTC) after which it came into the workspace.
    """

    acts: tuple[Act, ...] = ()
    owner: str | None = None
    about: frozenset[str] = frozenset()
    element: Element | None = None
    since: str | None = None
    until: str | None = None
    kind: DocumentKind | None = None
    series: str | None = None
    include_rejected: bool = False
    joint: tuple[str, ...] = ()
    year: str | None = None
    document: str | None = None
    came_after: str | None = None

    @property
    def of_findings(self) -> bool:
        """Is anything asked of a finding?"""
        return bool(self.acts or self.owner or self.joint or self.about or self.element)

    @property
    def of_documents(self) -> bool:
        """Is anything asked of a document?"""
        one_of_them = self.year or self.document or self.came_after
        return bool(self.since or self.until or self.kind or self.series or one_of_them)

    @property
    def narrow(self) -> bool:
        """Is anything asked at all?"""
        return self.of_findings or self.of_documents


@dataclass(frozen=True, slots=True)
class PromiseFilters:
    """What a ledger is narrowed to; all must hold, an empty one narrows nothing.

    `party` owns the promise; `counterpart` is another party to it: an owner, an addressee, or a party of the
    meeting or statement it was made in. `series` are words of the name of a series. `about` are concept ids of
    which the promise has at least one. `grade` is the least grade. `since` and `until` are ISO dates that bound
    the day of the promise.
    """

    party: str | None = None
    counterpart: str | None = None
    series: str | None = None
    about: frozenset[str] = frozenset()
    grade: int | None = None
    statuses: tuple[PromiseStatus, ...] = ()
    since: str | None = None
    until: str | None = None


NO_FILTERS = PromiseFilters()

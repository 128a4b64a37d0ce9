"""What a search is narrowed to beside its words."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.claim import Act, Element
from acquis.model.document import DocumentKind


@dataclass(frozen=True, slots=True)
class Filters:
    """All must hold; an empty one narrows nothing.

    `acts`, `owner`, `about` and `element` must hold of one and the same finding. `about` are concept ids of
    which the finding has at least one. `since` and `until` are ISO dates ("2024", "2024-05", "2024-05-06"): a
    document counts when the days that it may be of touch them. `series` is compared with `documents.series_key`.
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

    @property
    def of_findings(self) -> bool:
        """Is anything asked of a finding?"""
        return bool(self.acts or self.owner or self.about or self.element)

    @property
    def narrow(self) -> bool:
        """Is anything asked at all?"""
        return self.of_findings or bool(self.since or self.until or self.kind or self.series)

"""Filters and a viewer in; what must hold of the findings and documents that a search counts and shows, out."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from sqlalchemy import ColumnElement, Select, and_, func, select, true
from sqlalchemy.engine.default import DefaultDialect

from acquis.model.filters import UNDATED, Filters
from acquis.model.marking import Viewer
from acquis.store.tables import claim_actors, claim_targets, claims, documents, versions
from acquis.store.visible import visible_claims, visible_documents

# Both engines understand it: values under names, and a truth value as a condition.
_PLAIN = DefaultDialect(paramstyle="named", supports_native_boolean=True)


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition as text for `sqlalchemy.text`, with its values beside it."""

    sql: str
    values: dict[str, object]

    @classmethod
    def of(cls, condition: ColumnElement[bool]) -> Condition:
        """The text of a condition on one table."""
        compiled = condition.compile(dialect=_PLAIN, compile_kwargs={"render_postcompile": True})
        return cls(str(compiled), dict(compiled.params))


@lru_cache(maxsize=64)
def on_findings(filters: Filters, viewer: Viewer) -> ColumnElement[bool]:
    """What holds of a finding, beside that its document is one of `on_documents`."""
    owners = (filters.owner, *filters.joint) if filters.owner else filters.joint
    meant = select(claim_targets.c.claim_id).where(claim_targets.c.concept.in_(sorted(filters.about)))
    return and_(
        visible_claims(viewer, include_rejected=filters.include_rejected),
        claims.c.act.in_(filters.acts) if filters.acts else true(),
        claims.c.element == filters.element if filters.element else true(),
        *(claims.c.id.in_(_owned_by(owner)) for owner in owners),
        claims.c.id.in_(meant) if filters.about else true(),
    )


def _owned_by(owner: str) -> Select[tuple[int]]:
    return select(claim_actors.c.claim_id).where(claim_actors.c.code == owner, claim_actors.c.part == "owner")


def on_documents(filters: Filters, viewer: Viewer, collation: str) -> ColumnElement[bool]:
    """What holds of a document. Dates are compared as text in the order of their characters."""
    columns = documents.c
    first = func.coalesce(columns.earliest, columns.latest).collate(collation)
    last = func.coalesce(columns.latest, columns.earliest).collate(collation)
    return and_(
        visible_documents(viewer),
        last >= filters.since if filters.since else true(),
        first <= f"{filters.until}~" if filters.until else true(),  # "2024~" comes after every day of 2024
        columns.kind == filters.kind if filters.kind else true(),
        columns.series_key == filters.series if filters.series else true(),
        columns.key == filters.document if filters.document else true(),
        _of_year(filters.year) if filters.year else true(),
        _came_after(filters.came_after, collation) if filters.came_after else true(),
    )


def _of_year(year: str) -> ColumnElement[bool]:
    """The documents that are counted under a year: the first that they may be of."""
    first = func.coalesce(documents.c.earliest, documents.c.latest)
    return first.is_(None) if year == UNDATED else func.substr(first, 1, len("2031")) == year


def _came_after(at: str, collation: str) -> ColumnElement[bool]:
    came = select(versions.c.id).where(versions.c.added_at.collate(collation) > at)
    return documents.c.version_id.in_(came)


@lru_cache(maxsize=64)
def conditions(filters: Filters, viewer: Viewer, collation: str) -> tuple[Condition, Condition]:
    """Those on findings and on documents; put into words once, for a viewer asks the same way again."""
    findings = Condition.of(on_findings(filters, viewer))
    return findings, Condition.of(on_documents(filters, viewer, collation))

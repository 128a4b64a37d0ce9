"""A viewer in, the SQL conditions out under which they see a document or a finding: the one rule, in SQL."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, select

from acquis.model.marking import Marking, Viewer, may_see
from acquis.store.tables import claims, documents, works


def visible_markings(viewer: Viewer) -> tuple[Marking, ...]:
    """All markings that the viewer may see, lowest first."""
    return tuple(marking for marking in Marking if may_see(viewer, marking))


def visible_works(viewer: Viewer) -> ColumnElement[bool]:
    """The condition on `works`."""
    return works.c.marking.in_([int(marking) for marking in visible_markings(viewer)])


def visible_documents(viewer: Viewer) -> ColumnElement[bool]:
    """The condition on `documents`: the newest of its work, and the work may be seen."""
    seen = select(works.c.id).where(visible_works(viewer))
    return and_(documents.c.current, documents.c.work_id.in_(seen))


def visible_claims(viewer: Viewer, *, include_rejected: bool = False) -> ColumnElement[bool]:
    """The condition on `claims`, beside that on its document."""
    highest = int(max(visible_markings(viewer)))
    row = and_(claims.c.least <= highest, claims.c.most >= highest)
    return row if include_rejected else and_(row, claims.c.status != "rejected")

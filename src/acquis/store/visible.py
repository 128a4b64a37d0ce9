"""Who sees which rows: the one rule `may_see` as conditions in SQL, for every way out of the store."""

from __future__ import annotations

from sqlalchemy import ColumnElement, CompoundSelect, and_, exists, or_, select, union

from acquis.model.marking import Marking, Viewer, may_see
from acquis.store.tables import claims, documents, judgements, locations, marks, receipts, works


def allowed(viewer: Viewer) -> list[int]:
    """The markings this viewer may see."""
    return [int(marking) for marking in Marking if may_see(viewer, marking)]


def visible_works(viewer: Viewer) -> ColumnElement[bool]:
    """The works a viewer may see; whatever comes from a document is joined to its work and meets this."""
    return works.c.marking.in_(allowed(viewer))


def visible_documents(viewer: Viewer) -> ColumnElement[bool]:
    """The newest document of every visible work, where documents are not joined to works."""
    seen = select(works.c.id).where(visible_works(viewer))
    return and_(documents.c.current, documents.c.work_id.in_(seen))


def visible_claims(viewer: Viewer, *, include_rejected: bool = False) -> ColumnElement[bool]:
    """The findings of visible works as they stand for this viewer, without what a person rejected."""
    clearance = int(viewer.clearance)
    seen = and_(claims.c.least <= clearance, claims.c.most >= clearance)
    return seen if include_rejected else and_(seen, claims.c.status != "rejected")


def visible_judgements(viewer: Viewer) -> ColumnElement[bool]:
    """The judgements a viewer may see: not marked higher than they may see, nor the work they quote.

    Of a work that was removed, every mark it ever had counts.
    """
    may = allowed(viewer)
    work = works.c.key == judgements.c.work_key
    marked = and_(marks.c.work_key == judgements.c.work_key, marks.c.marking.not_in(may))
    return and_(
        judgements.c.marking.in_(may),
        or_(
            exists().where(work, works.c.marking.in_(may)),
            and_(~exists().where(work), ~exists().where(marked)),
        ),
    )


def hidden_works(viewer: Viewer) -> CompoundSelect[str]:
    """The keys of works, those that were removed included, whose words a viewer may not see: of what quotes several."""
    may = allowed(viewer)
    gone = ~exists().where(works.c.key == marks.c.work_key)
    return union(
        select(works.c.key).where(works.c.marking.not_in(may)),
        select(marks.c.work_key).where(marks.c.marking.not_in(may), gone),
    )


def visible_receipts(viewer: Viewer) -> ColumnElement[bool]:
    """The receipts a viewer may see: of works they may see, and of sources that never became one by their own mark.

    A place where a work is found that they may not see is not named to them, whatever else was met there.
    """
    may = allowed(viewer)
    work = works.c.key == receipts.c.work_key
    place = and_(locations.c.location == receipts.c.location, works.c.id == locations.c.work_id)
    hidden = works.c.marking.not_in(may)
    return and_(receipts.c.marking.in_(may), ~exists().where(work, hidden), ~exists().where(place, hidden))

"""Frames out of the store: what each document is, for one viewer, without its text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Connection, or_, select

from acquis.grammar.edtf import read_edtf
from acquis.model.frame import Frame
from acquis.model.marking import Marking, Viewer
from acquis.store.codec import read_meeting, read_statement, unpack, whole
from acquis.store.rows import title_of
from acquis.store.tables import documents, versions, works
from acquis.store.visible import visible_works


@dataclass(frozen=True, slots=True)
class Moment:
    """What counts: what was published by the day `as_of`, and in this workspace by the day `known_on`."""

    as_of: date | None = None
    known_on: date | None = None

    def counts(self, frame: Frame) -> bool:
        """Does this document count? One without a day does, unless it was not here yet."""
        if self.known_on is not None and frame.added_at[:10] > self.known_on.isoformat():
            return False
        day = frame.counts_from
        return self.as_of is None or day is None or day <= self.as_of

    def heard(self, at: str) -> bool:
        """Was something said (ISO 8601, UTC) by then?"""
        return self.known_on is None or at[:10] <= self.known_on.isoformat()


def find_frames(connection: Connection, viewer: Viewer, moment: Moment | None = None) -> list[Frame]:
    """The frames of the newest version of each work a viewer may see, as far as they count, by day."""
    query = (
        select(
            documents.c.id, documents.c.key, works.c.key.label("work"), versions.c.location, documents.c.title,
            documents.c.published, documents.c.body, documents.c.earliest, documents.c.latest, versions.c.added_at,
            works.c.marking,
        )
        .join_from(documents, works, works.c.id == documents.c.work_id)
        .join(versions, versions.c.id == documents.c.version_id)
        .where(visible_works(viewer), documents.c.current.is_(True))
    )  # fmt: skip
    found = [_frame(row) for row in connection.execute(query)]
    counting = [frame for frame in found if moment is None or moment.counts(frame)]
    return sorted(
        counting, key=lambda frame: (frame.earliest or date.max, frame.latest or date.max, frame.key)
    )


def anything_counts(connection: Connection, viewer: Viewer, moment: Moment) -> bool:
    """Does any document count that a viewer may see?"""
    return _surely(connection, viewer, moment) or bool(find_frames(connection, viewer, moment))


def _surely(connection: Connection, viewer: Viewer, moment: Moment) -> bool:
    """Is there one whose days alone say so? The database finds it without reading what is in the documents."""
    query = (
        select(documents.c.id)
        .join_from(documents, works, works.c.id == documents.c.work_id)
        .join(versions, versions.c.id == documents.c.version_id)
        .where(visible_works(viewer), documents.c.current.is_(True))
    )
    if moment.as_of is not None:
        query = query.where(or_(documents.c.latest.is_(None), documents.c.latest <= moment.as_of.isoformat()))
    if moment.known_on is not None:
        query = query.where(versions.c.added_at < (moment.known_on + timedelta(days=1)).isoformat())
    return connection.execute(query.limit(1)).first() is not None


@whole
def _frame(row: Any) -> Frame:
    body = unpack(row.body)
    meeting, statement = read_meeting(body), read_statement(body)
    speakers = (*statement.speaker.actors, *statement.speaker.on_behalf_of) if statement else ()
    return Frame(
        row=row.id,
        key=row.key,
        work=row.work,
        location=row.location,
        title=title_of(row.title, row.location),
        published=row.published,
        publisher=body["publisher"],
        url=body["url"],
        earliest=_day(row.earliest, last=False),
        latest=_day(row.latest, last=True),
        added_at=row.added_at,
        marking=Marking(row.marking),
        actors=tuple(dict.fromkeys(meeting.parties if meeting else speakers)),
        meeting=meeting,
    )


def _day(words: str | None, *, last: bool) -> date | None:
    """A day of a column, where the last day of any month is written as the 31st."""
    bounds = read_edtf(words[:10]) or read_edtf(words[:7]) if words else None
    return None if bounds is None else bounds.latest if last else bounds.earliest

"""Frames out of the store: what each document is, for one viewer, without its text."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, or_, select

from acquis.grammar.edtf import read_edtf
from acquis.model.frame import Frame
from acquis.model.marking import Marking, Viewer
from acquis.store.codec import read_meeting, read_statement, unpack, whole
from acquis.store.history import newest_documents
from acquis.store.rows import title_of
from acquis.store.tables import documents, versions, works
from acquis.store.visible import visible_works

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Moment:
    """What counts: what was published by the day `as_of`, and in this workspace by then.

    `known_on` ends with a day (UTC), `known_at` at a time (ISO 8601, UTC); where both are given both hold.
    """

    as_of: date | None = None
    known_on: date | None = None
    known_at: str | None = None

    @property
    def knows_all(self) -> bool:
        """Does all count that is in the workspace?"""
        return self.known_on is None and self.known_at is None

    def counts(self, frame: Frame) -> bool:
        """Does this document count? One without a day does, unless it was not here yet."""
        day = frame.counts_from
        return self.heard(frame.added_at) and (self.as_of is None or day is None or day <= self.as_of)

    def heard(self, at: str) -> bool:
        """Was something said, or added (ISO 8601, UTC), by then?"""
        if self.known_on is not None and at[:10] > self.known_on.isoformat():
            return False
        return self.known_at is None or at <= self.known_at


def find_frames(connection: Connection, viewer: Viewer, moment: Moment | None = None) -> list[Frame]:
    """The frames of the newest version of each work a viewer may see, as far as they count, by day.

    Of an earlier moment that version is meant that was the newest then.
    """
    moment = moment or Moment()
    if moment.knows_all:
        found = _find(connection, visible_works(viewer), documents.c.current.is_(True))
    else:
        newest = newest_documents(connection, moment.heard)
        found = [frame for frame in _find(connection, visible_works(viewer)) if frame.row in newest]
    return [frame for frame in found if moment.counts(frame)]


def find_frames_of(connection: Connection, viewer: Viewer, rows: Iterable[int]) -> dict[int, Frame]:
    """The frames of some documents, by row id, as far as a viewer may see them."""
    wanted = sorted(rows)
    parts = (wanted[at : at + _AT_ONCE] for at in range(0, len(wanted), _AT_ONCE))
    found = (_find(connection, visible_works(viewer), documents.c.id.in_(part)) for part in parts)
    return {frame.row: frame for part in found for frame in part}


def find_all_frames(connection: Connection) -> list[Frame]:
    """The frames of every version of every work, by day: for what must serve any viewer and moment."""
    return _find(connection)


def _find(connection: Connection, *conditions: ColumnElement[bool]) -> list[Frame]:
    query = (
        select(
            documents.c.id, documents.c.key, works.c.key.label("work"), versions.c.location, documents.c.title,
            documents.c.published, documents.c.body, documents.c.earliest, documents.c.latest, versions.c.added_at,
            works.c.marking,
        )
        .join_from(documents, works, works.c.id == documents.c.work_id)
        .join(versions, versions.c.id == documents.c.version_id)
        .where(*conditions)
    )  # fmt: skip
    found = [_frame(row) for row in connection.execute(query)]
    return sorted(found, key=lambda frame: (frame.earliest or date.max, frame.latest or date.max, frame.key))


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
    if moment.known_at is not None:
        query = query.where(versions.c.added_at <= moment.known_at)
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
        speaker=statement.speaker if statement else None,
    )


def _day(words: str | None, *, last: bool) -> date | None:
    """A day of a column, where the last day of any month is written as the 31st."""
    bounds = read_edtf(words[:10]) or read_edtf(words[:7]) if words else None
    return None if bounds is None else bounds.latest if last else bounds.earliest

"""Two moments of a workspace in; what came between them and what stands otherwise out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.ledger import Asked, refuse_nothing, settle_ledger
from acquis.analysis.memory import Names, remember
from acquis.errors import RequestError
from acquis.model.frame import Frame
from acquis.model.marking import Viewer
from acquis.model.news import NewDocument, News, Turned
from acquis.model.promise import Promise
from acquis.store.frames import Moment, find_frames
from acquis.store.history import first_came


@dataclass(frozen=True, slots=True)
class Then:
    """The earlier moment: `since` for people, what was known by then, and the day of it."""

    since: str
    known: Moment
    as_of: date

    @classmethod
    def before(cls, day: date) -> Then:
        """As things stood when a day (UTC) began."""
        eve = date.fromordinal(max(day.toordinal() - 1, 1))
        return cls(day.isoformat(), Moment(known_on=eve), eve)

    @classmethod
    def at(cls, time: str) -> Then:
        """As things stood at a time (ISO 8601, UTC)."""
        return cls(time, Moment(known_at=time), date.fromisoformat(time[:10]))

    @property
    def asked(self) -> Asked:
        """The ledger as it was then."""
        return Asked(self.as_of, self.known.known_on, known_at=self.known.known_at)


def find_news(connection: Connection, viewer: Viewer, names: Names, then: Then, today: date) -> News:
    """What a viewer finds new, compared with what was known then.

    Raises NotKept where there are no documents, RequestError for a day that is yet to come or on which the workspace
    was not there.
    """
    refuse_nothing(connection, viewer, Moment())
    frames = find_frames(connection, viewer)
    _refuse(connection, viewer, then, today)
    known = find_frames(connection, viewer, then.known)
    before, now = (
        _promises(connection, viewer, names, then.asked),
        _promises(connection, viewer, names, Asked(today)),
    )
    here = {frame.work for frame in frames}
    told = {key: one for key, one in now.items() if one.same is None or one.same not in before}
    again = {one.same for key, one in now.items() if key in before}  # what an account that was here says too
    turned = (Turned(before[key], one) for key, one in told.items() if key in before)
    return News(
        then.since,
        today,
        len(frames),
        documents=tuple(_new_documents(frames, known)),
        promises=tuple(sorted((one for one in told.values() if _is_new(one, before, again)), key=_firm)),
        turned=tuple(sorted((one for one in turned if one.then.status != one.now.status), key=_weight)),
        gone=tuple(one for key, one in before.items() if key not in now and one.frame.work in here),
    )


def _refuse(connection: Connection, viewer: Viewer, then: Then, today: date) -> None:
    """Raise RequestError for a day that is yet to come, or before all."""
    if then.since[:10] > today.isoformat():
        raise RequestError(f"{then.since} is yet to come; today is {today} (UTC)")
    first = (first_came(connection, viewer) or "")[:10]
    if then.since[:10] < first:
        raise RequestError(f"this workspace had no document before {first}: ask for that day or a later one")


def _promises(connection: Connection, viewer: Viewer, names: Names, asked: Asked) -> dict[str, Promise]:
    """The whole ledger of a moment, by key."""
    memory = remember(connection, viewer, names, asked.moment)
    return {one.key: one for one in settle_ledger(connection, memory, asked).promises}


def _new_documents(frames: Iterable[Frame], known: Iterable[Frame]) -> Iterable[NewDocument]:
    """The documents that were not there, the latest first."""
    works = {frame.work: frame for frame in known}
    new = [frame for frame in frames if frame.work not in works or works[frame.work].key != frame.key]
    new.sort(key=lambda frame: (frame.latest or date.min, frame.key), reverse=True)
    return (NewDocument(frame, works.get(frame.work)) for frame in new)


def _is_new(one: Promise, before: Mapping[str, Promise], again: AbstractSet[str | None]) -> bool:
    """Was it not there, and is it no other account's of one that was?"""
    return one.key not in before and one.key not in again and one.same is None


def _firm(one: Promise) -> tuple[bool, str, int]:
    """What can be checked on a day goes first, the soonest day before later ones, then the firmest grade."""
    latest = one.due.latest if one.due else None
    return latest is None, latest.isoformat() if latest else "", -(one.claim.grade or 0)


def _weight(one: Turned) -> tuple[bool, bool, str]:
    """What rests on a document before what time alone changed, then what has a date."""
    due = one.now.due.edtf if one.now.due else None
    return one.now.evidence is None, due is None, due or ""

"""The story of a series: its editions, the meetings it promised, and what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acquis.model.marking import Marking, highest
from acquis.model.promise import Promise, PromiseStatus
from acquis.model.series import Edition, Series
from acquis.model.when import When


@dataclass(frozen=True, slots=True)
class Awaited:
    """The meeting that comes next: as it was announced (`edition`), or as it was promised (`promise`).

    `status` is that of the promise, or "announced". `overdue` counts the days since the last day it was to be held,
    None where that day has not passed or the words settle none.
    """

    when: When | None
    place: str | None
    status: PromiseStatus | str
    why: str
    overdue: int | None = None
    promise: Promise | None = None
    edition: Edition | None = None


@dataclass(frozen=True, slots=True)
class Story:
    """A series as it stood on a day. `promises` are of meetings of it, by day, told once each.

    `last` is the last edition that was held; `awaited` is None where no document tells of another.
    """

    series: Series
    as_of: date
    last: Edition | None
    promises: tuple[Promise, ...]
    awaited: Awaited | None

    @property
    def overdue(self) -> int:
        """Days since the next meeting was to be held, 0 where it is not overdue."""
        return (self.awaited.overdue if self.awaited else None) or 0

    @property
    def quiet(self) -> int:
        """Days since the last edition ended, 0 where that is not known."""
        ended = self.last.when.latest if self.last and self.last.when else None
        return max((self.as_of - ended).days, 0) if ended else 0

    @property
    def marking(self) -> Marking:
        """The highest of all documents that it is told from."""
        accounts = (one for edition in self.series.editions for one in edition.accounts)
        return highest([*(one.frame.marking for one in accounts), *(one.marking for one in self.promises)])

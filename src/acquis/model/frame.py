"""A frame: what one kept document says it is, without its text: the day it counts for, who speaks, the meeting."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from acquis.model.marking import Marking
from acquis.model.meeting import Meeting
from acquis.model.statement import Speaker


@dataclass(frozen=True, slots=True)
class Frame:
    """One version of a work, the newest at the moment that is asked about. `earliest` and `latest` bound the day it counts for, None where it has none.

    `actors` are the parties of its meeting, or who speaks in it; `speaker` is who does, with person and post; `added_at` is when it came into this workspace
    (ISO 8601, UTC); `row` is the document's row id, which nobody is shown, `location` the file or address it came from.
    """

    row: int = field(repr=False)
    key: str
    work: str
    location: str
    title: str
    published: str | None
    publisher: str | None
    url: str | None
    earliest: date | None
    latest: date | None
    added_at: str
    marking: Marking
    actors: tuple[str, ...] = ()
    meeting: Meeting | None = None
    speaker: Speaker | None = field(default=None, repr=False)

    @property
    def planned(self) -> bool:
        """Does it tell of a meeting still to come? Then the day of the meeting is not the day of the text."""
        return self.meeting is not None and self.meeting.status == "planned"

    @property
    def counts_from(self) -> date | None:
        """The day from which it counts: the last that it may be of; of a plan the first, for it is told before."""
        return self.earliest if self.planned else self.latest

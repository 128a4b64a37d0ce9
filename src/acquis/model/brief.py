"""A brief for a meeting of two parties: short lines in sections, each with the sources it rests on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acquis.model.frame import Frame
from acquis.model.marking import Marking, highest


@dataclass(frozen=True, slots=True)
class Source:
    """Where a line comes from: a document, and the address of the paragraph in it."""

    frame: Frame
    address: str


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One line: what it says (`lead`), the words it rests on (`quote`, none where it states facts), what to add (`tail`).

    There is at least one source.
    """

    lead: str
    quote: str | None
    sources: tuple[Source, ...]
    tail: str = ""

    def __post_init__(self) -> None:
        """Nothing without a source."""
        if not self.sources:
            raise ValueError(f"a line of a brief without a source: {self.lead!r}")


@dataclass(frozen=True, slots=True)
class Seat:
    """Who sat for one side: chairs with their posts, and the bodies with them."""

    party: str
    chairs: tuple[str, ...]
    bodies: tuple[str, ...]
    sources: tuple[Source, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a brief. `empty` says what was looked for, where nothing was found; `more` counts lines left out."""

    title: str
    lines: tuple[BriefLine, ...]
    empty: str
    seats: tuple[Seat, ...] = ()
    more: int = 0


@dataclass(frozen=True, slots=True)
class Brief:
    """What a delegation of `party` needs to know before it meets `counterpart` on a day.

    `series` is the series of their meetings, None where there is none here; `documents` counts what was looked at.
    """

    party: str
    counterpart: str
    on: date
    series: str | None
    documents: int
    sections: tuple[Section, ...]

    @property
    def marking(self) -> Marking:
        """The highest of all sources."""
        lines = (source for section in self.sections for line in section.lines for source in line.sources)
        seats = (source for section in self.sections for seat in section.seats for source in seat.sources)
        return highest(source.frame.marking for source in (*lines, *seats))

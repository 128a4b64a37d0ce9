"""What is new in a workspace since a day, or since somebody last looked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acquis.model.frame import Frame
from acquis.model.marking import Marking, highest
from acquis.model.promise import Promise


@dataclass(frozen=True, slots=True)
class NewDocument:
    """A document that came; `before` is the version of the same work that was known then, where there was one."""

    frame: Frame
    before: Frame | None = None


@dataclass(frozen=True, slots=True)
class Turned:
    """A promise that stands otherwise: as it stood then, by what was known then, and as it stands now."""

    then: Promise
    now: Promise


@dataclass(frozen=True, slots=True)
class News:
    """What came and what changed since `since`, a day or a time (ISO 8601, UTC), as things stand on `as_of`.

    `gone` are promises that a newer version of their document no longer makes in these words. `first` says that
    nobody of this name and clearance had looked before: then nothing is told. `documents_here` counts all documents.
    """

    since: str | None
    as_of: date
    documents_here: int
    documents: tuple[NewDocument, ...] = ()
    promises: tuple[Promise, ...] = ()
    turned: tuple[Turned, ...] = ()
    gone: tuple[Promise, ...] = ()
    first: bool = False

    @property
    def anything(self) -> bool:
        """Is there anything new?"""
        return bool(self.documents or self.promises or self.turned or self.gone)

    @property
    def marking(self) -> Marking:
        """The highest of all in it."""
        shown = (*self.promises, *self.gone, *(each for one in self.turned for each in (one.then, one.now)))
        return highest([*(one.frame.marking for one in self.documents), *(one.marking for one in shown)])

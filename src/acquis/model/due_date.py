"""A due date: what a calendar holds of a promise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acquis.model.marking import Marking


@dataclass(frozen=True, slots=True)
class DueDate:
    """Something due on a day, or by the end of the time from `earliest` to `latest`.

    `uid` names it for ever: an event with the same `uid` takes the place of the one that was there.
    `status` is what the ledger says of the promise.
    """

    uid: str
    summary: str
    description: str
    earliest: date
    latest: date
    location: str | None
    url: str | None
    marking: Marking
    status: str

    def __post_init__(self) -> None:
        """Time does not run backwards."""
        if self.latest < self.earliest:
            raise ValueError(f"due by {self.latest}, but not before {self.earliest}")

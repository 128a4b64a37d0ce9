"""What a person keeps for themselves: searches under a name, and the visits they pay."""

from __future__ import annotations

from dataclasses import dataclass

MOST_SAVED = 100
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A search that somebody keeps: `question` is the end of its address. Times are ISO 8601 in UTC."""

    name: str
    question: str
    made_at: str
    looked_at: str


@dataclass(frozen=True, slots=True)
class SavedCount:
    """A saved search with how many sentences it finds now, and how many of documents that came since it was looked at.

    `problem` says why it cannot be asked any more: then nothing is counted.
    """

    saved: SavedSearch
    total: int = 0
    new: int = 0
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Visit:
    """When a visit began, and the one before it; None where it is the first. ISO 8601 in UTC."""

    began_at: str
    before_at: str | None = None

"""An anchor: how a place is found again in another version of a work, or after a better reader."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CONTEXT = 48
Nearness = Literal["exact", "near", "lost"]


@dataclass(frozen=True, slots=True)
class Anchor:
    """Words of one work with up to 48 characters before and after them.

    `work` is the key of the work: its symbol, its address, or `sha256:` and the first digits of its first bytes.
    """

    work: str
    quote: str
    before: str
    after: str

    @classmethod
    def at(cls, work: str, text: str, start: int, end: int) -> Anchor:
        """The anchor of `text[start:end]`."""
        return cls(work, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where an anchor stands in a text, and how surely; `lost` has no place (start = end = 0)."""

    start: int
    end: int
    nearness: Nearness


LOST = Resolved(0, 0, "lost")

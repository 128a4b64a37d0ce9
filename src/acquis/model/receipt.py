"""The receipt of one reading: what was read, what was skipped and why."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Skipped:
    """A part that was not read for claims: where, and why in words."""

    where: str
    why: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """Counts of one reading; `seconds` is wall time."""

    paragraphs: int
    sentences: int
    skipped: tuple[Skipped, ...]
    reader: str
    seconds: float

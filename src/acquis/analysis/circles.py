"""Whose a document is: the parties of its meeting, or who speaks in it; groups count with their members."""

from __future__ import annotations

from acquis.model.frame import Frame


def circle_of(frame: Frame) -> tuple[str, ...]:
    """The actors among whose later documents a promise is followed."""
    return frame.actors

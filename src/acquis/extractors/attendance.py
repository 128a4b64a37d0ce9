"""Participants and observers of a meeting: the bodies the text says took part.

In: material, events and parties. Out: `Attendance`. Lists are cut at commas and "and" outside the names of bodies.
"""

from __future__ import annotations

from dataclasses import dataclass

from acquis.extractors.material import Material
from acquis.extractors.meeting_events import Event
from acquis.model.meeting import Role


@dataclass(frozen=True, slots=True)
class Attendance:
    """Bodies by role, in the order of the text."""

    participants: tuple[Role, ...] = ()
    observers: tuple[Role, ...] = ()


def find_attendance(material: Material, events: tuple[Event, ...], parties: tuple[str, ...]) -> Attendance:
    """The bodies that took part."""
    return Attendance()

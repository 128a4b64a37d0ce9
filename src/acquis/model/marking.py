"""Markings of the Traffic Light Protocol, who may see what, and the highest of several.

Source: FIRST, Traffic Light Protocol (TLP) version 2.0, https://www.first.org/tlp/.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import IntEnum


class Marking(IntEnum):
    """A TLP 2.0 label, from what all may see to what only the named recipients may see."""

    CLEAR = 0
    GREEN = 1
    AMBER = 2
    AMBER_STRICT = 3
    RED = 4

    @property
    def label(self) -> str:
        """As it is printed: "TLP:AMBER+STRICT"."""
        return f"TLP:{self.name.replace('_', '+')}"


@dataclass(frozen=True, slots=True)
class Viewer:
    """Somebody who asks: `clearance` is the most restrictive marking that they may see."""

    clearance: Marking


EVERYTHING = Viewer(Marking.RED)


def may_see(viewer: Viewer, marking: Marking) -> bool:
    """The one rule of all ways out: a viewer sees what is marked no higher than their clearance."""
    return marking <= viewer.clearance


def highest(markings: Iterable[Marking]) -> Marking:
    """The most restrictive of several; CLEAR where there are none."""
    return max(markings, default=Marking.CLEAR)


def read_marking(words: str) -> Marking | None:
    """The marking behind "amber+strict", "TLP:RED" or "Amber Strict" in any case; None where it is none."""
    name = words.strip().upper().removeprefix("TLP:").strip()
    for sign in "+- ":
        name = name.replace(sign, "_")
    return Marking.__members__.get(name)

"""Who sat, chaired or spoke for whom: persons and bodies with their posts over time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from acquis.model.frame import Frame
from acquis.model.marking import Marking, highest
from acquis.model.meeting import RoleName
from acquis.model.when import When

Part = RoleName | Literal["speaker"]


@dataclass(frozen=True, slots=True)
class Appearance:
    """One document that names somebody: in which part, under which spelling and post, word for word.

    `name` is None where it names a body alone. `occasion` is the series of the meeting or the forum, where the
    document says it; `when` is the day of the meeting, None where the document's own day is all there is.
    """

    part: Part
    name: str | None
    post: str | None
    organisation: str | None
    occasion: str | None
    when: When | None
    frame: Frame


@dataclass(frozen=True, slots=True)
class Attendant:
    """A person, or where `person` is False a body, for one party; the oldest appearance first.

    `name` is the spelling used most, `spellings` are all; `party` is None where no document says for whom they came.
    """

    name: str
    person: bool
    spellings: tuple[str, ...]
    party: str | None
    appearances: tuple[Appearance, ...]

    @property
    def marking(self) -> Marking:
        """The highest of all documents that name them."""
        return highest(one.frame.marking for one in self.appearances)

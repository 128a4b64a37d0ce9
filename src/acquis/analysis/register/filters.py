"""What a question to the register is narrowed to, and which owners count for it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from acquis.analysis.hearing import ALWAYS, Hearing, Period
from acquis.analysis.register.counting import Round
from acquis.analysis.states import States
from acquis.model.claim import Act
from acquis.model.register import Ground
from acquis.store.voices import Listening, Voice


@dataclass(frozen=True, slots=True)
class RegisterFilters:
    """All must hold; what is None or empty narrows nothing. `owner` is a code or name, `region` and `group` narrow States.

    `limit` is how many sentences are shown of each kind; None shows all.
    """

    owner: str | None = None
    acts: tuple[Act, ...] = ()
    region: str | None = None
    group: str | None = None
    period: Period = ALWAYS
    limit: int | None = 20

    def listening(self, concepts: frozenset[str]) -> Listening:
        """The voices to be asked for."""
        return Listening(concepts=concepts, acts=self.acts, owner=self.owner)

    def round_of(self, states: States, heard: Iterable[str] = ()) -> Round:
        """Who is counted: one owner, or States of a region or group (with the group), or all and any other that is heard.

        Raises RequestError for a region there is not.
        """
        if self.owner is not None:
            one = (self.owner,) if self.owner in states.by_code else ()
            return Round(states, one, frozenset({self.owner}).__contains__)
        known = (*heard, *states.members_of(self.group or ""))
        counted = tuple(states.counted(known, region=self.region, group=self.group))
        if self.region is None and self.group is None:
            return Round(states, counted, lambda _owner: True)
        chosen = states.counted(states.by_code, region=self.region, group=self.group)
        return Round(states, counted, frozenset((*chosen, *filter(None, (self.group,)))).__contains__)


def owners_of(voices: Iterable[Voice]) -> dict[str, None]:
    """All owners of voices, each once, in order."""
    return dict.fromkeys(owner for voice in voices for owner in voice.owners)


def ground_of(hearing: Hearing) -> Ground:
    """What was looked through."""
    days = [day for one in hearing.documents.values() for day in (one.earliest, one.latest) if day]
    return Ground(len(hearing.documents), min(days, default=None), max(days, default=None), hearing.undated)

"""Voices in, counts out: who speaks, who reports, in how many documents; and each speaker by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from acquis.analysis.hearing import Hearing, day_of, manner_of
from acquis.analysis.states import States
from acquis.model.claim import Act
from acquis.model.register import Speaker, Tally
from acquis.model.utterance import Manner
from acquis.store.voices import Heard, Voice


@dataclass(slots=True)
class Count:
    """What is heard on one thing, as it is counted."""

    states: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    reporting: set[str] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    sentences: set[int] = field(default_factory=set)

    @property
    def tally(self) -> Tally:
        """The numbers."""
        return Tally(
            len(self.states), len(self.groups), len(self.reporting), len(self.documents), len(self.sentences)
        )


class Manners:
    """How owners are heard in documents, each worked out once: hundreds of thousands are asked for."""

    def __init__(self, hearing: Hearing) -> None:
        self._documents = hearing.documents
        self._known: dict[tuple[int, str], Manner] = {}

    def of(self, voice: Voice, owner: str) -> Manner:
        """How this owner of a voice is heard."""
        key = (voice.document, owner)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = manner_of(self._documents[voice.document], owner)
        return found


def count_voices(
    hearing: Hearing, keys_of: Callable[[Voice], Iterable[str]], states: States, wanted: Callable[[str], bool]
) -> dict[str, Count]:
    """What is heard on each of the keys that a voice counts for; owners that are not wanted count for nothing."""
    manners = Manners(hearing)
    counts: dict[str, Count] = {}
    for voice in hearing.voices:
        owners = [owner for owner in voice.owners if wanted(owner)]
        if not owners:
            continue
        itself = [owner for owner in owners if manners.of(voice, owner) != "told by another"]
        for key in keys_of(voice):
            _add(counts.setdefault(key, Count()), voice, itself, states)
    return counts


def _add(count: Count, voice: Voice, itself: list[str], states: States) -> None:
    count.documents.add(voice.document)
    count.sentences.add(voice.claim)
    for owner in itself:
        if owner in states.by_code:
            count.states.add(owner)
            if voice.act == "report":
                count.reporting.add(owner)
        else:
            count.groups.add(owner)


@dataclass(slots=True)
class _Saying:
    """What one owner is heard to say, as it is gathered."""

    acts: Counter[Act] = field(default_factory=Counter)
    documents: set[int] = field(default_factory=set)
    manners: Counter[Manner] = field(default_factory=Counter)


def find_speakers(hearing: Hearing, wanted: Callable[[str], bool]) -> dict[str, Speaker]:
    """Every wanted owner of the voices with its acts, days and manner."""
    manners = Manners(hearing)
    found: dict[str, _Saying] = {}
    for voice in hearing.voices:
        for owner in filter(wanted, voice.owners):
            saying = found.setdefault(owner, _Saying())
            saying.acts[voice.act] += 1
            saying.documents.add(voice.document)
            saying.manners[manners.of(voice, owner)] += 1
    return {code: _speaker(code, saying, hearing.documents) for code, saying in found.items()}


def _speaker(code: str, saying: _Saying, documents: Mapping[int, Heard]) -> Speaker:
    days = sorted(day for one in saying.documents if (day := day_of(documents[one])))
    return Speaker(
        code=code,
        acts=by_number(saying.acts),
        first=days[0] if days else None,
        last=days[-1] if days else None,
        sentences=saying.acts.total(),
        documents=len(saying.documents),
        jointly=saying.manners["jointly"],
        told=saying.manners["told by another"],
    )


def by_number(acts: Counter[Act]) -> tuple[tuple[Act, int], ...]:
    """Acts with their counts, the commonest first, then by name."""
    return tuple(sorted(acts.items(), key=lambda one: (-one[1], one[0])))

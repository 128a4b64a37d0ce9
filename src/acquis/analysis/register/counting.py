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
from acquis.store.voices import Heard, Mention, Voice


@dataclass(slots=True)
class Count:
    """What is heard on one thing, as it is counted."""

    states: set[str] = field(default_factory=set)
    groups: set[str] = field(default_factory=set)
    reporting: set[str] = field(default_factory=set)
    documents: set[int] = field(default_factory=set)
    findings: set[int] = field(default_factory=set)

    @property
    def tally(self) -> Tally:
        """The numbers."""
        return Tally(
            len(self.states), len(self.groups), len(self.reporting), len(self.documents), len(self.findings)
        )

    def take(self, other: Count) -> None:
        """Count what another one has as well."""
        self.states |= other.states
        self.groups |= other.groups
        self.reporting |= other.reporting
        self.documents |= other.documents
        self.findings |= other.findings


@dataclass(frozen=True, slots=True)
class Round:
    """Who is counted: the States of the vocabulary, those an answer is about, and whether an owner counts for it."""

    states: States
    counted: tuple[str, ...]
    wanted: Callable[[str], bool]


_Owners = tuple[frozenset[str], frozenset[str]]


@dataclass(slots=True)
class _Mentioned:
    """What is heard on one concept, each kind of owners once: to count every finding's takes several times as long."""

    findings: list[int] = field(default_factory=list)
    documents: list[int] = field(default_factory=list)
    owners: set[_Owners] = field(default_factory=set)
    reporting: set[frozenset[str]] = field(default_factory=set)

    def count(self) -> Count:
        """All of it together."""
        states, groups = (set[str]().union(*side) for side in zip(*self.owners, strict=True))
        reporting = set[str]().union(*self.reporting)
        return Count(states, groups, reporting, set(self.documents), set(self.findings))


def count_mentions(
    mentions: Iterable[Mention], documents: Mapping[int, Heard], round_of: Round
) -> dict[str, Count]:
    """What is heard on each concept in these documents; owners that do not count are left out.

    Hundreds of thousands are counted: who owns what in a document is worked out once.
    """
    heard: dict[str, _Mentioned] = {}
    known: dict[tuple[int, tuple[str, ...]], _Owners | None] = {}
    for concept, document, claim, act, owners in mentions:
        if document not in documents:
            continue
        key = (document, owners)
        if key not in known:
            known[key] = _owners(owners, documents[document], round_of)
        found = known[key]
        if found is None:
            continue
        one = heard.get(concept) or heard.setdefault(concept, _Mentioned())
        one.findings.append(claim)
        one.documents.append(document)
        one.owners.add(found)
        if act == "report":
            one.reporting.add(found[0])
    return {concept: one.count() for concept, one in heard.items()}


def _owners(owners: Iterable[str], heard: Heard, round_of: Round) -> _Owners | None:
    """The States and the others that speak themselves; None where no owner counts."""
    wanted = list(filter(round_of.wanted, owners))
    if not wanted:
        return None
    itself = frozenset(one for one in wanted if manner_of(heard, one) != "told by another")
    states = frozenset(itself & round_of.states.by_code.keys())
    return states, itself - states


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

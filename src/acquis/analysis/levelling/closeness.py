"""How close two actors are, and why, in words: language, region, groups, work they already do together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from acquis.analysis.hearing import Hearing, day_of
from acquis.analysis.levelling.languages import language_name, official_languages
from acquis.analysis.states import States
from acquis.store.rows import title_of
from acquis.store.voices import Heard

# Of more parties, or in a larger group, nobody knows that two of them work together.
_MOST_PARTIES, _LARGEST_GROUP = 10, 40
LANGUAGE, REGION, GROUP, TOGETHER = 0.8, 0.8, 0.5, 1.0
MOST = LANGUAGE + REGION + TOGETHER


@dataclass(frozen=True, slots=True)
class Closeness:
    """What is known of pairs of actors. `together` says by two codes, in order, in which text they work together."""

    states: States
    together: Mapping[tuple[str, str], str] = field(default_factory=dict)
    languages: Mapping[str, frozenset[str]] = field(default_factory=official_languages)

    def of(self, one: str, other: str) -> tuple[float, tuple[str, ...]]:
        """How much speaks for the pair, 0 to MOST, and why."""
        reasons = list(self._reasons(one, other))
        return min(MOST, sum(worth for worth, _ in reasons)), tuple(why for _, why in reasons)

    def _reasons(self, one: str, other: str) -> Iterable[tuple[float, str]]:
        shared = self.languages.get(one, frozenset()) & self.languages.get(other, frozenset())
        if shared:
            names = " and ".join(sorted(map(language_name, shared)))
            yield LANGUAGE, f"{names} official in both"
        region = self.states.region(one)
        if region is not None and region == self.states.region(other):
            yield REGION, f"both of the region {region}"
        pair = (min(one, other), max(one, other))
        if pair in self.together:
            yield TOGETHER, f"already together in {self.together[pair]}"
        groups = [group for group in self.states.groups_of(one) if group in _both(self.states, other)]
        if groups:
            yield GROUP, f"both in {', '.join(sorted(groups))}"


def _both(states: States, other: str) -> set[str]:
    """The groups of an actor that are small enough to say something, its regional group aside."""
    return {
        group for group in states.groups_of(other)
        if len(states.by_group[group]) <= _LARGEST_GROUP and not _regional(group)
    }  # fmt: skip


def _regional(group: str) -> bool:
    """The regional groups of the United Nations say no more than the region."""
    return group in ("AFRICAN-GROUP", "ASIA-PACIFIC-GROUP", "EASTERN-EUROPEAN-GROUP", "GRULAC", "WEOG")


def work_together(hearing: Hearing) -> dict[tuple[str, str], str]:
    """Pairs of actors that a meeting or a joint promise brought together, with the latest text that says so."""
    found: dict[tuple[str, str], str] = {}
    for heard in hearing.documents.values():
        if heard.kind == "communique" and 2 <= len(heard.actors) <= _MOST_PARTIES:
            found |= dict.fromkeys(_pairs(heard.actors), f"the meeting {_source(heard)}")
    for voice in hearing.voices:
        if voice.act == "commitment" and 2 <= len(voice.owners) <= _MOST_PARTIES:
            told = f"a promise of both {_source(hearing.documents[voice.document])}"
            for pair in _pairs(voice.owners):
                found.setdefault(pair, told)
    return found


def _pairs(codes: Iterable[str]) -> Iterable[tuple[str, str]]:
    return combinations(sorted(set(codes)), 2)


def _source(heard: Heard) -> str:
    day = day_of(heard)
    return f"“{title_of(heard.title, heard.location)}” ({', '.join(filter(None, (day, heard.key)))})"

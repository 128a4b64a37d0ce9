"""The States of the vocabulary: regions, groups on a day, and which of them an answer is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from acquis.errors import RequestError
from acquis.model.concept import Concept
from acquis.vocabulary import Vocabulary, load_vocabulary


@dataclass(frozen=True, slots=True)
class Membership:
    """A State is in a group between two ISO days; None is open."""

    state: str
    group: str
    since: str | None
    until: str | None

    def holds(self, day: str | None) -> bool:
        """Is it a member on a day (ISO; a year counts as its end)? Without a day: now."""
        if day is None:
            return self.until is None
        last = f"{day}-12-31"[: max(10, len(day))] if len(day) < 10 else day
        return (self.since or "") <= last and (self.until is None or last <= self.until)


@dataclass(frozen=True, slots=True)
class States:
    """All States by code, those of the United Nations first to be counted; memberships by State and by group."""

    by_code: Mapping[str, Concept]
    by_state: Mapping[str, tuple[Membership, ...]]
    by_group: Mapping[str, tuple[Membership, ...]]

    @property
    def members(self) -> tuple[str, ...]:
        """The codes of the 193 members of the United Nations, in the order of the vocabulary."""
        return tuple(code for code, one in self.by_code.items() if one.member)

    @property
    def regions(self) -> tuple[str, ...]:
        """The names of the regional groups, sorted."""
        return tuple(sorted({one.region for one in self.by_code.values() if one.region}))

    def region(self, code: str) -> str | None:
        """The regional group of a State; None for what is no State, or has none."""
        concept = self.by_code.get(code)
        return concept.region if concept else None

    def groups_of(self, code: str, day: str | None = None) -> tuple[str, ...]:
        """The groups a State is in on a day; without one, now."""
        return tuple(one.group for one in self.by_state.get(code, ()) if one.holds(day))

    def members_of(self, group: str, day: str | None = None) -> tuple[str, ...]:
        """The members of a group on a day, as far as they are certain; empty for what is no group."""
        return tuple(one.state for one in self.by_group.get(group, ()) if one.holds(day))

    def counted(
        self, heard: Iterable[str], *, region: str | None = None, group: str | None = None
    ) -> list[str]:
        """The States an answer is about: the members, and any other State that is heard; of a region or group.

        Raises RequestError for a region there is not.
        """
        if region is not None and region not in self.regions:
            raise RequestError(f"no region {region!r}; there are {', '.join(self.regions)}")
        chosen = dict.fromkeys((*self.members, *(code for code in heard if code in self.by_code)))
        within = set(self.members_of(group)) if group else None
        return [
            code for code in chosen
            if (region is None or self.region(code) == region) and (within is None or code in within)
        ]  # fmt: skip


@lru_cache(maxsize=8)
def states_of(files: tuple[Path, ...]) -> States:
    """The States of the vocabulary with the user's files."""
    return states_in(load_vocabulary(files))


def states_in(vocabulary: Vocabulary) -> States:
    """The States of a vocabulary that is at hand."""
    by_code = {one.code: one for one in vocabulary.of_kind("state") if one.code}
    memberships = [
        Membership(state, group.code, since, until)
        for group in vocabulary.of_kind("group")
        if group.code
        for state, since, until in group.members
    ]
    by_state: dict[str, list[Membership]] = {}
    by_group: dict[str, list[Membership]] = {}
    for one in memberships:
        by_state.setdefault(one.state, []).append(one)
        by_group.setdefault(one.group, []).append(one)
    return States(
        by_code,
        {code: tuple(some) for code, some in by_state.items()},
        {code: tuple(some) for code, some in by_group.items()},
    )


@lru_cache(maxsize=512)
def spelt(actor: Concept) -> re.Pattern[str]:
    """The names and adjectives of a State or group as they are written in a sentence."""
    names = {actor.name, *(name.text for name in actor.names), *actor.adjectives}
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest_first))})\b")

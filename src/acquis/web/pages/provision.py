"""One provision in; what it says, who is heard on it as a map and a table, the sentences, and who is not heard, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from typing import Annotated

from fastapi import Query
from pydantic import Field

from acquis.analysis.implementation.answer import Wish
from acquis.analysis.register.filters import RegisterFilters
from acquis.errors import NotKept, RequestError
from acquis.exporters.register import provision_table
from acquis.exporters.rows import Table
from acquis.model.implementation import NOTHING, Implementation, Kind
from acquis.model.marking import Marking, highest
from acquis.model.register import ProvisionHeard
from acquis.model.utterance import Utterance
from acquis.vocabulary.agreed import find_agreed
from acquis.web.desk import AtDesk, Desk
from acquis.web.evidence import MARKS, THROUGH, OnState, on_states
from acquis.web.sides import (
    Choices,
    OfSides,
    by_name,
    group_asked,
    groups_of,
    region_asked,
    state_asked,
    world_of,
)
from acquis.web.world import Shown, WorldMap, draw

_WORDED: tuple[Kind, ...] = ("reported by itself", "confirmed by another's text", "contested")


class ProvisionAsked(OfSides):
    """Whose words on it; `limit` is how many of the newest sentences are shown."""

    limit: Annotated[int, Field(ge=1, le=500)] = 20


@dataclass(frozen=True, slots=True)
class Told:
    """The newest sentences of one kind of evidence, each with the State that it is evidence of."""

    kind: Kind
    said: tuple[tuple[str, Utterance], ...]


@dataclass(frozen=True, slots=True)
class ProvisionPage:
    """A provision. `states` are those with evidence, by name; `told` the newest sentence of each on what was done.

    Of the States in `silent` no evidence is found.
    """

    asked: ProvisionAsked
    title: str
    key: str
    heard: ProvisionHeard
    states: tuple[OnState, ...]
    told: tuple[Told, ...]
    silent: tuple[str, ...]
    counts: tuple[tuple[str, int], ...]
    regions: tuple[str, ...]
    groups: Choices
    marking: Marking
    map: WorldMap = field(repr=False)

    def table(self) -> Table:
        """One sentence a row."""
        return provision_table(self.heard, "")


@dataclass(frozen=True, slots=True)
class _Evidence:
    """What is remembered of an answer on one provision."""

    states: tuple[OnState, ...]
    told: tuple[Told, ...]
    marking: Marking = Marking.CLEAR


def fill_provision(desk: AtDesk, provision: str, asked: Annotated[ProvisionAsked, Query()]) -> ProvisionPage:
    """The page of a provision, by its id or a name. Raises RequestError, NotKept for what is none."""
    key = _key(desk, provision)
    state, region = state_asked(desk, asked.state), region_asked(desk, asked.region)
    group, period = group_asked(desk, asked.group), asked.period
    filters = RegisterFilters(owner=state, region=region, group=group, period=period, limit=asked.limit)
    heard = desk.remember(
        ("provision", key, filters),
        lambda: desk.workspace.provision(key, filters=filters, viewer=desk.viewer),
    )
    of_state = state if state in world_of(desk).by_code else None
    wish = Wish(frozenset({key}), None, of_state, region, group, period, words=True)
    found = desk.remember(("evidence", wish), lambda: _evidence(desk, wish))
    with_any = tuple(one for one in found.states if one.newest)
    return ProvisionPage(
        asked=asked,
        title=heard.entry.name,
        key=key.partition(".")[2],
        heard=heard,
        states=with_any,
        told=found.told,
        silent=tuple(one.name for one in found.states if not one.newest),
        counts=_counts(found.states),
        regions=world_of(desk).regions,
        groups=groups_of(desk),
        marking=highest((heard.marking, found.marking)),
        map=draw(map(_shown, found.states)),
    )


def _key(desk: Desk, typed: str) -> str:
    """The id: of a word that an element has too ("norms"), that of the provision."""
    if f"provision.{typed}" in desk.vocabulary.concepts.entries:
        return f"provision.{typed}"
    try:
        key = find_agreed(desk.vocabulary, typed)
    except RequestError as problem:
        raise NotKept(f"{problem}; /framework lists all provisions") from problem
    if not key.startswith("provision."):
        raise NotKept(f"{typed[:60]!r} is an element; /framework?element={key.partition('.')[2]} shows it")
    return key


def _evidence(desk: Desk, wish: Wish) -> _Evidence:
    """What the States have; none where the viewer may see no document."""
    try:
        answer = desk.workspace.implementation(wish, viewer=desk.viewer)
    except NotKept:
        return _Evidence((), ())
    states = tuple(on_states(answer, by_name(desk, answer.states)))
    return _Evidence(states, tuple(_told(answer, states)), answer.marking)


def _told(answer: Implementation, states: Iterable[OnState]) -> Iterator[Told]:
    """The newest words behind each kind that tells of something done, by the names of the States."""
    known, words = {one.state: one for one in answer.cells}, answer.utterances
    for kind in _WORDED:
        said = tuple(
            (state.code, words[trace.key])
            for state in states
            if state.code in known
            for trace in known[state.code].of_kind(kind)[::-1]
            if trace.key in words
        )
        if said:
            yield Told(kind, said)


def _counts(states: Iterable[OnState]) -> tuple[tuple[str, int], ...]:
    many = dict.fromkeys(MARKS, 0)
    for one in states:
        for kind in one.kinds:
            many[kind] += 1
    return tuple((kind, number) for kind, number in many.items() if number)


def _shown(one: OnState) -> Shown:
    """The pattern is that of what a State reports, else what others confirm, else what it speaks to; words say all."""
    contested = "contested" in one.kinds
    plain = [kind for kind in one.kinds if kind != "contested"]
    kind = MARKS[plain[0] if plain else NOTHING]
    shown = Shown(one.code, kind, f"{one.name}: {_words(one)}")
    return replace(shown, contested=contested)


def _words(one: OnState) -> str:
    if one.through:
        return f"{THROUGH}, {', '.join(one.through)}"
    return ", ".join(one.kinds)

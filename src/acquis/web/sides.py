"""Whose words, and of which days: what the forms of several pages ask in common, and what it means."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast, get_args

from acquis.analysis.hearing import Period
from acquis.analysis.states import States, states_in
from acquis.errors import RequestError
from acquis.grammar.edtf import read_edtf
from acquis.model.claim import Element
from acquis.model.when import When
from acquis.vocabulary.lookup import STATES_AND_GROUPS, find_actor
from acquis.web.asked import Asked, Words, one_of
from acquis.web.desk import Desk

ELEMENTS: tuple[Element, ...] = get_args(Element)
Choices = tuple[tuple[str, str], ...]


class OfDays(Asked):
    """A period: the first and the last day that count, each a day, a month or a year."""

    since: Words = ""
    until: Words = ""

    @property
    def period(self) -> Period:
        """The days. Raises RequestError for what is no date."""
        first, last = (_when(words) for words in (self.since, self.until))
        return Period(first.start if first else None, last.end if last else None)


class OfSides(OfDays):
    """Whose words are asked for: one State, those of a regional group, or a group with its members."""

    state: Words = ""
    region: Words = ""
    group: Words = ""


def _when(words: str) -> When | None:
    if not words:
        return None
    when = read_edtf(words)
    if when is None:
        raise RequestError(f"{words[:60]!r} is no date; expected 2031, 2031-05 or 2031-05-02")
    return when


def world_of(desk: Desk) -> States:
    """The States of the vocabulary with their regions and groups."""
    return desk.remember("States", lambda: states_in(desk.vocabulary))


def state_asked(desk: Desk, words: str) -> str | None:
    """The code of a State or group that was typed, None where none was. Raises RequestError with the nearest names."""
    return find_actor(desk.vocabulary, words, among=STATES_AND_GROUPS) if words else None


def region_asked(desk: Desk, words: str) -> str | None:
    """A regional group. Raises RequestError with those there are."""
    return one_of(words, world_of(desk).regions)


def group_asked(desk: Desk, words: str) -> str | None:
    """A group whose members are known. Raises RequestError."""
    code = state_asked(desk, words)
    if code is not None and not world_of(desk).members_of(code):
        raise RequestError(f"{words[:60]!r}: no group whose members the vocabulary knows")
    return code


def element_asked(words: str) -> Element | None:
    """An element of the framework. Raises RequestError with those there are."""
    return cast("Element | None", one_of(words, ELEMENTS))


def groups_of(desk: Desk) -> Choices:
    """The groups whose members are known, as a form lists them: code and name."""
    world = world_of(desk)
    return by_name(desk, (code for code in world.by_group if world.members_of(code)))


def by_name(desk: Desk, codes: Iterable[str]) -> Choices:
    """Codes with their names, in the order of the names."""
    return tuple(sorted(((code, desk.name_of(code)) for code in codes), key=lambda one: one[1].casefold()))

"""A party and words in; who chaired, took part or spoke for it, with posts over time and the documents, out."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import Annotated

from fastapi import Query
from pydantic import Field

from acquis.exporters.cards import period
from acquis.exporters.notes import day_words
from acquis.exporters.rows import Row, Table
from acquis.grammar.words import normal_words
from acquis.model.attendance import Appearance, Attendant
from acquis.model.marking import highest
from acquis.vocabulary.lookup import find_actor
from acquis.web.asked import Asked, Words
from acquis.web.desk import AtDesk, Desk

_AT_ONCE = 60


class PeopleAsked(Asked):
    """For whom they came, words of a name, post or body, and which page of them."""

    party: Words = ""
    q: Words = ""
    page: Annotated[int, Field(ge=1, le=1000)] = 1


@dataclass(frozen=True, slots=True)
class Side:
    """Those of one party on this page; `party` is None where no document says for whom they came."""

    party: str | None
    people: tuple[Attendant, ...]


@dataclass(frozen=True, slots=True)
class PeoplePage:
    """The people and bodies that are asked for; `parties` are all that have some: code, name and how many."""

    asked: PeopleAsked
    total: int
    sides: tuple[Side, ...]
    parties: tuple[tuple[str, str, int], ...]
    pages: int
    title: str = "People and posts"

    def table(self) -> Table:
        """One appearance a row."""
        people = [one for side in self.sides for one in side.people]
        rows = tuple(_row(one, seen) for one in people for seen in one.appearances)
        return Table("people", rows, highest(one.marking for one in people), "")


def fill_people(desk: AtDesk, asked: Annotated[PeopleAsked, Query()]) -> PeoplePage:
    """Who sat, chaired or spoke. Raises RequestError for a party that nobody knows."""
    everybody = desk.remember("people", lambda: desk.workspace.people(viewer=desk.viewer))
    party = find_actor(desk.vocabulary, asked.party) if asked.party else None
    words = set(normal_words(asked.q))
    chosen = [
        one for one in everybody if (party is None or one.party == party) and words <= _words_of(one, words)
    ]
    first = (asked.page - 1) * _AT_ONCE
    shown = chosen[first : first + _AT_ONCE]
    sides = tuple(Side(each, tuple(some)) for each, some in groupby(shown, key=lambda one: one.party))
    return PeoplePage(asked, len(chosen), sides, _parties(desk, everybody), -(-len(chosen) // _AT_ONCE))


def _words_of(one: Attendant, wanted: set[str]) -> set[str]:
    """The words of all that is printed of somebody; none are needed where none are wanted."""
    if not wanted:
        return set()
    told = (
        *one.spellings,
        *(part for seen in one.appearances for part in (seen.post, seen.organisation) if part),
    )
    return set(normal_words(" ".join(told)))


def _parties(desk: Desk, everybody: tuple[Attendant, ...]) -> tuple[tuple[str, str, int], ...]:
    grouped = groupby(everybody, key=lambda one: one.party)
    counts = [(party, desk.name_of(party), sum(1 for _ in some)) for party, some in grouped if party]
    return tuple(sorted(counts, key=lambda one: one[1]))


def _row(one: Attendant, seen: Appearance) -> Row:
    return {
        "name": one.name, "person": one.person, "party": one.party, "part": seen.part, "spelling": seen.name,
        "post": seen.post, "organisation": seen.organisation, "occasion": seen.occasion,
        "when": period(seen.when) or day_words(seen.frame), "document": seen.frame.key, "title": seen.frame.title,
        "published": seen.frame.published, "marking": seen.frame.marking.label,
    }  # fmt: skip

"""Words and filters in, the page of passages out, with counts by facet that narrow it; without any, what is saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, get_args

from fastapi import Query
from pydantic import Field

from acquis.exporters.cards import concept_name
from acquis.exporters.rows import Row, Table
from acquis.model.answers import Count, Facet, SearchAnswer
from acquis.model.claim import Act, Element
from acquis.model.document import DocumentKind
from acquis.model.marking import highest
from acquis.model.saved import LONGEST_NAME, SavedCount
from acquis.store.question import DEEPEST_OFFSET, MOST_HITS
from acquis.store.typed import MOST_PARTIES, TypedSearch
from acquis.web.asked import Asked, Words
from acquis.web.desk import AtDesk, Desk
from acquis.web.pages.chosen import Chosen, chosen_of, narrowed

_AT_ONCE = 25
_LISTED = 200
_DEEPEST = DEEPEST_OFFSET // _AT_ONCE
_NOTHING = SearchAnswer((), 0, ())


class SearchAsked(Asked):
    """Words and filters of a search as `TypedSearch` has them, and which page of the results."""

    q: Words = ""
    act: Words = ""
    owner: Words = ""
    party: Annotated[tuple[Words, ...], Field(max_length=MOST_PARTIES)] = ()
    about: Words = ""
    element: Words = ""
    since: Words = ""
    until: Words = ""
    kind: Words = ""
    series: Words = ""
    year: Words = ""
    document: Words = ""
    came: Words = ""
    rejected: Words = ""
    page: Annotated[int, Field(ge=1, le=_DEEPEST)] = 1

    @property
    def typed(self) -> TypedSearch:
        """The search, whatever page of it is shown."""
        return TypedSearch(**self.model_dump(exclude={"page"}))


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The passages of one page of results, and how many there are in all.

    `chosen` are the filters with the address that each is gone from, `narrowing` the counts with the address that
    each value leads to, None where it is chosen already. `saved` is what this person saved, told where nothing is
    asked; `saved_as` is the name under which this very search is saved.
    """

    asked: SearchAsked
    answer: SearchAnswer
    chosen: tuple[Chosen, ...] = ()
    narrowing: tuple[Narrowing, ...] = ()
    saved: tuple[SavedCount, ...] = ()
    saved_as: str | None = None
    acts: tuple[str, ...] = get_args(Act)
    elements: tuple[str, ...] = get_args(Element)
    kinds: tuple[str, ...] = get_args(DocumentKind)
    at_once: int = _AT_ONCE
    title: str = "Search"
    everything: Callable[[], SearchAnswer] = field(default=lambda: _NOTHING, repr=False, compare=False)

    @property
    def pages(self) -> int:
        """How many pages of results can be turned to."""
        return min(-(-self.answer.total // _AT_ONCE), _DEEPEST)

    @property
    def longest_name(self) -> int:
        """How long the name of a saved search may be."""
        return LONGEST_NAME

    @property
    def most_rows(self) -> int:
        """How many rows a table of it has at most."""
        return MOST_HITS

    def table(self) -> Table:
        """One passage a row: all of the answer, or the first of them, which the table then says."""
        answer = self.everything()
        rows: tuple[Row, ...] = tuple(
            {
                "document": hit.document, "title": hit.title, "published": hit.published, "address": hit.address,
                "sentence": " ".join(hit.sentence.split()), "marking": hit.marking.label,
            }
            for hit in answer.hits
        )  # fmt: skip
        note = f"the first {len(rows)} of {answer.total}" if len(rows) < answer.total else ""
        return Table("passages", rows, highest(hit.marking for hit in answer.hits), "", note)


@dataclass(frozen=True, slots=True)
class Narrowing:
    """The values of a facet: each with its words, its count and where it leads; `left_out` are not named."""

    name: str
    values: tuple[Value, ...]
    left_out: int


@dataclass(frozen=True, slots=True)
class Value:
    """One value of a facet."""

    words: str
    count: int
    leads_to: str | None


def fill_search(desk: AtDesk, asked: Annotated[SearchAsked, Query()]) -> SearchPage:
    """The passages that match. Raises RequestError for what cannot be asked."""
    if not asked.anything:
        return SearchPage(asked, _NOTHING, saved=tuple(_counted(desk)))
    typed = asked.typed
    first = (asked.page - 1) * _AT_ONCE
    answer = desk.workspace.search(
        typed.question(desk.vocabulary, limit=_AT_ONCE, offset=first, listed=_LISTED), viewer=desk.viewer
    )
    return SearchPage(
        asked,
        answer,
        chosen=chosen_of(desk, typed, answer),
        narrowing=tuple(_narrowing(desk, typed, one) for one in answer.facets if one.counts),
        saved_as=_saved_as(desk, typed),
        everything=lambda: desk.workspace.search(
            typed.question(desk.vocabulary, limit=MOST_HITS), viewer=desk.viewer
        ),
    )


def _narrowing(desk: Desk, typed: TypedSearch, facet: Facet) -> Narrowing:
    values = (
        Value(_words(desk, facet.name, one), one.count, _leads_to(desk, typed, facet.name, one))
        for one in facet.counts
    )
    return Narrowing(facet.name, tuple(values), facet.distinct - len(facet.counts))


def _words(desk: Desk, facet: str, one: Count) -> str:
    match facet:
        case "owner":
            return desk.name_of(one.value)
        case "element":
            return concept_name(f"element.{one.value}", desk.vocabulary)
    return one.label


def _leads_to(desk: Desk, typed: TypedSearch, facet: str, one: Count) -> str | None:
    other = narrowed(desk, typed, facet, one.value)
    return f"/search?{other.address}" if other != typed else None


def _counted(desk: Desk) -> list[SavedCount]:
    """What this person saved, counted again where it or the workspace has changed; one answer in memory, not many."""
    saved = tuple(desk.workspace.saved_searches(by=desk.whose))
    return desk.remember(("saved", saved), lambda: desk.workspace.count_saved(saved, viewer=desk.viewer))


def _saved_as(desk: Desk, typed: TypedSearch) -> str | None:
    """The name under which this search is saved, if it is."""
    saved = desk.workspace.saved_searches(by=desk.whose)
    return next((one.name for one in saved if one.question == typed.address), None)

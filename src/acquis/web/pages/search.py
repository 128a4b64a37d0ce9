"""Words and filters in, the page of passages out, with counts by facet that narrow it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, get_args

from fastapi import Query
from pydantic import Field

from acquis.exporters.rows import Row, Table
from acquis.model.answers import SearchAnswer
from acquis.model.claim import Act, Element
from acquis.model.document import DocumentKind
from acquis.model.filters import Filters
from acquis.model.marking import highest
from acquis.store.question import Question
from acquis.vocabulary.lookup import find_actor, find_concepts
from acquis.web.asked import Asked, Words, one_of
from acquis.web.desk import AtDesk, Desk

_AT_ONCE = 25
_NOTHING = SearchAnswer((), 0, ())


class SearchAsked(Asked):
    """Words and filters of a search, and which page of the results."""

    q: Words = ""
    act: Words = ""
    owner: Words = ""
    about: Words = ""
    element: Words = ""
    since: Words = ""
    until: Words = ""
    kind: Words = ""
    page: Annotated[int, Field(ge=1, le=400)] = 1


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The passages of one page of results, and how many there are in all."""

    asked: SearchAsked
    answer: SearchAnswer
    acts: tuple[str, ...] = get_args(Act)
    elements: tuple[str, ...] = get_args(Element)
    kinds: tuple[str, ...] = get_args(DocumentKind)
    at_once: int = _AT_ONCE
    title: str = "Search"

    @property
    def pages(self) -> int:
        """How many pages of results there are."""
        return -(-self.answer.total // _AT_ONCE)

    def table(self) -> Table:
        """One passage a row."""
        rows: tuple[Row, ...] = tuple(
            {
                "document": hit.document, "title": hit.title, "published": hit.published, "address": hit.address,
                "sentence": " ".join(hit.sentence.split()), "marking": hit.marking.label,
            }
            for hit in self.answer.hits
        )  # fmt: skip
        return Table("passages", rows, highest(hit.marking for hit in self.answer.hits), "")


def fill_search(desk: AtDesk, asked: Annotated[SearchAsked, Query()]) -> SearchPage:
    """The passages that match. Raises RequestError for what cannot be asked."""
    if not asked.anything:
        return SearchPage(asked, _NOTHING)
    question = Question.of(asked.q, _filters(desk, asked), limit=_AT_ONCE, offset=(asked.page - 1) * _AT_ONCE)
    return SearchPage(asked, desk.workspace.search(question, viewer=desk.viewer))


def _filters(desk: Desk, asked: SearchAsked) -> Filters:
    act = one_of(asked.act, get_args(Act))
    return Filters(
        acts=(act,) if act else (),
        owner=find_actor(desk.vocabulary, asked.owner) if asked.owner else None,
        about=find_concepts(desk.vocabulary, asked.about) if asked.about else frozenset(),
        element=one_of(asked.element, get_args(Element)),
        since=asked.since or None,
        until=asked.until or None,
        kind=one_of(asked.kind, get_args(DocumentKind)),
    )

"""A search in; what it is narrowed to, each with the address without it, and the search that is narrower by a value, out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from acquis.exporters.cards import concept_name
from acquis.model.answers import SearchAnswer
from acquis.store.typed import MOST_PARTIES, TypedSearch
from acquis.vocabulary.lookup import find_actor
from acquis.web.desk import Desk

# The filters that are one value each, by what a person calls them.
_NAMES = {
    "q": "Words",
    "act": "Act",
    "owner": "Who",
    "about": "About",
    "element": "Element",
    "since": "Since",
    "until": "Until",
    "kind": "Kind",
    "series": "Series",
    "year": "Year",
    "document": "Document",
    "came": "Came after",
    "rejected": "Rejected findings",
}


@dataclass(frozen=True, slots=True)
class Chosen:
    """One filter in words, and where the search is without it."""

    name: str
    words: str
    without: str


def chosen_of(desk: Desk, typed: TypedSearch, answer: SearchAnswer) -> tuple[Chosen, ...]:
    """All that the search is narrowed to, its words first."""
    return tuple(_chosen(desk, typed, answer))


def _chosen(desk: Desk, typed: TypedSearch, answer: SearchAnswer) -> Iterator[Chosen]:
    for name, called in _NAMES.items():
        value = getattr(typed, name)
        if value:
            yield Chosen(called, _words(desk, name, value, answer), _address(typed.having(name, "")))
    for one in typed.party:
        others = tuple(other for other in typed.party if other != one)
        yield Chosen("Who", desk.name_of(one), _address(replace(typed, party=others)))


def _address(typed: TypedSearch) -> str:
    return f"/search?{typed.address}" if typed.address else "/search"


def _words(desk: Desk, name: str, value: str, answer: SearchAnswer) -> str:
    """A value as a person reads it; a document by its title, where it is told of."""
    match name:
        case "owner":
            return desk.name_of(value)
        case "about":
            return concept_name(value, desk.vocabulary)
        case "element":
            return concept_name(f"element.{value}", desk.vocabulary)
        case "document":
            told = (one for facet in answer.facets if facet.name == name for one in facet.counts)
            return next((one.label for one in told if one.value == value), value)
        case "came":
            return f"{value[:10]} {value[11:16]}".strip()
        case "act":
            return " or ".join(part.strip() for part in value.split(","))
    return value


def narrowed(desk: Desk, typed: TypedSearch, facet: str, value: str) -> TypedSearch:
    """The search with one value of a facet more, on its first page.

    An owner stands in the form where the vocabulary has the code and nobody stands there yet, else beside it, exactly
    as it was counted.
    """
    if facet != "owner":
        return typed.having(facet, value)
    if value in typed.party or len(typed.party) >= MOST_PARTIES:
        return typed
    if typed.owner and find_actor(desk.vocabulary, typed.owner) == value:
        return typed
    if not typed.owner and value in desk.vocabulary.codes and value == value.upper():
        return typed.having("owner", value)
    return replace(typed, party=(*typed.party, value))

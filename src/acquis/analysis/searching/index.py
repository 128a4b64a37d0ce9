"""Passages of documents in order of their days; which of them share rare terms with a promise out.

Everything is held in flat arrays of numbers, about 150 bytes a passage, so that a million passages fit in memory.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from heapq import nlargest
from itertools import pairwise

from acquis.analysis.searching.rarity import rarity
from acquis.analysis.searching.terms import HEADING, Said

# Postings that one promise may look at: its rarest terms come first. What bounds the cost of a large workspace.
_BUDGET = 4_000
_SHORT = 0.4  # the power of a passage's size that divides its likeness: a long one shares more by chance
_NAME = 4.5  # the most that a term of an actor's name tells: what "japan" or "korea" tell in a large archive
_TELLING = 3.5  # two neighbours that are both at least as rare are a phrase, and looked up as one
_TITLE = 0.5  # what a term in the title of the document counts, of one in the sentence


@dataclass(frozen=True, slots=True)
class Home:
    """A document of the index: its row id, the days that it may be of (proleptic ordinals), how it is marked.

    `circle` are the actors it is of, empty where nobody knows; `named` are the actors in its title.
    """

    row: int
    first: int
    last: int
    marking: int
    circle: frozenset[str]
    title: frozenset[int] = frozenset()
    named: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Query:
    """A promise to be looked for. Terms are numbers of the index; see `asking.py`.

    `worth` is the weight of each of its terms times its rarity; `pairs` what two neighbouring terms are worth when
    they are neighbours again; `around` are terms that stand near it. `after` is the day its document is surely out.
    `total`, `all_pairs`, `terms` and `beside` are sums and keys of these, reckoned once.
    """

    weights: dict[int, float]
    worth: dict[int, float]
    pairs: dict[tuple[int, int], float]
    around: dict[int, float]
    actors: frozenset[str]
    circle: frozenset[str]
    after: int
    total: float
    all_pairs: float
    terms: frozenset[int]
    beside: frozenset[int]


@dataclass(slots=True)
class Index:
    """The passages of some documents, the oldest first.

    `names` are the terms of names of States and groups: whoever they are, they stand everywhere, and tell little.
    """

    names: frozenset[str] = frozenset()
    names_of_terms: list[str] = field(default_factory=list)
    numbers: dict[str, int] = field(default_factory=dict)
    rarities: list[float] = field(default_factory=list)
    postings: list[array[int]] = field(default_factory=list)
    phrases: dict[tuple[int, int], array[int]] = field(default_factory=dict)
    homes: list[Home] = field(default_factory=list)
    home_of: array[int] = field(default_factory=lambda: array("I"))
    ids: array[int] = field(default_factory=lambda: array("q"))
    places: dict[int, int] = field(default_factory=dict)
    signs: bytearray = field(default_factory=bytearray)
    sizes: array[float] = field(default_factory=lambda: array("f"))
    sums: array[float] = field(default_factory=lambda: array("f"))
    sections: array[int] = field(default_factory=lambda: array("q"))
    terms: list[array[int]] = field(default_factory=list)
    actors: list[frozenset[str]] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    firsts: list[int] = field(default_factory=list)
    titles: dict[int, list[int]] = field(default_factory=dict)
    _circles: dict[frozenset[str], bytearray] = field(default_factory=dict)
    _around: dict[int, frozenset[int]] = field(default_factory=dict)
    _alike: dict[frozenset[str], frozenset[str]] = field(default_factory=dict)

    def number(self, term: str) -> int:
        """The number of a term, made where it is new."""
        found = self.numbers.get(term)
        if found is None:
            found = self.numbers[term] = len(self.rarities)
            self.rarities.append(min(rarity(term), _NAME) if term in self.names else rarity(term))
            self.postings.append(array("I"))
            self.names_of_terms.append(term)
        return found

    def add(self, home: Home, passages: Iterable[tuple[int, Said]]) -> None:
        """Add a document that is no older than the last one, with its passages by id."""
        at, section = len(self.homes), -1
        self.homes.append(home)
        for term in home.title:
            self.titles.setdefault(term, []).append(at)
        self.starts.append(len(self.ids))
        self.firsts.append(home.first)
        for passage_id, said in passages:
            number = len(self.ids)
            if said.signs & HEADING:
                section = number
            terms = array("I", map(self.number, said.terms))
            for term in set(terms):
                self.postings[term].append(number)
            for pair in self._phrases(terms):
                self.phrases.setdefault(pair, array("I")).append(number)
            self.ids.append(passage_id)
            self.places[passage_id] = number
            self.home_of.append(at)
            self.signs.append(said.signs)
            self.sections.append(section if section != number else -1)
            values = [self.rarities[term] for term in set(terms)]
            self.sums.append(sum(values) or 1.0)
            self.sizes.append((sum(value * value for value in values) or 1.0) ** (_SHORT / 2))
            self.terms.append(terms)
            self.actors.append(self._alike.setdefault(said.actors, said.actors))

    def _phrases(self, terms: array[int]) -> set[tuple[int, int]]:
        rarities = self.rarities
        return {
            (one, other)
            for one, other in pairwise(terms)
            if rarities[one] >= _TELLING and rarities[other] >= _TELLING
        }

    def after(self, day: int) -> int:
        """The first document that is surely later than a day."""
        return bisect_right(self.firsts, day)

    def at(self, passage: int) -> int:
        """The number of a passage by its id."""
        return self.places[passage]

    def around(self, number: int) -> frozenset[int]:
        """The terms near a passage: of its neighbours, its heading and the title of its document."""
        found = self._around.get(number)
        if found is None:
            home = self.home_of[number]
            near = [number - 1, number + 1, self.sections[number]]
            inside = [n for n in near if 0 <= n < len(self.ids) and self.home_of[n] == home]
            found = frozenset().union(self.homes[home].title, *(self.terms[n] for n in inside))
            self._around[number] = found
        return found

    def nearest(self, query: Query, most: int) -> list[tuple[float, int]]:
        """The passages after the promise that share most with it: (likeness, number), the best first."""
        first_home = self.after(query.after)
        if first_home >= len(self.homes):
            return []
        shared = self._shared(query, self.starts[first_home])
        titled, theirs = self._titled(query), self._theirs(query.circle)
        sizes, home_of = self.sizes, self.home_of
        scored = [
            ((value + titled.get(at, 0.0)) / sizes[number], number)
            for number, value in shared.items()
            if theirs[at := home_of[number]]
        ]
        return nlargest(most, scored)

    def _titled(self, query: Query) -> dict[int, float]:
        """What the titles of documents share with a query, where they share anything."""
        titled: defaultdict[int, float] = defaultdict(float)
        for term, weight in query.weights.items():
            for at in self.titles.get(term, ()):
                titled[at] += _TITLE * weight * self.rarities[term] ** 2
        return titled

    def _theirs(self, circle: frozenset[str]) -> bytearray:
        """For each document, whether it is of one of these actors; where nobody knows whose it is, it may be."""
        found = self._circles.get(circle)
        if found is None or len(found) < len(self.homes):
            homes = self.homes
            found = bytearray(
                not (circle and home.circle and circle.isdisjoint(home.circle)) for home in homes
            )
            self._circles[circle] = found
        return found

    def _shared(self, query: Query, first: int) -> dict[int, float]:
        """What each later passage shares, by the rarest terms and phrases as far as the budget goes."""
        shared: defaultdict[int, float] = defaultdict(float)
        lists = [
            (len(postings) - begin, value, begin, postings)
            for value, postings in self._lists(query)
            if (begin := bisect_left(postings, first)) < len(postings)
        ]
        left = _BUDGET
        for length, value, begin, postings in sorted(lists, key=lambda one: (one[0], one[1])):
            left -= length
            if left < 0 and shared:
                break
            for number in postings[begin:]:
                shared[number] += value
        return shared

    def _lists(self, query: Query) -> Iterator[tuple[float, array[int]]]:
        """The postings of each term and phrase of a query, with what a passage on them is worth."""
        weights, rarities = query.weights, self.rarities
        for term, weight in weights.items():
            yield weight * rarities[term] ** 2, self.postings[term]
        for pair in query.pairs:
            postings = self.phrases.get(pair)
            if postings is not None:
                one, other = pair
                weight = max(weights.get(one, 0.0), weights.get(other, 0.0))
                yield weight * rarities[one] * rarities[other], postings


def ordinal(day: date | None) -> int:
    """A day as a number, 0 where there is none."""
    return day.toordinal() if day else 0

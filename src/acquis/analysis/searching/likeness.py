"""A promise and a later passage in; how surely the one tells of the other, and why, out.

A small linear model over what the two share. Its weights were learnt on the tuning half of a list of true pairs of
promise and sequel (docs/ledger.md); each is a number one can read.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from operator import mul
from typing import NamedTuple

from acquis.analysis.searching.index import Index, Query
from acquis.analysis.searching.terms import AHEAD, DONE, HEADING, NOW, plain_text, term_of
from acquis.grammar.words import plain_words

# Each value with its weight: what the index found; the share of the promise's terms; of its pairs of neighbours; the
# rarest shared term; shared pairs and the longest shared phrase by their rarity (logarithms); the share of the
# passage's own terms; terms of the promise near the passage, and of what stands around the promise in it; parties
# named in both, and others; days between (logarithm); words of something done, told as news, still to come; a
# heading; the length.
WEIGHTS = {
    "first": 0.385, "share": 3.6026, "alike": 3.3936, "rarest": 0.149, "phrases": 0.1727, "phrase": 0.1152,
    "own": 1.4749, "near": 2.9752, "near-promise": 5.9353, "parties": 0.9378, "others": -0.2349, "days": -0.1227,
    "done": 0.576, "now": 0.4269, "ahead": -0.1026, "heading": 0.8183, "length": -0.6322,
}  # fmt: skip
FEATURES = tuple(WEIGHTS)
_INTERCEPT = -3.6034
# The model is taught by pairs alone; over all promises, most of which have no sequel here, it is surer than right.
_MIDDLE, _STEEPNESS = 2.0, 0.7
_TERMS = 60.0
_TOLD = 4
_PHRASE = 9.0
_AROUND = 20.0


class Shared(NamedTuple):
    """What a passage shares with a promise: the terms, and the pairs of neighbours."""

    terms: set[int]
    worth: float
    rarest: float
    pairs: float
    longest: float


def shared(index: Index, query: Query, number: int) -> Shared:
    """Compare term by term, in one pass."""
    worth, pairs, rarities = query.worth, query.pairs, index.rarities
    found: set[int] = set()
    total = rarest = run = longest = 0.0
    seen: set[tuple[int, int]] = set()
    pair_total, before = 0.0, -1
    for term in index.terms[number]:
        value = worth.get(term)
        if value is None:
            run = 0.0
        else:
            if term not in found:
                found.add(term)
                total += value
                rarest = max(rarest, rarities[term])
            pair = (before, term)
            worth_of_pair = pairs.get(pair)
            if worth_of_pair is None:
                run = 0.0
            else:
                run = (run or rarities[before]) + rarities[term]
                longest = max(longest, run)
                if pair not in seen:
                    seen.add(pair)
                    pair_total += worth_of_pair
        before = term
    return Shared(found, total, rarest, pair_total, longest)


def score_of(values: Sequence[float]) -> float:
    """How surely, 0 to 1, by the values of FEATURES."""
    total = _INTERCEPT + sum(map(mul, WEIGHTS.values(), values))
    return 1.0 / (1.0 + math.exp(-_STEEPNESS * (total - _MIDDLE)))


def reasons_of(index: Index, query: Query, number: int, later: str) -> tuple[str, ...]:
    """Why, in words for a person: the shared words that tell most, the actors, the time between.

    `later` is the passage, whose words stand for their terms.
    """
    both = shared(index, query, number)
    names = index.names_of_terms
    telling = sorted(both.terms, key=lambda term: (-query.worth[term], names[term]))[:_TOLD]
    home = index.homes[index.home_of[number]]
    words = {term_of(word): word for word in plain_words(plain_text(later))}
    told = [f"shares {', '.join(words.get(names[term], names[term]) for term in telling)}"] if telling else []
    if both.longest >= _PHRASE:
        told.append("a phrase in common")
    if query.actors and query.actors & (index.actors[number] | home.named):
        told.append("the same parties named")
    return (*told, f"{home.first - query.after} days later")


def features(index: Index, query: Query, number: int, first: float) -> tuple[float, ...]:
    """The values of FEATURES; `first` is the likeness that the index gave."""
    both = shared(index, query, number)
    home = index.homes[index.home_of[number]]
    terms, signs = index.terms[number], index.signs[number]
    total, all_pairs, rarities, worth = query.total, query.all_pairs, index.rarities, query.worth
    near = sum([worth[term] for term in query.terms & index.around(number) if term not in both.terms])
    beside = sum([query.around[term] * rarities[term] for term in query.beside.intersection(terms)])
    named = index.actors[number] | home.named
    return (
        math.log(first + 0.01),
        both.worth / total,
        both.pairs / all_pairs,
        both.rarest,
        math.log(both.pairs + 1.0),
        math.log(both.longest + 1.0),
        sum([rarities[term] for term in both.terms]) / index.sums[number],
        near / total,
        beside / _AROUND,
        len(named & query.actors) / len(query.actors) if query.actors else 0.0,
        len(named - query.actors) / len(named) if named else 0.0,
        math.log(max(1, home.first - query.after)),
        float(bool(signs & DONE)),
        float(bool(signs & NOW)),
        float(bool(signs & AHEAD)),
        float(bool(signs & HEADING)),
        min(len(terms), _TERMS) / _TERMS,
    )

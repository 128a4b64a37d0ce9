"""A promise and a later passage in; how surely the one tells of the other, and why, out.

A small linear model over what the two share. Its weights were learnt on the tuning half of a list of true pairs of
promise and sequel (docs/ledger.md); each is a number one can read.
"""

from __future__ import annotations

import math
from typing import NamedTuple

from acquis.analysis.searching.index import Index, Query
from acquis.analysis.searching.terms import AHEAD, DONE, HEADING, NOW

FEATURES = (
    "first", "share", "alike", "rarest", "phrases", "phrase", "own", "near", "near-promise", "parties", "others",
    "days", "done", "now", "ahead", "heading", "length",
)  # fmt: skip
_TERMS = 60.0
_AROUND = 20.0


class Shared(NamedTuple):
    """What a passage shares with a promise: the terms, and the pairs of neighbours."""

    terms: frozenset[int]
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
    return Shared(frozenset(found), total, rarest, pair_total, longest)


def features(index: Index, query: Query, number: int, first: float) -> tuple[float, ...]:
    """The values of FEATURES; `first` is the likeness that the index gave."""
    both = shared(index, query, number)
    home = index.homes[index.home_of[number]]
    terms, signs = index.terms[number], index.signs[number]
    total = sum(query.worth.values()) or 1.0
    all_pairs = sum(query.pairs.values()) or 1.0
    own = sum(index.rarities[t] for t in set(terms)) or 1.0
    around = index.around(number)
    near = sum(value for term, value in query.worth.items() if term in around and term not in both.terms)
    beside = sum(w * index.rarities[t] for t, w in query.around.items() if t in terms)
    named = index.actors[number] | home.named
    return (
        math.log(first + 0.01),
        both.worth / total,
        both.pairs / all_pairs,
        both.rarest,
        math.log(both.pairs + 1.0),
        math.log(both.longest + 1.0),
        sum(index.rarities[t] for t in both.terms) / own,
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

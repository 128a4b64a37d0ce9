"""A promise and what stands around it in; the query that an index understands out."""

from __future__ import annotations

from itertools import pairwise

from acquis.analysis.searching.index import Home, Index, Query
from acquis.analysis.searching.terms import Said
from acquis.analysis.searching.weighing import weigh_promise

_BEFORE, _SECTION, _TITLE = 0.25, 0.3, 0.2


def ask(
    index: Index,
    sentence: str,
    said: Said,
    home: Home,
    *,
    before: Said | None = None,
    section: Said | None = None,
) -> Query:
    """The query of a promise: the sentence `before` it and the heading of its `section` help to tell what it is about."""
    weights = {index.number(term): weight for term, weight in weigh_promise(sentence).items()}
    around: dict[int, float] = {}
    for near, weight in ((before, _BEFORE), (section, _SECTION)):
        for term in near.terms if near else ():
            _raise(around, index.number(term), weight)
    for number in home.title:
        _raise(around, number, _TITLE)
    order = [index.number(term) for term in said.terms]
    rarities = index.rarities
    worth = {term: weight * rarities[term] for term, weight in weights.items()}
    pairs = {pair: min(rarities[pair[0]], rarities[pair[1]]) for pair in pairwise(order)}
    beside = {term: weight for term, weight in around.items() if term not in weights}
    return Query(
        weights=weights,
        worth=worth,
        pairs=pairs,
        around=beside,
        actors=said.actors | home.named,
        circle=home.circle,
        after=home.last,
        total=sum(worth.values()) or 1.0,
        all_pairs=sum(pairs.values()) or 1.0,
        terms=frozenset(worth),
        beside=frozenset(beside),
    )


def _raise(weights: dict[int, float], term: int, weight: float) -> None:
    weights[term] = max(weights.get(term, 0.0), weight)

"""Needs and offers in; a proposed one-to-one matching out, each pair with its reasons.

An assignment (scipy's, after Jonker and Volgenant) over how well each pair fits: as many pairs as there can be, and
of these the ones that fit best together. No actor is matched with itself, none with an offer that is made to others.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from acquis.analysis.levelling.closeness import Closeness
from acquis.analysis.levelling.fitting import fit, matters, may_serve, rare_words, score_of
from acquis.analysis.searching.rarity import rarity
from acquis.analysis.searching.terms import term_of
from acquis.grammar.words import plain_words
from acquis.model.levelling import Pair, Stated, Unmatched

_TOLD = 4  # shared words that a reason names
_FOR = re.compile(
    r"\b(?:small island|least developed|landlocked|developing)\s(?:\w+\s)?(?:States|countries|nations)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Matching:
    """The proposed pairs and the needs left without a partner, both by who needs."""

    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]


def match(needs: Iterable[Stated], offers: Iterable[Stated], closeness: Closeness) -> Matching:
    """One offer at most for each need, one need at most for each offer; the same in whatever order they come."""
    asked, given = sorted(needs, key=_order), sorted(offers, key=_order)
    if not asked or not given:
        return Matching((), tuple(Unmatched(one, "no offer is stated in these documents") for one in asked))
    from scipy.optimize import linear_sum_assignment  # late: only this answer needs it

    fits = fit(asked, given, closeness)
    places = zip(*linear_sum_assignment(-fits), strict=True)
    chosen = {int(row): int(column) for row, column in places if fits[row, column] > 0}
    pairs = (_pair(asked[row], given[at], float(fits[row, at]), closeness) for row, at in chosen.items())
    left = [row for row in range(len(asked)) if row not in chosen]
    unmatched = (Unmatched(asked[row], _missing(asked[row], given, closeness)) for row in left)
    return Matching(tuple(pairs), tuple(unmatched))


def _order(one: Stated) -> tuple[str, str, str]:
    return one.owner, one.utterance.day or "", one.utterance.key


def _pair(need: Stated, offer: Stated, value: float, closeness: Closeness) -> Pair:
    _, close = closeness.of(need.owner, offer.owner)
    return Pair(need, offer, score_of(value), (*_subject_reasons(need, offer), *close, *_conditions(offer)))


def _subject_reasons(need: Stated, offer: Stated) -> Iterator[str]:
    both = [subject for subject in need.subjects if subject in offer.subjects]
    if both:
        yield f"both on {', '.join(both)}"
    terms = sorted(rare_words(need) & rare_words(offer), key=lambda term: (-rarity(term), term))
    spelt = {term_of(word): word for word in plain_words(need.utterance.sentence)}
    if terms:
        yield f"words in common: {', '.join(spelt.get(term, term) for term in terms[:_TOLD])}"


def _conditions(offer: Stated) -> Iterator[str]:
    """What the offer's own words bind it to, for a person to check."""
    bound = _FOR.search(offer.utterance.sentence)
    if bound:
        yield f"the offer speaks of “{bound.group()}”: to be checked"
    if offer.for_whom:
        yield f"the offer is made to {', '.join(offer.for_whom)}"


def _missing(need: Stated, offers: Sequence[Stated], closeness: Closeness) -> str:
    """Why a need has no partner."""
    wanted = matters(need)
    if not wanted:
        return "the sentence does not say on what, and no offer shares its rarer words"
    told = ", ".join(one for one in need.subjects if one in wanted)
    on_it = [one for one in offers if wanted & matters(one)]
    others = [one for one in on_it if one.owner != need.owner]
    if not on_it:
        return f"no offer on {told} is stated in these documents"
    if not others:
        return f"the only offers on {told} are its own"
    if not any(may_serve(need, one, closeness) for one in others):
        return f"the offers on {told} are made to others"
    return f"the offers on {told} fit other needs better; each is proposed once"

"""Ideas found in the words of one sentence, in; the meanings that hold there, with the places that carry them, out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from acquis.grammar.ideas import IdeaLexicon, Place
from acquis.vocabulary.meanings import Meaning, Meanings

ICT = "idea.ict"
_MOST_PLACES = 40  # of one idea in one sentence: more is a list, and the first say what it is about


class Spot(NamedTuple):
    """Where one of the ideas of a meaning stands; `place` is None for ICTs that the context speaks of."""

    idea: str
    place: Place | None


class Held(NamedTuple):
    """A meaning that holds in a sentence, with one spot for each of its groups."""

    meaning: Meaning
    spots: tuple[Spot, ...]


class Reading:
    """The meanings of a vocabulary, ready to be found in sentences."""

    def __init__(self, meanings: Meanings) -> None:
        self.ideas = meanings.ideas
        self._lexicon = IdeaLexicon({key: (idea.words, idea.not_words) for key, idea in self.ideas.items()})
        self._opened: dict[str, list[Meaning]] = {}
        for meaning in meanings.meanings:
            for idea in _rarest(meaning):
                self._opened.setdefault(idea, []).append(meaning)

    def held(self, words: Sequence[str], stops: Collection[int] = (), *, context: bool) -> list[Held]:
        """All meanings that hold in these words; with `context`, ICTs need not be named."""
        found = self._lexicon.find(words, stops)
        held: list[Held] = []
        for idea in sorted(found):
            for meaning in self._opened.get(idea, ()):
                if found.keys().isdisjoint(meaning.none):
                    spots = _together(meaning, found, context)
                    if spots is not None:
                        held.append(Held(meaning, spots))
        return held


@lru_cache(maxsize=16)
def reading_of(meanings: Meanings, *, near: bool = False) -> Reading:
    """The reading of a vocabulary's meanings, made once; with `near`, of those few that hold anywhere near ICTs."""
    if not near:
        return Reading(meanings)
    few = tuple(one for one in meanings.meanings if one.anywhere)
    asked = {idea for one in few for group in (*one.groups, one.none) for idea in group}
    return Reading(Meanings({key: idea for key, idea in meanings.ideas.items() if key in asked}, few))


def _rarest(meaning: Meaning) -> tuple[str, ...]:
    """The group by which a meaning is looked up: any but ICTs, which stand everywhere and may be left unsaid."""
    return next((group for group in meaning.groups if ICT not in group), meaning.groups[0])


def _together(
    meaning: Meaning, found: Mapping[str, Sequence[Place]], context: bool
) -> tuple[Spot, ...] | None:
    """The spots of a meaning that stand closest, or None where one of its groups is missing."""
    groups: list[list[Spot]] = []
    unsaid: list[Spot] = []
    for group in meaning.groups:
        spots = _spots(group, found)
        if spots:
            groups.append(spots)
        elif context and ICT in group:
            unsaid.append(Spot(ICT, None))
        else:
            return None
    best = min(_choices(groups), key=_spread, default=None)
    if best is None or (meaning.within is not None and _spread(best) > meaning.within):
        return None
    return (*unsaid, *best)


def _spots(group: Iterable[str], found: Mapping[str, Sequence[Place]]) -> list[Spot]:
    spots = [Spot(idea, place) for idea in group for place in found.get(idea, ())[:_MOST_PLACES]]
    return sorted(spots, key=_first)


def _choices(groups: Sequence[Sequence[Spot]]) -> Iterable[tuple[Spot, ...]]:
    """For each spot of the first group, the nearest of the others."""
    for opening in groups[0] if groups else ():
        yield opening, *(min(group, key=lambda one: _between(one, opening)) for group in groups[1:])


def _first(spot: Spot) -> int:
    return spot.place.first if spot.place else -1


def _last(spot: Spot) -> int:
    return spot.place.last if spot.place else -1


def _between(one: Spot, other: Spot) -> int:
    return max(_first(one) - _last(other), _first(other) - _last(one), 0)


def _spread(spots: Sequence[Spot]) -> int:
    """How many words lie between the first and the last spot."""
    return max(map(_first, spots)) - min(map(_last, spots))

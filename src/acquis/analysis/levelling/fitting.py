"""How well each need fits each offer: a table of numbers, 0 where the two must not be matched.

What they share counts first: a matter, a means, rare words; then how close the two actors are.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, TypeAlias

from acquis.analysis.levelling.closeness import MOST, Closeness
from acquis.analysis.levelling.subjects import MEANS, OTHER
from acquis.analysis.searching.rarity import rarity
from acquis.analysis.searching.terms import terms_of
from acquis.model.levelling import Stated

if TYPE_CHECKING:
    import numpy as np

    Grid: TypeAlias = np.ndarray[Any, np.dtype[np.float32]]

_MATTER, _MEANS, _WORDS = 4.0, 1.0, 2.0  # the most that shared matters, shared means and shared words add
_EACH, _EACH_MEANS, _EACH_WORD = 2.0, 0.5, 0.1
_RARE = 5.0  # a shared word that is rarer says something of the matter
_ENOUGH = 2  # so many of them join two sentences that share no matter
_PLAIN = re.compile(r"\b(?:[a-z][\w-]*|[A-Z]{3,}s?)\b")
_ALL = _MATTER + _MEANS + _WORDS + MOST


def fit(needs: Sequence[Stated], offers: Sequence[Stated], closeness: Closeness) -> Grid:
    """For each need a row: 0 where an offer must not be its partner, else over 1 and up to 2."""
    import numpy as np

    matter = _shared(needs, offers, matters)
    means = _shared(needs, offers, _means)
    rare = cache(rare_words)
    words = _shared(needs, offers, rare)
    value = (
        np.minimum(_MATTER, _EACH * matter)
        + np.minimum(_MEANS, _EACH_MEANS * means)
        + np.minimum(_WORDS, _EACH_WORD * _shared(needs, offers, rare, worth=rarity))
        + _by_actors(needs, offers, lambda one, other: closeness.of(one, other)[0])
    )
    allowed = ((matter > 0) | (words >= _ENOUGH)) & (_open_to(needs, offers, closeness) > 0)
    fits: Grid = np.where(allowed, 1 + value / _ALL, 0).astype(np.float32)
    return fits


def matters(one: Stated) -> set[str]:
    """The subjects that are no mere means."""
    return {subject for subject in one.subjects if subject not in MEANS and subject != OTHER}


def rare_words(one: Stated) -> set[str]:
    """The rarer terms of the sentence; what has a capital names somebody and is no matter."""
    plain = " ".join(_PLAIN.findall(one.utterance.sentence))
    return {term for term in terms_of(plain) if rarity(term) >= _RARE}


def may_serve(need: Stated, offer: Stated, closeness: Closeness) -> bool:
    """Is the offer another's, and made to all or to who needs it?"""
    if need.owner == offer.owner:
        return False
    members = (member for code in offer.for_whom for member in (code, *closeness.states.members_of(code)))
    return not offer.for_whom or need.owner in members


def score_of(value: float) -> float:
    """How well a pair fits, 0 to 1, by its number in the table."""
    return round(value - 1, 3)


def _means(one: Stated) -> set[str]:
    return set(one.subjects) & MEANS


def _open_to(needs: Sequence[Stated], offers: Sequence[Stated], closeness: Closeness) -> Grid:
    """1 where an offer may serve a need."""
    import numpy as np

    found: Grid = _by_actors(needs, offers, lambda one, other: float(one != other))
    for column, offer in enumerate(offers):
        if offer.for_whom:
            served = [may_serve(need, offer, closeness) for need in needs]
            found[:, column] *= np.array(served, dtype=np.float32)
    return found


def _by_actors(needs: Sequence[Stated], offers: Sequence[Stated], value: Callable[[str, str], float]) -> Grid:
    """A value of the two actors, asked for once for each two of them."""
    import numpy as np

    asking, giving = _numbered(one.owner for one in needs), _numbered(one.owner for one in offers)
    table = np.array([[value(one, other) for other in giving] for one in asking], dtype=np.float32)
    rows, columns = [asking[one.owner] for one in needs], [giving[one.owner] for one in offers]
    found: Grid = table[np.ix_(rows, columns)]
    return found


def _shared(
    needs: Sequence[Stated], offers: Sequence[Stated], marks: Callable[[Stated], Iterable[str]],
    *, worth: Callable[[str], float] | None = None,
) -> Grid:  # fmt: skip
    """How many marks each need shares with each offer, or what these are worth."""
    left, right = [sorted(marks(one)) for one in needs], [sorted(marks(one)) for one in offers]
    columns = _numbered(mark for side in (left, right) for some in side for mark in some)
    worths = [worth(mark) if worth else 1.0 for mark in columns] or [1.0]
    found: Grid = (
        _incidence(left, columns, worths) @ _incidence(right, columns, [1.0] * len(worths)).T
    ).toarray()
    return found


def _incidence(side: Sequence[Sequence[str]], columns: Mapping[str, int], worths: Sequence[float]) -> Any:
    """A sparse table of who has which mark."""
    import numpy as np
    from scipy.sparse import csr_array

    cells = [(row, columns[mark]) for row, some in enumerate(side) for mark in some]
    values = np.array([worths[column] for _, column in cells], dtype=np.float32)
    places = np.array(cells, dtype=np.int64).reshape(-1, 2)
    return csr_array((values, (places[:, 0], places[:, 1])), shape=(len(side), len(worths)))


def _numbered(names: Iterable[str]) -> dict[str, int]:
    return {name: at for at, name in enumerate(dict.fromkeys(names))}

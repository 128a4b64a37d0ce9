"""Candidates of a promise in; those that somebody may be shown one day, out.

A viewer sees what is marked no higher than their clearance, a ledger of an earlier day counts what was published by
then, and one that is known on an earlier day the versions that were the newest then. Kept is what is among the best
for one of these: then each of them gets what a search of their own would find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from operator import le

from acquis.store.sequels import Found

# The best that are kept for any viewer and day: five are shown, the others stand in for what people reject.
BEST = 8
# Where a candidate stands: the marking and last day of its document, the days from which and, negative, up to which it
# was the newest of its work. One that is nowhere greater than another is shown wherever the other one is. Of two that
# came or went on one day either may have been first: days are near enough, and times would keep far more candidates.
Standing = tuple[int, ...]
# Below this nothing is worth a person's look.
LEAST = 0.2


def keep_best(found: Iterable[Found], place_of: Callable[[Found], Standing]) -> list[Found]:
    """The candidates with fewer than BEST better ones that are shown wherever they are; the best first."""
    kept: list[Found] = []
    places: list[Standing] = []
    for one in sorted(found, key=lambda each: (-each.score, each.passage)):
        if one.score < LEAST:
            break
        place = place_of(one)
        if sum(all(map(le, other, place)) for other in places) < BEST:
            kept.append(one)
            places.append(place)
    return kept

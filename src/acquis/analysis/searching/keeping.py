"""Candidates of a promise in; those that somebody may be shown one day, out.

A viewer sees what is marked no higher than their clearance, and a ledger of an earlier day counts what was published
by then. Kept is what is among the best for one of these: then each of them gets what a search of their own would find.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from acquis.store.sequels import Found

# The best that are kept for any viewer and day: five are shown, the others stand in for what people reject.
BEST = 8
# Below this nothing is worth a person's look.
LEAST = 0.1


def keep_best(found: Iterable[Found], place_of: Callable[[Found], tuple[int, int]]) -> list[Found]:
    """The candidates with fewer than BEST better ones marked as low and published as early; the best first.

    `place_of` gives the marking and the last day of a candidate's document.
    """
    kept: list[Found] = []
    places: list[tuple[int, int]] = []
    for one in sorted(found, key=lambda each: (-each.score, each.passage)):
        if one.score < LEAST:
            break
        marking, day = place_of(one)
        if sum(m <= marking and d <= day for m, d in places) < BEST:
            kept.append(one)
            places.append((marking, day))
    return kept

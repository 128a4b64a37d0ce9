"""Candidates in; the one that settles a promise without a person, where there is one, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from acquis.model.frame import Frame
from acquis.store.sequels import Found

# From this score on a sentence speaks of the promise itself. Chosen on the tuning half of our list of promises.
CLEAR = 0.8


def clear_one(found: Sequence[Found], frame_of: Callable[[Found], Frame]) -> Found | None:
    """The best that is surely of this promise; of those that are as sure, the one that reports it done goes first."""
    sure = [one for one in found if one.score >= CLEAR]
    return min(sure, key=lambda one: (one.relation != "done", -one.score, frame_of(one).key), default=None)

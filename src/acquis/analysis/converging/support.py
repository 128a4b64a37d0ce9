"""How many of each group agree in; the support that crosses groups, with intervals, out.

The group-informed consensus of Polis (Small et al. 2021): the probability that a member of a group agrees, (agree + 1)
/ (seen + 2), multiplied over the groups, so that no group can carry an issue alone. It is bridging-based ranking
(Ovadya, "Bridging-Based Ranking", Belfer Center, 2022): what those agree on who else do not comes first. The product
is shown as the mean of the groups in the geometric sense, which orders issues in the same way and does not shrink
with the number of groups. Intervals come from the Beta distributions of the groups, drawn with a fixed seed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

_DRAWS = 2_000
_SEED = 2_022
_LOW, _HIGH = 0.05, 0.95


class Tally(NamedTuple):
    """Of one group: how many are heard, and how many of them agree (one on conditions counts half)."""

    heard: int
    agreeing: float


class Range(NamedTuple):
    """A value with its interval of nine in ten."""

    value: float
    low: float
    high: float


def share_of(tally: Tally) -> Range:
    """The probability that a member of the group agrees."""
    from scipy.special import betaincinv

    a, b = tally.agreeing + 1, tally.heard - tally.agreeing + 1
    return Range(a / (a + b), float(betaincinv(a, b, _LOW)), float(betaincinv(a, b, _HIGH)))


def across(tallies: Sequence[Sequence[Tally]]) -> list[Range]:
    """For every issue, by the tallies of its groups (the same groups in the same order), the support across them."""
    import numpy as np

    if not tallies or not tallies[0]:
        return [Range(0.5, 0.0, 1.0) for _ in tallies]
    heard = np.array([[one.heard for one in each] for each in tallies], dtype=float)
    agreeing = np.array([[one.agreeing for one in each] for each in tallies], dtype=float)
    a, b = agreeing + 1, heard - agreeing + 1
    middle = np.exp(np.log(a / (a + b)).mean(axis=1))
    low, high = np.empty(len(tallies)), np.empty(len(tallies))
    random = np.random.default_rng(_SEED)
    for at in range(len(tallies)):
        drawn = np.exp(np.log(random.beta(a[at], b[at], (_DRAWS, a.shape[1]))).mean(axis=1))
        low[at], high[at] = np.quantile(drawn, (_LOW, _HIGH))
    return [Range(*map(float, each)) for each in zip(middle, low, high, strict=True)]

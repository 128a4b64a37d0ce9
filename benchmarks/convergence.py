"""How surely planted groups and bridging issues are found again, and that none are found where there are none.

Usage: convergence.py [SEEDS]. Generated actors lean on generated issues: bridging ones (all for), dividing ones (the
sides of the groups) and quiet ones (for or against by chance), with noise (leans turned round) and gaps (leans that
nobody hears). Prints one line a setting: the lowest and the mean adjusted Rand index over the seeds, and the mean that
who knows the sides would reach (noise and gaps take the rest); in how many runs the number of groups is right, in how
many the bridging issues rank before all others; then, of leans by chance alone, in how many runs groups were seen.
"""

from __future__ import annotations

import sys
from typing import NamedTuple

import numpy as np

from acquis.analysis.converging.factors import part
from acquis.analysis.converging.support import Tally, across

ACTORS, BRIDGING, DIVIDING, QUIET = 150, 8, 36, 16


class Planted(NamedTuple):
    """A world: leans with gaps, the group of each actor, the sides of the groups, and how many issues are bridging."""

    leans: np.ndarray
    groups: np.ndarray
    sides: np.ndarray
    bridging: int

    @property
    def ceiling(self) -> float:
        """The adjusted Rand index of who knows the sides and places each actor by what is left of their leans."""
        dividing = np.nan_to_num(self.leans[:, BRIDGING : BRIDGING + DIVIDING])
        return rand_index(self.groups, (dividing @ self.sides.T).argmax(axis=1))


def plant(seed: int, *, groups: int, noise: float, gaps: float) -> Planted:
    """A world of so many groups; `noise` is the share of leans turned round, `gaps` that of leans unknown."""
    random = np.random.default_rng(seed)
    of = random.integers(groups, size=ACTORS)
    sides = _sides(random, groups)
    while any((sides[a] == sides[b]).mean() > 0.7 for a in range(groups) for b in range(a)):
        sides = _sides(random, groups)
    parts = [np.ones((ACTORS, BRIDGING)), sides[of], random.choice([-1.0, 1.0], size=(ACTORS, QUIET))]
    leans = np.hstack(parts)
    turned = random.random(leans.shape) < noise
    leans = np.where(turned, -leans, leans)
    leans[random.random(leans.shape) < gaps] = np.nan
    return Planted(leans, of, sides, BRIDGING)


def _sides(random: np.random.Generator, groups: int) -> np.ndarray:
    """The side of each group on each dividing issue: never the same for all."""
    sides = random.choice([-1.0, 1.0], size=(groups, DIVIDING))
    sides[0] = np.where((sides == sides[0]).all(axis=0), -sides[0], sides[0])
    return sides


def rand_index(one: np.ndarray, other: np.ndarray) -> float:
    """The adjusted Rand index (Hubert and Arabie 1985)."""
    table = np.array([[np.sum((one == a) & (other == b)) for b in np.unique(other)] for a in np.unique(one)])

    def pairs(counts: np.ndarray) -> float:
        return float((counts * (counts - 1) / 2).sum())

    both, mine, theirs = pairs(table), pairs(table.sum(axis=1)), pairs(table.sum(axis=0))
    expected = mine * theirs / pairs(np.array([table.sum()]))
    most = (mine + theirs) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def bridges_first(world: Planted, labels: np.ndarray) -> bool:
    """Do the bridging issues have the highest low ends of support across the groups that were found?"""
    names = [name for name in np.unique(labels) if name >= 0]
    tallies = []
    for column in world.leans.T:
        some = [column[(labels == name) & ~np.isnan(column)] for name in names]
        tallies.append([Tally(len(each), float(np.maximum(each, 0).sum())) for each in some])
    lows = np.array([one.low for one in across(tallies)])
    return set(np.argsort(-lows)[: world.bridging]) == set(range(world.bridging))


def measure(seeds: int, *, groups: int, noise: float, gaps: float) -> str:
    """One line on a setting."""
    indexes, ceilings, right, first = [], [], 0, 0
    for seed in range(seeds):
        world = plant(seed, groups=groups, noise=noise, gaps=gaps)
        found = part(world.leans)
        labels = np.zeros(ACTORS, dtype=np.int64) if found is None else found.labels
        placed = labels >= 0
        indexes.append(rand_index(world.groups[placed], labels[placed]))
        ceilings.append(world.ceiling)
        right += len(np.unique(labels[placed])) == groups
        first += bridges_first(world, labels)
    head = f"{groups} groups, noise {noise:.0%}, gaps {gaps:.0%}"
    told = f"ARI lowest {min(indexes):.2f}, mean {np.mean(indexes):.3f} (could be {np.mean(ceilings):.3f})"
    return f"{head}: {told}; number right {right}/{seeds}; bridging first {first}/{seeds}"


def false_groups(seeds: int, gaps: float) -> int:
    """In how many worlds of chance groups are seen."""
    seen = 0
    for seed in range(seeds):
        random = np.random.default_rng(10_000 + seed)
        leans = random.choice([-1.0, 1.0], size=(ACTORS, 36), p=[0.3, 0.7])
        leans[random.random(leans.shape) < gaps] = np.nan
        seen += part(leans) is not None
    return seen


def main() -> None:
    """All settings."""
    seeds = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    for groups in (2, 3, 4):
        for noise, gaps in ((0.05, 0.3), (0.1, 0.5), (0.1, 0.6)):
            print(measure(seeds, groups=groups, noise=noise, gaps=gaps), flush=True)
    for gaps in (0.3, 0.6, 0.85):
        print(
            f"chance alone, gaps {gaps:.0%}: groups seen in {false_groups(seeds, gaps)}/{seeds}", flush=True
        )


if __name__ == "__main__":
    main()

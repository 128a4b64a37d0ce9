"""Groups from leans: planted ones are found again through noise and gaps, and none are seen where there are none."""

from __future__ import annotations

import numpy as np
import pytest

from acquis.analysis.converging.factors import FEWEST_ACTORS, count_factors, fit, part, silhouette

BRIDGING, DIVIDING = 5, 24


def planted(seed: int, *, groups: int, noise: float, gaps: float) -> tuple[np.ndarray, np.ndarray]:
    """Leans of 90 actors on bridging and dividing issues, and the group of each."""
    random = np.random.default_rng(seed)
    of = np.arange(90) % groups
    sides = np.where(np.arange(DIVIDING)[None] % groups == np.arange(groups)[:, None], 1.0, -1.0)
    leans = np.hstack([np.ones((90, BRIDGING)), sides[of]])
    leans = np.where(random.random(leans.shape) < noise, -leans, leans)
    leans[random.random(leans.shape) < gaps] = np.nan
    return leans, of


def rand_index(one: np.ndarray, other: np.ndarray) -> float:
    """The adjusted Rand index of two partitions."""
    table = np.array([[np.sum((one == a) & (other == b)) for b in np.unique(other)] for a in np.unique(one)])
    both, mine, theirs, every = (
        float((counts * (counts - 1) / 2).sum())
        for counts in (table, table.sum(axis=1), table.sum(axis=0), np.array([table.sum()]))
    )
    expected = mine * theirs / every
    return (both - expected) / ((mine + theirs) / 2 - expected)


@pytest.mark.parametrize("groups", [2, 3])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_planted_groups_are_found_again(groups: int, seed: int) -> None:
    """With one lean in twenty turned round and four in ten unheard."""
    leans, of = planted(seed, groups=groups, noise=0.05, gaps=0.4)
    found = part(leans)
    assert found is not None
    placed = found.labels >= 0
    assert placed.mean() > 0.95
    assert rand_index(of[placed], found.labels[placed]) >= 0.9


def test_what_all_share_has_the_highest_intercepts() -> None:
    """Once the sides are taken out, the bridging issues stand above the dividing ones."""
    leans, _ = planted(4, groups=2, noise=0.05, gaps=0.4)
    found = part(leans)
    assert found is not None
    assert set(np.argsort(-found.intercepts)[:BRIDGING]) == set(range(BRIDGING))


@pytest.mark.parametrize("seed", range(8))
@pytest.mark.parametrize("gaps", [0.2, 0.7])
def test_chance_makes_no_groups(seed: int, gaps: float) -> None:
    """Leans that depend on nothing but the issue show no dimension."""
    random = np.random.default_rng(seed)
    leans = np.where(random.random((80, 30)) < random.random(30), 1.0, -1.0)
    leans[random.random(leans.shape) < gaps] = np.nan
    assert count_factors(leans) == 0
    assert part(leans) is None


def test_few_actors_and_unanimous_ones_make_no_groups() -> None:
    """Too few to tell, or nothing on which they differ."""
    leans, _ = planted(5, groups=2, noise=0.0, gaps=0.0)
    assert part(leans[: FEWEST_ACTORS - 1]) is None
    assert part(np.ones((40, 20))) is None
    assert part(np.full((40, 20), np.nan)) is None
    assert part(np.empty((0, 0))) is None


def test_who_is_hardly_heard_is_in_no_group() -> None:
    """Two leans place nobody."""
    leans, _ = planted(6, groups=2, noise=0.0, gaps=0.2)
    leans[7] = np.nan
    leans[7, :2] = 1.0
    found = part(leans)
    assert found is not None
    assert found.labels[7] == -1


def test_the_same_leans_give_the_same_groups() -> None:
    """Nothing is drawn anew."""
    leans, _ = planted(7, groups=3, noise=0.1, gaps=0.4)
    one, other = part(leans), part(leans)
    assert one is not None
    assert other is not None
    assert (one.labels == other.labels).all()
    assert one.silhouette == other.silhouette


def test_a_fit_tells_sides_apart_by_what_is_known() -> None:
    """Places of the two groups lie on two sides, and the silhouette of the true groups is high."""
    leans, of = planted(8, groups=2, noise=0.0, gaps=0.3)
    places, _ = fit(leans, 1)
    assert (places[of == 0, 0].max() < places[of == 1, 0].min()) or (
        places[of == 1, 0].max() < places[of == 0, 0].min()
    )
    assert silhouette(places, of) > 0.7
    assert silhouette(places, np.zeros(90, dtype=np.int64)) == -1.0

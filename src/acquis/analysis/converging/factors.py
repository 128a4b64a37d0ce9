"""Leans of actors on issues in, most of them unknown; the groups that they fall into, or none, out.

The steps of Polis (Small, Bjorkegren, Erkkilä, Shaw, Megill, "Polis: Scaling Deliberation by Mapping High Dimensional
Opinion Spaces", Recerca 26(2), 2021): reduce the dimensions, cluster, choose the number of clusters by silhouette.
What is unknown is left out of the fit, and every issue has an intercept, what all share once sides are taken out, as
in Birdwatch (Wojcik et al., "Birdwatch: Crowd Wisdom and Bridging Algorithms can Inform Understanding and Reduce the
Spread of Misinformation", 2022). How many dimensions there are, if any, is decided by parallel analysis (Horn, "A
rationale and test for the number of factors in factor analysis", Psychometrika 30(2), 1965): the same leans, shuffled
within each issue, must not show as much.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

if TYPE_CHECKING:
    import numpy as np

    Floats: TypeAlias = np.ndarray[Any, np.dtype[np.float64]]
    Integers: TypeAlias = np.ndarray[Any, np.dtype[np.int64]]

_SEED = 20_210
_DRAWS = 60
_MOST_FACTORS, _MOST_GROUPS = 5, 6
_ROUNDS = 30
_RIDGE = 0.5  # on the places of actors and issues
_RIDGE_INTERCEPT = 0.1
_CLEAR = 0.2  # silhouette below which clusters are a cloud that was cut
FEWEST_ACTORS, FEWEST_ISSUES, FEWEST_LEANS = 8, 4, 3


class Parted(NamedTuple):
    """Groups of actors: `labels` by row (-1: too little known to place), the silhouette, the intercept by column."""

    labels: Integers
    silhouette: float
    intercepts: Floats


def part(leans: Floats) -> Parted | None:
    """Groups in a matrix of actors by issues with NaN for what is unknown; None where none can be told apart."""
    import numpy as np

    known = ~np.isnan(leans)
    rows = np.flatnonzero(known.sum(axis=1) >= FEWEST_LEANS)
    columns = np.flatnonzero(known[rows].sum(axis=0) >= FEWEST_LEANS) if rows.size else rows
    if rows.size < FEWEST_ACTORS or columns.size < FEWEST_ISSUES:
        return None
    dense = leans[np.ix_(rows, columns)]
    factors = count_factors(dense)
    if factors == 0:
        return None
    places, intercepts = fit(dense, factors)
    found = _best_clusters(places, dense)
    if found is None:
        return None
    labels = np.full(leans.shape[0], -1, dtype=np.int64)
    labels[rows] = _in_order(found[0])
    every = np.full(leans.shape[1], np.nan)
    every[columns] = intercepts
    return Parted(labels, found[1], every)


def count_factors(leans: Floats) -> int:
    """How many dimensions say more than the same leans shuffled within each issue do; 0 where none does."""
    import numpy as np

    known = ~np.isnan(leans)
    filled = _centred(leans, known)
    real = _strengths(filled)
    random = np.random.default_rng(_SEED)
    columns = np.arange(leans.shape[1])
    first = np.argsort(~known, axis=0, kind="stable")  # the rows of each issue, those that are known first
    highest: Floats = np.zeros_like(real)
    for _ in range(_DRAWS):
        drawn = np.argsort(np.where(known, random.random(known.shape), 2.0), axis=0)
        shuffled = np.zeros_like(filled)
        shuffled[first, columns] = filled[drawn, columns]
        highest = np.maximum(highest, _strengths(shuffled)).astype(np.float64)
    above = real > highest * 1.02
    return int(np.argmin(above)) if not above.all() else len(above)


def _centred(leans: Floats, known: Any) -> Floats:
    """Each issue less its mean, 0 for what is unknown."""
    import numpy as np

    filled = np.where(known, leans, 0.0)
    means = filled.sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    centred: Floats = np.where(known, leans - means, 0.0)
    return centred


def _strengths(filled: Floats) -> Floats:
    """The largest eigenvalues of the products of issues, at most as many as factors are looked for."""
    import numpy as np

    wide = filled.shape[1] > filled.shape[0]
    product = filled @ filled.T if wide else filled.T @ filled
    return np.linalg.eigvalsh(product)[::-1][:_MOST_FACTORS].astype(np.float64)


def fit(leans: Floats, factors: int) -> tuple[Floats, Floats]:
    """Places of the actors (rows by factors) and intercepts of the issues, by alternating least squares on the known."""
    import numpy as np

    known = (~np.isnan(leans)).astype(float)
    filled = np.where(known > 0, leans, 0.0)
    left, strengths, right = np.linalg.svd(_centred(leans, known > 0), full_matrices=False)
    places = left[:, :factors] * np.sqrt(strengths[:factors])
    issues = np.hstack([np.zeros((leans.shape[1], 1)), right[:factors].T * np.sqrt(strengths[:factors])])
    ridge = np.diag([_RIDGE_INTERCEPT] + [_RIDGE] * factors)
    for _ in range(_ROUNDS):
        ones = np.hstack([np.ones((len(places), 1)), places])
        issues = _solve(known.T, filled.T, ones, ridge)
        rest = (filled - issues[:, 0]) * known
        places = _solve(known, rest, issues[:, 1:], ridge[1:, 1:])
    return places, issues[:, 0]


def _solve(known: Floats, values: Floats, basis: Floats, ridge: Floats) -> Floats:
    """For every row the coefficients of its known values on the basis."""
    import numpy as np

    products = np.einsum("nm,mr,ms->nrs", known, basis, basis, optimize=True) + ridge
    solved: Floats = np.linalg.solve(products, (values @ basis)[:, :, None])[:, :, 0]
    return solved


def _best_clusters(places: Floats, leans: Floats) -> tuple[Integers, float] | None:
    """The clusters with the highest silhouette; None where none is clear."""
    from scipy.cluster.hierarchy import fcluster, linkage

    tree = linkage(places, "ward")
    best: tuple[Integers, float] | None = None
    for number in range(2, min(_MOST_GROUPS, len(places) // 3) + 1):
        labels = _refined(leans, fcluster(tree, number, "maxclust") - 1)
        value = silhouette(places, labels)
        if _sizes_hold(labels) and value >= _CLEAR and (best is None or value > best[1]):
            best = labels, value
    return best


def _sizes_hold(labels: Integers) -> bool:
    """A cluster of one is nobody's group."""
    import numpy as np

    return int(np.bincount(labels)[np.unique(labels)].min()) >= max(2, len(labels) // 25)


def _refined(leans: Floats, labels: Integers) -> Integers:
    """Everybody moves to the cluster whose means their known leans fit best, until nobody moves, at most thirty times.

    In the factors who is heard on little lies in the middle; their leans themselves tell the sides better. The means
    are drawn to that of the issue, the more the fewer are heard.
    """
    import numpy as np

    known = (~np.isnan(leans)).astype(float)
    filled = np.where(known > 0, leans, 0.0)
    overall = filled.sum(axis=0) / np.maximum(known.sum(axis=0), 1)
    for _ in range(30):
        own = (labels[:, None] == np.unique(labels)[None]).astype(float)
        means = (own.T @ filled + overall) / (own.T @ known + 1.0)
        misfit = known @ (means**2).T - 2 * filled @ means.T
        nearer = misfit.argmin(axis=1)
        if (nearer == labels).all():
            break
        labels = nearer
    return labels


def silhouette(places: Floats, labels: Integers) -> float:
    """The mean of how much nearer each is to its own cluster than to the next, -1 to 1 (Rousseeuw 1987)."""
    import numpy as np

    apart = np.linalg.norm(places[:, None] - places[None], axis=2)
    clusters = np.unique(labels)
    if len(clusters) < 2:
        return -1.0
    own = labels[:, None] == clusters[None]
    sizes = own.sum(axis=0)
    sums = apart @ own
    mine = own.argmax(axis=1)
    at = np.arange(len(places))
    within = sums[at, mine] / np.maximum(sizes[mine] - 1, 1)
    others = np.where(own, np.inf, sums / sizes)
    between = others.min(axis=1)
    values = np.where(
        sizes[mine] > 1, (between - within) / np.maximum(np.maximum(between, within), 1e-12), 0.0
    )
    return float(values.mean())


def _in_order(labels: Integers) -> Integers:
    """The largest cluster is 0; of equal ones that of the first actor."""
    import numpy as np

    clusters, first, sizes = np.unique(labels, return_index=True, return_counts=True)
    order = sorted(range(len(clusters)), key=lambda at: (-sizes[at], first[at]))
    names = {int(clusters[at]): number for number, at in enumerate(order)}
    return np.array([names[int(one)] for one in labels], dtype=np.int64)

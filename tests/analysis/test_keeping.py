"""Which candidates of a promise are kept: the best for every reader, day and version that may be asked for."""

from __future__ import annotations

from acquis.analysis.searching.keeping import BEST, LEAST, Standing, keep_best
from acquis.store.sequels import Found

FOR_EVER = -9999
HERE: Standing = (1, 100, 10, FOR_EVER)


def _kept(*scored: tuple[float, Standing]) -> list[float]:
    found = [Found(number, score, "done", ()) for number, (score, _) in enumerate(scored)]
    return [one.score for one in keep_best(reversed(found), lambda one: scored[one.passage][1])]


def test_the_best_are_kept_in_order() -> None:
    """So many, and none that is worth nobody's look."""
    many = [(0.9 - number / 100, HERE) for number in range(BEST + 3)]
    assert _kept(*many) == [score for score, _ in many[:BEST]]
    assert _kept((0.5, HERE), (LEAST / 2, HERE)) == [0.5]


def test_what_some_readers_do_not_see_stands_in_nobodys_way() -> None:
    """Better ones push one out only if they are shown wherever it is: marked no higher, published no later, known no
    later, and the newest of their works for as long.
    """
    better: dict[str, Standing] = {
        "marked higher": (2, 100, 10, FOR_EVER), "published later": (1, 101, 10, FOR_EVER),
        "came later": (1, 100, 11, FOR_EVER), "went earlier": (1, 100, 10, -50),
    }  # fmt: skip
    for standing in better.values():
        assert 0.3 in _kept(*[(0.8, standing)] * BEST, (0.3, HERE))
    assert 0.3 not in _kept(*[(0.8, HERE)] * BEST, (0.3, HERE))
    assert 0.3 not in _kept(*[(0.8, HERE)] * BEST, (0.3, better["went earlier"]))

"""Hits, found and wanted by document and figure in; precision, recall, F1 and its interval out."""

from __future__ import annotations

import operator
import random
from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Sequence
from dataclasses import dataclass
from typing import TypeAlias, TypeVar

T = TypeVar("T", bound=Hashable)
Same: TypeAlias = Callable[[T, T], bool]
_DRAWS = 400
_TAIL = _DRAWS // 20  # draws outside a 90% interval on either side
_SEED = 1


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure over all documents; `low`–`high` is the 90% interval of `f1`; `gold` facts were wanted."""

    precision: float
    recall: float
    f1: float
    low: float
    high: float
    gold: int


@dataclass(frozen=True, slots=True)
class Miss:
    """One thing that was missed, extra or wrong, in words."""

    document: str
    figure: str
    detail: str


@dataclass(slots=True)
class _Count:
    hit: int = 0
    found: int = 0
    gold: int = 0


class Tally:
    """Counts as documents are scored, and the misses worth reading."""

    def __init__(self) -> None:
        self._counts: defaultdict[str, defaultdict[str, _Count]] = defaultdict(lambda: defaultdict(_Count))
        self.misses: list[Miss] = []

    def add(self, document: str, figure: str, *, hit: int = 0, found: int = 0, gold: int = 0) -> None:
        """Count for one figure of one document."""
        count = self._counts[document][figure]
        count.hit += hit
        count.found += found
        count.gold += gold

    def miss(self, document: str, figure: str, detail: str) -> None:
        """Note what went wrong."""
        self.misses.append(Miss(document, figure, detail))

    def fact(
        self, document: str, figure: str, found: T | None, gold: T | None, *, same: Same[T] = operator.eq
    ) -> None:
        """A single-valued fact: found where it should be, and right. Empty values count as absent."""
        right = bool(found and gold and same(found, gold))
        self.add(document, figure, hit=int(right), found=int(bool(found)), gold=int(bool(gold)))
        if not right and (found or gold):
            self.miss(document, figure, f"found {_shown(found)}, gold {_shown(gold)}")

    def facts(
        self,
        place: tuple[str, str],
        found: Iterable[T],
        gold: Iterable[T],
        *,
        same: Same[T] = operator.eq,
        ignored: Iterable[T] = (),
    ) -> None:
        """A set of facts of `place` (document, figure): each gold one is matched by at most one found one.

        Equal ones go first. What is found without a match counts against precision, save what is like an
        ignored one.
        """
        left, rest = list(gold), []
        wanted = len(left)
        for item in dict.fromkeys(found):
            if item in left:
                left.remove(item)
            else:
                rest.append(item)
        extra = [item for item in rest if not _take(left, item, same)]
        refused = list(ignored)
        extra = [item for item in extra if not any(same(item, other) for other in refused)]
        hit = wanted - len(left)
        self.add(*place, hit=hit, found=hit + len(extra), gold=wanted)
        if extra or left:
            self.miss(*place, f"extra {extra!r}, missed {left!r}")

    def figures(self) -> dict[str, Figure]:
        """Every figure by name, in alphabetical order."""
        documents = sorted(self._counts)
        chance = random.Random(_SEED)
        draws = [[chance.choice(documents) for _ in documents] for _ in range(_DRAWS)]
        names = sorted({name for counts in self._counts.values() for name in counts})
        return {name: self._figure(name, documents, draws) for name in names}

    def _figure(self, name: str, documents: Sequence[str], draws: Sequence[Sequence[str]]) -> Figure:
        spread = sorted(self._measure(name, draw)[2] for draw in draws)
        precision, recall, f1, gold = self._measure(name, documents)
        return Figure(precision, recall, f1, spread[_TAIL], spread[_DRAWS - 1 - _TAIL], gold)

    def _measure(self, name: str, documents: Iterable[str]) -> tuple[float, float, float, int]:
        counts = [self._counts[document][name] for document in documents if name in self._counts[document]]
        hit, found, gold = (
            sum(c.hit for c in counts),
            sum(c.found for c in counts),
            sum(c.gold for c in counts),
        )
        precision, recall = hit / found if found else 0.0, hit / gold if gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if hit else 0.0
        return round(precision, 3), round(recall, 3), round(f1, 3), gold


def _shown(value: object) -> str:
    """The value as text; a set in alphabetical order, so that two runs say the same."""
    return repr(sorted(value)) if isinstance(value, frozenset) else repr(value)


def _take(left: list[T], item: T, same: Same[T]) -> bool:
    """Strike the first of `left` that is the same as `item`; False if there is none."""
    match = next((other for other in left if same(item, other)), None)
    if match is None:
        return False
    left.remove(match)
    return True

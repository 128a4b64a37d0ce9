"""A promise and what was found for all promises in; the sentences that are the same promise at other times, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from acquis.analysis.pledges import Pledge
from acquis.analysis.sequels import Evidence, Sequels
from acquis.store.sequels import Passage, passages_of
from acquis.store.tables import ROOM

# From this score on a sentence that nobody linked and no rule settles belongs to the same story.
LIKELY = 0.6
_MOST_VISITED = 60


class Kin(NamedTuple):
    """A sentence (the id of its passage), the promise it makes, if it does, and what ties it to an earlier one.

    `sure` says how it was come by, `tied_surely` what it is tied by: without doubt, or likely.
    """

    place: int
    pledge: Pledge | None
    tie: Evidence | None = None
    sure: bool = True
    tied_surely: bool = True


class _Edge(NamedTuple):
    """From a promise to a later sentence; `sure` where a person or a rule leaves no doubt."""

    pledge: Pledge
    place: int
    tie: Evidence
    sure: bool


class Family:
    """All promises with what was found for them, to be walked from one to those it goes back to and leads to."""

    def __init__(self, connection: Connection, pledges: Sequence[Pledge], found: Sequels) -> None:
        self._connection = connection
        self._found = found
        self._parts: dict[int, list[Passage]] = {}
        self._pledges: dict[int, list[Pledge]] = {}
        self._earlier: dict[int, list[_Edge]] = {}
        for pledge in pledges:
            self._pledges.setdefault(pledge.frame.row, []).append(pledge)
        for pledge in {one.spot: one for one in reversed(pledges)}.values():
            for edge in _edges(pledge, found):
                self._earlier.setdefault(edge.place, []).append(edge)

    def of(self, pledge: Pledge) -> list[Kin]:
        """The promise itself, and all that it is tied to: from it by what is likely, from there on by what is sure.

        The promise comes first, then what is surest.
        """
        start = self._place(pledge)
        kin = {start: Kin(start, pledge)}
        waiting = [start]
        while waiting and len(kin) < _MOST_VISITED:
            here = waiting.pop(0)
            for one in self._beside(here):
                if one.place not in kin and (one.sure or here == start):
                    waiting.append(one.place)
                    kin[one.place] = one
        return [self._tied(one, set(kin)) for one in kin.values()]

    def leading_to(self, place: int) -> Pledge | None:
        """The promise of this sentence; else the one that it is the best sequel of."""
        best = max(self._earlier.get(place, ()), key=_strength, default=None)
        return self._pledge_at(place) or (best.pledge if best else None)

    def passage(self, place: int) -> Passage | None:
        """The sentence with this id."""
        return next((one for one in self._parts_of(place // ROOM) if one.id == place), None)

    def _beside(self, here: int) -> Iterator[Kin]:
        pledge = self._pledge_at(here)
        later = [] if pledge is None else list(_edges(pledge, self._found))
        edges = [*later, *self._earlier.get(here, ())]
        for edge in sorted(edges, key=_strength, reverse=True):
            if edge.place == here:
                yield Kin(self._place(edge.pledge), edge.pledge, None, edge.sure)
            else:
                yield Kin(edge.place, self._pledge_at(edge.place), None, edge.sure)

    def _tied(self, one: Kin, among: set[int]) -> Kin:
        """With the surest of its ties to the others."""
        edges = [edge for edge in self._earlier.get(one.place, ()) if self._place(edge.pledge) in among]
        best = max(edges, key=_strength, default=None)
        return one._replace(tie=best.tie, tied_surely=best.sure) if best else one

    def _pledge_at(self, place: int) -> Pledge | None:
        here = self._pledges.get(place // ROOM, ())
        return next((one for one in here if self._place(one) == place), None)

    def _place(self, pledge: Pledge) -> int:
        """The passage in which its sentence begins; the document itself where there is none."""
        row, start, end = pledge.spot
        inside = (one.id for one in self._parts_of(row) if one.start < end and start < one.end)
        return next(inside, row * ROOM)

    def _parts_of(self, row: int) -> list[Passage]:
        if row not in self._parts:
            self._parts[row] = passages_of(self._connection, row)
        return self._parts[row]


def _edges(pledge: Pledge, found: Sequels) -> Iterator[_Edge]:
    for linked in found.linked_to(pledge):
        if linked.passage is not None:
            yield _Edge(pledge, linked.passage, linked, sure=True)
    for one in found.candidates(pledge):
        if one.clear or one.score >= LIKELY:
            yield _Edge(pledge, one.passage, found.evidence(one), one.clear)


def _strength(edge: _Edge) -> tuple[bool, bool, float]:
    return edge.tie.by is not None, edge.sure, edge.tie.score

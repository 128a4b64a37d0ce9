"""Cells of implementation in; how many States of a column have which evidence, and what each State has, out.

What is remembered of an answer is small: counts, and the newest sentence of each kind, never all traces.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from acquis.model.implementation import KINDS, NOTHING, Cell, Implementation, Kind, Trace
from acquis.model.marking import Marking

THROUGH = "only through a group"
# What stands in a cell of a table: the kinds of evidence, then what is heard through a group alone, then nothing.
SHORT: Mapping[str, str] = {
    "reported by itself": "report",
    "confirmed by another's text": "confirmed",
    "contested": "contested",
    "spoken to": "speak to it",
    THROUGH: "by group",
    NOTHING: "none found",
}
MARKS: Mapping[str, str] = {
    "reported by itself": "reported",
    "confirmed by another's text": "confirmed",
    "contested": "contested",
    "spoken to": "spoken",
    THROUGH: "through",
    NOTHING: "nothing",
}


@dataclass(frozen=True, slots=True)
class Column:
    """A region, or one State, with how many States it has."""

    key: str
    name: str
    states: int


@dataclass(frozen=True, slots=True)
class HeatCell:
    """How many States of a column have each kind of evidence on a provision; a State counts under each it has.

    `through` are heard only through a group; of `silent` ones no evidence is found.
    """

    kinds: tuple[tuple[Kind, int], ...]
    through: int
    silent: int

    @property
    def told(self) -> tuple[tuple[str, int], ...]:
        """The counts by what they are called, those that are none left out."""
        every = (*self.kinds, (THROUGH, self.through), (NOTHING, self.silent))
        return tuple((name, many) for name, many in every if many)


@dataclass(frozen=True, slots=True)
class HeatMap:
    """Provisions by columns. `unheard` are the States among those asked about that have no column for want of evidence."""

    columns: tuple[Column, ...]
    rows: Mapping[str, tuple[HeatCell, ...]]
    unheard: tuple[str, ...] = ()
    documents: int = 0
    undated: int = 0
    marking: Marking = Marking.CLEAR

    def cells(self, provision: str) -> tuple[HeatCell, ...]:
        """The cells of a provision; of one that nobody is heard on, all silent."""
        silent = (HeatCell((), 0, one.states) for one in self.columns)
        return self.rows.get(provision) or tuple(silent)


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest finding of a kind: its key, its document, the day."""

    kind: Kind
    key: str
    document: str
    day: str | None
    sentences: int


@dataclass(frozen=True, slots=True)
class OnState:
    """What one State has on one provision; `through` are the groups that speak for it, where it does not itself."""

    code: str
    name: str
    newest: tuple[Newest, ...]
    through: tuple[str, ...]

    @property
    def kinds(self) -> tuple[str, ...]:
        """What it has, in words."""
        return (THROUGH,) if self.through else tuple(one.kind for one in self.newest) or (NOTHING,)


def heat_map(answer: Implementation, columns: Sequence[Column], column_of: Mapping[str, str]) -> HeatMap:
    """The cells counted by column; States without one are left out."""
    counted: defaultdict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in answer.cells:
        counted[cell.provision, column_of.get(cell.state, "")].append(cell)
    rows = {
        provision: tuple(_cell(counted.get((provision, one.key), []), one.states) for one in columns)
        for provision in dict.fromkeys(cell.provision for cell in answer.cells)
    }
    return HeatMap(
        tuple(columns), rows, documents=answer.documents, undated=answer.undated, marking=answer.marking
    )


def _cell(cells: Sequence[Cell], states: int) -> HeatCell:
    itself = [one for one in cells if not one.group_only]
    kinds = Counter(kind for one in itself for kind in one.kinds)
    told = tuple((kind, kinds[kind]) for kind in KINDS if kinds[kind])
    return HeatCell(told, len(cells) - len(itself), states - len(cells))


def on_states(answer: Implementation, names: Iterable[tuple[str, str]]) -> Iterator[OnState]:
    """What each of these States (code and name) has on all provisions of the answer together."""
    held: defaultdict[str, list[Trace]] = defaultdict(list)
    for cell in answer.cells:
        held[cell.state] += cell.traces
    for code, name in names:
        traces = held.get(code, [])
        itself = [one for one in traces if not one.through]
        through = () if itself else tuple(sorted({one.through for one in traces if one.through}))
        yield OnState(code, name, tuple(_newest(itself or traces)), through)


def _newest(traces: Sequence[Trace]) -> Iterator[Newest]:
    for kind in KINDS:
        some = [one for one in traces if one.kind == kind]
        if some:
            last = max(some, key=lambda one: one.day or "")
            yield Newest(kind, last.key, last.document, last.day, len(some))

"""What States say and report doing on provisions: cells with the evidence of each kind side by side, never averaged."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, NamedTuple

from acquis.model.marking import Marking, highest
from acquis.model.utterance import Utterance

Kind = Literal["reported by itself", "confirmed by another's text", "contested", "spoken to"]
KINDS: tuple[Kind, ...] = ("reported by itself", "confirmed by another's text", "contested", "spoken to")
NOTHING = "no evidence found"
By = Literal["region", "group", "element", "year", "provision"]


class Trace(NamedTuple):
    """One finding behind a cell. `key` names it, `document` its document; `through` is the group that speaks.

    `marking` is the higher one of its document's and of a person's judgement of it. (A tuple: a large workspace has
    hundreds of thousands.)
    """

    kind: Kind
    key: str
    document: str
    day: str | None
    through: str | None = None
    marking: Marking = Marking.CLEAR


@dataclass(frozen=True, slots=True)
class Cell:
    """One State on one provision; without traces there is no evidence, which is no "no"."""

    provision: str
    state: str
    traces: tuple[Trace, ...] = ()

    @property
    def kinds(self) -> tuple[Kind, ...]:
        """The kinds of evidence there are, in the order of KINDS."""
        held = {one.kind for one in self.traces}
        return tuple(kind for kind in KINDS if kind in held)

    @property
    def group_only(self) -> bool:
        """Is the State heard only through groups it belongs to?"""
        return bool(self.traces) and all(one.through for one in self.traces)

    @property
    def documents(self) -> frozenset[str]:
        """The documents that the evidence stands in."""
        return frozenset(one.document for one in self.traces)

    @property
    def marking(self) -> Marking:
        """The highest of its evidence."""
        return highest(one.marking for one in self.traces)

    def of_kind(self, kind: Kind) -> tuple[Trace, ...]:
        """The evidence of one kind, by day."""
        return tuple(one for one in self.traces if one.kind == kind)


@dataclass(frozen=True, slots=True)
class Count:
    """How many of so many States have evidence of each kind. A State counts under every kind it has.

    `group_only` are those heard only through a group, `silent` those of whom there is no evidence; `documents` is
    how many documents the figures rest on.
    """

    label: str
    states: int
    kinds: Mapping[Kind, int]
    group_only: int
    silent: int
    documents: int


@dataclass(frozen=True, slots=True)
class Implementation:
    """Provisions by States: the cells with evidence, by provision and State, and how they count.

    `provisions` (ids) and `states` (codes) are what was asked about, so that a pair without a cell is one without
    evidence. `utterances` are the findings with their words, by key, where words were asked for. `documents` counts
    all that were looked through, `undated` those left out of a period for want of a date.
    """

    provisions: tuple[str, ...]
    states: tuple[str, ...]
    cells: tuple[Cell, ...]
    counts: tuple[Count, ...]
    by: By
    utterances: Mapping[str, Utterance]
    documents: int
    undated: int

    @property
    def marking(self) -> Marking:
        """The highest of its cells."""
        return highest(one.marking for one in self.cells)

    def empty(self) -> tuple[Cell, ...]:
        """The pairs without evidence."""
        held = {(one.provision, one.state) for one in self.cells}
        pairs = ((provision, state) for provision in self.provisions for state in self.states)
        return tuple(Cell(*pair) for pair in pairs if pair not in held)

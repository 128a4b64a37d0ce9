"""Cells to counts: how many States have evidence of each kind, by region, group, element, year or provision."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from acquis.analysis.states import States
from acquis.model.implementation import KINDS, By, Cell, Count
from acquis.vocabulary import Vocabulary

NO_DATE = "no date"
NO_REGION = "no region"
NO_ELEMENT = "framework as a whole"


@dataclass(frozen=True, slots=True)
class Asked:
    """The States and provisions that are counted, with what regions, groups and elements they are of."""

    states: Sequence[str]
    provisions: Sequence[str]
    world: States
    vocabulary: Vocabulary


def count(cells: Sequence[Cell], by: By, asked: Asked) -> tuple[Count, ...]:
    """The counts in the order of their labels; of provisions and elements in that of the framework."""
    return tuple(_count(label, states, some) for label, states, some in _rows(cells, by, asked))


_Row = tuple[str, Sequence[str], Sequence[Cell]]


def _rows(cells: Sequence[Cell], by: By, asked: Asked) -> Iterable[_Row]:
    match by:
        case "region":
            return _by_region(cells, asked)
        case "group":
            return _by_group(cells, asked)
        case "year":
            return _by_year(cells, asked)
        case "element":
            labels = {one: asked.vocabulary.get(one).element or NO_ELEMENT for one in asked.provisions}
            return _by_provision(cells, asked, labels)
        case "provision":
            return _by_provision(cells, asked, {one: one for one in asked.provisions})


def _by_region(cells: Sequence[Cell], asked: Asked) -> Iterator[_Row]:
    of = {state: asked.world.region(state) or NO_REGION for state in asked.states}
    for region in sorted(set(of.values())):
        states = [state for state in asked.states if of[state] == region]
        yield region, states, [one for one in cells if of[one.state] == region]


def _by_group(cells: Sequence[Cell], asked: Asked) -> Iterator[_Row]:
    """Groups with members among the States; a State counts in each of its groups of today."""
    for group in sorted(asked.world.by_group):
        members = set(asked.world.members_of(group))
        states = [state for state in asked.states if state in members]
        some = [one for one in cells if one.state in members]
        if some:
            yield group, states, some


def _by_year(cells: Sequence[Cell], asked: Asked) -> Iterator[_Row]:
    years: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        for year in dict.fromkeys(_year(trace.day) for trace in cell.traces):
            some = tuple(trace for trace in cell.traces if _year(trace.day) == year)
            years[year].append(replace(cell, traces=some))
    return ((year, asked.states, years[year]) for year in sorted(years))


def _year(day: str | None) -> str:
    return day[:4] if day else NO_DATE


def _by_provision(cells: Sequence[Cell], asked: Asked, labels: Mapping[str, str]) -> Iterator[_Row]:
    held: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        held[labels[cell.provision]].append(cell)
    return ((label, asked.states, held[label]) for label in dict.fromkeys(labels.values()))


def _count(label: str, states: Sequence[str], cells: Sequence[Cell]) -> Count:
    of_state: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        of_state[cell.state].append(cell)
    kinds = dict.fromkeys(KINDS, 0)
    for some in of_state.values():
        for kind in {kind for cell in some for kind in cell.kinds}:
            kinds[kind] += 1
    documents = {document for cell in cells for document in cell.documents}
    group_only = sum(all(cell.group_only for cell in some) for some in of_state.values())
    return Count(label, len(states), kinds, group_only, len(states) - len(of_state), len(documents))

"""Cells to shares: of the States of a region, how many report a step of an element, and on how many documents that rests."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import sqrt
from statistics import NormalDist

from acquis.analysis.implementation.counting import NO_REGION
from acquis.analysis.states import States
from acquis.model.implementation import Cell, Kind
from acquis.model.levelling import Share

# With fewer documents, or fewer States heard, a share says more of what was read than of the States.
FEWEST_DOCUMENTS, FEWEST_STATES = 5, 5
_DEVIATIONS = NormalDist().inv_cdf(0.975)
_STEPS: frozenset[Kind] = frozenset({"reported by itself", "confirmed by another's text"})


def find_shares(
    cells: Sequence[Cell], states: Sequence[str], world: States, element_of: Mapping[str, str]
) -> tuple[Share, ...]:
    """One share for each region and element, by name of the region; elements in the order of `element_of`."""
    region = {state: world.region(state) or NO_REGION for state in states}
    held: defaultdict[tuple[str, str], list[Cell]] = defaultdict(list)
    for cell in cells:
        if cell.provision in element_of:
            held[region[cell.state], element_of[cell.provision]].append(cell)
    elements = dict.fromkeys(element_of.values())
    sizes = {name: sum(one == name for one in region.values()) for name in sorted(set(region.values()))}
    return tuple(
        _share(name, element, size, held[name, element])
        for name, size in sizes.items()
        for element in elements
    )


def _share(region: str, element: str, states: int, cells: Sequence[Cell]) -> Share:
    of_state: defaultdict[str, list[Cell]] = defaultdict(list)
    for cell in cells:
        of_state[cell.state].append(cell)
    reporting = sum(any(not _STEPS.isdisjoint(one.kinds) for one in some) for some in of_state.values())
    speaking = sum(map(_speaks, of_state.values()))
    documents = len({document for cell in cells for document in cell.documents})
    counted = Share(
        region=region,
        element=element,
        states=states,
        reporting=reporting,
        speaking=speaking,
        group_only=sum(all(one.group_only for one in some) for some in of_state.values()),
        silent=states - len(of_state),
        documents=documents,
    )
    if documents < FEWEST_DOCUMENTS or speaking < FEWEST_STATES:
        return counted
    low, high = interval(reporting, speaking)
    return replace(counted, share=reporting / speaking, low=low, high=high)


def _speaks(cells: Sequence[Cell]) -> bool:
    """Is the State heard with an act of its own, and not only through a group or in what others say of it?"""
    return any(one.through is None and one.kind != "contested" for cell in cells for one in cell.traces)


def interval(some: int, of: int) -> tuple[float, float]:
    """The Wilson interval of 95 % of a share.

    Source: Wilson, Probable inference, the law of succession, and statistical inference, JASA 22 (1927). (SciPy has
    it in its statistics, which take longer to import than all shares to reckon.)
    """
    share, squared = some / of, _DEVIATIONS**2
    middle = share + squared / (2 * of)
    spread = _DEVIATIONS * sqrt((share * (1 - share) + squared / (4 * of)) / of)
    low, high = (middle - spread) / (1 + squared / of), (middle + spread) / (1 + squared / of)
    return 0.0 if some == 0 else low, 1.0 if some == of else high

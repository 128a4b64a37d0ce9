"""Stands of States in; the groups that support is asked to cross, given or found from the stands, out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from acquis.analysis.converging.factors import FEWEST_ACTORS, FEWEST_ISSUES, FEWEST_LEANS, part
from acquis.analysis.converging.stands import Stand
from acquis.analysis.states import States
from acquis.errors import RequestError
from acquis.model.convergence import Group, GroupedBy
from acquis.vocabulary import Vocabulary
from acquis.vocabulary.lookup import find_actor

REGIONS = "regions"
_OTHERS = "others"
_TELLING = 4
_Stands = Mapping[tuple[str, str], Stand]


@dataclass(frozen=True, slots=True)
class Grouping:
    """Names of groups with their members; a State may be in two groups that were given.

    `intercepts` say for issues what all share once the sides are taken out, where sides were found.
    """

    by: GroupedBy
    names: tuple[str, ...]
    members: tuple[frozenset[str], ...]
    silhouette: float | None = None
    intercepts: Mapping[str, float] = field(default_factory=dict)
    remarks: tuple[str, ...] = ()

    def groups_of(self) -> dict[str, str]:
        """The (first) group of each member."""
        pairs = zip(reversed(self.names), reversed(self.members), strict=True)
        return {member: name for name, members in pairs for member in members}

    def named(self, issues: Mapping[str, str], stands: _Stands) -> Iterator[Group]:
        """The groups with those of their members that are heard; found ones with the issues that tell them apart."""
        heard = {actor for actor, _ in stands}
        for name, members in zip(self.names, self.members, strict=True):
            told = _telling(members, stands, issues) if self.by == "positions" else ()
            yield Group(name, tuple(sorted(members & heard)), told)


def group_states(stands: _Stands, states: States, given: Sequence[str], vocabulary: Vocabulary) -> Grouping:
    """The groups as they are given, else those found from the positions; regions where none can be told apart.

    Raises RequestError for a group there is not.
    """
    heard = frozenset(actor for actor, _ in stands)
    if tuple(given) == (REGIONS,):
        return _regions(heard, states)
    if given:
        return _given(heard, states, given, vocabulary)
    found = _found(stands)
    if found is not None:
        return found
    why = (
        f"no groups can be told apart from the positions (it takes {FEWEST_ACTORS} States with {FEWEST_LEANS} "
        f"positions each on {FEWEST_ISSUES} issues, and sides that chance would not make)"
    )
    fallback = _regions(heard, states, remarks=(why, "the regional groups stand in"))
    if len(fallback.names) > 1:
        return fallback
    return Grouping(
        "nothing", ("all",), (heard,), remarks=(why, "all are taken as one group: nothing is crossed")
    )


def _regions(heard: frozenset[str], states: States, *, remarks: tuple[str, ...] = ()) -> Grouping:
    members = [frozenset(one for one in heard if states.region(one) == region) for region in states.regions]
    held = [(region, some) for region, some in zip(states.regions, members, strict=True) if some]
    none = heard - frozenset().union(*members)
    more = (f"in no regional group: {', '.join(sorted(none))}",) if none else ()
    names, parts = tuple(name for name, _ in held), tuple(some for _, some in held)
    return Grouping("regions", names, parts, remarks=(*remarks, *more))


def _given(heard: frozenset[str], states: States, given: Sequence[str], vocabulary: Vocabulary) -> Grouping:
    """The groups of these codes or names; of one alone, all others are the second."""
    codes = tuple(dict.fromkeys(find_actor(vocabulary, words) for words in given))
    for code in codes:
        if not states.members_of(code):
            raise RequestError(
                f"{code} is no group with members that are known; --groups takes codes such as EU"
            )
    members = tuple(frozenset(states.members_of(code)) for code in codes)
    rest = heard - frozenset().union(*members)
    if len(codes) == 1:
        return Grouping("codes", (*codes, _OTHERS), (*members, rest))
    remarks = (f"in none of the groups, and not counted: {len(rest)}",) if rest else ()
    return Grouping("codes", codes, members, remarks=remarks)


def _found(stands: _Stands) -> Grouping | None:
    import numpy as np

    actors = sorted({actor for actor, _ in stands})
    issues = sorted({issue for _, issue in stands})
    rows, columns = {one: at for at, one in enumerate(actors)}, {one: at for at, one in enumerate(issues)}
    leans = np.full((len(actors), len(issues)), np.nan)
    for (actor, issue), stand in stands.items():
        leans[rows[actor], columns[issue]] = stand.lean
    parted = part(leans)
    if parted is None:
        return None
    number = int(parted.labels.max()) + 1
    members = tuple(
        frozenset(actors[at] for at in np.flatnonzero(parted.labels == each)) for each in range(number)
    )
    few = int((parted.labels < 0).sum())
    remarks = (f"heard on too little to be placed in a group, and not counted: {few}",) if few else ()
    return Grouping(
        "positions",
        tuple(chr(ord("A") + each) for each in range(number)),
        members,
        parted.silhouette,
        {
            issue: float(parted.intercepts[at])
            for issue, at in columns.items()
            if not np.isnan(parted.intercepts[at])
        },
        remarks,
    )


def _telling(members: frozenset[str], stands: _Stands, issues: Mapping[str, str]) -> tuple[str, ...]:
    """The issues on which the members lean most unlike the rest, each with which way."""
    sums: dict[str, list[float]] = {}
    for (actor, issue), stand in stands.items():
        held = sums.setdefault(issue, [0.0, 0.0, 0.0, 0.0])
        at = 0 if actor in members else 2
        held[at] += stand.lean
        held[at + 1] += 1
    apart = {
        issue: (mine / number - theirs / rest)
        for issue, (mine, number, theirs, rest) in sums.items()
        if number >= 2 and rest >= 2
    }
    order = sorted(apart, key=lambda issue: (-abs(apart[issue]), issue))[:_TELLING]
    return tuple(
        f"{'for' if apart[one] > 0 else 'against'} {issues[one]}" for one in order if abs(apart[one]) >= 0.5
    )

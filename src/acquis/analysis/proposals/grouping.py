"""Ideas in; those that are one proposal, said again by its owner or by another, together, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from acquis.analysis.proposals.proposing import Idea

# How much of both names must stand in the other's sentence: for one owner, and for two.
_SAME, _OTHER = 0.6, 0.8
# An idea is compared with the first ideas of so many proposals that share its rarest terms, the latest first.
_COMPARED = 40
_RAREST = 2


def group_ideas(ideas: Sequence[Idea]) -> list[list[Idea]]:
    """The ideas, one list for each proposal, in the order of their first."""
    groups: list[list[Idea]] = []
    by_term: defaultdict[str, list[int]] = defaultdict(list)
    for idea in ideas:
        near = {number for term in _rarest(idea) for number in by_term[term][-_COMPARED:]}
        same = next((number for number in sorted(near) if one_proposal(groups[number][0], idea)), None)
        if same is not None:
            groups[same].append(idea)
            continue
        for term in idea.named.worth:
            by_term[term].append(len(groups))
        groups.append([idea])
    return groups


def one_proposal(one: Idea, other: Idea) -> bool:
    """Do two sentences propose the same: has each what the other is known by?"""
    least = _OTHER if set(one.owners).isdisjoint(other.owners) else _SAME
    return one.named.share(other.terms) >= least and other.named.share(one.terms) >= least


def _rarest(idea: Idea) -> list[str]:
    worth = idea.named.worth
    return sorted(worth, key=lambda term: (-worth[term], term))[:_RAREST]

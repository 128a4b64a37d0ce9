"""Ideas in; those that are one proposal, said again by its owner or by another, together, out."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from acquis.analysis.proposals.naming import terms_in
from acquis.analysis.proposals.proposing import Idea

# How much of both names must stand in the other's sentence: for one owner, and for two.
_SAME, _OTHER = 0.6, 0.8
# An idea is compared with so many earlier ones that share its rarest terms, the latest first.
_COMPARED = 60
_RAREST = 2


def group_ideas(ideas: Sequence[Idea]) -> list[list[Idea]]:
    """The ideas, one list for each proposal, in the order of their first."""
    groups: list[list[Idea]] = []
    home: list[int] = []
    by_term: defaultdict[str, list[int]] = defaultdict(list)
    for number, idea in enumerate(ideas):
        near = {other for term in _rarest(idea) for other in by_term[term][-_COMPARED:]}
        same = next(
            (home[other] for other in sorted(near, reverse=True) if one_proposal(ideas[other], idea)), None
        )
        if same is None:
            same = len(groups)
            groups.append([])
        groups[same].append(idea)
        home.append(same)
        for term in idea.named.worth:
            by_term[term].append(number)
    return groups


def one_proposal(one: Idea, other: Idea) -> bool:
    """Do two sentences propose the same: has each what the other is known by?"""
    least = _SAME if set(one.owners) & set(other.owners) else _OTHER
    return (
        one.named.share(terms_in(other.words.text)) >= least
        and other.named.share(terms_in(one.words.text)) >= least
    )


def _rarest(idea: Idea) -> list[str]:
    worth = idea.named.worth
    return sorted(worth, key=lambda term: (-worth[term], term))[:_RAREST]

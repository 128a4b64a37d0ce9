"""Candidates in; the one that settles a promise without a person, where there is one, out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from acquis.analysis.pledges import Pledge
from acquis.model.frame import Frame
from acquis.store.sequels import Found

# What a rule settles must also be like the promise as a whole.
_LIKE = 0.4
# Of promises of little or to go on, and of talk without an owner, nothing is settled by rule.
_LEAST_GRADE = 3


def clear_one(pledge: Pledge, found: Sequence[Found], frame_of: Callable[[Found], Frame]) -> Found | None:
    """The sentence that leaves no doubt; one that reports it done goes before one that says it again.

    What was promised together is said again only by all who promised it.
    """
    claim = pledge.claim
    if not claim.owners or (claim.grade or 0) < _LEAST_GRADE:
        return None
    owners = set(claim.owners)

    def theirs(one: Found) -> bool:
        actors = set(frame_of(one).actors)
        return bool(owners & actors) if one.relation == "done" else owners <= actors

    sure = [one for one in found if one.clear and one.score >= _LIKE and theirs(one)]
    return min(sure, key=lambda one: (one.relation != "done", -one.score), default=None)

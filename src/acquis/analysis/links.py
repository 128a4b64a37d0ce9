"""Judgements on links in; which works people tied together or parted, and what they said of sequels, out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from acquis.model.anchor import Anchor
from acquis.model.judgement import Judgement, Tie, standing
from acquis.model.marking import Marking, highest


@dataclass(frozen=True, slots=True)
class Links:
    """The last word on each link, as a viewer may know it. Pairs are of work keys, or of names, in either order.

    `sequels` has the judgements on a promise and its sequel, each with two anchors, in the order in which they were
    said. `markings` says how high what was said of two works is marked.
    """

    one_edition: frozenset[frozenset[str]] = frozenset()
    two_editions: frozenset[frozenset[str]] = frozenset()
    one_person: frozenset[frozenset[str]] = frozenset()
    two_persons: frozenset[frozenset[str]] = frozenset()
    sequels: tuple[Judgement, ...] = ()
    markings: Mapping[frozenset[str], Marking] = field(default_factory=dict)

    def marking_of(self, works: Collection[str]) -> Marking:
        """The highest of what people said of any of these works and another."""
        return highest(level for pair, level in self.markings.items() if not pair.isdisjoint(works))


NO_LINKS = Links()


@dataclass(slots=True)
class _Sorted:
    """Links as they are gathered."""

    tied: dict[str, set[frozenset[str]]] = field(default_factory=lambda: {"edition": set(), "person": set()})
    parted: dict[str, set[frozenset[str]]] = field(
        default_factory=lambda: {"edition": set(), "person": set()}
    )
    sequels: list[Judgement] = field(default_factory=list)
    markings: dict[frozenset[str], Marking] = field(default_factory=dict)


def read_links(judgements: Sequence[Judgement]) -> Links:
    """What people said of links, the oldest first; of each link the last word counts that was not taken back."""
    found = _Sorted()
    for judgement in _last_words(standing(judgements)):
        tie, anchors = judgement.subject.tie, judgement.subject.anchors
        if tie == "sequel":
            found.sequels.append(judgement)
        elif tie is not None:
            side = found.parted if judgement.verdict == "reject" else found.tied
            side[tie].add(pair := _pair(tie, anchors))
            if tie == "edition":
                found.markings[pair] = judgement.marking
    return Links(
        frozenset(found.tied["edition"]),
        frozenset(found.parted["edition"]),
        frozenset(found.tied["person"]),
        frozenset(found.parted["person"]),
        tuple(found.sequels),
        found.markings,
    )


def _last_words(judgements: Iterable[Judgement]) -> list[Judgement]:
    """The last judgement on each link, in the order in which these were said.

    A pair is the same in either order; two names are, wherever they stand.
    """
    last: dict[object, Judgement] = {}
    for one in judgements:
        tie = one.subject.tie
        if tie is not None:
            key = one.subject.id if tie == "sequel" else (tie, _pair(tie, one.subject.anchors))
            last.pop(key, None)
            last[key] = one
    return list(last.values())


def _pair(tie: Tie, anchors: Iterable[Anchor]) -> frozenset[str]:
    return frozenset(a.work if tie == "edition" else " ".join(a.quote.split()) for a in anchors)

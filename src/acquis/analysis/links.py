"""Judgements on links in; which works people tied together or parted, and what they said of sequels, out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from acquis.model.judgement import Judgement


@dataclass(frozen=True, slots=True)
class Links:
    """The last word on each link, as a viewer may know it. Pairs are of work keys, or of names, in either order.

    `sequels` has the judgements on a promise and its sequel, each with two anchors.
    """

    one_edition: frozenset[frozenset[str]] = frozenset()
    two_editions: frozenset[frozenset[str]] = frozenset()
    one_person: frozenset[frozenset[str]] = frozenset()
    two_persons: frozenset[frozenset[str]] = frozenset()
    sequels: tuple[Judgement, ...] = ()


NO_LINKS = Links()


@dataclass(slots=True)
class _Sorted:
    """Links as they are gathered."""

    tied: dict[str, set[frozenset[str]]] = field(default_factory=lambda: {"edition": set(), "person": set()})
    parted: dict[str, set[frozenset[str]]] = field(
        default_factory=lambda: {"edition": set(), "person": set()}
    )
    sequels: list[Judgement] = field(default_factory=list)


def read_links(judgements: Sequence[Judgement]) -> Links:
    """What people said of links, the oldest first; of each link the last word counts."""
    found = _Sorted()
    for judgement in _last_words(judgements):
        tie, anchors = judgement.subject.tie, judgement.subject.anchors
        if tie == "sequel":
            found.sequels.append(judgement)
        elif tie is not None:
            side = found.parted if judgement.verdict == "reject" else found.tied
            side[tie].add(frozenset(a.work if tie == "edition" else a.quote for a in anchors))
    return Links(
        frozenset(found.tied["edition"]),
        frozenset(found.parted["edition"]),
        frozenset(found.tied["person"]),
        frozenset(found.parted["person"]),
        tuple(found.sequels),
    )


def _last_words(judgements: Iterable[Judgement]) -> list[Judgement]:
    last = {one.subject.id: one for one in judgements if one.subject.kind == "link"}
    return list(last.values())

"""Judgements to places: where in one document the words stand that people judged, and the last word on each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from acquis.model.anchor import Anchor, Resolved
from acquis.model.claim import Act, Claim
from acquis.model.document import Document
from acquis.model.judgement import Judgement, Subject
from acquis.model.marking import Viewer, may_see
from acquis.store.anchors import resolve, shared_context


@dataclass(frozen=True, slots=True)
class Ground:
    """What findings are settled on: the document, the work it belongs to, its sentences as spans."""

    document: Document
    work: str
    sentences: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Found:
    """A claim of the reader, with the key it has where nobody judged."""

    key: str
    claim: Claim


@dataclass(frozen=True, slots=True)
class Placed:
    """A judgement with the places its words have in this document.

    `origin` is the place of the words that the reader found, `at` of those that count: where the person chose other
    words, theirs.
    """

    judgement: Judgement
    origin: Resolved
    at: Resolved

    @property
    def stands(self) -> bool:
        """Are its words still in the text?"""
        return self.at.nearness != "lost"


@dataclass(frozen=True, slots=True)
class Verdict:
    """The last word on a subject, and the findings that a rejection keeps away: each an act at a place.

    `left` is the last that left something standing.
    """

    last: Placed
    away: tuple[tuple[Act | None, Resolved], ...]
    left: Placed | None

    @property
    def id(self) -> str:
        """The id of the subject."""
        return self.last.judgement.subject.id


def place_all(ground: Ground, found: Sequence[Found], judgements: Iterable[Judgement]) -> list[Placed]:
    """Every judgement on a finding, the oldest first, with its place in the text."""
    ordered = sorted((j for j in judgements if j.subject.kind == "finding"), key=lambda j: (j.at, j.id))
    return [_place(ground, found, judgement) for judgement in ordered]


def _place(ground: Ground, found: Sequence[Found], judgement: Judgement) -> Placed:
    """Where the words stand that the reader found, and those that count."""
    subject, value = judgement.subject, judgement.value
    origin = _origin(ground.document.text, found, subject)
    if value is None or value.anchor.quote == subject.anchors[0].quote:
        return Placed(judgement, origin, origin)
    chosen = resolve(value.anchor, ground.document.text)
    return Placed(judgement, origin, origin if chosen.nearness == "lost" else chosen)


def _origin(text: str, found: Sequence[Found], subject: Subject) -> Resolved:
    """The place of a subject: of the reader's finding of these words and this act, else of the words alone.

    Of several that say the same, the one whose neighbours are the subject's; where they are alike, the one that is
    as many-eth.
    """
    anchor, said = subject.anchors[0], subject.anchors[0].quote.split()
    same = [one for one in found if one.claim.act == subject.act and one.claim.evidence.quote.split() == said]
    if not same:
        return resolve(anchor, text)
    best = max(same, key=lambda one: (_likeness(anchor, text, one.claim), one.key == subject.id))
    return Resolved(best.claim.evidence.start, best.claim.evidence.end, "exact")


def _likeness(anchor: Anchor, text: str, claim: Claim) -> int:
    return shared_context(anchor, text, claim.evidence.start, claim.evidence.end)


def latest(placed: Iterable[Placed], viewer: Viewer) -> list[Verdict]:
    """The last word on each subject among the judgements this viewer may see; what was withdrawn was never said."""
    seen = [one for one in placed if may_see(viewer, one.judgement.marking)]
    withdrawn = {one.judgement.withdraws for one in seen}
    said: dict[str, list[Placed]] = {}
    for one in seen:
        if one.judgement.verdict != "withdraw" and one.judgement.id not in withdrawn:
            said.setdefault(one.judgement.subject.id, []).append(one)
    return [Verdict(each[-1], tuple(_away(each)), _left(each)) for each in said.values()]


def _left(said: Sequence[Placed]) -> Placed | None:
    return next((one for one in reversed(said) if one.judgement.value is not None and one.stands), None)


def _away(said: Iterable[Placed]) -> Iterator[tuple[Act | None, Resolved]]:
    """What a rejection after all this keeps away: what the reader found, and what people had made of it."""
    for one in said:
        yield one.judgement.subject.act, one.origin
        if one.judgement.value is not None:
            yield one.judgement.value.act, one.at

"""What the reader found and what people said of it, to the findings as they stand: for each clearance its own.

In: the claims of one document, and the judgements on its work. Out: settled claims, each with the clearances
that see it. The latest judgement of a subject that a viewer may see decides; a rejection keeps every overlapping
finding of the same act away; what was accepted or corrected stands as the person left it, found again or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from acquis.model.anchor import Anchor, Resolved
from acquis.model.claim import Claim, Place
from acquis.model.document import Document
from acquis.model.evidence import Evidence
from acquis.model.judgement import ClaimStatus, Finding, Judgement, Subject
from acquis.model.marking import Marking, Viewer, may_see
from acquis.store.anchors import resolve

RULE = "judgement"


@dataclass(frozen=True, slots=True)
class Settled:
    """A finding as those see it whose clearance lies between `least` and `most`, both included.

    `replaced` is the reader's own finding where a person's stands in its place for everybody: nobody sees it.
    """

    key: str
    claim: Claim
    status: ClaimStatus
    judgement: str | None = None
    least: Marking = Marking.CLEAR
    most: Marking = Marking.RED
    replaced: bool = False

    @property
    def by_person(self) -> bool:
        """Was it put as it is by a judgement, and not by the reader?"""
        return self.claim.rule == RULE


@dataclass(frozen=True, slots=True)
class Settlement:
    """All settled findings of a document in the order of the text, and the subjects whose words are gone."""

    claims: tuple[Settled, ...]
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """What findings are settled on: the document, the work it belongs to, its sentences as spans."""

    document: Document
    work: str
    sentences: Sequence[tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Placed:
    """A judgement with the place its words have in this document."""

    judgement: Judgement
    at: Resolved


def subjects_of(ground: Ground, claims: Iterable[Claim]) -> list[Subject]:
    """The subject of each claim; the same act on the same words again counts on."""
    seen: dict[str, int] = {}
    subjects = []
    for claim in claims:
        anchor = Anchor.at(ground.work, ground.document.text, claim.evidence.start, claim.evidence.end)
        first = Subject("finding", (anchor,), claim.act)
        seen[first.id] = seen.get(first.id, 0) + 1
        subjects.append(first if seen[first.id] == 1 else replace(first, occurrence=seen[first.id]))
    return subjects


def settle(ground: Ground, claims: Sequence[Claim], judgements: Sequence[Judgement]) -> Settlement:
    """The findings as they stand; without judgements, what the reader found."""
    keys = [subject.id for subject in subjects_of(ground, claims)]
    if not judgements:
        return Settlement(
            tuple(Settled(key, claim, "found") for key, claim in zip(keys, claims, strict=True))
        )
    placed = _place_all(ground, judgements)
    levels = [
        _settle_for(ground, list(zip(keys, claims, strict=True)), _latest(placed, Viewer(marking)))
        for marking in Marking
    ]
    seen = {one.key for level in levels for one in level if not one.by_person}
    replaced = [
        Settled(key, claim, "found", replaced=True)
        for key, claim in zip(keys, claims, strict=True)
        if key not in seen
    ]
    lost = sorted({p.judgement.subject.id for p in placed if p.at.nearness == "lost"})
    return Settlement((*_joined(levels), *replaced), tuple(lost))


def _place_all(ground: Ground, judgements: Iterable[Judgement]) -> list[_Placed]:
    """Every judgement on a finding, the oldest first, with its place in the text."""
    ordered = sorted((j for j in judgements if j.subject.kind == "finding"), key=lambda j: (j.at, j.id))
    return [_Placed(judgement, _place_of(judgement, ground.document.text)) for judgement in ordered]


def _place_of(judgement: Judgement, text: str) -> Resolved:
    """Where the words stand that count: those the person chose, else those the reader found."""
    chosen = resolve(judgement.value.anchor, text) if judgement.value else None
    return chosen if chosen and chosen.nearness != "lost" else resolve(judgement.subject.anchors[0], text)


def _latest(placed: Iterable[_Placed], viewer: Viewer) -> list[_Placed]:
    """The last word on each subject among the judgements this viewer may see, where its words still stand."""
    last = {p.judgement.subject.id: p for p in placed if may_see(viewer, p.judgement.marking)}
    return [p for p in last.values() if p.at.nearness != "lost"]


def _settle_for(ground: Ground, found: list[tuple[str, Claim]], verdicts: list[_Placed]) -> list[Settled]:
    """The findings for one clearance."""
    standing = [verdict for verdict in verdicts if verdict.judgement.value is not None]
    rejected = [verdict for verdict in verdicts if verdict.judgement.value is None]
    settled = [_settled_by_person(ground, verdict) for verdict in standing]
    for key, claim in found:
        if any(_replaces(verdict, key, claim) for verdict in standing):
            continue
        verdict = next((v for v in rejected if _rejects(v, key, claim)), None)
        if verdict is None:
            settled.append(Settled(key, claim, "found"))
        else:
            settled.append(Settled(key, claim, "rejected", verdict.judgement.id))
    return sorted(settled, key=lambda one: (one.claim.evidence.start, one.claim.evidence.end, one.claim.act))


def _rejects(verdict: _Placed, key: str, claim: Claim) -> bool:
    """A rejection meets the finding itself, and every other of its act that shares words with it."""
    subject = verdict.judgement.subject
    return subject.id == key or (subject.act == claim.act and _overlap(verdict.at, claim) > 0)


def _replaces(verdict: _Placed, key: str, claim: Claim) -> bool:
    """What a person left standing takes the place of the finding it was made from, whatever its act is called now.

    That is the finding itself, one of either act that shares words, or one that shares most of its words.
    """
    subject, value = verdict.judgement.subject, verdict.judgement.value
    if subject.id == key:
        return True
    shared = _overlap(verdict.at, claim)
    if shared and claim.act in (subject.act, value.act if value else None):
        return True
    shorter = min(verdict.at.end - verdict.at.start, claim.evidence.end - claim.evidence.start)
    return shared * 2 > shorter


def _overlap(place: Resolved, claim: Claim) -> int:
    return max(0, min(place.end, claim.evidence.end) - max(place.start, claim.evidence.start))


def _settled_by_person(ground: Ground, verdict: _Placed) -> Settled:
    judgement, value = verdict.judgement, verdict.judgement.value
    assert value is not None  # only verdicts that leave something standing come here
    status: ClaimStatus = "corrected" if judgement.verdict == "correct" else "accepted"
    return Settled(judgement.subject.id, claim_of(ground, value, verdict.at), status, judgement.id)


def claim_of(ground: Ground, value: Finding, at: Resolved) -> Claim:
    """The claim that a person's finding makes at a place of this document."""
    document = ground.document
    begin, end = next(((s, e) for s, e in ground.sentences if s <= at.start < e), (at.start, at.end))
    return Claim(
        act=value.act,
        owners=value.owners,
        place=Place(
            Evidence.cut(document, at.start, at.end),
            Evidence.cut(document, min(begin, at.start), max(end, at.end)),
        ),
        paragraph=address_at(document, at.start),
        rule=RULE,
        confidence=1.0,
        addressees=value.addressees,
        grade=value.grade,
        element=value.element,
        targets=value.targets,
        due=value.due,
        venue=value.venue,
    )


def address_at(document: Document, place: int) -> str:
    """The address of the paragraph that a place lies in, or the last one before it."""
    before = [paragraph for paragraph in document.paragraphs if paragraph.start <= place]
    return before[-1].address if before else ""


def _joined(levels: Sequence[Sequence[Settled]]) -> tuple[Settled, ...]:
    """The findings of all clearances, those that are the same for neighbours joined to one row."""
    rows: dict[tuple[object, ...], Settled] = {}
    for marking, level in zip(Marking, levels, strict=True):
        for one in level:
            name = (one.key, one.status, one.judgement, one.claim.evidence.start, one.claim.act)
            known = rows.get((*name, marking - 1))
            rows.pop((*name, marking - 1), None)
            rows[(*name, int(marking))] = replace(one, least=known.least if known else marking, most=marking)
    order = sorted(
        rows.values(), key=lambda one: (one.claim.evidence.start, one.claim.evidence.end, one.least)
    )
    return tuple(order)

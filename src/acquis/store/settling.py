"""What the reader found and what people said of it, to the findings as they stand: for each clearance its own.

In: the claims of one document, and the judgements on its work. Out: settled claims, each with the clearances
that see it. The latest judgement of a subject that a viewer may see decides; a rejection keeps every overlapping
finding of the same act away; what was accepted or corrected stands as the person left it, found again or not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import count

from acquis.model.anchor import Anchor, Resolved
from acquis.model.claim import Act, Claim, Place
from acquis.model.document import Document
from acquis.model.evidence import Evidence
from acquis.model.judgement import ClaimStatus, Finding, Judgement, Subject, subject_id
from acquis.model.marking import Marking, Viewer
from acquis.store.placing import Found, Ground, Placed, Verdict, latest, place_all

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


Lost = tuple[tuple[str, ...], ...]
NOTHING_LOST: Lost = ((),) * len(Marking)


@dataclass(frozen=True, slots=True)
class Settlement:
    """All settled findings of a document in the order of the text, and the judged subjects whose words are gone.

    `lost` has one tuple for each clearance, from CLEAR to RED.
    """

    claims: tuple[Settled, ...]
    lost: Lost = NOTHING_LOST


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
    subjects = subjects_of(ground, claims)
    found = [Found(subject.id, claim) for subject, claim in zip(subjects, claims, strict=True)]
    if not judgements:
        return Settlement(tuple(Settled(one.key, one.claim, "found") for one in found))
    placed = place_all(ground, found, judgements)
    verdicts = [latest(placed, Viewer(marking)) for marking in Marking]
    levels = [_settle_for(ground, found, [v for v in each if v.last.stands]) for each in verdicts]
    seen = {id(one.claim) for level in levels for one in level}
    replaced = [
        Settled(one.key, one.claim, "found", replaced=True) for one in found if id(one.claim) not in seen
    ]
    lost = tuple(tuple(sorted(v.id for v in each if not v.last.stands)) for each in verdicts)
    return Settlement((*_joined(levels), *replaced), lost)


def _settle_for(ground: Ground, found: Sequence[Found], verdicts: list[Verdict]) -> list[Settled]:
    """The findings for one clearance."""
    standing = [verdict for verdict in verdicts if verdict.last.judgement.value is not None]
    rejected = [verdict for verdict in verdicts if verdict.last.judgement.value is None]
    settled = [_with_links(_settled_by_person(ground, verdict.last), found) for verdict in standing]
    for key, claim in _keyed(found, verdicts):
        if any(_replaces(verdict.last, claim) for verdict in standing):
            continue
        verdict = next((v for v in rejected if _rejects(v, claim)), None)
        if verdict is None:
            settled.append(Settled(key, claim, "found"))
        else:
            settled.append(Settled(key, claim, "rejected", verdict.last.judgement.id))
    met = {name for one in settled for name in (one.key, one.judgement)}
    unmet = [v for v in rejected if v.id not in met and v.last.judgement.id not in met]
    settled += [_rejected_by_person(ground, v, v.left) for v in unmet if v.left]
    return sorted(settled, key=lambda one: (one.claim.evidence.start, one.claim.evidence.end, one.claim.act))


def _rejected_by_person(ground: Ground, verdict: Verdict, left: Placed) -> Settled:
    """What a person had made of a finding that the reader does not find any more: rejected, it can be accepted again."""
    return replace(_settled_by_person(ground, left), status="rejected", judgement=verdict.last.judgement.id)


def _keyed(found: Sequence[Found], verdicts: Sequence[Verdict]) -> Iterator[tuple[str, Claim]]:
    """Each claim with its key: a judged one keeps the key it was judged by, however often its words are said now."""
    taken = {verdict.id for verdict in verdicts}
    keys: dict[tuple[Act | None, int, int], str] = {}
    for verdict in verdicts:
        subject, origin = verdict.last.judgement.subject, verdict.last.origin
        keys.setdefault((subject.act, origin.start, origin.end), verdict.id)
    for one in found:
        evidence = one.claim.evidence
        key = keys.pop((one.claim.act, evidence.start, evidence.end), None)
        if key is None:
            key = one.key if one.key not in taken else _free_key(one, verdicts, taken)
        taken.add(key)
        yield key, one.claim


def _free_key(one: Found, verdicts: Sequence[Verdict], taken: set[str]) -> str:
    """The key of the next time that these words are said, which nothing else has."""
    work = next(v.last.judgement.subject.anchors[0].work for v in verdicts)
    place = (work, one.claim.evidence.quote)
    keys = (subject_id("finding", one.claim.act, occurrence, place) for occurrence in count(1))
    return next(key for key in keys if key not in taken)


def _rejects(verdict: Verdict, claim: Claim) -> bool:
    """A rejection meets every finding of its act that shares words with it."""
    return any(act == claim.act and _overlap(place, claim) > 0 for act, place in verdict.away)


def _replaces(placed: Placed, claim: Claim) -> bool:
    """What a person left standing takes the place of the finding it was made from, whatever its act is called now.

    That is the finding itself, one of either act that shares words, or one that shares most of its words.
    """
    subject, value = placed.judgement.subject, placed.judgement.value
    if claim.act == subject.act and _overlap(placed.origin, claim):
        return True
    shared = _overlap(placed.at, claim)
    if shared and claim.act in (subject.act, value.act if value else None):
        return True
    shorter = min(placed.at.end - placed.at.start, claim.evidence.end - claim.evidence.start)
    return shared * 2 > shorter


def _overlap(place: Resolved, claim: Claim) -> int:
    return max(0, min(place.end, claim.evidence.end) - max(place.start, claim.evidence.start))


def _settled_by_person(ground: Ground, placed: Placed) -> Settled:
    judgement, value = placed.judgement, placed.judgement.value
    assert value is not None  # only verdicts that leave something standing come here
    status: ClaimStatus = "corrected" if judgement.verdict == "correct" else "accepted"
    return Settled(judgement.subject.id, claim_of(ground, value, placed.at), status, judgement.id)


def _with_links(settled: Settled, found: Sequence[Found]) -> Settled:
    """The reader's reasons for the provisions that a person left standing."""
    claim = settled.claim
    place = Resolved(claim.evidence.start, claim.evidence.end, "exact")
    near = max(found, key=lambda one: _overlap(place, one.claim), default=None)
    if near is None or not _overlap(place, near.claim):
        return settled
    links = tuple(link for link in near.claim.links if link.provision in claim.targets)
    return replace(settled, claim=replace(claim, links=links))


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
            name = (
                one.key,
                one.status,
                one.judgement,
                one.claim.evidence.start,
                one.claim.evidence.end,
                one.claim.act,
            )
            known = rows.get((*name, marking - 1))
            rows.pop((*name, marking - 1), None)
            rows[(*name, int(marking))] = replace(one, least=known.least if known else marking, most=marking)
    order = sorted(
        rows.values(), key=lambda one: (one.claim.evidence.start, one.claim.evidence.end, one.least)
    )
    return tuple(order)

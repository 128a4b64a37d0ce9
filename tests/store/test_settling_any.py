"""Settling under any findings and any judgements: what always holds."""

from __future__ import annotations

from random import Random

from grounds import ground
from hypothesis import given, settings
from hypothesis import strategies as st

from acquis.model.anchor import Anchor
from acquis.model.claim import Act, Claim, Place
from acquis.model.evidence import Evidence
from acquis.model.judgement import Finding, Judgement, Subject, Verdict
from acquis.model.marking import Marking, Viewer, may_see
from acquis.store.judgements import sealed
from acquis.store.placing import Ground
from acquis.store.settling import Settled, settle, subjects_of

ACTS: tuple[Act, ...] = ("commitment", "call", "report")
VERDICTS: tuple[Verdict, ...] = ("accept", "reject", "correct")
SENTENCES = st.sampled_from(
    [
        "We will meet.",
        "We agreed to meet.",
        "They discussed norms and threats.",
        "Aldoria welcomes it.",
        "No.",
    ]
)
TEXTS = st.lists(SENTENCES, min_size=1, max_size=6).map("\n".join)


@st.composite
def claims_in(draw: st.DrawFn, on: Ground) -> list[Claim]:
    """What some reader may find: as ours does, never the same act twice on the same words."""
    claims: list[Claim] = []
    for start, end in draw(st.lists(st.sampled_from(list(on.sentences)), max_size=5, unique=True)):
        begin = draw(st.sampled_from([start, min(start + 3, end - 1)]))
        place = Place(Evidence.cut(on.document, begin, end), Evidence.cut(on.document, start, end))
        claims.append(Claim(draw(st.sampled_from(ACTS)), ("XC",), place, "¶1", "test", 0.5))
    return sorted(claims, key=lambda claim: claim.evidence.start)


@st.composite
def judgements_on(draw: st.DrawFn, on: Ground, claims: list[Claim]) -> list[Judgement]:
    """Some judgements on these findings, at different times."""
    made: list[Judgement] = []
    for minute in range(draw(st.integers(0, 5)) if claims else 0):
        of: Subject = draw(st.sampled_from(subjects_of(on, claims)))
        verdict = draw(st.sampled_from(VERDICTS))
        finding = None
        if verdict != "reject":
            start, end = draw(st.sampled_from(list(on.sentences)))
            anchor = draw(st.sampled_from([of.anchors[0], Anchor.at(on.work, on.document.text, start, end)]))
            act = of.act if verdict == "accept" or of.act is None else draw(st.sampled_from(ACTS))
            finding = Finding(act or "call", ("XD",), anchor if verdict == "correct" else of.anchors[0])
        marking = draw(st.sampled_from(Marking))
        at = f"2031-05-02T10:{minute:02}"
        made.append(sealed(Judgement("", of, verdict, "A.", at, marking=marking, value=finding)))
    return made


@st.composite
def cases(draw: st.DrawFn) -> tuple[Ground, list[Claim], list[Judgement]]:
    """A text, what a newer reader finds in it, and judgements made on an older text or reading."""
    old, new = ground(draw(TEXTS)), ground(draw(TEXTS))
    same = draw(st.booleans())
    on = old if same else new
    before = draw(claims_in(old))
    return on, draw(claims_in(on)), draw(judgements_on(old, before))


def visible(settled: tuple[Settled, ...], marking: Marking) -> list[Settled]:
    """What one clearance sees, rejected findings included."""
    return [one for one in settled if one.least <= marking <= one.most and not one.replaced]


def overlap(one: Evidence, other: Evidence) -> bool:
    """Do these share words?"""
    return min(one.end, other.end) > max(one.start, other.start)


@settings(deadline=None, max_examples=150)
@given(cases())
def test_for_every_clearance(case: tuple[Ground, list[Claim], list[Judgement]]) -> None:
    """Keys are unique, quotes are the text's, a verdict of a person is there once, a rejected act is nowhere near."""
    on, claims, judgements = case
    settlement = settle(on, claims, judgements)
    for marking in Marking:
        rows = visible(settlement.claims, marking)
        keys = [one.key for one in rows]
        assert len(keys) == len(set(keys))
        last = {j.subject.id: j for j in judgements if may_see(Viewer(marking), j.marking)}
        lost = settlement.lost[marking]
        for id_, judgement in last.items():
            by_person = [one for one in rows if one.by_person and one.judgement == judgement.id]
            standing = [one for one in by_person if one.status != "rejected"]
            assert len(standing) == (judgement.value is not None and id_ not in lost)
        for one in rows:
            quote = one.claim.evidence
            assert on.document.text[quote.start : quote.end] == quote.quote != ""
            assert one.claim.sentence.start <= quote.start < quote.end <= one.claim.sentence.end
        away = [one for one in rows if one.status == "rejected"]
        near = [one for one in rows if one.status == "found"]
        assert not any(
            overlap(a.claim.evidence, b.claim.evidence) and a.claim.act == b.claim.act
            for a in away for b in near
        )  # fmt: skip


@settings(deadline=None, max_examples=80)
@given(cases(), st.randoms())
def test_the_order_in_which_judgements_came_in_does_not_matter(
    case: tuple[Ground, list[Claim], list[Judgement]], random: Random
) -> None:
    """Their times decide."""
    on, claims, judgements = case
    mixed = list(judgements)
    random.shuffle(mixed)
    assert settle(on, claims, mixed) == settle(on, claims, judgements)


@settings(deadline=None, max_examples=80)
@given(cases(), st.sampled_from(Marking))
def test_what_a_clearance_may_not_see_changes_nothing_for_it(
    case: tuple[Ground, list[Claim], list[Judgement]], marking: Marking
) -> None:
    """The findings for a clearance are those that there would be without the judgements above it."""
    on, claims, judgements = case
    theirs = [j for j in judgements if j.marking <= marking]
    whole, without = settle(on, claims, judgements), settle(on, claims, theirs)
    told = [(one.key, one.claim, one.status, one.judgement) for one in visible(whole.claims, marking)]
    assert told == [
        (one.key, one.claim, one.status, one.judgement) for one in visible(without.claims, marking)
    ]
    assert whole.lost[marking] == without.lost[marking]


@settings(deadline=None, max_examples=80)
@given(cases())
def test_no_finding_of_the_reader_is_forgotten(case: tuple[Ground, list[Claim], list[Judgement]]) -> None:
    """Whatever people made of them, the reader's own findings can be settled anew."""
    on, claims, judgements = case
    kept = {id(one.claim) for one in settle(on, claims, judgements).claims if not one.by_person}
    assert kept == {id(claim) for claim in claims}

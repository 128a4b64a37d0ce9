"""Small grounds to settle on: a document of a few sentences, findings in it, and judgements on them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count

from acquis.model.anchor import Anchor
from acquis.model.claim import Act, Claim, Place
from acquis.model.document import Document, Paragraph
from acquis.model.evidence import Evidence
from acquis.model.judgement import Finding, Judgement, Subject, Verdict
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.store.judgements import sealed
from acquis.store.placing import Ground
from acquis.store.settling import Settled, Settlement, settle, subjects_of

WORK = "X/2031/1"
_SENTENCE = re.compile(r"[^.\n]+\.")
_minutes = count(1)


def ground(text: str, work: str = WORK) -> Ground:
    """A document of this text, one paragraph a line, whose sentences end with full stops."""
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    paragraphs = tuple(Paragraph(f"¶{n}", "paragraph", *span) for n, span in enumerate(lines, 1))
    sentences = [
        (match.start() + len(match.group()) - len(match.group().lstrip()), match.end())
        for match in _SENTENCE.finditer(text)
    ]
    return Ground(Document("d" * 16, "x.txt", text, paragraphs), work, sentences)


def found(on: Ground, words: str, act: Act = "commitment", *, nth: int = 1) -> Claim:
    """What a reader finds at the `nth` place of these words."""
    at = -1
    for _ in range(nth):
        at = on.document.text.index(words, at + 1)
    place = Evidence.cut(on.document, at, at + len(words))
    return Claim(act, ("XC",), Place(place, place), "¶1", "test", 0.5)


def subject(on: Ground, claims: Sequence[Claim], index: int = 0) -> Subject:
    """What a person judges: one of these findings."""
    return subjects_of(on, claims)[index]


def said(
    of: Subject, verdict: Verdict, *, value: Finding | None = None, marking: Marking = Marking.CLEAR
) -> Judgement:
    """A judgement, later than all before it; `accept` leaves the finding as it was."""
    act = of.act
    assert act is not None
    if verdict == "accept" and value is None:
        value = Finding(act, ("XC",), of.anchors[0])
    at = f"2031-05-02T10:{next(_minutes) % 10_000:05}"
    return sealed(Judgement("", of, verdict, "A. Reviewer", at, marking=marking, value=value))


def value(of: Subject, on: Ground, *, act: Act | None = None, words: str | None = None) -> Finding:
    """The finding as a person wants it: of another act, on other words, by another owner."""
    anchor = of.anchors[0]
    if words is not None:
        at = on.document.text.index(words)
        anchor = Anchor.at(on.work, on.document.text, at, at + len(words))
    subject_act = of.act
    assert subject_act is not None
    return Finding(act or subject_act, ("XD",), anchor)


def seen(settlement: Settlement, viewer: Viewer = EVERYTHING) -> list[Settled]:
    """The findings that a viewer sees, those that were rejected included."""
    return [
        one for one in settlement.claims if one.least <= viewer.clearance <= one.most and not one.replaced
    ]


def lines(settlement: Settlement, viewer: Viewer = EVERYTHING) -> list[tuple[str, str, str]]:
    """Status, act and words of the findings that a viewer sees."""
    return [(one.status, one.claim.act, one.claim.evidence.quote) for one in seen(settlement, viewer)]


def settled(
    on: Ground, claims: Sequence[Claim], *judgements: Judgement, viewer: Viewer = EVERYTHING
) -> list[tuple[str, str, str]]:
    """How the findings of a ground stand after these judgements."""
    return lines(settle(on, claims, judgements), viewer)

"""Passages to claims: acts, owners and the words that carry them; what is said twice is one claim."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from acquis.extractors.act_features import voice_kind
from acquis.extractors.act_rules import RULED
from acquis.extractors.acts import ActFound, find_acts
from acquis.extractors.addressees import find_addressees
from acquis.extractors.clause import analyse, cues_of
from acquis.extractors.cues import CueHit
from acquis.extractors.due import find_due, find_venue
from acquis.extractors.foretold import with_foretold
from acquis.extractors.forum import ITEM_ELEMENTS
from acquis.extractors.frame import Frame
from acquis.extractors.grade import grade
from acquis.extractors.material import Material
from acquis.extractors.owners import actors_of, find_owners, voice_of
from acquis.extractors.passages import Passage
from acquis.extractors.repeats import join_repeats
from acquis.extractors.targets import find_targets
from acquis.model.claim import Act, Claim, Place
from acquis.model.evidence import Evidence

GRADED: frozenset[Act] = frozenset({"commitment", "call", "proposal", "offer"})
_SHORTEST = 3
_JOINT = re.compile(r"(?:[,;\s]|\b(?:and|but|while)$)+$")


def find_claims(material: Material, frame: Frame) -> tuple[Claim, ...]:
    """The claims of a document in the order of the text."""
    claims: list[Claim] = []
    before: tuple[str, ...] = ()
    voices: dict[str, Frame] = {}
    for passage in material.passages:
        label = passage.turn.label if passage.turn else ""
        if label not in voices:
            voices[label] = voice_of(material, passage, frame)
        for claim in _claims_of(material, passage, voices[label], before):
            claims.append(claim)
            before = claim.owners
    return join_repeats(claims, material.tokens)


def _claims_of(
    material: Material, passage: Passage, frame: Frame, before: tuple[str, ...]
) -> Iterator[Claim]:
    if _silent(material, passage):
        return
    tokens = material.tokens
    span = tokens.within(passage.start, passage.end)
    if span[1] - span[0] < (1 if passage.stem else _SHORTEST):
        return
    hits = cues_of(tokens, span)
    words = tokens.words[span[0] : span[1]]
    if _chatter(passage, hits) and not ("ll" in words and with_foretold(material, passage, frame, words, [])):
        return
    own = frozenset(frame.actors) | frozenset(frame.parties)
    actors = actors_of(material, (passage.start, passage.end), own)
    clause = analyse(tokens, span, actors, hits)
    names = frozenset(at for actor in actors if actor.code for at in range(actor.first, actor.last + 1))
    found = find_acts(material, passage, clause, voice=voice_kind(frame.kind, len(frame.actors)), names=names)
    found = with_foretold(material, passage, frame, words, found)
    for act, quote in zip(found, _quotes(material, passage, found), strict=True):
        owners = act.owners or find_owners(material, clause, act.cue, frame, act.act, before)
        claim = _claim(material, passage, act, quote, owners)
        yield claim if claim.element else replace(claim, element=ITEM_ELEMENTS.get(frame.setting.agenda_item))


def _silent(material: Material, passage: Passage) -> bool:
    """Questions of reporters and bare headings claim nothing."""
    if passage.turn is not None and passage.turn.asks:
        return True
    return passage.heading and not material.words(passage).endswith((".", "!"))


def _chatter(passage: Passage, hits: list[CueHit]) -> bool:
    """A sentence of an interview without a cue that a rule could settle: only a promise may count there."""
    interview = passage.turn is not None and passage.turn.interview
    return interview and not any(hit.cue.name in RULED for hit in hits)


def _quotes(material: Material, passage: Passage, found: list[ActFound]) -> list[tuple[int, int]]:
    """The words of each act: the passage, or its two parts where two cues of different acts share it."""
    whole = (passage.start, passage.end)
    if len(found) != 2 or found[0].cue is None or found[1].cue is None:
        return [whole] * len(found)
    starts = material.tokens.starts
    early, late = sorted((act.cue for act in found if act.cue), key=lambda cue: cue.hit.first)
    own = late.subject if late.subject and early.hit.last < late.subject.first < late.hit.first else None
    cut = starts[own.first if own else late.hit.first]
    if early.hit.first == late.hit.first or cut <= passage.start:
        return [whole] * 2
    head = _JOINT.sub("", material.document.text[passage.start : cut].rstrip())
    left, right = (passage.start, passage.start + len(head)), (cut, passage.end)
    return [left if act.cue is early else right for act in found]


def _claim(
    material: Material, passage: Passage, found: ActFound, quote: tuple[int, int], owners: tuple[str, ...]
) -> Claim:  # fmt: skip
    document = material.document
    words = document.text[quote[0] : quote[1]]
    targets = find_targets(material, *quote, act=found.act)
    evidence = Evidence.cut(document, *quote)
    whole = (passage.start, passage.end)
    sentence = evidence if quote == whole else Evidence.cut(document, *whole)
    dated = found.act in GRADED
    themselves = {f"state.{code}" for code in owners}
    promised = material.tokens.starts[found.cue.hit.first] if found.cue else None
    return Claim(
        act=found.act,
        owners=owners,
        place=Place(evidence, sentence),
        paragraph=passage.paragraph.address,
        rule=found.rule,
        confidence=found.confidence,
        addressees=find_addressees(material, passage, found.act, found.cue.hit.last if found.cue else None),
        stem=Evidence.cut(document, *passage.stem) if passage.stem else None,
        grade=grade(words) if dated else None,
        element=targets.element,
        targets=tuple(target for target in targets.targets if target not in themselves),
        due=find_due(material, quote, promised) if dated else None,
        venue=find_venue(material, quote) if found.act == "commitment" else None,
        links=targets.links,
    )

"""What one passage is about: its element, and the concepts of the vocabulary it is aimed at.

In: a span of the text. Out: `Targets`; for a whole document, the set of its elements.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass

from acquis.extractors.elements import ICT_HINTS, ICT_WORDS, View, elements_of, speaks_of_ict
from acquis.extractors.material import Material
from acquis.model.claim import Act, Element
from acquis.model.concept import ConceptKind
from acquis.vocabulary.lexicon import Mention

_KINDS: tuple[ConceptKind, ...] = ("provision", "threat", "process", "instrument", "topic", "state")
_BEFORE, _AFTER = 3, 2
_ROOMS = (
    "OEWG",
    "pen-ended Working Group",
    "pen-Ended Working Group",
    "pen-ended working group",
    "Global Mechanism",
)
_LEAD = 2_500
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Targets:
    """`element` is the first of the six that the passage is about; `targets` are vocabulary ids in order."""

    element: Element | None = None
    targets: tuple[str, ...] = ()


def find_targets(material: Material, start: int, end: int, *, act: Act | None = None) -> Targets:
    """The element and targets of `text[start:end]`; the act tells whether a threat is meant or its remedy."""
    at = max(0, bisect_right(material.passages, start, key=lambda passage: passage.start) - 1)
    first, last = max(0, at - _BEFORE), min(len(material.passages), at + _AFTER + 1)
    spoken = [_speaks(material, index) for index in range(first, last)]
    view = _view(
        material,
        (start, end),
        before=at > first and spoken[at - first - 1],
        near=any(spoken) or _in_room(material),
    )
    elements = elements_of(view, act=act)
    return Targets(elements[0] if elements else None, tuple(_concepts(material, start, end)))


def find_elements(material: Material, spoken: list[bool]) -> set[Element]:
    """All elements of passages on ICTs (`spoken`, from `ict_passages`) and of those beside them."""
    found: set[Element] = set()
    for at, passage in enumerate(material.passages):
        if not passage.heading and any(spoken[max(0, at - _BEFORE) : at + _AFTER + 1]):
            view = _view(material, (passage.start, passage.end), before=at > 0 and spoken[at - 1], near=True)
            found.update(elements_of(view))
    return found


def ict_passages(material: Material) -> list[bool]:
    """For each passage of a document, whether it speaks of ICTs; in a room on ICTs, all do."""
    if _in_room(material):
        return [True] * len(material.passages)
    passages, starts = material.passages, material.tokens.starts
    spoken = [False] * len(passages)
    telling = ICT_WORDS | ICT_HINTS
    at = 0
    for token, word in [(token, word) for token, word in enumerate(material.tokens.words) if word in telling]:
        while at < len(passages) and passages[at].end <= starts[token]:
            at += 1
        if at < len(passages) and passages[at].start <= starts[token] and not spoken[at]:
            spoken[at] = word in ICT_WORDS or _speaks(material, at)
    return spoken


def _speaks(material: Material, index: int) -> bool:
    passage = material.passages[index]
    first, last = material.tokens.within(passage.start, passage.end)
    return speaks_of_ict(material.words(passage), material.tokens.words[first:last])


def _in_room(material: Material) -> bool:
    """Is this a text for a working group on ICTs, where every passage is about them?"""
    document = material.document
    heads = f"{document.provenance or ''}\n{document.title or ''}"
    return any(room in heads or document.text.find(room, 0, _LEAD) >= 0 for room in _ROOMS)


def _view(material: Material, span: tuple[int, int], *, before: bool, near: bool) -> View:
    first, last = material.tokens.within(*span)
    text, tokens = material.document.text[span[0] : span[1]], material.tokens.words[first:last]
    return View(text, tokens, speaks_of_ict(text, tokens), before, near)


def _concepts(material: Material, start: int, end: int) -> list[str]:
    found: list[str] = []
    for mention in material.mentions_in(start, end):
        concept_id = _meant(material, mention)
        if concept_id and concept_id not in found:
            found.append(concept_id)
    return found


def _meant(material: Material, mention: Mention) -> str | None:
    """What a name means here; of namesakes ("OEWG"), the one of the document's time."""
    concept = material.concept(mention, *_KINDS)
    if concept is None:
        return None
    rivals = [
        sense
        for sense in mention.senses
        if material.vocabulary.get(sense.concept_id).kind == concept.kind
        and not sense.weak
        and sense.form == "name"
    ]
    if len(rivals) < 2:
        return concept.id
    year = _YEAR.search(material.document.published or material.document.provenance or "")
    day = material.document.published or (f"{year.group()}-07" if year else "9999")
    valid = [s for s in rivals if (s.since or "") <= day and (s.until is None or day <= s.until)]
    return (valid or rivals)[-1].concept_id

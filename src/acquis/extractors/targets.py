"""What one passage is about: its element, and the concepts of the vocabulary it is aimed at.

In: a span of the text. Out: `Targets`.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from acquis.extractors.elements import Around, elements_of
from acquis.extractors.material import Material
from acquis.model.claim import Act, Element
from acquis.model.concept import ConceptKind

_KINDS: tuple[ConceptKind, ...] = ("provision", "threat", "process", "instrument", "topic", "state")


@dataclass(frozen=True, slots=True)
class Targets:
    """`element` is the first of the six that the passage is about; `targets` are vocabulary ids in order."""

    element: Element | None = None
    targets: tuple[str, ...] = ()


def find_targets(material: Material, start: int, end: int, *, act: Act | None = None) -> Targets:
    """The element and targets of `text[start:end]`; an act tells whether a threat is the subject or what is fought."""
    words = material.document.text[start:end]
    elements = elements_of(words, _around(material, start), act=act)
    return Targets(elements[0] if elements else None, tuple(_concepts(material, start, end)))


def _concepts(material: Material, start: int, end: int) -> list[str]:
    found: list[str] = []
    for mention in material.mentions_in(start, end):
        concept = material.concept(mention, *_KINDS)
        if concept and concept.id not in found:
            found.append(concept.id)
    return found


def _around(material: Material, start: int) -> Around:
    """The passage before, and the three before and one after, as words."""
    text, passages = material.document.text, material.passages
    at = bisect_right(passages, start, key=lambda passage: passage.start) - 1
    if at < 0:
        return Around("", "")
    before = material.words(passages[at - 1]) if at else ""
    first, last = passages[max(0, at - 3)], passages[min(len(passages) - 1, at + 1)]
    return Around(before, text[first.start : last.end])


def find_elements(material: Material) -> set[Element]:
    """All elements that any passage of a document is about."""
    found: set[Element] = set()
    for passage in material.passages:
        if not passage.heading:
            found |= set(elements_of(material.words(passage), _around(material, passage.start)))
    return found

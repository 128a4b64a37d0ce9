"""The vocabulary in; the register out: elements, provisions, recommendations and documents, before anybody is heard."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import cast, get_args

from acquis.model.claim import Element
from acquis.model.concept import Citation, Concept
from acquis.model.register import AgreedDocument, Cited, Part, Recommendation, RegisterEntry
from acquis.vocabulary import Vocabulary, load_vocabulary

# The four of the framework in the order in which texts list them, then what stands beside them.
OF_FRAMEWORK: tuple[Element, ...] = ("international-law", "norms", "cbms", "capacity-building")
ELEMENTS: tuple[Element, ...] = (*OF_FRAMEWORK, "threats", "institutional-dialogue")
WHOLE = "provision.framework"


@dataclass(frozen=True, slots=True)
class Register:
    """All that was agreed. `by_id` has every provision, the framework as a whole included."""

    parts: tuple[Part, ...]
    by_id: Mapping[str, RegisterEntry]
    documents: tuple[AgreedDocument, ...]

    def part(self, element: str) -> Part:
        """One element."""
        return next(part for part in self.parts if part.element == element)

    def under(self, provision: str) -> tuple[RegisterEntry, ...]:
        """The provisions that belong to a set; none for one that is no set, or is the whole framework."""
        return tuple(one for one in self.by_id.values() if one.parent == provision and one.parent != WHOLE)

    def cited_by(self, entries: Iterable[RegisterEntry]) -> tuple[AgreedDocument, ...]:
        """The documents in which these provisions and their recommendations are agreed."""
        cited = {
            one.symbol
            for entry in entries
            for one in (*entry.cited, *(each for asked in entry.recommendations for each in asked.cited))
        }
        return tuple(one for one in self.documents if one.symbol in cited)


@lru_cache(maxsize=8)
def register_of(files: tuple[Path, ...]) -> Register:
    """The register of the vocabulary with the user's files."""
    vocabulary = load_vocabulary(files)
    documents = _documents(vocabulary)
    names = {one.symbol: one.name for one in documents}
    asked = _recommendations(vocabulary, names)
    entries = {one.id: _entry(one, names, asked) for one in vocabulary.of_kind("provision")}
    elements = {one.id.partition(".")[2]: one for one in vocabulary.of_kind("element")}
    parts = tuple(_part(name, elements[name], entries) for name in ELEMENTS)
    return Register(parts, entries, documents)


def _part(element: Element, concept: Concept, entries: Mapping[str, RegisterEntry]) -> Part:
    own = tuple(entry for entry in entries.values() if entry.element == element)
    return Part(element, concept.name, concept.note, element in OF_FRAMEWORK, own)


def _entry(
    concept: Concept, names: Mapping[str, str], asked: Mapping[str, list[Recommendation]]
) -> RegisterEntry:
    return RegisterEntry(
        id=concept.id,
        name=concept.name,
        element=_element(concept.element),
        summary=concept.summary,
        note=concept.note,
        parent=concept.parent,
        cited=_cited(concept.citations, names),
        recommendations=tuple(asked.get(concept.id, ())),
    )


def _element(name: str | None) -> Element | None:
    return cast(Element, name) if name in get_args(Element) else None


def _recommendations(vocabulary: Vocabulary, names: Mapping[str, str]) -> dict[str, list[Recommendation]]:
    found: dict[str, list[Recommendation]] = {}
    for one in vocabulary.of_kind("recommendation"):
        asked = Recommendation(
            one.id, one.name, one.addressee, one.summary, _cited(one.citations, names)
        )  # fmt: skip
        found.setdefault(one.provision or "", []).append(asked)
    return found


def _cited(citations: Iterable[Citation], names: Mapping[str, str]) -> tuple[Cited, ...]:
    return tuple(
        Cited(one.symbol, one.paragraph, one.basis == "seen", names.get(one.symbol)) for one in citations
    )


def _documents(vocabulary: Vocabulary) -> tuple[AgreedDocument, ...]:
    """The instruments that are cited by symbol, by day."""
    found = [_document(one, one.citations[0]) for one in vocabulary.of_kind("instrument") if one.citations]
    return tuple(sorted(found, key=lambda one: (one.day or "", one.symbol)))


def _document(one: Concept, whole: Citation) -> AgreedDocument:
    return AgreedDocument(
        one.id, one.name, whole.symbol, one.type, one.since, one.summary, one.note, whole.basis == "seen"
    )

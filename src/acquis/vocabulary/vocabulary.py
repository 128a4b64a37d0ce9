"""Concepts, senses and collisions in; one vocabulary out that answers by id, kind, code and name."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, NamedTuple

from acquis.model.concept import Concept, ConceptKind
from acquis.vocabulary.concepts import Concepts
from acquis.vocabulary.files import APOSTROPHES, normalise_name
from acquis.vocabulary.meanings import NO_MEANINGS, Meanings

__all__ = ["APOSTROPHES", "Form", "Sense", "Vocabulary", "normalise_name"]

Form = Literal["name", "adjective", "keyword", "not"]


class Sense(NamedTuple):
    """One thing a name can mean. A "not" sense says: here the words do not mean this concept.

    `exact` is the spelling that alone counts, or None when case does not matter. (A tuple, not a dataclass:
    thousands are made at every start.)
    """

    concept_id: str
    form: Form
    exact: str | None = None
    weak: bool = False
    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The field's words.

    `senses` has every name, normalised with `normalise_name`, with all that it can mean. `collisions` are the
    names declared to mean several concepts; `rules` says in one word what decides: date, side, context, kind.
    `meanings` has the ideas, and which of them together speak to a provision. `embedder` is the folder of the user's
    embedding model, if there is one.
    """

    concepts: Concepts
    senses: Mapping[str, tuple[Sense, ...]]
    collisions: Mapping[str, tuple[str, ...]]
    rules: Mapping[str, str]
    codes: Mapping[str, str]
    meanings: Meanings = NO_MEANINGS
    embedder: Path | None = None

    def get(self, concept_id: str) -> Concept:
        """The concept with this id; raises KeyError when there is none."""
        return self.concepts[concept_id]

    def of_kind(self, kind: ConceptKind) -> tuple[Concept, ...]:
        """All concepts of one kind, in the order of the files."""
        entries = self.concepts.entries
        return tuple(self.concepts[key] for key, (its_kind, _) in entries.items() if its_kind == kind)

    def by_code(self, code: str) -> Concept | None:
        """The State or group with this code ("GB", "ASEAN"), or None."""
        concept_id = self.codes.get(code)
        return None if concept_id is None else self.concepts[concept_id]

"""Codes of actors to the names that people read."""

from __future__ import annotations

from collections.abc import Callable

from acquis.vocabulary import Vocabulary

NameOf = Callable[[str], str]


def naming(vocabulary: Vocabulary) -> NameOf:
    """A function from "GB" to "United Kingdom"; what has no code stays as it is printed."""

    def name_of(code: str) -> str:
        concept = vocabulary.by_code(code)
        return concept.name if concept else code

    return name_of

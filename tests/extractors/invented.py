"""Texts of invented States, prepared for the extractors."""

from __future__ import annotations

from pathlib import Path

from acquis.extractors.material import Material, prepare
from acquis.readers import read_document_text
from acquis.reading import KINDS
from acquis.vocabulary.lexicon import lexicon_of
from acquis.vocabulary.loader import load_vocabulary

HERE = Path(__file__).parent
FILES = (HERE.parent.parent / "examples" / "vocabulary" / "states.yaml", HERE / "invented.yaml")


def prepared(text: str) -> Material:
    """A text as the extractors get it, with the invented States among the vocabulary."""
    document = read_document_text(text, path="text.md")
    return prepare(document, load_vocabulary(FILES), lexicon_of(FILES, KINDS))

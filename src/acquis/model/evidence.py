"""Evidence: where in a document a finding stands."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.errors import EvidenceOutOfRange
from acquis.model.document import Document


@dataclass(frozen=True, slots=True)
class Evidence:
    """A slice of one document: `document.text[start:end] == quote`, always."""

    document_id: str
    start: int
    end: int
    quote: str

    @classmethod
    def cut(cls, document: Document, start: int, end: int) -> Evidence:
        """The evidence at `start:end` (characters of the canonical text); raises EvidenceOutOfRange."""
        if not 0 <= start < end <= len(document.text):
            raise EvidenceOutOfRange(document.title, start, end)
        return cls(document.id, start, end, document.text[start:end])

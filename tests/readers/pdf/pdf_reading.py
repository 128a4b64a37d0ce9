"""Printed pages to what is read of them."""

from __future__ import annotations

from acquis.model.document import Document
from acquis.readers import Content, read_content
from acquis.readers.pdf.lines import Line

VOYAGE = (
    "Members share their experience with the protection of ports and cables, and they compare what they have "
    "learnt in the drills of the past year."
)


def read(data: bytes) -> Document:
    """The document of a PDF in memory."""
    return read_content(Content("printed.pdf", data))


def words_of(document: Document) -> list[str]:
    """The words of each paragraph, in order."""
    return [document.text[part.start : part.end] for part in document.paragraphs]


def line(text: str, base: float, *, left: float = 100, size: float = 10, bold: bool = False) -> Line:
    """A line as wide as its words are in type of this size."""
    return Line(text, left, left + 0.45 * size * len(text), base, size, bold)

"""Source to document: one file a format, one line a format in READERS."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from acquis.model.document import Document
from acquis.readers.content import Content
from acquis.readers.docx.reader import read_docx
from acquis.readers.formats import find_format
from acquis.readers.html.reader import read_html
from acquis.readers.markdown import read_markdown
from acquis.readers.pdf import read_pdf
from acquis.readers.sources import Source, find_sources
from acquis.readers.text import read_plain_text

READERS: dict[str, Callable[[Content], Document]] = {
    "text": read_plain_text,
    "markdown": read_markdown,
    "html": read_html,
    "docx": read_docx,
    "pdf": read_pdf,
}
# The version of each, raised with every change that can move an offset or an address of its documents.
TEXT_VERSIONS = {"text": 1, "markdown": 1, "html": 1, "docx": 1, "pdf": 1}
TEXT_READERS = {name: f"{name}-{version}" for name, version in TEXT_VERSIONS.items()}

__all__ = [
    "READERS",
    "Content",
    "Source",
    "find_sources",
    "read_content",
    "read_document",
    "read_document_text",
]


def read_document(source: Source) -> Document:
    """The document of one source; raises UnreadableSource where it cannot be read."""
    return read_content(source.load())


def read_content(content: Content) -> Document:
    """The document of bytes already in memory; raises UnreadableSource where they cannot be read."""
    name = find_format(content)
    return replace(READERS[name](content), reader=TEXT_READERS[name])


def read_document_text(text: str, *, path: str) -> Document:
    """The document of a text already in memory; raises UnreadableSource where it holds no words."""
    return read_content(Content(path, text.encode("utf-8", "replace")))

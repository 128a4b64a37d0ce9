"""File to document: one file a format, one line a format in READERS."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import PurePath

from acquis.model.document import Document
from acquis.readers.decode import decode
from acquis.readers.markdown import read_markdown
from acquis.readers.sources import Source, find_sources
from acquis.readers.text import read_plain_text

READERS: dict[str, Callable[..., Document]] = {"text": read_plain_text, "markdown": read_markdown}
_MARKDOWN = re.compile(
    r"^(?:---\n|#{1,6} (?!source:)|[-*] \S|\*\*\S)|\]\(https?://|\n#{1,6} |\*\*\S[^*\n]{0,200}\*\*", re.I
)

__all__ = ["READERS", "Source", "find_sources", "read_document"]


def read_document(source: Source) -> Document:
    """The document of one source; raises UnreadableSource where it is not text."""
    data = source.read()
    text = decode(data, source.path)
    return READERS[_format(source.path, text)](text, path=source.path, data=data)


def read_document_text(text: str, *, path: str) -> Document:
    """The document of a text already in memory; raises UnreadableSource where it holds no words."""
    data = text.encode("utf-8", "replace")
    clean = decode(data, path)
    return READERS[_format(path, clean)](clean, path=path, data=data)


def _format(path: str, text: str) -> str:
    """Markdown by suffix, or by its marks where the suffix says nothing."""
    suffix = PurePath(path).suffix.lower()
    if suffix in {".md", ".markdown"}:
        return "markdown"
    return "text" if suffix == ".txt" or not _MARKDOWN.search(text[:4000]) else "markdown"

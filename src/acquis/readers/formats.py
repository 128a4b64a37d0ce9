"""Bytes to the name of their format: by what stands in them, not by their suffix."""

from __future__ import annotations

import re
from pathlib import PurePath

from acquis.readers.content import Content

_HEAD = 4_000
# Some servers and mail gateways put bytes before a PDF; its own readers look this far.
_PDF_HEAD = 1_024
_MARKDOWN = re.compile(
    rb"^(?:---\r?\n|#{1,6} (?!source:)|[-*] \S|\*\*\S)|\]\(https?://|\n#{1,6} |\*\*\S[^*\n]{0,200}\*\*", re.I
)


def find_format(content: Content) -> str:
    """The key of READERS for these bytes; what fits none of the others is text, and that reader says what is wrong.

    Between plain text and Markdown the suffix decides where it speaks, for one is also the other.
    """
    if b"%PDF-" in content.data[:_PDF_HEAD] and not _speaks_of_pdf(content.data):
        return "pdf"
    suffix = PurePath(content.path).suffix.lower()
    if suffix in {".md", ".markdown"}:
        return "markdown"
    return "text" if suffix == ".txt" or not _MARKDOWN.search(content.data[:_HEAD]) else "markdown"


def _speaks_of_pdf(data: bytes) -> bool:
    """Is it a text in which the words "%PDF-" stand?"""
    at = data.find(b"%PDF-")
    return at > 0 and b"endobj" not in data and b"startxref" not in data

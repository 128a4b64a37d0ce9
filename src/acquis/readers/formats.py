"""Bytes to the name of their format: by what stands in them, not by their suffix."""

from __future__ import annotations

import re
from pathlib import PurePath

from acquis.readers.content import Content

_HEAD = 4_000
_MARKDOWN = re.compile(
    rb"^(?:---\r?\n|#{1,6} (?!source:)|[-*] \S|\*\*\S)|\]\(https?://|\n#{1,6} |\*\*\S[^*\n]{0,200}\*\*", re.I
)

_HTML = re.compile(
    rb"(?:\xef\xbb\xbf)?(?:\s|<!--.{0,2000}?-->|<\?xml[^>]{0,200}>)*<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)


def find_format(content: Content) -> str:
    """The key of READERS for these bytes; what fits none of the others is text, and that reader says what is wrong.

    Between plain text and Markdown the suffix decides where it speaks, for one is also the other.
    """
    suffix = PurePath(content.path).suffix.lower()
    if suffix in {".md", ".markdown"}:
        return "markdown"
    return "text" if suffix == ".txt" or not _MARKDOWN.search(content.data[:_HEAD]) else "markdown"


def is_html(data: bytes) -> bool:
    """Do these bytes begin as a page of HTML?"""
    return bool(_HTML.match(data[:_HEAD]))

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

_CONTAINERS = (b"PK\x03\x04", b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")
# What may stand before the first tag of a page: blanks, comments, an XML prolog.
_BEFORE = r"\s*(?:<!--.{0,2000}?-->\s*|<\?xml[^>]{0,200}>\s*){0,5}"
_PAGE = re.compile(_BEFORE + r"<(?:!doctype\s+html|(?:html|head|body|frameset)\b)", re.I | re.S)
_FRAGMENT = re.compile(
    _BEFORE
    + r"<(?:div|p|article|section|main|meta|title|link|script|style|table|h[1-6]|ul|ol|center|font|span|"
    r"header|nav|base|noscript|br|dl|pre|blockquote|form|td|tr)\b[^<>]{0,2000}>",
    re.I | re.S,
)
_TAG = re.compile(r"<(?:p|br|div|table|h[1-6]|body|html)\b", re.I)


def find_format(content: Content) -> str:
    """The key of READERS for these bytes; what fits none of the others is text, and that reader says what is wrong.

    Between plain text and Markdown the suffix decides where it speaks, for one is also the other.
    """
    if b"%PDF-" in content.data[:_PDF_HEAD] and not _speaks_of_pdf(content.data):
        return "pdf"
    if content.data.startswith(_CONTAINERS):
        return "docx"
    suffix = PurePath(content.path).suffix.lower()
    if _is_page(content.data[:_HEAD], suffix):
        return "html"
    if suffix in {".md", ".markdown"}:
        return "markdown"
    return "text" if suffix == ".txt" or not _MARKDOWN.search(content.data[:_HEAD]) else "markdown"


def is_html(data: bytes) -> bool:
    """Do these bytes begin as a page of HTML?"""
    return b"<" in data[:_HEAD] and bool(_PAGE.match(_ascii(data[:_HEAD])))


def _is_page(data: bytes, suffix: str) -> bool:
    """Does a file begin as a web page does? Markdown may begin with a tag too: there only a whole page counts."""
    if b"<" not in data:
        return False
    head = _ascii(data)
    if _PAGE.match(head):
        return True
    if suffix in {".htm", ".html", ".xhtml"}:
        return bool(_TAG.search(head))
    return suffix not in {".md", ".markdown"} and bool(_FRAGMENT.match(head))


def _ascii(data: bytes) -> str:
    """The tags of the first bytes, in any encoding: UTF-16 and UTF-32 only put zeros between."""
    return data.lstrip(b"\xef\xbb\xbf\xff\xfe\x00").replace(b"\x00", b"").decode("latin-1")


def _speaks_of_pdf(data: bytes) -> bool:
    """Is it a text in which the words "%PDF-" stand?"""
    at = data.find(b"%PDF-")
    return at > 0 and b"endobj" not in data and b"startxref" not in data

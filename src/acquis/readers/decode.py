"""Bytes in, text out: encodings, byte-order marks, control characters; refuses what is not text."""

from __future__ import annotations

import codecs
import re

from acquis.errors import UnreadableSource
from acquis.readers.charset import find_codec, find_declared

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What other formats begin with, so that the message can name them.
_SIGNATURES = (
    (b"PK\x03\x04", "a zip container (DOCX, ODT, XLSX)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"\x1f\x8b", "a gzip archive"),
)
# Direction marks, zero-width characters and soft hyphens carry no words; a form feed is a page break.
_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x061C, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2070)]
)
_CONTROL = {code: None for code in range(32) if code not in (9, 10, 12, 13)} | {
    0x7F: None,
    0x0C: "\n",
    0x85: "\n",
    0x2028: "\n",
    0x2029: "\n\n",
}
_CLEAN = _INVISIBLE | _CONTROL
_DIRTY = re.compile(f"[{''.join(map(re.escape, map(chr, _CLEAN)))}]")
_STRANGE = bytes((*range(9), *range(14, 32)))
_MUCH = 0.1
# Codecs whose bytes could pass for UTF-8.
_NOT_ASCII = ("utf-16", "utf-32", "iso2022", "hz")
# What is tried without a declaration too, and better: line by line.
_TRIED = frozenset({"", "utf-8", "cp1252"})


def decode(data: bytes, path: str, charset: str | None = None) -> str:
    """The text of a plain text or Markdown file, line ends as "\\n".

    Tries byte-order mark, UTF-8, the charset that a server declares, then line by line UTF-8 or Windows-1252
    (mixed encodings).
    Raises UnreadableSource with code `empty`, `binary` or `damaged`.
    """
    if not data:
        raise UnreadableSource(path, "empty", "the file is empty; expected text or Markdown")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource(path, "binary", f"this is {what}; expected text or Markdown")
    text = clean(_with_mark(data, path) or _without_mark(data, path, find_codec(charset)))
    if not text.strip():
        raise UnreadableSource(path, "empty", "the file holds no text; expected text or Markdown")
    return text


def decode_page(data: bytes, path: str, charset: str | None = None) -> str:
    """The source of a web page, cleaned as `decode` does.

    Tries byte-order mark, the charset of the transport, the page's own declaration, UTF-8, Windows-1252.
    Raises UnreadableSource with code `binary` or `damaged`.
    """
    codec = find_codec(charset) or find_declared(data)
    return clean(_with_mark(data, path) or _without_mark(data, path, codec))


def clean(text: str) -> str:
    """Text with line ends as "\\n", without the characters that carry no words."""
    text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
    return text.translate(_CLEAN) if _DIRTY.search(text) else text


def _with_mark(data: bytes, path: str) -> str | None:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError as problem:
                if encoding == "utf-8":
                    return _line_by_line(data[len(mark) :])
                message = f"damaged {encoding} text at byte {problem.start}; expected whole characters"
                raise UnreadableSource(path, "damaged", message) from problem
    return None


def _without_mark(data: bytes, path: str, codec: str) -> str:
    if codec not in _TRIED and not (codec.startswith("utf-16") and 0 not in data):
        return _declared(data, codec)
    strange = len(data) - len(data.translate(None, _STRANGE))
    if strange > len(data) * _MUCH:
        raise UnreadableSource(path, "binary", "the file is binary, not text; expected text or Markdown")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _line_by_line(data)


def _declared(data: bytes, codec: str) -> str:
    """The text in a declared codec. A declaration is often wrong; bytes are UTF-8 by accident hardly ever."""
    order = (codec, "utf-8") if codec.startswith(_NOT_ASCII) else ("utf-8", codec)
    for one in order:
        try:
            return data.decode(one)
        except UnicodeDecodeError:
            continue
    return data.decode(codec, errors="replace")


def _line_by_line(data: bytes) -> str:
    """UTF-8 where a line is UTF-8, else Windows-1252: what a file pasted together from two sources needs."""
    return "\n".join(_line(line) for line in re.split(rb"\r\n|\n|\r", data))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")

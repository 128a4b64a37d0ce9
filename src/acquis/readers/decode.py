"""Bytes in, text out: encodings, byte-order marks, control characters; refuses what is not text."""

from __future__ import annotations

import codecs
import re

from acquis.errors import UnreadableSource

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# What other formats begin with, so that the message can name them.
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
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
# Charsets that a server may declare. Latin-1 is missing: on the web it means Windows-1252, which is tried anyway.
_UTF_16 = re.compile(r"utf-?16(?:-?[lb]e)?", re.I)
_SINGLE_BYTE_AND_ASIAN = re.compile(
    r"iso-?8859-(?:[2-9]|1[0-6])|windows-125\d|cp125\d|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis|macintosh",
    re.I,
)
_STRANGE = bytes((*range(9), *range(14, 32)))
_MUCH = 0.1


def decode(data: bytes, path: str, charset: str | None = None) -> str:
    """The text of a plain text or Markdown file, line ends as "\\n".

    Tries byte-order mark, UTF-8, the charset that a server declares, then line by line UTF-8 or Windows-1252
    (mixed encodings). Bytes that are UTF-8 are hardly ever anything else, whatever an old server says of them.
    Raises UnreadableSource with code `empty`, `binary` or `damaged`.
    """
    if not data:
        raise UnreadableSource(path, "empty", "the file is empty; expected text or Markdown")
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise UnreadableSource(path, "binary", f"this is {what}; expected text or Markdown")
    text = (
        _with_mark(data, path) or _as_utf_16(data, charset or "") or _without_mark(data, path, charset or "")
    )
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _DIRTY.search(text):
        text = text.translate(_CLEAN)
    if not text.strip():
        raise UnreadableSource(path, "empty", "the file holds no text; expected text or Markdown")
    return text


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


def _as_utf_16(data: bytes, charset: str) -> str | None:
    """UTF-16 without a byte-order mark: its null bytes would count as binary."""
    declared = b"\0" in data and _UTF_16.fullmatch(charset)
    return _decoded(data, charset) if declared else None


def _without_mark(data: bytes, path: str, charset: str) -> str:
    strange = len(data) - len(data.translate(None, _STRANGE))
    if strange > len(data) * _MUCH:
        raise UnreadableSource(path, "binary", "the file is binary, not text; expected text or Markdown")
    text = _decoded(data, "utf-8")
    if text is None and _SINGLE_BYTE_AND_ASIAN.fullmatch(charset):
        text = _decoded(data, charset)
    return _line_by_line(data) if text is None else text


def _decoded(data: bytes, charset: str) -> str | None:
    try:
        return data.decode(charset)
    except (UnicodeDecodeError, LookupError):
        return None


def _line_by_line(data: bytes) -> str:
    """UTF-8 where a line is UTF-8, else Windows-1252: what a file pasted together from two sources needs."""
    return "\n".join(_line(line) for line in re.split(rb"\r\n|\n|\r", data))


def _line(line: bytes) -> str:
    try:
        return line.decode("utf-8")
    except UnicodeDecodeError:
        return line.decode("cp1252", errors="replace")

"""Bytes to text: every usual encoding is read, everything that is no text is refused."""

from __future__ import annotations

import codecs

import pytest

from acquis.errors import UnreadableSource
from acquis.readers.decode import decode

WORDS = "Aldoria’s café – 5 €"
ENCODED = {
    "utf-8": WORDS.encode(),
    "utf-8 with mark": codecs.BOM_UTF8 + WORDS.encode(),
    "windows-1252": WORDS.encode("cp1252"),
    "utf-16 little": codecs.BOM_UTF16_LE + WORDS.encode("utf-16-le"),
    "utf-16 big": codecs.BOM_UTF16_BE + WORDS.encode("utf-16-be"),
    "utf-32 little": codecs.BOM_UTF32_LE + WORDS.encode("utf-32-le"),
    "utf-32 big": codecs.BOM_UTF32_BE + WORDS.encode("utf-32-be"),
}
REFUSED = [
    (b"", "empty", "empty"),
    (b" \r\n\t", "empty", "no text"),
    ("\u200b\ufeff\n".encode(), "empty", "no text"),
    (b"PK\x03\x04 words", "binary", "zip container"),
    (b"\xd0\xcf\x11\xe0 words", "binary", "Office"),
    (b"\x89PNG words", "binary", "PNG"),
    (b"\xff\xd8\xff words", "binary", "JPEG"),
    (b"\x1f\x8b words", "binary", "gzip"),
    (b"a\x01\x02b", "binary", "binary"),
    (codecs.BOM_UTF16_LE + b"a\x00b", "damaged", "byte 2"),
]
CLEANED = {
    "soft\u00adware": "software",
    "zero\u200bwidth\u200e": "zerowidth",
    "one\r\ntwo\rthree": "one\ntwo\nthree",
    "page\x0cnext": "page\nnext",
    "line\u2028next": "line\nnext",
    "paragraph\u2029next": "paragraph\n\nnext",
    "bell\x07 in a long enough line": "bell in a long enough line",
}


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_the_same_words_in_every_encoding(data: bytes) -> None:
    """UTF-8, UTF-16 and UTF-32 with their marks and Windows-1252 give the same text, without the mark."""
    assert decode(data, "note.txt") == WORDS


def test_lines_of_two_encodings_in_one_file() -> None:
    """A file pasted together is read line by line, so that neither half is garbled."""
    data = "café\n".encode() + "déjà vu\r\n".encode("cp1252") + "naïve".encode()
    assert decode(data, "note.txt") == "café\ndéjà vu\nnaïve"
    assert decode(codecs.BOM_UTF8 + data, "note.txt") == "café\ndéjà vu\nnaïve"


@pytest.mark.parametrize(("data", "code", "said"), REFUSED, ids=range(len(REFUSED)))
def test_what_is_no_text_is_refused(data: bytes, code: str, said: str) -> None:
    """Empty, binary, damaged and foreign formats are told apart by code, and the message names path and cause."""
    with pytest.raises(UnreadableSource, match=said) as caught:
        decode(data, "note.txt")
    assert (caught.value.code, caught.value.path) == (code, "note.txt")


@pytest.mark.parametrize(("printed", "text"), CLEANED.items(), ids=range(len(CLEANED)))
def test_marks_without_words_go(printed: str, text: str) -> None:
    """Invisible and control characters are taken off; page, line and paragraph separators break lines."""
    assert decode(printed.encode(), "note.txt") == text

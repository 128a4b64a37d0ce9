"""Labels of character sets to codecs, as browsers understand them."""

from __future__ import annotations

import pytest

from acquis.readers.charset import find_codec, find_declared
from acquis.readers.content import Content
from acquis.readers.text import read_plain_text


@pytest.mark.parametrize(
    ("label", "codec"),
    [
        ("UTF-8", "utf-8"), (" utf8 ", "utf-8"), ("ISO-8859-1", "cp1252"), ("latin1", "cp1252"), ("ascii", "cp1252"),
        ("windows-1251", "cp1251"), ("Shift_JIS", "cp932"), ("gb2312", "gbk"), ("euc-kr", "cp949"), ("koi8-r", "koi8-r"),
        (None, ""), ("", ""), ("no-such", ""), ("rot13", ""), ("zlib", ""), ("unicode_escape", ""), ("utf-7", ""),
        ("\u00fctf", ""), ("a\x00b", ""),
    ],
)  # fmt: skip
def test_a_label_means_a_codec_of_text(label: str | None, codec: str) -> None:
    """ISO-8859-1 means Windows-1252; codecs that are no character sets mean nothing."""
    assert find_codec(label) == codec


@pytest.mark.parametrize(
    ("data", "codec"),
    [
        (b'<meta charset="windows-1251">', "cp1251"),
        (b"<META http-equiv='Content-Type' content='text/html; charset=euc-jp'>", "euc_jp"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><html>', "iso8859-2"),
        (b"<meta charset=utf-16>", "utf-8"),
        (b"<meta name=x>", ""),
        (b" " * 5_000 + b"<meta charset=koi8-r>", ""),
    ],
)
def test_a_page_declares_its_characters(data: bytes, codec: str) -> None:
    """In its first bytes; a declaration of UTF-16 that can be read is wrong."""
    assert find_declared(data) == codec


def test_the_transport_tells_the_characters_of_a_text() -> None:
    """A text file from a server is read as the server says."""
    text = read_plain_text(Content("a.txt", "Привет, мир.".encode("koi8-r"), "koi8-r")).text
    assert text == "Привет, мир."

"""What a page or its transport calls its characters, to the codec that reads them.

The labels are those of the WHATWG Encoding Standard: on the web "iso-8859-1" means Windows-1252.
"""

from __future__ import annotations

import codecs
import re

_LATIN = "iso-8859-1 iso8859-1 iso_8859-1 latin1 latin-1 l1 ascii us-ascii cp1252 x-cp1252 windows-1252"
# Only codecs of text: Python has others ("zlib", "rot13", "unicode_escape") that no page may choose.
_KNOWN = frozenset(
    "utf-8 utf-16 utf-16-le utf-16-be cp866 koi8-r koi8-u mac-roman mac-cyrillic gbk gb18030 big5 euc_jp "
    "iso2022_jp shift_jis euc_kr cp874 cp932 cp949 cp1250 cp1251 cp1253 cp1254 cp1255 cp1256 cp1257 cp1258 "
    "iso8859-2 iso8859-3 iso8859-4 iso8859-5 iso8859-6 iso8859-7 iso8859-8 iso8859-10 iso8859-13 iso8859-14 "
    "iso8859-15 iso8859-16".split()
)
_SPECIAL = dict.fromkeys(_LATIN.split(), "cp1252") | {
    "gb2312": "gbk",
    "x-gbk": "gbk",
    "x-sjis": "cp932",
    "shift_jis": "cp932",
    "shift-jis": "cp932",
    "euc-kr": "cp949",
    "iso-8859-9": "cp1254",
    "latin5": "cp1254",
    "tis-620": "cp874",
    "unicode": "utf-16",
}
_DECLARED = re.compile(rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w:.-]{2,40})", re.I)
_PROLOG = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.-]{2,40})", re.I)
_HEAD = 4_096


def find_codec(label: str | None) -> str:
    """The name of the codec that a label means; empty where it means none that text is written in."""
    bare = (label or "").strip().strip("\"'").lower()
    if not bare or not bare.isascii():
        return ""
    if bare in _SPECIAL:
        return _SPECIAL[bare]
    try:
        name = codecs.lookup(bare).name
    except (LookupError, ValueError):
        return ""
    return name if name in _KNOWN else ""


def find_declared(data: bytes) -> str:
    """The codec that a page declares of itself in `<meta>` or its XML prolog, within its first 4,096 bytes."""
    head = data[:_HEAD]
    found = _DECLARED.search(head) or _PROLOG.search(head)
    codec = find_codec(found.group(1).decode("ascii", "replace")) if found else ""
    # Who could read the declaration byte by byte is not reading UTF-16.
    return "utf-8" if codec.startswith("utf-16") else codec

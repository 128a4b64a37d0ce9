"""Markdown inside a block: marks, links, tags and escapes taken off, the words kept."""

from __future__ import annotations

import html
import re

_ANY = re.compile(r"[*_\\\[<&`~]")
_IMAGE = re.compile(r"!\[([^\]\n]{0,300})\]\([^()\n]{0,2000}\)")
_LINK = re.compile(r"\[([^\[\]]{0,600})\]\([^()\s]{0,2000}(?:\([^()\s]{0,500}\))?[^()]{0,300}\)")
_REFERENCE = re.compile(r"\[([^\[\]]{1,300})\]\[[^\[\]]{0,100}\]")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,2000})>")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,1000}>")
_STRONG = re.compile(r"\*{1,3}|(?<![^\W_])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![^\W_])|~~|`{1,3}")
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>~|'\"$@&:/])")
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,12}|#\d{1,7}|#x[0-9A-Fa-f]{1,6});")
# A tag inside a word ("9<sup>th</sup>") leaves a word joiner, so that the parts stay two tokens of one word.
_JOINER = "\u2060"
_HELD = {
    "*": "\ue000",
    "_": "\ue001",
    "[": "\ue002",
    "]": "\ue003",
    "<": "\ue004",
    "\\": "\ue005",
    "`": "\ue006",
    "~": "\ue007",
}
_BACK = str.maketrans({held: char for char, held in _HELD.items()})


def plain(text: str) -> str:
    """The words of one Markdown block without its marks; link and image labels stay, addresses go."""
    if not _ANY.search(text):
        return text
    if "\\" in text:
        text = _ESCAPE.sub(lambda m: _HELD.get(m.group(1), m.group(1)), text)
    if "[" in text:
        text = _IMAGE.sub(r"\1", text)
        text = _LINK.sub(r"\1", text)
        text = _REFERENCE.sub(r"\1", text)
    if "<" in text:
        text = _TAG.sub(_tag, _AUTOLINK.sub(r"\1", text))
    text = _STRONG.sub("", text)
    if "&" in text:
        text = _ENTITY.sub(lambda m: html.unescape(m.group()), text)
    return text.translate(_BACK)


def _tag(match: re.Match[str]) -> str:
    """Block tags part words; other tags leave nothing between words and a joiner inside one."""
    name = match.group().strip("</> ").split()[0].lower() if match.group().strip("</> ") else ""
    if name in {"br", "br/", "p", "div", "td", "th", "tr", "li", "table", "tbody"}:
        return " "
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    return _JOINER if before.isalnum() and after.isalnum() else ""

"""Footnotes of a page: the links to them, the links back, and the notes themselves."""

from __future__ import annotations

import re

from acquis.grammar.numbering import Mark
from acquis.readers.html.tree import Node

_TO_NOTE = re.compile(
    r"#_?(?:fn|ftn|edn|sdfootnote|sdendnote|footnote|endnote|note|cite_note)[-_:]?\w{0,12}(?:sym)?$", re.I
)
_BACK = re.compile(
    r"#(?:_?(?:fn|ftn|edn|footnote|endnote|note|cite_)[-_:]?ref|sdfootnote\d+anc|ref|back)[-_:\w]*$", re.I
)
_NOTE_ID = re.compile(r"_?(?:fn|ftn|edn|sdfootnote|footnote|endnote|note|cite_note)[-_:]?(\d{1,4})\b", re.I)
_NOTE_ROLES = frozenset({"doc-endnote", "doc-footnote"})
_NOTE_NAMES = frozenset({"li", "div", "p", "aside", "section", "dd"})
_SIGN = re.compile(r"[\s\[(]*(\d{1,4}|[a-z]|[ivx]{1,5}|[*†‡§]{1,3}|↩|↑|\^)[\s\])↩︎.]*$")
_LEADING = re.compile(r"\s*[\[(]?(\d{1,4}|[*†‡§]{1,3})[\])]?[.:]?\s+(?=\S)")


def is_note_link(node: Node, words: str) -> bool:
    """Is a link the sign of a footnote in the text ("[1]"), or the way back from the note?"""
    target = node.attribute("href")
    if node.attribute("role") in {"doc-noteref", "doc-backlink"}:
        return True
    return bool(
        (_TO_NOTE.search(target) or _BACK.search(target)) and (not words.strip() or _SIGN.match(words))
    )


def is_back_link(node: Node, words: str) -> bool:
    """Does a link lead from a note back to its place in the text?"""
    return bool(_BACK.search(node.attribute("href")) and _SIGN.match(words))


def is_note(node: Node) -> bool:
    """Is an element a footnote by its role or its id?"""
    if node.name not in _NOTE_NAMES or not node.attributes:
        return False
    return node.attribute("role") in _NOTE_ROLES or bool(_NOTE_ID.fullmatch(node.attribute("id")))


def note_number(node: Node) -> str:
    """The number in the id of a footnote; empty where there is none."""
    found = _NOTE_ID.match(node.attribute("id"))
    return found.group(1) if found else ""


def note_mark(number: str, text: str) -> tuple[Mark | None, str]:
    """The mark of a footnote and its text: by its number, else by the sign it begins with."""
    leading = _LEADING.match(text)
    words = number or (leading.group(1) if leading else "")
    if leading and leading.group(1) == words:
        text = text[leading.end() :]
    if not words:
        return None, text
    return Mark("number", int(words) if words.isdigit() else 1, words, 0, words), text

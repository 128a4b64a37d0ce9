"""Sponsors: the States that put a draft, a working paper or a letter forward.

In: material. Out: codes in the order of the text, names as printed where the vocabulary has none; empty where
the head of the text prints no such list. Two forms: "Kenya, Japan and Peru: draft resolution" and "Working paper
submitted by Kenya and Japan". Every part of the list must be a name, and half of them known ones: a sentence with
a colon is no list, nor is "The Secretary-General: report".
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.extractors.material import ACTORS, Material
from acquis.extractors.names import find_names
from acquis.vocabulary.vocabulary import Vocabulary

_WHAT = (
    r"(?:(?:[Ss]econd|[Tt]hird|[Rr]evised|[Jj]oint|[Aa]mended|[Oo]ral)[ -]){0,3}"
    r"(?:[Dd]raft (?:resolution|decision|declaration|text|report|amendment)s?|[Ww]orking paper|[Nn]on-?paper"
    r"|[Cc]onference room paper|[Pp]osition paper|[Cc]oncept (?:note|paper)|[Pp]roposals?|[Aa]mendments?"
    r"|[Ll]etter|[Nn]otes? verbales?|[Ss]ubmission)\b"
)
_COLON = re.compile(rf"[*†‡]?:[*†‡]?\s{{1,4}}{_WHAT}")
_BY = re.compile(
    rf"{_WHAT}(?: (?:jointly|as))?(?: (?:co-?)?(?:submitted|presented|proposed|prepared|sponsored|introduced))? by "
    r"(?:the (?:delegation|Government|Permanent Mission)s? of )?"
)
_AFTER_LIST = re.compile(r"[:.]|,? (?:on(?! behalf)|entitled|concerning|regarding|for|in|to|with|at|under)\b")
_BEHALF = re.compile(r"[\s,(]{1,3}(?:also )?on behalf of (?:the )?", re.I)
_COMMA = re.compile(r"[,;](?![^()]{0,120}\))")
_NAME = re.compile(r"[A-Z][\w.’'-]*(?:(?: (?:of|and|the|de|del|da|la))* \(?[A-Z][\w.’')-]*){0,8}")
_JOINING = re.compile(r"(?:\s|,|\band\b|\bthe\b|&)*", re.I)
_ARTICLE = re.compile(r"(?<!of )\bthe (?=[A-Z])")
_AND = re.compile(r"\s+and\s+")
_MARKS = re.compile(r"[*†‡]+")
_HEAD_PARAGRAPHS, _HEAD_CHARACTERS = 14, 8_000
_PARTS = 8


def find_sponsors(material: Material) -> tuple[str, ...]:
    """The sponsors that the head of a text or its title prints; empty where it prints none."""
    for names in _candidates(material):
        if found := _read_list(material.vocabulary, names):
            return tuple(dict.fromkeys(found))
    return ()


def _candidates(material: Material) -> Iterator[str]:
    """Words that may be the list, those that reach furthest back first."""
    document = material.document
    head = [
        document.text[part.start : part.end]
        for part in document.paragraphs[:_HEAD_PARAGRAPHS]
        if part.start < _HEAD_CHARACTERS and part.kind != "footnote"
    ]
    for at, words in enumerate(head):
        if colon := _COLON.search(words):
            for first in range(max(0, at - _PARTS), at + 1):
                yield "\n".join([*head[first:at], words[: colon.start()]])
        elif by := _BY.match(words):
            yield _AFTER_LIST.split(words[by.end() :], maxsplit=1)[0]
    title = document.title or ""
    if colon := _COLON.search(title):
        yield title[: colon.start()]
    elif by := _BY.match(title):
        yield _AFTER_LIST.split(title[by.end() :], maxsplit=1)[0]


def _read_list(vocabulary: Vocabulary, names: str) -> list[str] | None:
    """The codes and names of a list; None where it is none."""
    names, *behalf = _BEHALF.split(_MARKS.sub("", names), maxsplit=1)
    found: list[str] = []
    unknown = 0
    for piece in _COMMA.split(names):
        codes = _known(vocabulary, piece)
        if codes is None:
            printed = _printed(vocabulary, piece)
            if printed is None:
                return None
            codes = [code or name for name, code in printed]
            unknown += sum(not code for _, code in printed)
        found += codes
    if not found or 2 * unknown > len(found):
        return None
    return found + [code for group in behalf for code in _known(vocabulary, group.strip(" )")) or []]


def _known(vocabulary: Vocabulary, piece: str) -> list[str] | None:
    """The codes of a piece in which nothing but known names stands, with or without their articles."""
    codes = _codes(vocabulary, piece)
    return codes if codes is not None else _codes(vocabulary, _ARTICLE.sub("", piece))


def _codes(vocabulary: Vocabulary, piece: str) -> list[str] | None:
    """A line end parts no names by itself."""
    found = [named for named in find_names(vocabulary, piece, ACTORS) if not named.adjective]
    if not found and piece.strip():
        return None
    at = 0
    for named in found:
        between = piece[at : named.start]
        if not _JOINING.fullmatch(between) or (at and "\n" in between and "and" not in between):
            return None
        at = named.end
    return [named.code for named in found] if _JOINING.fullmatch(piece[at:]) else None


def _printed(vocabulary: Vocabulary, piece: str) -> list[tuple[str, str | None]] | None:
    """The names of a piece, each with its code if it is known; None where it is no name."""
    words = piece.strip().removeprefix("and ").strip()
    if "\n" in words or not _NAME.fullmatch(words):
        return None
    return [(part, next(iter(_known(vocabulary, part) or ()), None)) for part in _AND.split(words)]

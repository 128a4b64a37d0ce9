"""Paragraphs to passages: sentences and list items, each with its lead-in, its section and its speaker's turn."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import nupunkt

from acquis.extractors.turns import Turn, find_turns
from acquis.model.document import Document, Paragraph

_SEVERAL = re.compile(r"[.!?…][\"'”’)\]]*\s+\S")
# Where no library is needed: a word of small letters or a year, a full stop, and a capital after a blank.
_PLAIN_END = re.compile(r"(?<![\w.’'@/-])(?:[a-z]{4,}|(?:19|20)\d\d)[.!?][\"”’)]*\s+(?=[\"“‘(]?[A-Z])")
# Where the library stops and should not: abbreviations of the field before a lower-case word or a number.
_OPEN_END = re.compile(
    r"(?:\b(?:No|Nos|Art|Arts|para|paras|pp?|Res|res|Dec|dec|Vol|vol|Ch|cf|vs|approx|Gen|Lt|Col|Maj|Adm|Amb|Hon|Rev|Sen|Rep|Gov|Shri|Smt|Dr|Mr|Mrs|Ms|Prof|St|H\.E|e\.g|i\.e|viz|incl)\.)\s*$"
)
_GLUED = re.compile(
    r"\.(?:(?<=[a-z0-9)”’]\.)(?=[A-Z][a-z]{2,})|(?<=\bno\.)\s+(?=[A-Z][a-z]))"
    r"|\b(?:[A-Z]\.){2,}\s+(?=(?:The|This|These|We|They|Both|In|On|It|During|Following|After)\s)"
)
# After "the U.S." only a word that opens sentences tells the end of one from "the U.S. Government".
_DOTTED = re.compile(r"\b(?:[A-Z]\.){2,}$")
_OPENERS = frozenset(
    "the this these those that we they he she it both in on at as for to from with during following after before our their "
    "its his her such there while when although however moreover furthermore finally also and but if by under over".split()
)
_TAIL = 40  # characters of a piece that tell whether it ends in an abbreviation
_LEAD_IN = re.compile(r":[\"”’]?\s*$")


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence or list item. `stem` is the span of its lead-in; `opens` marks the first of its paragraph.

    `section` is the heading above it; `turn` the speaker in a transcript; `heading` marks a heading that is
    a sentence itself.
    """

    index: int
    start: int
    end: int
    paragraph: Paragraph
    opens: bool
    stem: tuple[int, int] | None
    section: str | None
    turn: Turn | None
    heading: bool = False


def find_passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a document, in order; every word of a paragraph lies in exactly one; footnotes give none."""
    turns = find_turns(document)
    passages: list[Passage] = []
    section: str | None = None
    stems = _Stems()
    for at, paragraph in enumerate(document.paragraphs):
        if paragraph.kind == "footnote":
            continue
        turn = turns.get(at)
        begin = max(paragraph.start, turn.text_start) if turn and turn.paragraph == at else paragraph.start
        spans = list(split_sentences(document.text, begin, paragraph.end))
        stem = stems.stem_of(paragraph)
        if paragraph.kind == "heading":
            section = document.text[paragraph.start : paragraph.end]
        for number, (start, end) in enumerate(spans):
            own_stem = stem if number == 0 or document.text[spans[number - 1][1] - 1] == ";" else None
            passages.append(
                Passage(
                    len(passages), start, end, paragraph, number == 0, own_stem, section, turn, paragraph.kind == "heading"
                )
            )  # fmt: skip
        if spans:
            stems.remember(paragraph, document.text, spans[-1])
    return tuple(passages)


class _Stems:
    """Remembers the lead-ins above the items that follow, by depth."""

    def __init__(self) -> None:
        self._by_level: list[tuple[int, tuple[int, int]]] = []

    def stem_of(self, paragraph: Paragraph) -> tuple[int, int] | None:
        if paragraph.kind != "item":
            self._by_level = []
            return None
        self._by_level = [(level, span) for level, span in self._by_level if level < paragraph.level]
        return self._by_level[-1][1] if self._by_level else None

    def remember(self, paragraph: Paragraph, text: str, span: tuple[int, int]) -> None:
        """A passage that ends in a colon, or opens an unfinished sentence, leads in what comes below."""
        if paragraph.kind == "heading":
            return
        if _LEAD_IN.search(text[span[0] : span[1]]):
            level = paragraph.level if paragraph.kind == "item" else 0
            self._by_level.append((level, span))


def split_sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The spans of the sentences between `start` and `end`, without the blanks around them."""
    piece = text[start:end]
    if not _SEVERAL.search(piece) and not _GLUED.search(piece):
        yield from _stripped(text, [(start, end)])
        return
    cuts = [start]
    plain = [start, *(match.end() for match in _PLAIN_END.finditer(text, start, end)), end]
    for begin, stop in pairwise(plain):
        cuts += _cuts_inside(text, begin, stop)
    for glued in _GLUED.finditer(piece):
        cuts.append(start + glued.end())
    yield from _stripped(text, _merged(text, sorted({*cuts, end})))


def _cuts_inside(text: str, start: int, end: int) -> Iterator[int]:
    """Where the sentences between `start` and `end` end; the library is asked only where there may be several."""
    piece = text[start:end]
    if _SEVERAL.search(piece):
        yield from (start + stop for _, stop in nupunkt.sent_spans(piece))
    else:
        yield end


def _merged(text: str, cuts: list[int]) -> list[tuple[int, int]]:
    """Spans between cuts, joined again where the next begins in lower case or the last ends in an abbreviation."""
    spans: list[tuple[int, int]] = []
    for start, end in pairwise(cuts):
        before = text[max(spans[-1][0], start - _TAIL) : start].rstrip() if spans else ""
        if before and (
            _goes_on(text[start:end].lstrip()[:2]) or _still_open(before, text[start : start + 40])
        ):
            spans[-1] = (spans[-1][0], end)
        else:
            spans.append((start, end))
    return spans


def _still_open(before: str, after: str) -> bool:
    """Does the piece before end in an abbreviation that belongs to the words after it?"""
    if _OPEN_END.search(before[-12:]):
        return True
    return (
        bool(_DOTTED.search(before[-12:])) and after.split(maxsplit=1)[0].lower().strip(",") not in _OPENERS
        if after.split()
        else False
    )


def _goes_on(head: str) -> bool:
    return head[:1].islower() or head[:1] in ",;" or (head[:1] in ")]”’" and bool(head))


def _stripped(text: str, spans: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for start, end in spans:
        piece = text[start:end]
        left = start + len(piece) - len(piece.lstrip())
        right = start + len(piece.rstrip())
        if left < right:
            yield left, right

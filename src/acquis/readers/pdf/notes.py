"""Footnotes: the lines at the foot of a column that stand below a rule, or are small and begin with a mark.

In: the lines of a column. Out: the lines of its text, and its notes, each with its mark.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from acquis.grammar.numbering import Mark
from acquis.readers.pdf.lines import LOWERED, RAISED, Line

_RULE = re.compile(r"[_—]{6,}")
_MARK = re.compile(rf"{RAISED}([^{LOWERED}]+){LOWERED} ?|(\d{{1,3}}) (?=\S)|([*†‡§]{{1,3}}) ?(?=\S)")
_SMALLER = 0.93


class Note(NamedTuple):
    """The lines of one footnote; without a mark it goes on from the page before."""

    mark: Mark | None
    lines: list[Line]


def split_notes(lines: list[Line], body: float) -> tuple[list[Line], list[Note]]:
    """The text of a column and the notes at its foot; `body` is the size of running text."""
    start = _after_rule(lines)
    if start is None:
        begin = _first_small(lines, body)
        return (lines, []) if begin is None else (lines[:begin], _notes(lines[begin:]))
    return [line for line in lines[: start - 1] if not _RULE.fullmatch(line.text)], _notes(lines[start:])


def _after_rule(lines: list[Line]) -> int | None:
    """Where the notes below the last rule begin; a rule may also end a document or stand above a signature."""
    for at in range(len(lines) - 1, -1, -1):
        if _RULE.fullmatch(lines[at].text):
            below = lines[at + 1 :]
            small = below and max(line.size for line in below) <= max(line.size for line in lines)
            return at + 1 if below and small and _MARK.match(below[0].text) else None
    return None


def _first_small(lines: list[Line], body: float) -> int | None:
    begin = len(lines)
    while begin and lines[begin - 1].size <= _SMALLER * body:
        begin -= 1
    if not begin:
        return None
    return next((at for at in range(begin, len(lines)) if _MARK.match(lines[at].text)), None)


def _notes(lines: list[Line]) -> list[Note]:
    notes: list[Note] = []
    last = 0
    for line in lines:
        found = _MARK.match(line.text)
        if found and _follows(found, last):
            words = next(filter(None, found.groups()))
            last = int(words) if words.isdigit() else last
            notes.append(Note(_mark(words), [line._replace(text=line.text[found.end() :])]))
        elif notes:
            notes[-1].lines.append(line)
        else:
            notes.append(Note(None, [line]))
    return notes


def _follows(found: re.Match[str], last: int) -> bool:
    """A number that is not raised begins a note only where it is the next one."""
    return found.group(2) is None or last in (0, int(found.group(2)) - 1)


def _mark(words: str) -> Mark:
    return Mark("number", int(words) if words.isdigit() else 0, words, 0, words)

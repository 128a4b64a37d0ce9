"""Printed marks of paragraphs: `12.`, `(a)`, `13(f)`, `(ii)`, bullets; and the addresses they make."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

MarkKind = Literal["number", "letter", "roman", "bullet", "compound"]

_BULLET = re.compile(r"\s*\\?([-–—•·▪◦●○‣*+o§])[ \t]+(?=\S)")
_NUMBER = re.compile(r"\s*\(?(\d{1,3})\\?[.)][ \t]*(?=[^\d\s]|\s*$|\s+\S)")
_LETTER = re.compile(r"\s*\(?([a-z])[.)]\s+(?=\S)")
_ROMAN = re.compile(r"\s*\(?((?:x{0,3})(?:ix|iv|v?i{0,3}))[.)]\s+(?=\S)")
_COMPOUND = re.compile(
    r"\s*(\d{1,3}(?:\.\d{1,2})+|\d{1,3}\([a-z]\))\.?[ \t]+(?=\S)(?!(?:million|billion|trillion|per cent|percent|%))"
)
# What any of these begins with: a cheap test for the many lines that begin with none.
_ANY = re.compile(r"\s*(?:\\?[-–—•·▪◦●○‣*+o§][ \t]|\(?\d|\(?[a-z]{1,7}[.)])")
_VALUES = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Mark:
    """A printed mark: its kind, its value in the row (1 for "a", "i", "1"), its words, where the text begins."""

    kind: MarkKind
    value: int
    words: str
    end: int
    printed: str


def read_mark(line: str) -> Mark | None:
    """The mark a line begins with, or None. `(i)` counts as roman; whether it is a letter its row decides."""
    head = line.lstrip()[:1]
    if not head or (head.isalpha() and head.isupper()) or not _ANY.match(line):
        return None
    if match := _COMPOUND.match(line):
        return Mark("compound", 1, match.group(1), match.end(), match.group().strip())
    if match := _NUMBER.match(line):
        return Mark("number", int(match.group(1)), match.group(1), match.end(), match.group().strip())
    if (match := _ROMAN.match(line)) and match.group(1):
        return Mark("roman", _roman(match.group(1)), match.group(1), match.end(), match.group().strip())
    if (match := _LETTER.match(line)) and match.group(1) != "o":
        return Mark("letter", ord(match.group(1)) - 96, match.group(1), match.end(), match.group().strip())
    if match := _BULLET.match(line):
        return Mark("bullet", 1, match.group(1), match.end(), match.group().strip())
    return None


def _roman(words: str) -> int:
    total = 0
    for char, following in zip(words, words[1:] + " ", strict=True):
        value = _VALUES[char]
        total += -value if _VALUES.get(following, 0) > value else value
    return total


@dataclass(slots=True)
class Numbering:
    """Hands out addresses in order: printed numbers where there are any, else `¶n`.

    A lettered item belongs to the number before it ("13(f)"); numbers that start again in a later section
    are told apart by the section ("§2, 1").
    """

    paragraph: int = 0
    section: int = 0
    number: str = ""
    letter: str = ""
    last: int = 0
    section_restarted: bool = False
    section_name: str = ""

    def heading(self, text: str) -> str:
        """The address of a heading: `§n`."""
        self.section += 1
        named = re.match(r"\(?([A-Z]|[IVX]{1,5}|\d{1,2})[.)]\s", text)
        self.section_name = named.group(1) if named else f"§{self.section}"
        return f"§{self.section}"

    def address(self, mark: Mark | None) -> str:
        """The address of a paragraph or item with this mark."""
        self.paragraph += 1
        if mark is None or mark.kind == "bullet":
            return f"¶{self.paragraph}"
        if mark.kind == "compound":
            self.number, self.letter = mark.words, ""
            return mark.words
        if mark.kind == "number":
            return self._numbered(mark)
        return self._lettered(mark)

    def _numbered(self, mark: Mark) -> str:
        if mark.value <= self.last:
            self.section_restarted = True
        self.last = mark.value
        self.number = (
            f"{self.section_name}, {mark.words}" if self.section_restarted and self.section else mark.words
        )
        self.letter = ""
        return self.number

    def _lettered(self, mark: Mark) -> str:
        follows = self.letter and len(self.letter) == 1 and mark.words == chr(ord(self.letter) + 1)
        if mark.kind == "letter" or follows:
            self.letter = mark.words
            return f"{self.number}({mark.words})"
        return f"{self.number}{f'({self.letter})' if self.letter else ''}({mark.words})"

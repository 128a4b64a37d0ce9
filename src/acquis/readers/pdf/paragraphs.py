"""Columns of lines to blocks: paragraphs, items, headings; a sentence goes on over the end of a page or column.

`Paragraphs` takes page after page and keeps only what it has made and the paragraph that is still open. The
footnotes of a page stand after the paragraph that is open at its end.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from acquis.grammar.numbering import Mark, read_mark
from acquis.readers.blocks import Block
from acquis.readers.pdf.columns import Column
from acquis.readers.pdf.hyphens import join_broken
from acquis.readers.pdf.lines import BREAK, LOWERED, RAISED, Line
from acquis.readers.pdf.notes import Note
from acquis.readers.pdf.parting import Measure, parts

_NOTE_MARK = re.compile(
    rf"(?:(?<=[0-9A-Za-z.,;:)”’\"])\s)?{RAISED}[^{LOWERED}]*{LOWERED}|(?<=[\w.,;:)])[*†‡]{{1,3}}(?=[\s:]|$)"
)
_POWER = re.compile(rf"(?<=m) ?{RAISED}([23]){LOWERED}")
_BLANK_BEFORE = re.compile(r" +(?=[,;.](?:\s|$))")
_SENTENCE_END = re.compile(r"[.!?;:,…][\"'”’)\]]*$")
_HEADING_WORDS = 40
_LARGE = 1.12


class Paragraphs:
    """Makes blocks of the columns of page after page."""

    def __init__(self) -> None:
        self._blocks: list[Block] = []
        self._open: list[Line] = []
        self._page = 0
        self._levels: list[str] = []
        self._letter = ""
        self._waiting: list[Block] = []
        self._measure: Measure | None = None
        self.body = 10.0

    def add_page(self, number: int, columns: Iterable[tuple[Column, list[Note]]], body: float) -> None:
        """Go on with a page: its columns in order, each with the notes at its foot."""
        self.body = body
        notes: list[Note] = []
        for column, found in columns:
            notes += found
            self._add_column(number, column)
        self._wait(number, notes)

    def blocks(self) -> list[Block]:
        """All blocks, their words whole."""
        self._close()
        texts = join_broken(block.text for block in self._blocks)
        return [
            block._replace(text=text)
            for block, text in zip(self._blocks, texts, strict=True)
            if any(map(str.isalnum, text))
        ]

    def _add_column(self, number: int, column: Column) -> None:
        before = self._measure
        measure = Measure.of(column, self.body, before)
        for at, line in enumerate(column.lines):
            last = self._open[-1] if self._open else None
            if last and parts(self._open, line, measure, before if at == 0 else None):
                self._close()
            if not self._open:
                self._page = number
            self._open.append(line)
        self._measure = measure

    def _wait(self, number: int, notes: list[Note]) -> None:
        """Keep the notes of a page until its last paragraph ends; what has no mark goes on with the last one."""
        for note in notes:
            text = _text(note.lines)
            if note.mark is None and (holder := self._last_note()) is not None:
                holder[-1] = holder[-1]._replace(text=f"{holder[-1].text} {text}")
            else:
                self._waiting.append(Block("footnote", text, note.mark, 0, number))
        if not self._open:
            self._flush_notes()

    def _last_note(self) -> list[Block] | None:
        if self._waiting:
            return self._waiting
        return self._blocks if self._blocks and self._blocks[-1].kind == "footnote" else None

    def _flush_notes(self) -> None:
        self._blocks += self._waiting
        self._waiting = []

    def _close(self) -> None:
        if self._open:
            self._blocks.append(self._block(self._open))
            self._open = []
        self._flush_notes()

    def _block(self, lines: list[Line]) -> Block:
        text = _text(lines)
        if level := self._heading_level(lines, text):
            self._levels = []
            return Block("heading", text, None, level, self._page)
        mark = read_mark(text)
        if mark is None or mark.end >= len(text):
            self._levels = []
            return Block("paragraph", text, None, 0, self._page)
        return Block("item", text[mark.end :].lstrip(), mark, self._depth(mark), self._page)

    def _depth(self, mark: Mark) -> int:
        """How deep an item lies: a mark of a new kind goes one deeper, one of a kind above it comes back."""
        kind = "letter" if self._is_letter(mark) else mark.kind
        if kind == "letter":
            self._letter = mark.words
        if kind in self._levels:
            del self._levels[self._levels.index(kind) + 1 :]
        else:
            self._levels.append(kind)
        return len(self._levels)

    def _is_letter(self, mark: Mark) -> bool:
        """An "i" after an "h" is a letter."""
        return mark.kind == "letter" or (
            "letter" in self._levels and len(mark.words) == 1 and mark.words == chr(ord(self._letter) + 1)
        )

    def _heading_level(self, lines: list[Line], text: str) -> int:
        """0 where lines are no heading: neither large nor bold, or a sentence."""
        size, bold = min(line.size for line in lines), all(line.bold for line in lines)
        large = size > _LARGE * self.body
        if not (large or bold) or not any(map(str.isalpha, text)):
            return 0
        if (_SENTENCE_END.search(text) and not _asks_or_leads(text)) or (
            len(text.split()) > _HEADING_WORDS and ". " in text
        ):
            return 0
        return 1 if size > 1.3 * self.body else 2


def _asks_or_leads(text: str) -> bool:
    """A question or a colon may end a heading of few words."""
    return text.endswith(("?", ":")) and len(text.split()) <= (12 if text.endswith("?") else 6)


def _text(lines: list[Line]) -> str:
    """The lines as one text: marks of footnotes taken out, words at line ends joined or left marked as broken."""
    words = "".join(_pieces(lines))
    if RAISED in words or "*" in words or "†" in words:
        words = _POWER.sub(lambda power: "²" if power.group(1) == "2" else "³", words)
        words = _BLANK_BEFORE.sub("", _NOTE_MARK.sub("", words))
    return " ".join(words.split(" ")).strip()


def _pieces(lines: list[Line]) -> Iterator[str]:
    for at, line in enumerate(lines):
        following = lines[at + 1].text[:1] if at + 1 < len(lines) else ""
        text = line.text
        if text.endswith(BREAK) and not following:
            yield text.removesuffix(BREAK) + "-"
        elif text.endswith(BREAK) or not following:
            yield text
        elif len(text) > 1 and text[-1] == "-" and text[-2].isalnum():
            yield text[:-1] + BREAK if text[-2].isalpha() and following.isalpha() else text
        else:
            yield f"{text} "

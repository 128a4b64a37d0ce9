"""The body of a DOCX file to blocks: paragraphs, numbered items, headings, table rows and notes, in order."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from acquis.grammar.numbering import Mark, read_mark
from acquis.readers.blocks import Block, is_frame, looks_like_heading, read_blocks
from acquis.readers.docx.numbering import ListNumbers
from acquis.readers.docx.package import WordParts
from acquis.readers.docx.styles import Style, Styles, child, local_name, number, value
from acquis.readers.docx.text import ParagraphText, read_paragraph
from acquis.readers.list_marks import number_words
from acquis.readers.table_rows import Piece, Row, close_row, join_pieces

if TYPE_CHECKING:
    from docx.oxml.xmlchemy import BaseOxmlElement

_CONTAINERS = frozenset(
    "body tbl tr tc sdt sdtContent customXml smartTag ins moveTo txbxContent AlternateContent Choice footnote endnote".split()
)
_CONTENTS = re.compile(r"toc \d|table of figures")
_MANY_WORDS = 30


def read_word_blocks(parts: WordParts) -> list[Block]:
    """The blocks of a DOCX file in order, its footnotes and then its endnotes last."""
    walker = _Walker(parts)
    walker.walk(parts.document)
    return [*join_pieces(walker.pieces), *_notes(parts, walker.notes)]


class _Walker:
    """Goes through the body once; tables nest, so what is to be done where an element ends is kept on a stack."""

    def __init__(self, parts: WordParts) -> None:
        self._styles = Styles(parts.styles)
        self._numbers = ListNumbers(parts.numbering, self._styles)
        self.pieces: list[Piece] = []
        self.notes: list[tuple[str, str]] = []
        self._rows: list[Row] = []

    def walk(self, root: BaseOxmlElement) -> None:
        """Read all paragraphs inside an element."""
        stack: list[tuple[Iterator[BaseOxmlElement], Callable[[], None]]] = [(iter(root), _nothing)]
        while stack:
            element = next(stack[-1][0], None)
            if element is None:
                stack.pop()[1]()
                continue
            name = local_name(element)
            if name == "p":
                for box in self._read(element):
                    stack.append((iter(box), _nothing))
            elif name in _CONTAINERS:
                stack.append((iter(element), self._begin(name)))

    def _begin(self, name: str) -> Callable[[], None]:
        if name == "tr":
            self._rows.append(Row(len(self.pieces)))
            return self._end_row
        return self._end_cell if name == "tc" and self._rows else _nothing

    def _end_cell(self) -> None:
        self._rows[-1].cells.append(len(self.pieces))

    def _end_row(self) -> None:
        row = self._rows.pop()
        if row.cells:
            self.pieces[row.start :] = close_row(self.pieces[row.start :], row)

    def _read(self, paragraph: BaseOxmlElement) -> list[BaseOxmlElement]:
        """Read one paragraph; the text boxes that hang on it."""
        found = read_paragraph(paragraph)
        properties = child(paragraph, "pPr")
        style = self._styles.find(value(child(properties, "pStyle")))
        if _CONTENTS.match(style.name):
            return []
        self.notes += found.notes
        place = self._numbers.find(properties, style)
        if found.text.strip():
            mark = self._numbers.next_mark(*place) if place else None
            level = _heading_level(properties, style)
            list_level = place[1] + 1 if place else 1
            self.pieces += map(Piece, _blocks(found, mark, level, list_level))
        return found.boxes


def _nothing() -> None:
    """Most elements need nothing done where they end."""


def _heading_level(properties: BaseOxmlElement | None, style: Style) -> int:
    own = number(child(properties, "outlineLvl"))
    if own is None:
        return style.level
    return own + 1 if 0 <= own < 9 else 0


def _blocks(found: ParagraphText, mark: Mark | None, heading: int, list_level: int) -> list[Block]:
    lines = [" ".join(line.split()) for line in found.text.split("\n")]
    flat = " ".join(filter(None, lines))
    if not any(map(str.isalnum, flat)) or is_frame(flat):
        return []
    if heading and len(flat.split()) <= _MANY_WORDS:
        return [
            Block(
                "heading", f"{mark.printed} {flat}" if mark and mark.kind != "bullet" else flat, None, heading
            )
        ]
    if len(lines) > 1 and flat not in lines and mark is None:
        return read_blocks("\n".join(lines), markdown=False)
    if mark:
        return [Block("item", flat, mark, list_level)]
    if found.bold >= len("".join(found.text.split())) and looks_like_heading(flat):
        return [Block("heading", flat, None, 3)]
    typed = read_mark(flat)
    if typed and flat[typed.end :].strip():
        return [Block("item", flat[typed.end :].strip(), typed, 1)]
    return [Block("paragraph", flat)]


def _notes(parts: WordParts, references: list[tuple[str, str]]) -> Iterator[Block]:
    """The notes that the text refers to, numbered in its order; endnotes in roman figures, as Word does."""
    for kind, root in (("footnote", parts.footnotes), ("endnote", parts.endnotes)):
        elements = {value(one, "id"): one for one in (root if root is not None else ())}
        ids = list(dict.fromkeys(one for referred, one in references if referred == kind))
        for at, note_id in enumerate(ids, start=1):
            words = number_words("roman" if kind == "endnote" else "decimal", at)
            text = " ".join(_note_text(elements[note_id]).split()) if note_id in elements else ""
            if text:
                yield Block("footnote", text, Mark("number", at, words, 0, words))


def _note_text(note: BaseOxmlElement) -> str:
    return " ".join(read_paragraph(one).text for one in note.iter() if local_name(one) == "p")

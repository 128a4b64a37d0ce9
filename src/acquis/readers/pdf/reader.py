"""PDF bytes to a document.

Pages come in bundles: what repeats at their edges is taken off, the rest is put into columns, footnotes are
parted from the text, and lines become paragraphs. Of earlier bundles only the blocks are kept.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from typing import NamedTuple

from acquis.errors import UnreadableSource
from acquis.model.document import Document
from acquis.model.receipt import Skipped
from acquis.readers.assemble import assemble
from acquis.readers.content import Content
from acquis.readers.pdf.columns import find_columns
from acquis.readers.pdf.furniture import Furniture
from acquis.readers.pdf.head import read_head
from acquis.readers.pdf.lines import Line, PageLines, read_lines
from acquis.readers.pdf.masthead import read_masthead
from acquis.readers.pdf.notes import split_notes
from acquis.readers.pdf.pages import read_sheets
from acquis.readers.pdf.paragraphs import Paragraphs

_BUNDLE = 64
_MUCH_GARBAGE = 0.2
_NO_WORDS = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010ffff]")
_DAMAGED = "damaged: the page cannot be loaded"
_SCANNED = "no text layer; run OCR first (e.g. ocrmypdf)"


class _Page(NamedTuple):
    number: int
    paper: PageLines
    unread: str


def read_pdf(content: Content) -> Document:
    """The document of a PDF; pages without a text layer are named in `unread`.

    Raises UnreadableSource with code `damaged`, `encrypted-pdf`, `no-text-layer` or `too-large`.
    """
    layout = _Layout()
    sheets = _pages(content)
    while bundle := list(islice(sheets, _BUNDLE)):
        layout.add(bundle)
    blocks = layout.paragraphs.blocks()
    if layout.is_garbage():
        message = "its fonts do not say which letters they draw: no text layer of use; run OCR first (e.g. ocrmypdf --force-ocr)"
        raise UnreadableSource(content.path, "no-text-layer", message)
    if not blocks and any(why == _DAMAGED for _, why in layout.unread):
        message = "this PDF is damaged: none of its pages gives text; fetch it again"
        raise UnreadableSource(content.path, "damaged", message)
    if not blocks:
        raise UnreadableSource(content.path, "no-text-layer", f"scanned: {_SCANNED}")
    head = read_head(content, layout.masthead, layout.opening, layout.body)
    return replace(assemble(blocks, head, content), unread=_unread(content, layout.unread))


def _pages(content: Content) -> Iterator[_Page]:
    for sheet in read_sheets(content):
        if sheet.glyphs is None:
            yield _Page(sheet.number, PageLines([]), _DAMAGED)
        else:
            yield _Page(sheet.number, read_lines(sheet.glyphs), _SCANNED if sheet.drawn else "")


class _Layout:
    """The state that goes from bundle to bundle."""

    def __init__(self) -> None:
        self.paragraphs = Paragraphs()
        self.masthead: dict[str, str] = {}
        self.opening: list[Line] = []
        self.unread: list[tuple[int, str]] = []
        self.body = 10.0
        self._furniture = Furniture()
        self._sizes: Counter[float] = Counter()
        self._letters = 0
        self._strange = 0

    def add(self, bundle: list[_Page]) -> None:
        """Read the lines of some pages."""
        for page in bundle:
            self._count(page.paper.lines)
        self.body = self._sizes.most_common(1)[0][0] if self._sizes else self.body
        if bundle[0].number == 1 and (masthead := read_masthead(bundle[0].paper.lines)):
            self.masthead = masthead.fields
            bundle[0] = bundle[0]._replace(paper=bundle[0].paper._replace(lines=masthead.rest))
        self._furniture.look_at(((page.number, page.paper.lines) for page in bundle), self.body)
        for page in bundle:
            self._add_page(page)

    def is_garbage(self) -> bool:
        """Do many characters stand for no letter?"""
        return self._strange > _MUCH_GARBAGE * max(1, self._letters)

    def _count(self, lines: list[Line]) -> None:
        for line in lines:
            if not line.bold:  # a long bold title is no running text
                self._sizes[round(line.size * 2) / 2] += len(line.text)
            self._letters += len(line.text)
            if not line.text.isascii():
                self._strange += len(_NO_WORDS.findall(line.text))

    def _add_page(self, page: _Page) -> None:
        lines = self._furniture.take_off(page.paper, self.body, page.number, drawn=bool(page.unread))
        if not lines and page.unread:
            self.unread.append((page.number, page.unread))
        if not lines:
            return
        columns = find_columns(lines)
        if not self.opening:
            self.opening = [line for column in columns for line in column.lines]
        parted = [(column, *split_notes(column.lines, self.body)) for column in columns]
        texts = [(column._replace(lines=text), notes) for column, text, notes in parted]
        self.paragraphs.add_page(page.number, texts, self.body)


def _unread(content: Content, pages: list[tuple[int, str]]) -> tuple[Skipped, ...]:
    """What was not read: runs of pages with one reason, and the end of a file that breaks off."""
    runs: list[tuple[int, int, str]] = []
    for number, why in pages:
        if runs and runs[-1][1] == number - 1 and runs[-1][2] == why:
            runs[-1] = (runs[-1][0], number, why)
        else:
            runs.append((number, number, why))
    skipped = [Skipped(f"page {a}" if a == b else f"pages {a}-{b}", why) for a, b, why in runs]
    if b"%%EOF" not in content.data[-2048:]:
        skipped.append(Skipped("end of the file", "it has no end mark and may be cut short; fetch it again"))
    return tuple(skipped)

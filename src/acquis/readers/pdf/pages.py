"""A PDF's bytes to its pages: the only home of pypdfium2.

In: bytes. Out: for each page its number and the characters with their places. What cannot be opened raises
UnreadableSource; a page that cannot be loaded comes without characters.
"""

from __future__ import annotations

import ctypes
import math
import re
import threading
from collections.abc import Iterator
from contextlib import closing, suppress
from typing import Any, NamedTuple

from acquis.errors import UnreadableSource
from acquis.readers.content import Content

# The layout grows with the pages; a file of more is a collection that somebody should part first.
MOST_PAGES = 20_000
# PDFium keeps state of its own and is not safe for threads.
_LOCK = threading.RLock()
_PASSWORD, _SECURITY = 4, 5
_FEW_CHARACTERS = 200
_MANY_OBJECTS = 20
_BOLD = re.compile(rb"bold|black|heavy|demi", re.I)


class Sheet(NamedTuple):
    """One page as PDFium gives it: `glyphs` is None where it cannot be loaded; `drawn` where pictures stand on it."""

    number: int
    glyphs: Glyphs | None
    drawn: bool


class Glyphs:
    """The characters of one page with their places. Every question crosses into PDFium: ask few.

    Places are points in the page's own directions; `corners` are the left, bottom, right and top of the page.
    """

    def __init__(self, raw: Any, page: Any, corners: tuple[float, float, float, float]) -> None:
        self._raw = raw
        self.corners = corners
        self._page = page.raw
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._edges = tuple(ctypes.c_double() for _ in range(4))
        self._box = raw.FS_RECTF()
        self._matrix = raw.FS_MATRIX()
        self._name, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()
        self.text = _units(page.get_text_range(errors="surrogatepass"))
        self._same = len(self.text) == page.count_chars()

    def _at(self, index: int) -> int:
        """The place in PDFium's own list: the text leaves out characters without a meaning."""
        return index if self._same else self._raw.FPDFText_GetCharIndexFromTextIndex(self._page, index)

    def origin(self, index: int) -> tuple[float, float]:
        """Where a character begins on its base line."""
        self._raw.FPDFText_GetCharOrigin(self._page, self._at(index), self._x, self._y)
        return self._x.value, self._y.value

    def slope(self, index: int) -> tuple[float, float, float]:
        """The direction in which a character runs (x and y of its right), and how much it is enlarged."""
        matrix = self._matrix
        if not self._raw.FPDFText_GetMatrix(self._page, self._at(index), matrix):
            return 1.0, 0.0, 1.0
        return matrix.a, matrix.b, math.hypot(matrix.c, matrix.d)

    def size(self, index: int) -> float:
        """The size of a character in points before its line enlarges it."""
        size: float = self._raw.FPDFText_GetFontSize(self._page, self._at(index))
        return size

    def is_made_up(self, index: int) -> bool:
        """Did PDFium put the character there, as it does with a blank where it sees a gap?"""
        made_up: int = self._raw.FPDFText_IsGenerated(self._page, self._at(index))
        return made_up == 1

    def bold(self, index: int) -> bool:
        """Is the character set in a bold face?"""
        at = self._at(index)
        if self._raw.FPDFText_GetFontWeight(self._page, at) >= 600:
            return True
        self._raw.FPDFText_GetFontInfo(self._page, at, self._name, 128, self._flags)
        return _BOLD.search(self._name.value) is not None

    def boxes(self, index: int, count: int) -> list[tuple[float, float, float, float]]:
        """Left, bottom, right and top of each piece that was drawn in one go, in the order of the characters."""
        get, page, (left, top, right, bottom) = self._raw.FPDFText_GetRect, self._page, self._edges
        found = []
        for at in range(self._raw.FPDFText_CountRects(page, self._at(index), count)):
            get(page, at, left, top, right, bottom)
            found.append((left.value, bottom.value, right.value, top.value))
        return found


def read_sheets(content: Content) -> Iterator[Sheet]:
    """The pages in order, one at a time: each is closed before the next is opened."""
    with _LOCK:
        import pypdfium2
        import pypdfium2.raw

        with closing(_open(content, pypdfium2)) as document:
            count = _count(content, document)
            for number in range(1, count + 1):
                yield from _read_sheet(document, number, pypdfium2)


def read_information(content: Content) -> dict[str, str]:
    """Title, author and the like, as the file's maker put them down; empty where there is nothing."""
    with _LOCK:
        import pypdfium2

        with closing(_open(content, pypdfium2)) as document:
            return dict(document.get_metadata_dict(skip_empty=True))


def _open(content: Content, pypdfium2: Any) -> Any:
    try:
        return pypdfium2.PdfDocument(content.data)
    except pypdfium2.PdfiumError as problem:
        if problem.err_code in (_PASSWORD, _SECURITY):
            message = "encrypted: a password is needed to open it; save a copy without one and read that"
            raise UnreadableSource(content.path, "encrypted-pdf", message) from problem
        message = "this PDF is damaged or cut short and cannot be opened; fetch it again"
        raise UnreadableSource(content.path, "damaged", message) from problem


def _count(content: Content, document: Any) -> int:
    count = len(document)
    if count == 0:
        raise UnreadableSource(content.path, "damaged", "this PDF has no pages; fetch it again")
    if count > MOST_PAGES:
        message = f"{count:,} pages; at most {MOST_PAGES:,} are read from one file: split it"
        raise UnreadableSource(content.path, "too-large", message)
    return count


def _read_sheet(document: Any, number: int, pypdfium2: Any) -> Iterator[Sheet]:
    try:
        page = document[number - 1]
    except pypdfium2.PdfiumError:
        yield Sheet(number, None, False)
        return
    with closing(page):
        try:
            text_page = page.get_textpage()
        except pypdfium2.PdfiumError:
            yield Sheet(number, None, False)
            return
        with closing(text_page):
            glyphs = Glyphs(pypdfium2.raw, text_page, page.get_bbox())
            yield Sheet(number, glyphs, len(glyphs.text) < _FEW_CHARACTERS and _is_drawn(page, pypdfium2))


def _is_drawn(page: Any, pypdfium2: Any) -> bool:
    """Does a page with little text hold a picture, or so many strokes that they may be letters?"""
    with suppress(pypdfium2.PdfiumError):
        for count, thing in enumerate(page.get_objects(max_depth=3)):
            if thing.type == pypdfium2.raw.FPDF_PAGEOBJ_IMAGE or count >= _MANY_OBJECTS:
                return True
    return False


def _units(text: str) -> str:
    """A text as UTF-16 counts it: what lies beyond the first 65,536 characters becomes two."""
    if text.isascii() or max(text) <= "\uffff":
        return text
    data = text.encode("utf-16-le", "surrogatepass")
    return "".join(chr(data[at] | data[at + 1] << 8) for at in range(0, len(data), 2))

"""PDFs for the tests: lines put at places, and a plain setter for whole texts."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT = 120.0, 480.0
PLAIN, BOLD = "Times-Roman", "Times-Bold"


def wrapped(text: str, width: float, size: float, font: str = PLAIN, first: float = 0) -> list[str]:
    """A text in lines of a width; the first begins further in by `first`."""
    lines: list[str] = []
    held = ""
    for word in text.split():
        room = width - (first if not lines else 0)
        if held and stringWidth(f"{held} {word}", font, size) > room:
            lines.append(held)
            held = word
        else:
            held = f"{held} {word}".strip()
    return [*lines, held]


@dataclass
class Printer:
    """Sets text on pages from top to bottom, a new page where one is full."""

    size: float = 10.0
    left: float = LEFT
    right: float = RIGHT
    top: float = 780.0
    foot: float = 80.0
    header: str = ""
    footer: str = ""
    indent: float = 24.0
    title: str | None = None
    password: str | None = None
    page: int = 1
    y: float = 780.0
    buffer: io.BytesIO = field(default_factory=io.BytesIO)

    def __post_init__(self) -> None:
        from reportlab.lib.pdfencrypt import StandardEncryption

        encryption = (
            None if self.password is None else StandardEncryption(self.password, ownerPassword="owner")
        )
        self.canvas = Canvas(self.buffer, pagesize=A4, encrypt=encryption, invariant=1)
        if self.title is not None:
            self.canvas.setTitle(self.title)
        self.y = self.top
        self._edges()

    def put(self, x: float, y: float, text: str, *, size: float | None = None, font: str = PLAIN) -> None:
        """One line at a place."""
        self.canvas.setFont(font, size or self.size)
        self.canvas.drawString(x, y, text)

    def line(
        self, text: str, *, x: float | None = None, size: float | None = None, font: str = PLAIN
    ) -> None:
        """The next line of the page."""
        if self.y < self.foot:
            self.turn()
        self.put(self.left if x is None else x, self.y, text, size=size, font=font)
        self.y -= 1.2 * (size or self.size)

    def paragraph(self, text: str, *, first: float | None = None, hang: float = 0, gap: float = 6) -> None:
        """A paragraph with an indented first line; `hang` moves the lines after it."""
        begin = self.indent if first is None else first
        lines = wrapped(text, self.right - self.left - hang, self.size, first=begin)
        for number, words in enumerate(lines):
            self.line(words, x=self.left + (begin if number == 0 else hang))
        self.y -= gap

    def heading(self, text: str, *, size: float | None = None) -> None:
        """A bold line with room around it."""
        self.y -= 6
        for words in wrapped(text, self.right - self.left, size or self.size, BOLD):
            self.line(words, size=size, font=BOLD)
        self.y -= 6

    def turn(self) -> None:
        """A new page."""
        self.canvas.showPage()
        self.page += 1
        self.y = self.top
        self._edges()

    def done(self) -> bytes:
        """The file."""
        self.canvas.save()
        return self.buffer.getvalue()

    def _edges(self) -> None:
        if self.header:
            self.put(self.left, 810, self.header.format(page=self.page), size=8)
        if self.footer:
            self.put(self.left, 40, self.footer.format(page=self.page), size=8)


def columns(printer: Printer, left: Sequence[str], right: Sequence[str], *, beside: float = 20) -> None:
    """Two columns drawn row by row across the page, as a table of lines is."""
    x = (printer.left + printer.right + beside) / 2
    for number in range(max(len(left), len(right))):
        y = printer.y
        if number < len(left):
            printer.put(printer.left, y, left[number])
        if number < len(right):
            printer.put(x, y, right[number])
        printer.y -= 1.2 * printer.size


def masthead(
    printer: Printer, symbol: str, day: str, below: Iterable[str] = (), *, job: str = "31-04321"
) -> None:
    """What the United Nations prints at the head and foot of a first page."""
    printer.put(printer.left, 780, "United Nations", size=14)
    printer.put(430, 780, symbol, size=14)
    printer.put(printer.left, 750, "General Assembly", size=18, font=BOLD)
    for number, words in enumerate(("Distr.: General", day, "Original: English")):
        printer.put(400, 750 - 12 * number, words)
    printer.put(60, 50, f"{job} (E)    240531")
    printer.put(60, 36, f"*{job.replace('-', '')}*", font=BOLD)
    printer.y = 700
    for words in below:
        printer.line(words, font=BOLD if words.endswith("session") else PLAIN)
    printer.y -= 24


def raised(printer: Printer, after: str, mark: str, y: float) -> None:
    """A small raised number after some words of the line at `y`."""
    printer.put(printer.left + stringWidth(after, PLAIN, printer.size), y + 3.5, mark, size=6)

"""Characters to lines: the words as a person sees them."""

from __future__ import annotations

from pdf_printing import BOLD, PLAIN, Printer
from pdf_reading import read, words_of
from reportlab.pdfbase.pdfmetrics import stringWidth

from acquis.readers import Content
from acquis.readers.pdf.columns import join_rows
from acquis.readers.pdf.lines import LOWERED, RAISED, Line, read_lines
from acquis.readers.pdf.pages import read_sheets


def lines_of(printer: Printer) -> list[Line]:
    """The lines of the first page."""
    return next(
        read_lines(sheet.glyphs).lines
        for sheet in read_sheets(Content("a.pdf", printer.done()))
        if sheet.glyphs
    )


def test_place_size_and_face() -> None:
    """Left, base line, size and weight as printed."""
    printer = Printer()
    printer.put(100, 700, "Harbours", size=14, font=BOLD)
    (line,) = lines_of(printer)
    assert (line.text, round(line.base), line.size, line.bold) == ("Harbours", 700, 14, True)
    assert abs(line.left - 100) < 2
    assert abs(line.right - 100 - stringWidth("Harbours", BOLD, 14)) < 2


def test_enlarged_type_has_the_size_that_is_seen() -> None:
    """Some programs set type of one point and enlarge the page."""
    printer = Printer()
    printer.canvas.scale(10, 10)
    printer.put(10, 70, "Harbours", size=1.2)
    (line,) = lines_of(printer)
    assert round(line.size, 1) == 12.0


def test_a_wide_gap_cuts_a_line() -> None:
    """The parts keep their own places."""
    printer = Printer()
    printer.put(100, 700, "left words")
    printer.put(300, 700, "right words")
    assert [(line.text, round(line.left, -1)) for line in lines_of(printer)] == [
        ("left words", 100),
        ("right words", 300),
    ]


def test_a_raised_number_inside_a_line_is_marked() -> None:
    """Small and above the base line."""
    printer = Printer()
    text = printer.canvas.beginText(100, 700)
    text.setFont(PLAIN, 10)
    text.textOut("in 2031")
    text.setFont(PLAIN, 6)
    text.setRise(3.5)
    text.textOut("4")
    text.setFont(PLAIN, 10)
    text.setRise(0)
    text.textOut(" they met")
    printer.canvas.drawText(text)
    (joined,) = join_rows(lines_of(printer))
    assert joined.text == f"in 2031{RAISED}4{LOWERED} they met"


def test_a_hair_between_two_pieces_of_a_word_is_no_blank() -> None:
    """Programs move pieces of a word by a hair; PDFium takes the hair for a blank."""
    printer = Printer()
    printer.put(100, 700, "the har")
    printer.put(100 + stringWidth("the har", PLAIN, 10) + 1.3, 700, "bour is calm")
    assert words_of(read(printer.done())) == ["the harbour is calm"]

"""Title and day of a PDF without a masthead."""

from __future__ import annotations

import pytest
from pdf_printing import BOLD, Printer
from pdf_reading import VOYAGE, read


@pytest.mark.parametrize(
    ("printed", "published"),
    [
        ("4 May 2031", "2031-05-04"),
        ("Calder, 4 May 2031", "2031-05-04"),
        ("Published on 4 May 2031", "2031-05-04"),
        ("Port of Calder | 4 May 2031", "2031-05-04"),
        ("The second meeting was held on 4 May 2031", None),
        ("4-6 May 2031", None),
        ("May 2031", None),
    ],
)
def test_a_day_counts_that_stands_alone_or_after_a_place(printed: str, published: str | None) -> None:
    """A day inside a sentence, a range or a month is no day of publication."""
    printer = Printer()
    printer.heading("Notes on harbours", size=16)
    printer.line(printed)
    printer.y -= 12
    printer.paragraph(VOYAGE)
    assert read(printer.done()).published == published


def test_the_largest_lines_are_the_title() -> None:
    """Over two lines, and not the smaller line above them."""
    printer = Printer(title="Something else")
    printer.line("MISSION OF ALDORIA", font=BOLD)
    printer.heading("Statement on the protection of harbours and of the cables between them", size=18)
    printer.paragraph(VOYAGE)
    assert (
        read(printer.done()).title == "Statement on the protection of harbours and of the cables between them"
    )


def test_a_title_below_the_sponsors_is_the_title() -> None:
    """ "Kenya and Peru: draft resolution" is the title only where nothing of its size follows."""
    printer = Printer()
    printer.heading("Kenya and Peru: draft resolution", size=14)
    printer.paragraph(VOYAGE)
    assert read(printer.done()).title == "Kenya and Peru: draft resolution"
    titled = Printer()
    titled.heading("Kenya and Peru: draft resolution", size=14)
    titled.heading(
        "Programme of action on the safety of harbours and of the cables that lead to them", size=14
    )
    titled.paragraph(VOYAGE)
    assert read(titled.done()).title == (
        "Programme of action on the safety of harbours and of the cables that lead to them"
    )

"""Headers, footers and numbers go; text that only looks alike from page to page stays."""

from __future__ import annotations

import pytest
from pdf_reading import line

from acquis.readers.pdf.furniture import Furniture
from acquis.readers.pdf.lines import Line, PageLines

BODY = [line("Members share their experience with the protection of ports.", 700 - 12 * n) for n in range(8)]


def left_of(*pages: list[Line], body: float = 10) -> list[list[str]]:
    """The texts that stay on each page."""
    furniture = Furniture()
    furniture.look_at(enumerate(pages, 1), body)
    return [
        [part.text for part in furniture.take_off(PageLines(page), body, number, drawn=False)]
        for number, page in enumerate(pages, 1)
    ]


@pytest.mark.parametrize(
    "printed",
    ["7", "- 7 -", "Page 7 of 12", "7/12", "xii", "31-04321", "31-04321 (E) 240531", "*3104321*", "A/99/123"],
)
def test_numbers_at_the_foot_go_at_first_sight(printed: str) -> None:
    """Page, job and bar code numbers and the document's symbol need not repeat."""
    assert left_of([*BODY, line(printed, 40)]) == [[part.text for part in BODY]]


def test_what_repeats_at_one_place_goes() -> None:
    """A running header whose number changes, on three pages."""
    pages = [[line(f"Harbour Review, issue {n}", 780), *BODY[:n]] for n in (3, 4, 5)]
    assert left_of(*pages) == [[part.text for part in BODY[:n]] for n in (3, 4, 5)]


def test_a_header_that_counts_pages_goes_though_its_words_change() -> None:
    """The printed number runs two behind the count of pages, under whatever chapter."""
    heads = ["Chapter A: Ports 1", "2 Harbour Review", "Chapter B: Cables 3", "4 Harbour Review"]
    pages = [[line(head, 780), *BODY] for head in ("Contents", "Preface", *heads)]
    assert [texts[0] for texts in left_of(*pages)] == ["Contents", "Preface", *[BODY[0].text] * 4]


def test_text_that_repeats_stays_where_it_is_not_set_apart() -> None:
    """Pages that begin with the same lines of text keep them."""
    assert left_of(BODY, BODY, BODY) == [[part.text for part in BODY]] * 3


def test_numbered_headings_at_the_top_of_pages_stay() -> None:
    """ "Section 1", "Section 2" in bold at one place are headings: only the same number would repeat."""
    pages = [[line(f"Section {n}", 780, bold=True), *BODY] for n in range(4)]
    assert [texts[0] for texts in left_of(*pages)] == [f"Section {n}" for n in range(4)]


def test_a_page_whose_only_line_repeats_keeps_it() -> None:
    """One sentence a page is text."""
    pages = [[line(f"Page {n} says a few words.", 700)] for n in range(5)]
    assert all(left_of(*pages))

"""Mastheads of UN documents: metadata above, text below."""

from __future__ import annotations

from pdf_reading import line

from acquis.readers.pdf.lines import Line
from acquis.readers.pdf.masthead import read_masthead

HEAD = [
    line("United Nations", 740, size=14),
    line("S/2031/77", 741, left=450, size=18),
    line("Security Council", 710, size=18, bold=True),
    line("Distr.: General", 710, left=400),
    line("4 May 2031", 698, left=400),
    line("Original: English/French", 674, left=400),
]
TEXT = [
    line("Aldoria and Brevania: draft resolution", 580, size=12, bold=True),
    line("The Security Council,", 550),
]


def rest_of(lines: list[Line]) -> list[str]:
    """The words below the masthead."""
    masthead = read_masthead(lines)
    assert masthead is not None
    return [part.text for part in masthead.rest]


def test_symbol_and_date_are_taken_from_it() -> None:
    """Whatever the order of the file, what stands below stays."""
    masthead = read_masthead([*TEXT, *reversed(HEAD)])
    assert masthead is not None
    assert masthead.fields == {
        "symbol": "S/2031/77",
        "published": "2031-05-04",
        "forum": "Security Council",
    }
    assert [part.text for part in masthead.rest] == [part.text for part in TEXT]


def test_session_and_agenda_item_with_its_name() -> None:
    """The bold name below the number of the item belongs to it, where a larger title follows."""
    below = [
        line("Ninety-ninth session", 650, bold=True),
        line("First Committee", 638),
        line("Agenda item 94", 626),
        line("Developments in the safety of harbours", 614, bold=True),
    ]
    title = line("Report of the Harbour Group", 580, size=14, bold=True)
    masthead = read_masthead([*HEAD, *below, title])
    assert masthead is not None
    assert masthead.fields["session"] == "Ninety-ninth session"
    assert masthead.fields["agenda_item"] == "Agenda item 94, Developments in the safety of harbours"
    assert [part.text for part in masthead.rest] == [title.text]


def test_what_else_stands_beside_it_is_no_text() -> None:
    """A line of the right half above the last of date and language, such as a note on the issue."""
    odd = line("Second issue for reasons of print", 686, left=400)
    assert rest_of([*HEAD, odd, *TEXT]) == [part.text for part in TEXT]


def test_a_page_that_only_names_the_organization_has_none() -> None:
    """Without "Distr.:" it is text."""
    assert read_masthead([line("United Nations", 740), *TEXT]) is None

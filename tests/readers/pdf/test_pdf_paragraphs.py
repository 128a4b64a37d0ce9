"""Lines to blocks: where paragraphs end, and where they go on."""

from __future__ import annotations

import pytest
from pdf_printing import Printer
from pdf_reading import VOYAGE, line, read, words_of

from acquis.readers.blocks import Block
from acquis.readers.pdf.columns import find_columns
from acquis.readers.pdf.lines import LOWERED, RAISED, Line
from acquis.readers.pdf.notes import Note
from acquis.readers.pdf.paragraphs import Paragraphs

FULL = "Members of the group share their experience with the protection of ports and"


def blocks_of(*pages: list[Line], notes: list[Note] | None = None) -> list[Block]:
    """The blocks of pages; the notes stand at the foot of the first."""
    paragraphs = Paragraphs()
    for number, lines in enumerate(pages, 1):
        columns = [(column, notes or [] if number == 1 else []) for column in find_columns(lines)]
        paragraphs.add_page(number, columns, 10)
    return paragraphs.blocks()


def texts(*pages: list[Line]) -> list[str]:
    """The words of the blocks."""
    return [block.text for block in blocks_of(*pages)]


def test_room_between_lines_parts_paragraphs() -> None:
    """Even where the line above ends in a comma."""
    lines = [
        line(f"Recalling it, {FULL}", 700),
        line("cables of the sea,", 688),
        line(f"Noting it, {FULL}", 670),
    ]
    assert len(texts([*lines, line("harbours of the land,", 658)])) == 2


def test_a_short_last_line_parts_paragraphs_that_stand_close() -> None:
    """Where the next word would have fitted, the line was left on purpose."""
    lines = [line(FULL, 700), line("cables.", 688), line(f"They {FULL}", 676), line("quays.", 664)]
    assert texts(lines) == [f"{FULL} cables.", f"They {FULL} quays."]


def test_an_indented_first_line_parts_paragraphs() -> None:
    """The line above may be full."""
    one = [line(FULL, 700, left=124), line(f"{FULL} then rest.", 688)]
    two = [line(FULL, 676, left=124), line(f"{FULL} then rest.", 664)]
    assert len(texts(one + two)) == 2


def test_hanging_items_keep_their_lines() -> None:
    """The mark stands out, the lines below it stand further in."""
    items = [
        line(f"(a) {FULL}", 700),
        line("cables of the sea;", 688, left=120),
        line(f"(b) {FULL}", 676),
        line("quays of the land.", 664, left=120),
    ]
    assert [(block.kind, block.mark.words if block.mark else "") for block in blocks_of(items)] == [
        ("item", "a"),
        ("item", "b"),
    ]


@pytest.mark.parametrize(
    ("last", "first", "count"),
    [
        (f"{FULL} of the", "Harbour Group goes on with its work.", 1),
        (f"{FULL}", "cables of the sea are kept safe.", 1),
        ("They are safe.", "Another paragraph begins here.", 2),
        (f"{FULL} cables;", "(b) Others begin here.", 2),
    ],
)
def test_over_the_end_of_a_page(last: str, first: str, count: int) -> None:
    """An open sentence goes on, also before a capital; after its end, or before a mark, another paragraph begins."""
    assert len(texts([line(FULL, 112), line(last, 100)], [line(first, 700)])) == count


def test_the_depth_of_items_follows_their_marks() -> None:
    """Letters below numbers, small roman numbers below letters, and back again; "(i)" after "(h)" is a letter."""
    marks = ["1.", "(a)", "(i)", "(ii)", "(b)", "2."]
    lines = [line(f"{mark} Members act;", 700 - 20 * n) for n, mark in enumerate(marks)]
    assert [block.level for block in blocks_of(lines)] == [1, 2, 3, 3, 2, 1]
    row = [line(f"({letter}) Members act;", 700 - 20 * n) for n, letter in enumerate("ghij")]
    assert [block.level for block in blocks_of(row)] == [1, 1, 1, 1]


def test_notes_wait_for_the_end_of_the_paragraph() -> None:
    """A footnote never parts the halves of a sentence."""
    note = Note(None, [line("See the report.", 90, size=8)])
    found = blocks_of([line(FULL, 112)], [line("cables of the sea.", 700)], notes=[note])
    assert [(block.kind, block.page) for block in found] == [("paragraph", 1), ("footnote", 1)]


def test_marks_of_notes_leave_no_trace_and_powers_stay() -> None:
    """ "word 3 ," has no blank before its comma; a raised 2 after "km" is a square."""
    marked = line(
        f"The drill{RAISED}3{LOWERED} , the port {RAISED}4{LOWERED} and 5 km{RAISED}2{LOWERED} of sea.", 700
    )
    assert texts([marked]) == ["The drill, the port and 5 km² of sea."]


def test_a_row_of_a_table_stands_alone() -> None:
    """Cells do not run into the text around them."""
    printer = Printer()
    printer.paragraph(VOYAGE, first=0, gap=0)
    for state in ("Aldoria", "Brevania"):
        printer.put(printer.left, printer.y, f"{state} takes part")
        printer.line("in every drill", x=350)
    printer.paragraph(VOYAGE, first=0)
    assert words_of(read(printer.done()))[1:3] == [
        "Aldoria takes part in every drill",
        "Brevania takes part in every drill",
    ]

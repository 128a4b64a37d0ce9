"""Lines to columns: the order in which a person reads a page."""

from __future__ import annotations

from pdf_reading import line

from acquis.readers.pdf.columns import find_columns, join_rows
from acquis.readers.pdf.lines import LOWERED, RAISED, Line

WORDS = "ports and cables are kept safe by all"


def column(name: str, left: float, top: float = 700, count: int = 6) -> list[Line]:
    """Lines of running text below one another."""
    return [line(f"{name}{n} {WORDS}", top - 12 * n, left=left) for n in range(count)]


def order(lines: list[Line]) -> list[str]:
    """The first word of each line in the order of reading."""
    return [part.text.split()[0] for found in find_columns(lines) for part in found.lines]


def names(name: str, count: int = 6) -> list[str]:
    """The first words of a column."""
    return [f"{name}{n}" for n in range(count)]


def test_two_columns() -> None:
    """The left one to its end, then the right one, in whatever order the file has them."""
    assert order(column("b", 320) + column("a", 100)) == names("a") + names("b")


def test_what_runs_across_parts_the_columns_above_from_those_below() -> None:
    """Title, two columns, a line across, two columns."""
    across = "Across the page runs a line that says what comes next in the text of the whole"
    lines = [line(across, 740), *column("a", 100), *column("b", 320), line(across, 600)]
    lines += [*column("c", 100, 570), *column("d", 320, 570)]
    assert order(lines) == ["Across", *names("a"), *names("b"), "Across", *names("c"), *names("d")]


def test_three_columns() -> None:
    """A third column is found inside what stands right of the first."""
    short = [column(name, left, count=8) for name, left in (("a", 60), ("b", 240), ("c", 420))]
    narrow = [[part._replace(right=part.left + 150) for part in one] for one in short]
    assert order([part for one in narrow for part in one]) == names("a", 8) + names("b", 8) + names("c", 8)


def test_a_table_is_read_row_by_row() -> None:
    """Short cells side by side are no columns of text."""
    lines = [line(f"State{n}", 700 - 12 * n) for n in range(6)]
    lines += [line(f"supports{n}", 700 - 12 * n, left=300) for n in range(6)]
    assert [part.text for part in join_rows(lines)] == [f"State{n} supports{n}" for n in range(6)]
    assert order(lines) == [f"State{n}" for n in range(6)]


def test_a_small_raised_number_is_a_mark_and_a_raised_ending_is_not() -> None:
    """ "75/240." and a raised 3 keep apart; the "th" of "9th" belongs to its word."""
    first = line("resolution 75/240.", 700)
    note = line("3", 703.5, left=first.right, size=6)
    (joined,) = join_rows([first, note])
    assert joined.text == f"resolution 75/240.{RAISED}3{LOWERED}"
    nine = line("the 9", 700)
    (ordinal,) = join_rows([nine, line("th", 703.5, left=nine.right, size=6)])
    assert ordinal.text == "the 9th"

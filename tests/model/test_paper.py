"""A paper holds together, or it is not made."""

from __future__ import annotations

import pytest

from acquis.model.marking import Marking
from acquis.model.paper import Grid, Heading, Note, Paper, Run, Text

ONE = (Run("one", notes=(1,)),)


def test_words_rest_on_notes_that_the_paper_has() -> None:
    """A mark without its source is a fault of who made the paper, found before anybody reads it."""
    with pytest.raises(ValueError, match="2"):
        Paper("", "", Marking.CLEAR, (Text((Run("two", notes=(2,)),)),), (Note(1, "one"),))
    with pytest.raises(ValueError, match="1"):
        Paper("", "", Marking.CLEAR, (Grid(("a",), ((ONE,),)),))


def test_a_number_stands_for_one_note() -> None:
    """Two sources under one number are no source."""
    with pytest.raises(ValueError, match="once"):
        Paper("", "", Marking.CLEAR, (), (Note(1, "one"), Note(1, "another")))


def test_references_come_in_the_order_of_reading() -> None:
    """Row by row in a table, as often as words refer to them."""
    grid = Grid(("a", "b"), ((ONE, (Run("x", notes=(3, 2)),)), ((Run("y"),), ONE)))
    paper = Paper(
        "", "", Marking.CLEAR, (Heading("h"), Text(ONE), grid), tuple(Note(n, "") for n in (1, 2, 3))
    )
    assert [*paper.references()] == [1, 1, 3, 2, 1]
    assert [run.text for run in paper.runs()] == ["one", "one", "x", "y", "one"]


@pytest.mark.parametrize(
    ("head", "rows", "widths"),
    [((), (), ()), (("a", "b"), ((ONE,),), ()), (("a",), (), (1.0, 2.0)), (("a", "b"), (), (1.0, 0.0))],
    ids=["no columns", "a short row", "too many widths", "a column without width"],
)
def test_a_table_has_the_same_columns_throughout(
    head: tuple[str, ...], rows: tuple[tuple[tuple[Run, ...], ...], ...], widths: tuple[float, ...]
) -> None:
    """What does not fit its columns is not put on a page."""
    with pytest.raises(ValueError, match="a table needs"):
        Grid(head, rows, widths)

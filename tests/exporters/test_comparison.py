"""A comparison as a paper and as rows for programs."""

from __future__ import annotations

import json

from acquis.exporters.comparison import comparison_paper
from acquis.exporters.comparison_rows import comparison_rows
from acquis.model.marking import Marking
from acquis.model.paper import Grid, Heading, Paper
from compared import account, compared, readout

A = readout("They discussed ransomware.\n\nThey will share all warnings with Cassena by 2032.")
B = account("They spoke about ports.\n\nThey intend to share warnings by 2033.")
MADE = "2031-06-01 by acquis"


def cells(paper: Paper) -> list[str]:
    """The words of every cell of every table."""
    grids = [block for block in paper.blocks if isinstance(block, Grid)]
    return ["".join(run.text for run in cell) for grid in grids for row in grid.rows for cell in row]


def test_the_paper_has_a_part_for_each_standing() -> None:
    """What differs first, then what only one says, then what is alike; the marking and both sources."""
    paper = comparison_paper(compared(A, B), MADE)
    heads = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert heads == ["Both, in other words", "Only A", "Only B", "Both, alike"]
    assert (paper.title, paper.marking, paper.made) == ("Two accounts of one meeting", Marking.AMBER, MADE)
    assert [note.number for note in paper.notes] == [1, 2]
    assert "(b.md), TLP:AMBER" in paper.notes[1].text


def test_words_that_differ_are_styled() -> None:
    """A's cell has what is gone, B's what is new; what differs is said beside them."""
    paper = comparison_paper(compared(A, B), MADE)
    grid = next(block for block in paper.blocks if isinstance(block, Grid))
    row = next(row for row in grid.rows if row[0][0].text == "commitment")
    assert next(run.text.strip() for run in row[1] if run.style == "removed") == "will"
    assert next(run.text.strip() for run in row[2] if run.style == "added") == "intend to"
    assert "verb: “will” / “intend to” (softer in B)" in row[3][0].text


def test_drafts_begin_with_what_to_notice() -> None:
    """Then every paragraph, those that stayed in one row."""
    paper = comparison_paper(compared(A, B, mode="drafts"), MADE)
    heads = [block.text for block in paper.blocks if isinstance(block, Heading)]
    assert heads == ["What to notice", "Paragraphs"]
    assert "“will” became “intend to”: softer" in cells(paper)


def test_unchanged_paragraphs_stand_together() -> None:
    """A long run of them is one line with its first and last address."""
    text = "\n\n".join(f"{n}. Aldoria said thing number{n} about its harbours." for n in range(1, 31))
    paper = comparison_paper(compared(text, f"{text}\n\n31. Brevania thanked Aldoria."), MADE)
    assert "30 unchanged: 1 to 30" in cells(paper)
    assert len([block for block in paper.blocks if isinstance(block, Grid)][-1].rows) == 2


def test_programs_get_everything() -> None:
    """One row on the two texts, then one for everything said, with words, place and address of both."""
    rows = json.loads(json.dumps(list(comparison_rows(compared(A, B)))))
    assert [rows[0][key] for key in ("kind", "mode", "marking")] == ["comparison", "accounts", "TLP:AMBER"]
    promise = next(row for row in rows if row.get("topic") == "commitment")
    assert (promise["standing"], promise["a"]["paragraph"], promise["b"]["paragraph"]) == (
        "other words",
        "¶3",
        "¶3",
    )
    assert {"aspect": "names", "a": ["Cassena"], "b": [], "turn": "changed"} in promise["differences"]
    drafts = list(comparison_rows(compared(A, B, mode="drafts")))
    assert {row["kind"] for row in drafts} == {"comparison", "notice", "paragraph"}

"""A paper in, the same paper out with only what can stand on a page: every form starts here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from acquis.exporters.escape import visible
from acquis.model.paper import Block, Grid, Heading, Line, Paper, Run, Text

# Half characters and the two that XML forbids.
_UNPRINTED = re.compile("[\ud800-\udfff\ufffe\uffff]")
_SPACE = re.compile(r"\s+")
OPENING, CLOSING = "“", "”"


def printable(paper: Paper) -> Paper:
    """The paper without control characters and line breaks in its words, the words of sources in “ ”.

    Space at the edges of marked words stands outside of them, so that no mark is drawn over nothing.
    """
    return replace(
        paper,
        title=printed(paper.title).strip(),
        subtitle=printed(paper.subtitle).strip(),
        blocks=tuple(map(_block, paper.blocks)),
        notes=tuple(
            replace(note, text=printed(note.text).strip(), address=note.address and printed(note.address))
            for note in paper.notes
        ),
        made=printed(paper.made).strip(),
    )


def printed(text: str) -> str:
    """The text on one line: what no file can hold or would turn the line around is shown as a sign."""
    return _UNPRINTED.sub("\ufffd", visible(_SPACE.sub(" ", text)))


def _block(block: Block) -> Block:
    if isinstance(block, Heading):
        return replace(block, text=printed(block.text).strip())
    if isinstance(block, Text):
        return replace(block, line=_line(block.line))
    rows = tuple(tuple(map(_line, row)) for row in block.rows)
    return Grid(tuple(printed(word).strip() for word in block.head), rows, block.widths)


def _line(line: Line) -> Line:
    runs: list[Run] = []
    for run in (piece for each in line for piece in _pieces(replace(each, text=printed(each.text)))):
        if runs and runs[-1].style == run.style != "quote" and not runs[-1].notes:
            runs[-1] = replace(run, text=runs[-1].text + run.text)
        else:
            runs.append(run)
    return tuple(runs)


def _pieces(run: Run) -> Iterator[Run]:
    """The run, without space at its edges if it is marked in some way: that space becomes plain runs."""
    words = run.text.strip(" ")
    if run.style == "plain" and not run.notes:
        yield run
        return
    if run.text.startswith(" "):
        yield Run(" ")
    if words or run.notes:
        yield replace(run, text=f"{OPENING}{words}{CLOSING}" if run.style == "quote" and words else words)
    if words and run.text.endswith(" "):
        yield Run(" ")

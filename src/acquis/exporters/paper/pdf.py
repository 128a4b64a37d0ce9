"""A paper to PDF: typst sets it by the template beside this file, with the fonts that typst brings."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from importlib.resources import files

from acquis.exporters.paper.labels import BACKGROUND, COLOURS
from acquis.exporters.paper.printable import printable
from acquis.exporters.web_links import web_link
from acquis.model.paper import Block, Grid, Heading, Line, Note, Paper, Text

_FONTS = ["Libertinus Serif", "New Computer Modern", "DejaVu Sans Mono"]
# Letters that those fonts have no shapes for: all but Latin, Greek and Cyrillic.
_OTHER_SCRIPTS = re.compile(
    "[\u0530-\u1dff\u2c00-\ua63f\ua6a0-\ua6ff\ua800-\ufaff\ufb07-\ufeff\uff00-\U0010ffff]"
)

Plain = str | int | float | bool | None | list["Plain"] | dict[str, "Plain"]


def pdf_bytes(paper: Paper) -> bytes:
    """The paper as PDF, tagged for screen readers, without a date: the same paper gives the same bytes.

    Only for letters of other scripts are this machine's fonts looked through.
    """
    import typst

    words = json.dumps(_Data(printable(paper)).paper(), ensure_ascii=False)
    template = files("acquis.exporters.paper").joinpath("paper.typ").read_bytes()
    own_fonts = _OTHER_SCRIPTS.search(words) is None
    return typst.compile(
        template, format="pdf", sys_inputs={"paper": words}, ignore_system_fonts=own_fonts, timestamp=0
    )


class _Data:
    """Writes a paper as the values that the template reads. It knows which notes were already referred to."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._marked: set[int] = set()

    def paper(self) -> Plain:
        """The whole paper; the template trusts the level of headings and the widths of columns."""
        paper = self._paper
        blocks: list[Plain] = [*self._blocks()]
        return {
            "fonts": [*_FONTS],
            "title": paper.title,
            "subtitle": paper.subtitle,
            "made": paper.made,
            "marking": {
                "label": paper.marking.label,
                "colour": f"#{COLOURS[paper.marking]}",
                "background": f"#{BACKGROUND}",
            },
            "blocks": blocks,
            "notes": [self._note(note) for note in paper.notes],
        }

    def _blocks(self) -> Iterator[Plain]:
        items: list[Plain] = []
        for block in self._paper.blocks:
            if isinstance(block, Text) and block.bullet:
                items.append(self._line(block.line))
                continue
            if items:
                yield {"kind": "list", "items": items}
                items = []
            yield self._block(block)
        if items:
            yield {"kind": "list", "items": items}

    def _block(self, block: Block) -> Plain:
        if isinstance(block, Heading):
            return {"kind": "heading", "text": block.text, "level": min(max(block.level, 1), 6)}
        if isinstance(block, Text):
            return {"kind": "text", "line": self._line(block.line)}
        return self._grid(block)

    def _grid(self, grid: Grid) -> Plain:
        rows: list[Plain] = [[self._line(cell) for cell in row] for row in grid.rows]
        widths = grid.widths or (1.0,) * len(grid.head)
        return {"kind": "grid", "head": [*grid.head], "rows": rows, "widths": [*widths]}

    def _line(self, line: Line) -> Plain:
        return [
            {"text": run.text, "style": run.style, "notes": [self._reference(number) for number in run.notes]}
            for run in line
        ]

    def _reference(self, number: int) -> Plain:
        first = number not in self._marked
        self._marked.add(number)
        return {"number": number, "first": first}

    def _note(self, note: Note) -> Plain:
        link = web_link(note.address)
        words = note.text if link or not note.address else f"{note.text} {note.address}"
        return {"number": note.number, "text": words, "link": link, "marked": note.number in self._marked}

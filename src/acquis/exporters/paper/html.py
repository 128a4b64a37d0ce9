"""A paper to HTML: one page with its style in it, nothing fetched, nothing run."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from importlib.resources import files

from acquis.exporters.paper.labels import COLOURS
from acquis.exporters.paper.printable import printable
from acquis.exporters.web_links import web_link
from acquis.model.paper import Block, Grid, Heading, Line, Note, Paper, Run, Text

_TAGS = {"strong": "strong", "quote": "q", "added": "ins", "removed": "del", "faint": "small"}
# Said by screen readers, most of which pass over <ins> and <del>.
_SAID = {"added": ("added: ", " end of added"), "removed": ("removed: ", " end of removed")}
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def html_text(paper: Paper) -> str:
    """The paper as a page; the marking is at the top and the bottom, and on each page that is printed."""
    paper = printable(paper)
    return "\n".join([*_head(paper), *_Body(paper).lines(), "</html>", ""])


def _head(paper: Paper) -> Iterator[str]:
    style = files("acquis.exporters.paper").joinpath("paper.css").read_text("utf-8")
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="referrer" content="no-referrer">'
    yield f"<title>{escape(paper.title)} ({paper.marking.label})</title>"
    yield f"<style>\n:root {{ --marking: #{COLOURS[paper.marking]}; }}\n{style}</style>"
    yield "</head>"


class _Body:
    """Writes the body. It counts the marks of each note: each is a place, and the note leads back to the first."""

    def __init__(self, paper: Paper) -> None:
        self._paper = paper
        self._marks: Counter[int] = Counter()

    def lines(self) -> Iterator[str]:
        """The lines of the body."""
        paper = self._paper
        yield "<body>"
        yield from self._marking("header", "top")
        yield "<main>"
        yield f"<h1>{escape(paper.title)}</h1>"
        if paper.subtitle:
            yield f'<p class="subtitle">{escape(paper.subtitle)}</p>'
        if paper.made:
            yield f'<p class="made">{escape(paper.made)}</p>'
        yield from self._blocks()
        yield from self._notes()
        yield "</main>"
        yield from self._marking("footer", "bottom")
        yield "</body>"

    def _marking(self, tag: str, place: str) -> Iterator[str]:
        label = self._paper.marking.label
        yield f'<{tag} class="marking {place}"><strong>{label}</strong></{tag}>'

    def _blocks(self) -> Iterator[str]:
        listed = False
        for block in self._paper.blocks:
            bullet = isinstance(block, Text) and block.bullet
            if bullet != listed:
                yield "<ul>" if bullet else "</ul>"
            listed = bullet
            yield from self._block(block)
        if listed:
            yield "</ul>"

    def _block(self, block: Block) -> Iterator[str]:
        if isinstance(block, Heading):
            level = min(max(block.level, 1), 5) + 1
            yield f"<h{level}>{escape(block.text)}</h{level}>"
        elif isinstance(block, Text):
            tag = "li" if block.bullet else "p"
            yield f"<{tag}>{self._line(block.line)}</{tag}>"
        else:
            yield from self._grid(block)

    def _grid(self, grid: Grid) -> Iterator[str]:
        # On a narrow screen the style turns rows into blocks; the roles keep them a table for screen readers.
        yield '<table role="table">'
        total = sum(grid.widths)
        yield from (f'<col style="width: {100 * width / total:.1f}%">' for width in grid.widths)
        heads = (f'<th scope="col" role="columnheader">{escape(word)}</th>' for word in grid.head)
        yield f'<thead role="rowgroup"><tr role="row">{"".join(heads)}</tr></thead>'
        yield '<tbody role="rowgroup">'
        for row in grid.rows:
            cells = (
                f'<td role="cell" data-head="{escape(word)}">{self._line(cell)}</td>'
                for word, cell in zip(grid.head, row, strict=True)
            )
            yield f'<tr role="row">{"".join(cells)}</tr>'
        yield "</tbody></table>"

    def _line(self, line: Line) -> str:
        return "".join(_styled(run) + self._references(run.notes) for run in line)

    def _references(self, numbers: tuple[int, ...]) -> str:
        marks = '<span class="comma">,</span>'.join(map(self._reference, numbers))
        return f"<sup>{marks}</sup>" if marks else ""

    def _reference(self, number: int) -> str:
        self._marks[number] += 1
        place = f"mark-{number}-{self._marks[number]}"
        return (
            f'<a href="#note-{number}" id="{place}" role="doc-noteref"'
            f' aria-label="Source {number}">{number}</a>'
        )

    def _notes(self) -> Iterator[str]:
        if not self._paper.notes:
            return
        yield '<section class="sources" aria-labelledby="sources">'
        yield '<h2 id="sources">Sources</h2>'
        yield "<ol>"
        for note in self._paper.notes:
            yield f'<li id="note-{note.number}" value="{note.number}">{_note(note)}{self._back(note)}</li>'
        yield "</ol>"
        yield "</section>"

    def _back(self, note: Note) -> str:
        if not self._marks[note.number]:
            return ""
        return (
            f' <a class="back" href="#mark-{note.number}-1" role="doc-backlink"'
            f' aria-label="Back to the first words that rest on source {note.number}">↑</a>'
        )


def _styled(run: Run) -> str:
    words = escape(run.text)
    if run.style == "plain" or not words:
        return words
    before, after = (f'<span class="said">{word}</span>' for word in _SAID.get(run.style, ("", "")))
    said = f"{before}{words}{after}" if run.style in _SAID else words
    return f"<{_TAGS[run.style]}>{said}</{_TAGS[run.style]}>"


def _note(note: Note) -> str:
    link, words = web_link(note.address), escape(note.text)
    if link:
        return f'{words} <a href="{escape(link)}" rel="noreferrer">{escape(link)}</a>'
    return f"{words} {escape(note.address)}" if note.address else words

"""A paper to Markdown: CommonMark with the tables, footnotes and struck words of GitHub."""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.exporters.paper.printable import printable
from acquis.exporters.web_links import web_link
from acquis.model.paper import Block, Grid, Heading, Line, Note, Paper, Run, Text

_SIGNS = re.compile(r"[\\`*_{}\[\]<>#|~&$@!^]|:(?=//)|(?<=www)\.", re.I)
_START = re.compile(r"(\d{1,9}(?=[.)](?:\s|$)))?(?(1)|(?=[-+=:%]))")
# What would make of a footnote's mark a definition or a link where footnotes are not known.
_AFTER_MARK = re.compile(r"(?<=\d\])(?=[(:])")
_TITLE = re.compile(r"(?<=\s)(?=[\"'(])")


def markdown_text(paper: Paper) -> str:
    """The paper; the marking is its first and its last line."""
    paper = printable(paper)
    marking = f"**{paper.marking.label}**"
    parts = [marking, f"# {_inline(paper.title)}"]
    parts += [escaped(words) for words in (paper.subtitle, paper.made) if words]
    parts += _joined(list(paper.blocks))
    parts += _notes(paper)
    return "\n\n".join([*parts, marking]) + "\n"


def escaped(text: str) -> str:
    """The text, of which nothing is taken for Markdown, HTML or a link, not even at the start of a line."""
    return _start(_inline(text))


def _inline(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _start(line: str) -> str:
    """A line whose first sign makes no list, no rule and no heading."""
    line = line.lstrip()
    found = _START.match(line)
    return f"{found[0]}\\{line[found.end() :]}" if found else line


def _joined(blocks: list[Block]) -> Iterator[str]:
    """Each block as text; the items of one list stand together."""
    items: list[str] = []
    for block in blocks:
        if isinstance(block, Text) and block.bullet:
            items.append(f"- {_line(block.line)}")
            continue
        if items:
            yield "\n".join(items)
            items = []
        yield _block(block)
    if items:
        yield "\n".join(items)


def _block(block: Block) -> str:
    if isinstance(block, Heading):
        return f"{'#' * (min(max(block.level, 1), 5) + 1)} {_inline(block.text)}"
    if isinstance(block, Text):
        return _line(block.line)
    return _grid(block)


def _grid(grid: Grid) -> str:
    rows = [[_inline(word) for word in grid.head], ["---"] * len(grid.head)]
    rows += [[_line(cell) for cell in row] for row in grid.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in rows)


def _line(line: Line) -> str:
    edges = ["", *(run.text for run in line), ""]
    written = (
        _styled(run, edges[at][-1:], edges[at + 2][:1]) + "".join(f"[^{number}]" for number in run.notes)
        for at, run in enumerate(line)
    )
    return _start(_AFTER_MARK.sub(r"\\", "".join(written)))


def _styled(run: Run, before: str, after: str) -> str:
    words = _inline(run.text)
    if not words or run.style in ("plain", "quote", "faint"):
        return words
    if run.style == "added":
        return f"<ins>{words}</ins>"
    sign, tag = ("**", "strong") if run.style == "strong" else ("~~", "del")
    # Between a letter and punctuation signs open or close nothing, by CommonMark's rule; a tag always does.
    if _holds(run.text[0], before) and _holds(run.text[-1], after):
        return f"{sign}{words}{sign}"
    return f"<{tag}>{words}</{tag}>"


def _holds(edge: str, beside: str) -> bool:
    return edge.isalnum() or not beside.strip()


def _notes(paper: Paper) -> Iterator[str]:
    """Footnotes; a note that no words refer to stands in a list, because a footnote of its kind is not shown."""
    referred = set(paper.references())
    loose = [f"- {note.number}: {_note(note)}" for note in paper.notes if note.number not in referred]
    if loose:
        yield "## Other sources"
        yield "\n".join(loose)
    footnotes = [f"[^{note.number}]: {_note(note)}" for note in paper.notes if note.number in referred]
    if footnotes:
        yield "\n".join(footnotes)


def _note(note: Note) -> str:
    words, link = escaped(note.text), web_link(note.address)
    if link:
        return f"{words} <{link}>"
    words = _TITLE.sub(r"\\", f"{words} {_inline(note.address)}" if note.address else words)
    # One word alone, or one with a title, is an address where footnotes are not known.
    return words if " " in words else f"Source: {words}"

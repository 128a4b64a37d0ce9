"""A paper to a Word file: python-docx writes it, with headings, lists, tables and links that Word knows as such."""

from __future__ import annotations

import io
import zipfile

import docx
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.table import CT_TblPr
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.shared import Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph

from acquis.exporters.paper.docx_marks import (
    add_field,
    add_link_to_web,
    add_link_within,
    add_place,
    add_words,
    element,
    set_style,
    shade,
)
from acquis.exporters.paper.docx_styles import TEXT_WIDTH, prepare
from acquis.exporters.paper.labels import BACKGROUND, COLOURS, POINTS
from acquis.exporters.paper.printable import printable
from acquis.exporters.web_links import web_link
from acquis.model.paper import Block, Grid, Heading, Line, Note, Paper, Text

_STYLES = {"strong": "Strong", "added": "Added", "removed": "Removed", "faint": "Faint"}
_OLDEST = (1980, 1, 1, 0, 0, 0)


def document_bytes(paper: Paper) -> bytes:
    """The paper as DOCX; the same paper gives the same bytes."""
    paper = printable(paper)
    document = docx.Document()
    prepare(document, paper)
    _edges(document, paper)
    _Body(document, paper).write()
    package = document.part.package
    for name in [name for name, part in package.rels.items() if part.reltype == RELATIONSHIP_TYPE.THUMBNAIL]:
        del package.rels[name]
    file = io.BytesIO()
    document.save(file)
    return _timeless(file)


def _edges(document: Document, paper: Paper) -> None:
    """Header and footer: the marking on each page, and which page it is."""
    section = document.sections[0]
    header, footer = section.header.paragraphs[0], section.footer.paragraphs[0]
    header.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    _marking(header, paper)
    footer.add_run(f"{paper.title} · page ")
    add_field(footer, "PAGE")
    footer.add_run(" of ")
    add_field(footer, "NUMPAGES")
    footer.add_run("\t")
    _marking(footer, paper)


def _marking(paragraph: Paragraph, paper: Paper) -> None:
    run = paragraph.add_run(f"\u00a0{paper.marking.label}\u00a0")
    run.font.bold, run.font.size = True, Pt(POINTS)
    run.font.color.rgb = RGBColor.from_string(COLOURS[paper.marking])
    shade(run, BACKGROUND)


class _Body:
    """Writes title, blocks and notes. It knows which notes were referred to: a note leads back to the first mark."""

    def __init__(self, document: Document, paper: Paper) -> None:
        self._document = document
        self._paper = paper
        self._marked: set[int] = set()
        self._places = 0

    def write(self) -> None:
        """Everything between header and footer."""
        paper = self._paper
        self._paragraph("Title", paper.title)
        if paper.subtitle:
            self._paragraph("Subtitle", paper.subtitle)
        if paper.made:
            self._paragraph("Made", paper.made)
        for block in paper.blocks:
            self._block(block)
        if paper.notes:
            self._paragraph("Heading 1", "Sources")
        for note in paper.notes:
            self._note(note)

    def _paragraph(self, style: str, text: str = "") -> Paragraph:
        return set_style(self._document.add_paragraph(text), style)

    def _block(self, block: Block) -> None:
        if isinstance(block, Heading):
            self._paragraph(f"Heading {min(max(block.level, 1), 3)}", block.text)
        elif isinstance(block, Text):
            self._line(self._paragraph("List Bullet" if block.bullet else "Normal"), block.line)
        else:
            self._grid(block)

    def _line(self, paragraph: Paragraph, line: Line) -> None:
        for run in line:
            add_words(paragraph, run.text, _STYLES.get(run.style))
            for place, number in enumerate(run.notes):
                if place:
                    add_words(paragraph, ",", "Note Mark")
                self._reference(paragraph, number)

    def _reference(self, paragraph: Paragraph, number: int) -> None:
        if number not in self._marked:
            self._marked.add(number)
            self._place(paragraph, f"mark_{number}")
        add_link_within(paragraph, str(number), f"note_{number}", "Note Mark")

    def _place(self, paragraph: Paragraph, name: str) -> None:
        self._places += 1
        add_place(paragraph, name, self._places)

    def _note(self, note: Note) -> None:
        paragraph = self._paragraph("Source")
        self._place(paragraph, f"note_{note.number}")
        if note.number in self._marked:
            add_link_within(paragraph, str(note.number), f"mark_{note.number}")
        else:
            paragraph.add_run(str(note.number))
        link = web_link(note.address)
        words = note.text if link or not note.address else f"{note.text} {note.address}"
        paragraph.add_run(f"\t{words}{' ' if link else ''}")
        if link:
            add_link_to_web(paragraph, link, "Web Link")

    def _grid(self, grid: Grid) -> None:
        table = self._document.add_table(rows=0, cols=len(grid.head))
        widths = _widths(grid)
        table.autofit = False
        _borders(table._tbl.tblPr)
        for column, width in zip(table._tbl.tblGrid.gridCol_lst, widths, strict=True):
            column.w = width
        self._head(table, grid.head, widths)
        for row in grid.rows:
            added = _row(table, widths)
            for cell, line in zip(added.cells, row, strict=True):
                self._line(set_style(cell.paragraphs[0], "Cell"), line)
        after = self._document.add_paragraph()
        after.paragraph_format.line_spacing = Pt(4)
        after.paragraph_format.space_after = Pt(0)

    def _head(self, table: Table, words: tuple[str, ...], widths: list[int]) -> None:
        row = _row(table, widths)
        row._tr.get_or_add_trPr().append(element("w:tblHeader"))
        for cell, word in zip(row.cells, words, strict=True):
            cell._tc.get_or_add_tcPr().append(element("w:shd", val="clear", color="auto", fill="E8ECF2"))
            paragraph = set_style(cell.paragraphs[0], "Cell")
            add_words(paragraph, word, "Strong")
            paragraph.paragraph_format.keep_with_next = True


def _widths(grid: Grid) -> list[int]:
    shares = grid.widths or (1.0,) * len(grid.head)
    return [int(TEXT_WIDTH * share / sum(shares)) for share in shares]


def _row(table: Table, widths: list[int]) -> _Row:
    """A row that does not break over pages."""
    row: _Row = table.add_row()  # type: ignore[no-untyped-call]  # python-docx left it untyped
    row._tr.get_or_add_trPr().append(element("w:cantSplit"))
    for cell, width in zip(row.cells, widths, strict=True):
        cell.width = docx.shared.Emu(width)
    return row


def _borders(properties: CT_TblPr) -> None:
    """Thin rules between rows, a stronger one below, none between columns."""
    borders: BaseOxmlElement = element("w:tblBorders")
    for side, size, colour in (("bottom", "4", "1F3252"), ("insideH", "2", "B6BFCC")):
        borders.append(element(f"w:{side}", val="single", sz=size, space="0", color=colour))
    margins: BaseOxmlElement = element("w:tblCellMar")
    for side, width in (("top", "45"), ("left", "80"), ("bottom", "45"), ("right", "80")):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    properties.insert_element_before(borders, "w:shd", "w:tblLayout", "w:tblCellMar", "w:tblLook")
    properties.insert_element_before(margins, "w:tblLook")


def _timeless(file: io.BytesIO) -> bytes:
    """The same parts in a zip file that does not say when they were put there."""
    made = io.BytesIO()
    with zipfile.ZipFile(file) as parts, zipfile.ZipFile(made, "w") as kept:
        for name in parts.namelist():
            entry = zipfile.ZipInfo(name, _OLDEST)
            entry.compress_type, entry.create_system = zipfile.ZIP_DEFLATED, 3
            kept.writestr(entry, parts.read(name))
    return made.getvalue()

"""Papers as Word files, opened with python-docx and as XML."""

from __future__ import annotations

import re

import pytest
from briefs import BRIEF, harmful_paper, long_paper
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from opened import open_docx, part

from acquis.exporters.paper import write_docx
from acquis.model.marking import Marking
from acquis.model.paper import Grid, Heading, Paper, Run, Text

BODY = "word/document.xml"


@pytest.fixture(scope="module")
def brief() -> bytes:
    """The brief as a file."""
    return write_docx(BRIEF)


def test_each_page_has_the_marking_on_black_at_top_and_bottom() -> None:
    """One section whose header and footer stand on every page, the first too, in the protocol's colours."""
    section = open_docx(write_docx(long_paper(Marking.AMBER_STRICT))).sections
    assert len(section) == 1
    assert not section[0].different_first_page_header_footer
    for edge in (section[0].header, section[0].footer):
        label = edge.paragraphs[0].runs[-1]
        assert label.text.strip("\u00a0") == "TLP:AMBER+STRICT"
        assert str(label.font.color.rgb) == "FFC000"
        assert label.font.size is not None
        assert label.font.size.pt == 12
        assert label._r.rPr.find(qn("w:shd")).get(qn("w:fill")) == "000000"


def test_the_footer_counts_pages(brief: bytes) -> None:
    """Page 1 of 2, as fields that Word works out."""
    footer = open_docx(brief).sections[0].footer.paragraphs[0]
    assert "page 1 of 1" in footer.text
    assert re.findall(r"<w:instrText> (\w+) <", footer._p.xml) == ["PAGE", "NUMPAGES"]


def test_headings_lists_and_tables_are_what_they_look_like(brief: bytes) -> None:
    """Word's own styles, so that its outline and a screen reader find them; rows that stay whole, heads that repeat."""
    document = open_docx(brief)
    styles = {paragraph.text: paragraph.style.name for paragraph in document.paragraphs if paragraph.style}
    assert styles["Steering brief: Aldoria and Gavria"] == "Title"
    assert styles["2. What was promised"] == "Heading 1"
    assert styles["What we owe Gavria"] == "Heading 2"
    assert styles["Sources"] == "Heading 1"
    assert [*styles.values()].count("List Bullet") == 9
    assert len(document.tables) == 5
    for table in document.tables:
        heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in table.rows]
        assert heads == [True] + [False] * (len(heads) - 1)
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)


def test_columns_have_their_shares_of_the_width() -> None:
    """Of the 17 centimetres between the margins."""
    grid = Grid(("a", "b"), (((Run("x"),), (Run("y"),)),), (1, 3))
    table = open_docx(write_docx(Paper("", "", Marking.CLEAR, (grid,)))).tables[0]
    widths = [round(cell.width.cm, 1) for cell in table.rows[1].cells if cell.width]
    assert widths == [4.2, 12.7]


def test_every_mark_leads_to_its_source_and_each_source_back() -> None:
    """By bookmarks: no link leads nowhere, no name stands twice, and numbers are raised."""
    root = parse_xml(part(write_docx(BRIEF), BODY).encode())
    places = [place.get(qn("w:name")) for place in root.iter(qn("w:bookmarkStart"))]
    assert len(places) == len(set(places))
    identities = [place.get(qn("w:id")) for place in root.iter(qn("w:bookmarkStart"))]
    assert identities == [place.get(qn("w:id")) for place in root.iter(qn("w:bookmarkEnd"))]
    assert len(identities) == len(set(identities))
    links = [
        (link.get(qn("w:anchor")), link.findtext(".//" + qn("w:t"))) for link in root.iter(qn("w:hyperlink"))
    ]
    there = [(f"note_{number}", str(number)) for number in BRIEF.references()]
    back = [(f"mark_{note.number}", str(note.number)) for note in BRIEF.notes]
    assert [link for link in links if link[0]] == there + back
    assert {link[0] for link in links if link[0]} == set(places)


def test_addresses_of_the_web_are_links_and_nothing_else_is() -> None:
    """The targets that the file names are those of the sources."""
    for paper in (BRIEF, harmful_paper()):
        relations = part(write_docx(paper), "word/_rels/document.xml.rels")
        targets = re.findall(r'Target="([^"]+)" TargetMode="External"', relations)
        assert targets == [
            note.address for note in paper.notes if (note.address or "").startswith("https://")
        ]


def test_styles_are_seen_without_colour(brief: bytes) -> None:
    """New words are bold and underlined, old ones struck through."""
    document = open_docx(brief)
    added, removed = document.styles["Added"], document.styles["Removed"]
    assert (added.font.bold, added.font.underline, removed.font.strike) == (True, True, True)
    styled = {
        run.text: run.style.name for paragraph in document.paragraphs for run in paragraph.runs if run.style
    }
    assert styled["agreed to consult"] == "Removed"
    assert styled["will consult each other before any public attribution"] == "Added"


def test_the_file_says_what_it_is_in_english_and_not_when_it_was_made(brief: bytes) -> None:
    """Title and marking are properties; no picture or remark of a template is left."""
    properties = open_docx(brief).core_properties
    assert (properties.title, properties.keywords) == (BRIEF.title, "TLP:AMBER+STRICT")
    core = part(brief, "docProps/core.xml")
    assert "created" not in core
    assert "modified>" not in core
    assert "python-docx" not in core
    assert 'w:lang w:val="en-GB"' in part(brief, "word/styles.xml")
    modes = re.findall(r'"compatibilityMode" [^>]*w:val="(\d+)"', part(brief, "word/settings.xml"))
    assert modes == ["15"]
    with pytest.raises(KeyError):
        part(brief, "docProps/thumbnail.jpeg")


def test_what_xml_forbids_is_not_in_it() -> None:
    """A file with hostile words opens, and its parts are sound XML."""
    file = write_docx(harmful_paper())
    assert len(open_docx(file).tables) == len(harmful_paper().blocks) // 6
    parse_xml(part(file, BODY).encode())


def test_a_long_title_is_cut_where_word_takes_no_more() -> None:
    """In the properties only."""
    document = open_docx(
        write_docx(Paper("long " * 100, "s" * 300, Marking.CLEAR, (Heading("h", 7), Text(()))))
    )
    assert len(document.core_properties.title) == 255
    assert document.paragraphs[0].text == ("long " * 100).strip()

"""DOCX files to blocks: the text as a reader of the file sees it, tracked changes accepted."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.parser import parse_xml
from ministry_page import add_list, number, saved

from acquis.errors import UnreadableSource
from acquis.model.document import Document
from acquis.readers import read_content
from acquis.readers.content import Content

SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml"'
)
# One paragraph each: the XML inside <w:p>, and its words.
INSIDE = {
    "<w:r><w:t>They </w:t></w:r><w:r><w:t>met.</w:t></w:r>": "They met.",
    "<w:r><w:t>They</w:t><w:tab/><w:t>met.</w:t></w:r>": "They met.",
    "<w:r><w:t>They</w:t><w:br/><w:t>met.</w:t></w:r>": "They met.",
    "<w:hyperlink><w:r><w:t>They met.</w:t></w:r></w:hyperlink>": "They met.",
    "<w:ins><w:r><w:t>They met.</w:t></w:r></w:ins><w:del><w:r><w:delText>No.</w:delText></w:r></w:del>": "They met.",
    "<w:moveFrom><w:r><w:t>Gone.</w:t></w:r></w:moveFrom><w:moveTo><w:r><w:t>They met.</w:t></w:r></w:moveTo>": "They met.",
    "<w:sdt><w:sdtPr><w:alias/></w:sdtPr><w:sdtContent><w:r><w:t>They met.</w:t></w:r></w:sdtContent></w:sdt>": "They met.",
    "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Hidden.</w:t></w:r><w:r><w:t>They met.</w:t></w:r>": "They met.",
    "<w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple><w:r><w:t>They met.</w:t></w:r></w:fldSimple>": "They met.",
    "<w:r><w:t>non</w:t><w:noBreakHyphen/><w:t>bind</w:t><w:softHyphen/><w:t>ing</w:t></w:r>": "non-binding",
    "<!-- a comment --><w:r><w:t>They met.</w:t></w:r>": "They met.",
}  # fmt: skip


def read(word: WordFile | bytes) -> Document:
    """The document of a DOCX file."""
    return read_content(Content("a.docx", word if isinstance(word, bytes) else saved(word)))


def words(document: Document) -> list[str]:
    """The words of each paragraph."""
    return [document.text[part.start : part.end] for part in document.paragraphs]


def with_paragraph(inside: str) -> WordFile:
    """A DOCX file of one paragraph of this XML."""
    word = docx.Document()
    word.element.body.insert(0, parse_xml(f"<w:p {SPACES}>{inside}</w:p>"))
    return word


@pytest.mark.parametrize(("inside", "expected"), INSIDE.items(), ids=range(len(INSIDE)))
def test_the_words_of_a_paragraph(inside: str, expected: str) -> None:
    """Runs, links, fields and controls are read; deleted, moved and hidden text is not."""
    assert words(read(with_paragraph(inside))) == [expected]


def test_paragraphs_and_tables_in_order() -> None:
    """Rows of cells are lines, nested tables and controls lose nothing, headers and footers are no text."""
    word = docx.Document()
    word.sections[0].header.paragraphs[0].text = "Aldoria, restricted"
    word.add_paragraph("The sides met.")
    table = word.add_table(rows=2, cols=2)
    for at, text in enumerate(("Side", "Lead", "Aldoria", "Ms Ormond")):
        table.cell(at // 2, at % 2).text = text
    outer = word.add_table(rows=1, cols=1).cell(0, 0)
    outer.text = "Before the inner table."
    outer.add_table(rows=1, cols=1).cell(0, 0).text = "Inside it."
    control = (
        f"<w:sdt {SPACES}><w:sdtContent><w:p><w:r><w:t>In a control.</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    )
    word.element.body.append(parse_xml(control))
    assert words(read(word)) == [
        "The sides met.", "Side | Lead", "Aldoria | Ms Ormond", "Before the inner table.", "Inside it.", "In a control.",
    ]  # fmt: skip


def test_headings_by_style_outline_and_bold() -> None:
    """Title and heading styles, an outline level and a bold line; a long paragraph in such a style is text."""
    word = docx.Document()
    word.add_paragraph("Joint Statement", style="Title")
    word.add_paragraph("Norms", style="Heading 2")
    word.add_paragraph("Law").paragraph_format.element.get_or_add_pPr().append(
        parse_xml(f'<w:outlineLvl {SPACES} w:val="2"/>')
    )
    word.add_paragraph().add_run("Next steps").bold = True
    word.add_paragraph("The two sides met. " * 12, style="Heading 3")
    assert [(part.kind, part.level) for part in read(word).paragraphs] == [
        ("heading", 1), ("heading", 2), ("heading", 3), ("heading", 3), ("paragraph", 0),
    ]  # fmt: skip


def test_a_bold_word_makes_no_heading() -> None:
    """Only a line that is bold from end to end."""
    word = docx.Document()
    paragraph = word.add_paragraph()
    paragraph.add_run("NOTING").bold = True
    paragraph.add_run(" the work of both sides")
    word.add_paragraph("they met.")
    assert [part.kind for part in read(word).paragraphs] == ["paragraph"]


def test_footnotes_stand_after_the_text_in_the_order_of_their_signs() -> None:
    """Numbered as Word numbers them; the sentence goes on over the sign; endnotes have roman figures."""
    word = with_paragraph(
        '<w:r><w:t>They met</w:t></w:r><w:r><w:footnoteReference w:id="5"/></w:r><w:r><w:t> twice.</w:t></w:r>'
        '<w:r><w:footnoteReference w:id="2"/><w:endnoteReference w:id="1"/></w:r>'
    )
    note = '<w:{0} w:id="{1}"><w:p><w:r><w:{0}Ref/></w:r><w:r><w:t> {2}</w:t></w:r></w:p></w:{0}>'
    for kind, told in (("footnote", {2: "In Sentar.", 5: "In Calder."}), ("endnote", {1: "By video."})):
        inside = "".join(note.format(kind, number, text) for number, text in told.items())
        data = f"<w:{kind}s {SPACES}>{inside}</w:{kind}s>".encode()
        part = Part(PackURI(f"/word/{kind}s.xml"), f"application/{kind}s+xml", data, word.part.package)
        word.part.relate_to(part, f"{RELATIONSHIP_TYPE.FOOTNOTES.rsplit('/', 1)[0]}/{kind}s")
    document = read(word)
    assert words(document) == ["They met twice.", "In Calder.", "In Sentar.", "By video."]
    assert [part.address for part in document.paragraphs[1:]] == ["note 1", "note 2", "note i"]


def test_text_boxes_are_read_once() -> None:
    """After the paragraph they hang on; the copy for old programs is left out."""
    box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>"
    word = with_paragraph(
        f"<w:r><w:t>They met.</w:t></w:r><w:r><mc:AlternateContent><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert words(read(word)) == ["They met.", "In a box."]


@pytest.mark.parametrize(
    ("declared", "title"),
    [
        ("Microsoft Word - final.doc", "Joint Statement"),
        ("Document1", "Joint Statement"),
        ("An older text", "Joint Statement"),
        ("Joint Statement of 2031", "Joint Statement of 2031"),
        ("", "Joint Statement"),
    ],
)
def test_the_title_is_one_that_the_text_bears_out(declared: str, title: str) -> None:
    """Properties keep the title of the file that was copied; days of saving are no day of publication."""
    word = docx.Document()
    word.core_properties.title = declared
    word.add_paragraph("Joint Statement", style="Title")
    word.add_paragraph("This Joint Statement of 2031 is by both sides.")
    document = read(word)
    assert (document.title, document.published) == (title, None)


def rewritten(name: str, data: bytes, *, drop: str = "") -> bytes:
    """A DOCX file with one more member, or one in the place of another."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(saved(docx.Document()))) as old, zipfile.ZipFile(held, "w", 8) as new:
        for member in old.namelist():
            if member not in {name, drop}:
                new.writestr(member, old.read(member))
        new.writestr(name, data)
    return held.getvalue()


def lying(data: bytes) -> bytes:
    """A zip container whose directory says that its document is 100 bytes long."""
    at = data.rindex(b"word/document.xml") - 46
    return data[: at + 24] + (100).to_bytes(4, "little") + data[at + 28 :]


BODY = f"<w:document {SPACES}><w:body>{{}}</w:body></w:document>"
PLAIN = rewritten("word/document.xml", BODY.format("<w:p><w:r><w:t>They met.</w:t></w:r></w:p>").encode())
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
REFUSED = {
    "cut": (PLAIN[: len(PLAIN) // 2], "damaged"),
    "broken inside": (PLAIN[:200] + bytes(200) + PLAIN[400:], "damaged"),
    "no XML": (rewritten("word/document.xml", b"They met."), "damaged"),
    "no types": (rewritten("a.txt", b"", drop="[Content_Types].xml"), "damaged"),
    "no document": (rewritten("a.txt", b"", drop="word/document.xml"), "binary"),
    "no text": (rewritten("word/document.xml", BODY.format("<w:p/>").encode()), "empty"),
    "old Office": (OLE, "binary"),
    "locked": (OLE + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
    "bomb": (rewritten("word/media/a.png", bytes(30_000_000)), "too-large"),
    "large XML": (rewritten("word/a.xml", b"<a>" + bytes(range(256)) * 260_000), "too-large"),
    "lying directory": (lying(rewritten("word/document.xml", b"<a/>" * 1_000_000)), "damaged"),
}


@pytest.mark.parametrize(("data", "code"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_sound_docx_is_refused(data: bytes, code: str) -> None:
    """Damaged, foreign, locked and bursting containers are told apart by code."""
    with pytest.raises(UnreadableSource) as caught:
        read(data)
    assert (caught.value.code, caught.value.path) == (code, "a.docx")


def test_a_locked_member_is_encrypted() -> None:
    """A zip container with a password says so."""
    data = bytearray(PLAIN)
    at = PLAIN.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(UnreadableSource) as caught:
        read(bytes(data))
    assert caught.value.code == "encrypted"


@pytest.mark.parametrize(
    "declared", ['<!ENTITY a "agreed"><!ENTITY b "&a;&a;&a;&a;">', '<!ENTITY b SYSTEM "file:///etc/passwd">']
)
def test_entities_are_not_resolved(declared: str) -> None:
    """Neither one that grows nor one that reads a file adds a word."""
    xml = f"<!DOCTYPE w:document [{declared}]>" + BODY.format(
        "<w:p><w:r><w:t>They &b; met.</w:t></w:r></w:p>"
    )
    assert "agreed" not in (text := read(rewritten("word/document.xml", xml.encode())).text)
    assert "root" not in text


@pytest.mark.parametrize(
    "body",
    [
        "<w:tbl>"
        + "<w:tr>"
        + "<w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc>" * 3
        + "</w:tr>" * 1
        + "</w:tbl>",
        "<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc>" * 20_000 + "</w:tr></w:tbl>",
        "<w:tbl><w:tr><w:tc>" * 80 + "<w:p><w:r><w:t>cell</w:t></w:r></w:p>" + "</w:tc></w:tr></w:tbl>" * 80,
        "<w:p>" + "<w:r><w:t>cell </w:t></w:r>" * 20_000 + "</w:p>",
    ],
    ids=["small table", "huge row", "nested tables", "many runs"],
)
def test_large_and_deep_bodies_keep_their_words(body: str) -> None:
    """Size and depth cost no word."""
    text = read(rewritten("word/document.xml", BODY.format(body).encode())).text
    assert text.count("cell") == body.count("cell")


def test_endless_depth_is_damaged() -> None:
    """What no parser descends into is refused, not crashed upon."""
    body = "<w:sdt><w:sdtContent>" * 5_000 + "</w:sdtContent></w:sdt>" * 5_000
    with pytest.raises(UnreadableSource) as caught:
        read(rewritten("word/document.xml", BODY.format(body).encode()))
    assert caught.value.code in {"damaged", "empty"}


def test_typed_numbers_are_marks_too() -> None:
    """A paragraph with a number typed before it has its address, as one that Word numbers."""
    word = docx.Document()
    add_list(word, 70, [("decimal", "%1.")])
    number(word.add_paragraph("The Group met."), 70, 0)
    word.add_paragraph("(a)\tIt noted one thing.")
    assert [part.address for part in read(word).paragraphs] == ["1", "1(a)"]

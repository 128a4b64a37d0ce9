"""What Word knows and python-docx has no call for: places, links to them and to the web, fields, shades; and styles, faster."""

from __future__ import annotations

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.oxml.xmlchemy import BaseOxmlElement
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def add_words(paragraph: Paragraph, text: str, style: str | None = None) -> Run:
    """Words in a style of characters.

    It is set by its identity: python-docx looks all styles through for every name, most of the time of a long table.
    """
    run = paragraph.add_run(text)
    if style:
        run._r.style = identity(style)
    return run


def set_style(paragraph: Paragraph, style: str) -> Paragraph:
    """Gives a paragraph a style by its identity."""
    paragraph._p.style = identity(style)
    return paragraph


def identity(style: str) -> str:
    """What python-docx and its template call the style with this name in the file."""
    return style.replace(" ", "")


def add_place(paragraph: Paragraph, name: str, number: int) -> None:
    """A bookmark at the end of what the paragraph has so far; `number` is its own."""
    paragraph._p.append(element("w:bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def add_link_within(paragraph: Paragraph, text: str, place: str, style: str | None = None) -> None:
    """Words that lead to a place of the same file."""
    _add_linked(paragraph, text, style, element("w:hyperlink", anchor=place, history="1"))


def add_link_to_web(paragraph: Paragraph, address: str, style: str) -> None:
    """An address that leads to itself."""
    link = element("w:hyperlink", history="1")
    link.set(qn("r:id"), paragraph.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True))
    _add_linked(paragraph, address, style, link)


def _add_linked(paragraph: Paragraph, text: str, style: str | None, link: BaseOxmlElement) -> None:
    run = add_words(paragraph, text, style)
    paragraph._p.append(link)
    link.append(run._r)


def add_field(paragraph: Paragraph, code: str) -> None:
    """A value that Word works out, such as PAGE. Until it does, a reader sees 1."""
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="begin"))
    instruction = element("w:instrText")
    instruction.text = f" {code} "
    paragraph.add_run()._r.append(instruction)
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="separate"))
    paragraph.add_run("1")
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def shade(run: Run, colour: str) -> None:
    """Puts a colour behind words."""
    run._r.get_or_add_rPr().append(element("w:shd", val="clear", color="auto", fill=colour))


def element(tag: str, **attributes: str) -> BaseOxmlElement:
    """An element of Word's XML with attributes of its namespace."""
    made: BaseOxmlElement = OxmlElement(tag)
    for name, value in attributes.items():
        made.set(qn(f"w:{name}"), value)
    return made

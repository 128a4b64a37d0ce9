"""How a paper looks in Word: the styles, the page, the properties of the file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_UNDERLINE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor
from docx.styles.style import CharacterStyle, ParagraphStyle

from acquis.exporters.paper.docx_marks import element
from acquis.model.paper import Paper

# Word has it, and LibreOffice a font of the same widths.
_FONT = "Times New Roman"
_INK, _GREY, _LINK = "1F3252", "4D5663", "174A9C"
TEXT_WIDTH = Cm(17)


@dataclass(frozen=True, slots=True)
class _Look:
    """A style of paragraphs: size and space around in points."""

    name: str
    size: float
    before: float = 0
    after: float = 0
    bold: bool = False
    colour: str | None = None


_LOOKS = (
    _Look("Normal", 10, after=4),
    _Look("Title", 17, after=2, bold=True, colour=_INK),
    _Look("Subtitle", 11, after=2),
    _Look("Heading 1", 11.5, before=9, after=4, bold=True, colour=_INK),
    _Look("Heading 2", 10, before=6, after=2, bold=True, colour=_INK),
    _Look("Heading 3", 10, before=4, after=2, bold=True, colour=_INK),
    _Look("List Bullet", 10, after=2),
    _Look("Header", 10),
    _Look("Footer", 8, colour=_GREY),
    _Look("Made", 8, after=4, colour=_GREY),
    _Look("Cell", 9.5),
    _Look("Source", 8, after=1.5),
)


def prepare(document: Document, paper: Paper) -> None:
    """Makes the empty document of python-docx a page of ours."""
    _page(document)
    _paragraph_styles(document)
    _character_styles(document)
    _settings(document)
    _properties(document, paper)


def _page(document: Document) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2)
    section.top_margin, section.bottom_margin = Cm(2.1), Cm(2)
    section.header_distance, section.footer_distance = Cm(1), Cm(0.9)


def _paragraph_styles(document: Document) -> None:
    styles = document.styles
    for look in _LOOKS:
        if look.name not in styles:
            styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
        _paragraph_style(cast(ParagraphStyle, styles[look.name]), look)
    hanging = cast(ParagraphStyle, styles["Source"]).paragraph_format
    hanging.left_indent, hanging.first_line_indent = Cm(0.6), Cm(-0.6)
    hanging.tab_stops.add_tab_stop(Cm(0.6))
    bullets = cast(ParagraphStyle, styles["List Bullet"]).paragraph_format
    bullets.left_indent, bullets.first_line_indent = Cm(0.45), Cm(-0.45)
    bullets.tab_stops.add_tab_stop(Cm(0.45))
    stops = cast(ParagraphStyle, styles["Footer"]).paragraph_format.tab_stops
    stops.clear_all()
    stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT)
    _rule_under(cast(ParagraphStyle, styles["Heading 1"]))


def _paragraph_style(style: ParagraphStyle, look: _Look) -> None:
    _letters(style, look.size, look.colour)
    style.font.bold, style.font.italic = look.bold, False
    space = style.paragraph_format
    space.space_before, space.space_after = Pt(look.before), Pt(look.after)
    space.line_spacing = 1.0
    properties = style.element.get_or_add_pPr()
    for tag in ("w:pBdr", "w:contextualSpacing"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)


def _letters(style: CharacterStyle, size: float | None, colour: str | None) -> None:
    """Font, size and colour; the fonts and spacing that the template takes from its theme go."""
    properties = style.element.get_or_add_rPr()
    for tag in ("w:rFonts", "w:spacing", "w:kern", "w:color", "w:szCs"):
        for old in properties.findall(qn(tag)):
            properties.remove(old)
    fonts = dict.fromkeys(("ascii", "hAnsi", "cs", "eastAsia"), _FONT)
    properties.insert(0, element("w:rFonts", **fonts))
    if size:
        style.font.size = Pt(size)
    if colour:
        style.font.color.rgb = RGBColor.from_string(colour)


def _rule_under(style: ParagraphStyle) -> None:
    border = element("w:pBdr")
    border.append(element("w:bottom", val="single", sz="4", space="2", color=_INK))
    style.element.get_or_add_pPr().insert_element_before(
        border, "w:shd", "w:tabs", "w:spacing", "w:outlineLvl"
    )


def _character_styles(document: Document) -> None:
    added, removed = _character_style(document, "Added"), _character_style(document, "Removed")
    added.font.bold, added.font.underline = True, WD_UNDERLINE.SINGLE
    removed.font.strike = True
    _character_style(document, "Strong").font.bold = True
    _character_style(document, "Faint", colour=_GREY).font.size = Pt(8.5)
    _character_style(document, "Note Mark").font.superscript = True
    _character_style(document, "Web Link", colour=_LINK).font.underline = True


def _character_style(document: Document, name: str, *, colour: str | None = None) -> CharacterStyle:
    styles = document.styles
    if name not in styles:
        styles.add_style(name, WD_STYLE_TYPE.CHARACTER)
    style = cast(CharacterStyle, styles[name])
    _letters(style, None, colour)
    return style


def _settings(document: Document) -> None:
    """English, and the layout of today's Word in place of that of 2007."""
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "en-GB")
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _properties(document: Document, paper: Paper) -> None:
    """Title and marking, and no date: the same paper gives the same bytes. Word takes up to 255 characters."""
    properties = document.core_properties
    properties.title, properties.subject = paper.title[:255], paper.subtitle[:255]
    properties.author, properties.last_modified_by = "acquis", ""
    properties.keywords, properties.comments = paper.marking.label, paper.made[:255]
    properties.language = "en-GB"
    root = properties._element
    for child in [*root]:
        if child.tag in (qn("dcterms:created"), qn("dcterms:modified")):
            root.remove(child)

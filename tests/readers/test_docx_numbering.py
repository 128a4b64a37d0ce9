"""Numbers that Word makes: the addresses are those that a reader of the printed text would cite."""

from __future__ import annotations

import docx
import pytest
from docx.document import Document as WordFile
from docx.oxml.parser import parse_xml
from ministry_page import add_instance, add_list, number, saved

from acquis.readers.content import Content
from acquis.readers.docx.reader import read_docx

SPACE = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
UN_LEVELS = [("decimal", "%1."), ("lowerLetter", "(%2)"), ("lowerRoman", "(%3)")]


def addresses(word: WordFile) -> list[str]:
    """The address of each paragraph."""
    return [part.address for part in read_docx(Content("a.docx", saved(word))).paragraphs]


def numbered(word: WordFile, *places: tuple[int, int]) -> None:
    """Add a paragraph for each pair of list and level."""
    for num_id, level in places:
        number(word.add_paragraph("The sides met."), num_id, level)


@pytest.mark.parametrize(
    ("levels", "steps", "expected"),
    [
        (UN_LEVELS, [0, 1, 1, 2, 2, 0, 1], ["1", "1(a)", "1(b)", "1(b)(i)", "1(b)(ii)", "2", "2(a)"]),
        ([("decimal", "%1"), ("decimal", "%1.%2")], [0, 1, 1, 0, 1], ["1", "1.1", "1.2", "2", "2.1"]),
        ([("upperRoman", "%1."), ("lowerLetter", "%1(%2)")], [0, 1], ["(I)", "I(a)"]),
        ([("upperLetter", "%1.")], [0, 0], ["(A)", "(B)"]),
        ([("decimal", "Article %1")], [0, 0], ["Article 1", "Article 2"]),
        ([("bullet", "•"), ("none", "")], [0, 1], ["¶1", "¶2"]),
        ([("decimalZero", "%1.")], [0], ["1"]),
        (UN_LEVELS, [1, 0], ["(a)", "1"]),
    ],
)
def test_levels_count_by_themselves(
    levels: list[tuple[str, str]], steps: list[int], expected: list[str]
) -> None:
    """Each level goes on until one above it moves; the text of a level may name those above."""
    word = docx.Document()
    add_list(word, 70, levels)
    numbered(word, *((70, level) for level in steps))
    assert addresses(word) == expected


def test_the_printed_number_stands_in_the_text() -> None:
    """Outside the span of its paragraph, as if it had been typed."""
    word = docx.Document()
    add_list(word, 70, UN_LEVELS)
    numbered(word, (70, 0), (70, 1))
    document = read_docx(Content("a.docx", saved(word)))
    assert document.text == "1. The sides met.\n\n(a) The sides met."
    assert [(part.kind, part.level, part.ordered) for part in document.paragraphs] == [
        ("item", 1, True), ("item", 2, True),
    ]  # fmt: skip


def test_instances_share_their_counters_unless_they_start_anew() -> None:
    """A second instance goes on; with a start of its own it begins there, once."""
    word = docx.Document()
    add_list(word, 70, [("decimal", "%1.")])
    add_instance(word, 71, 70)
    add_instance(word, 72, 70, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="13"/></w:lvlOverride>')
    numbered(word, (70, 0), (71, 0), (72, 0), (72, 0))
    assert addresses(word) == ["1", "2", "13", "14"]


def test_an_instance_may_print_a_level_otherwise() -> None:
    """A level that an instance overrides has its format."""
    word = docx.Document()
    add_list(word, 70, [("decimal", "%1.")])
    level = '<w:lvl w:ilvl="0"><w:start w:val="2"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%1)"/></w:lvl>'
    add_instance(word, 71, 70, f'<w:lvlOverride w:ilvl="0">{level}</w:lvlOverride>')
    numbered(word, (71, 0))
    assert addresses(word) == ["(b)"]


def test_a_level_that_never_starts_again() -> None:
    """`lvlRestart` 0 counts on through the text."""
    word = docx.Document()
    add_list(word, 70, UN_LEVELS, extra='<w:lvlRestart w:val="0"/>')
    numbered(word, (70, 0), (70, 1), (70, 0), (70, 1))
    assert addresses(word) == ["1", "1(a)", "2", "2(b)"]


def test_legal_numbers_print_figures() -> None:
    """`isLgl` turns letters of levels above into figures."""
    word = docx.Document()
    add_list(word, 70, [("upperLetter", "%1."), ("decimal", "%1.%2")], extra="<w:isLgl/>")
    numbered(word, (70, 0), (70, 1))
    assert addresses(word) == ["1", "1.1"]


def styled(word: WordFile, name: str, based_on: str, inside: str) -> None:
    """Add a paragraph style."""
    word.styles.element.append(
        parse_xml(
            f'<w:style {SPACE} w:type="paragraph" w:styleId="{name}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{based_on}"/><w:pPr>{inside}</w:pPr></w:style>'
        )
    )


def test_numbers_come_by_style_and_by_what_the_style_is_based_on() -> None:
    """And a paragraph of such a style can be taken out of the list."""
    word = docx.Document()
    add_list(word, 70, [("decimal", "%1.")])
    styled(word, "Para", "Normal", '<w:numPr><w:numId w:val="70"/></w:numPr>')
    styled(word, "SubPara", "Para", "")
    for style in ("Para", "SubPara", "Para"):
        word.add_paragraph("The sides met.", style=style)
    number(word.add_paragraph("They parted.", style="Para"), 0, 0)
    assert addresses(word) == ["1", "2", "3", "¶4"]


def test_a_style_stands_for_a_level() -> None:
    """A level that names a style is that of the paragraphs in it."""
    word = docx.Document()
    add_list(word, 70, UN_LEVELS)
    second = word.part.numbering_part.element[0][1]
    second.insert(0, parse_xml(f'<w:pStyle {SPACE} w:val="Letters"/>'))
    styled(word, "Letters", "Normal", '<w:numPr><w:numId w:val="70"/></w:numPr>')
    numbered(word, (70, 0))
    word.add_paragraph("It noted one thing.", style="Letters")
    assert addresses(word) == ["1", "1(a)"]


def test_styles_that_are_based_on_each_other_end() -> None:
    """A circle of styles is no trap; a list that is not there numbers nothing."""
    word = docx.Document()
    styled(word, "One", "Two", "")
    styled(word, "Two", "One", '<w:numPr><w:numId w:val="999"/></w:numPr>')
    word.add_paragraph("The sides met.", style="One")
    assert addresses(word) == ["¶1"]


def test_numbered_headings_carry_their_number() -> None:
    """So that the sections of a text that Word numbers have the names that one cites."""
    word = docx.Document()
    add_list(word, 70, [("upperLetter", "%1.")])
    number(word.add_paragraph("Norms", style="Heading 1"), 70, 0)
    word.add_paragraph("The sides met.")
    assert read_docx(Content("a.docx", saved(word))).text == "A. Norms\n\nThe sides met."

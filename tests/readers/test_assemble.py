"""Blocks to a document: the addresses a person would cite, and what the head says."""

from __future__ import annotations

import pytest

from acquis.model.document import Document
from acquis.readers import read_document_text

ADDRESSES = {
    "The sides met.\n\nThey parted.\n": ["¶1", "¶2"],
    "- to train\n- to share\n": ["¶1", "¶2"],
    "11. The Group met.\n\n12. It noted:\n\n(a) one thing;\n\n(b) another.\n": ["11", "12", "12(a)", "12(b)"],
    "(a) one thing:\n\n(i) first;\n\n(ii) second.\n\n(b) another.\n": ["(a)", "(a)(i)", "(a)(ii)", "(b)"],
    "13(f) States should not harm.\n\n13(g) States should protect.\n": ["13(f)", "13(g)"],
    "3.1 Ports count.\n\n3.2 Banks count.\n": ["3.1", "3.2"],
    "# Norms\n\n1. One thing.\n\n2. Another.\n\n# Law\n\n1. A third.\n": ["§1", "1", "2", "§2", "§2, 1"],
    "# A. Norms\n\n1. One thing.\n\n# B. Law\n\n1. A third.\n\n2. More.\n": ["§1", "1", "§2", "B, 1", "B, 2"],
    "(h) eight.\n\n(i) nine.\n\n(j) ten.\n": ["(h)", "(i)", "(j)"],
    "The sides met.\n\n1. One thing.\n\nThey parted.\n": ["¶1", "1", "¶3"],
}


def read(text: str) -> Document:
    """A Markdown document."""
    return read_document_text(text, path="a.md")


@pytest.mark.parametrize(("text", "addresses"), ADDRESSES.items(), ids=range(len(ADDRESSES)))
def test_addresses_are_those_a_person_would_cite(text: str, addresses: list[str]) -> None:
    """Printed numbers and letters where there are any, told apart by section where they restart; else `¶n`."""
    assert [paragraph.address for paragraph in read(text).paragraphs] == addresses


def test_paragraphs_lie_in_the_text_without_their_marks() -> None:
    """`text[start:end]` of a paragraph is its words; number and bullet stand outside, two line ends between."""
    document = read("# Norms\n\n1. One thing.\n\n- another\n")
    assert document.text == "Norms\n\n1. One thing.\n\n- another"
    words = [document.text[paragraph.start : paragraph.end] for paragraph in document.paragraphs]
    assert words == ["Norms", "One thing.", "another"]
    assert [paragraph.ordered for paragraph in document.paragraphs] == [False, True, False]


def test_a_short_line_that_stands_alone_is_a_heading() -> None:
    """A line without full stop before other text is a heading; a lead-in before items is not."""
    document = read("Next steps\n\nThe sides will:\n\n- train\n\n- share")
    assert [paragraph.kind for paragraph in document.paragraphs] == ["heading", "paragraph", "item", "item"]


def test_the_head_becomes_metadata() -> None:
    """Front matter gives title, day, publisher, address, tags and language; none of it is text."""
    document = read(
        "---\ntitle: Cyber Dialogue\ndate: 4 May 2031\nurl: https://press.example.org/a\n"
        "tags: cyber; talks\nlang: EN-gb\nstate: Aldoria\n---\nThe sides met."
    )
    assert (document.title, document.published) == ("Cyber Dialogue", "2031-05-04")
    assert (document.publisher, document.url) == ("press.example.org", "https://press.example.org/a")
    assert (document.tags, document.language, document.provenance) == (("cyber", "talks"), "en", "Aldoria")
    assert document.text == "The sides met."


def test_without_a_head_the_first_heading_is_the_title() -> None:
    """The heading that opens the text is its title; a text of one line has none."""
    assert read("# Cyber Dialogue\n\nThe sides met.").title == "Cyber Dialogue"
    assert read("# Cyber Dialogue").title is None


def test_the_id_is_that_of_the_bytes() -> None:
    """The same text has the same id under any path; another text has another."""
    one, other = read("The sides met."), read("The sides parted.")
    assert one.id == read_document_text("The sides met.", path="b.md").id != other.id
    assert len(one.id) == 16

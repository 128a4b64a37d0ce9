"""Papers as pages, opened with selectolax."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from briefs import BRIEF, harmful_paper
from opened import open_html
from selectolax.lexbor import LexborHTMLParser

from acquis.exporters.paper import write_html
from acquis.model.marking import Marking

TAGS = set(
    "html head meta title style body header strong main h1 h2 h3 p ul li ol table col colgroup thead tbody tr th td"
    " sup a span q ins del small section footer".split()
)


@pytest.fixture(scope="module")
def brief() -> LexborHTMLParser:
    """The brief, opened."""
    return open_html(write_html(BRIEF))


def texts(page: LexborHTMLParser, selector: str) -> list[str]:
    """What stands in each element."""
    return [node.text() for node in page.css(selector)]


def test_the_marking_is_at_the_top_and_the_bottom_and_on_each_printed_page(brief: LexborHTMLParser) -> None:
    """Fixed in print, where it repeats; the text keeps out of its way on every page."""
    assert texts(brief, "header.marking, footer.marking") == ["TLP:AMBER+STRICT"] * 2
    style = texts(brief, "style")[0]
    printed = style[style.index("@media print") :]
    assert re.search(r"\.marking \{ position: fixed;", printed)
    assert "box-decoration-break: clone" in printed


@pytest.mark.parametrize(
    ("marking", "colour"),
    [
        (Marking.CLEAR, "FFFFFF"),
        (Marking.GREEN, "33FF00"),
        (Marking.AMBER, "FFC000"),
        (Marking.RED, "FF2B2B"),
    ],
)
def test_labels_have_the_colours_of_the_protocol(marking: Marking, colour: str) -> None:
    """On black."""
    style = texts(open_html(write_html(replace(BRIEF, marking=marking))), "style")[0]
    assert f"--marking: #{colour}" in style
    assert "color: var(--marking); background: #000" in style


def test_the_page_needs_nothing_but_itself() -> None:
    """No script, no picture, no font, no frame; and the page itself forbids them."""
    for paper in (BRIEF, harmful_paper()):
        file = write_html(paper)
        page = open_html(file)
        assert {node.tag for node in page.root.traverse()} <= TAGS  # type: ignore[union-attr]
        assert "url(" not in texts(page, "style")[0]
        policy = [node.attributes["content"] for node in page.css("meta[http-equiv]")]
        assert policy == [
            "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
        ]


def test_only_addresses_of_the_web_and_places_of_the_page_are_links() -> None:
    """And what was said is in no attribute but as text."""
    page = open_html(write_html(harmful_paper()))
    assert all((node.attributes["href"] or "").startswith("#") for node in page.css("a"))
    known = {
        "href", "id", "role", "aria-label", "aria-labelledby", "class", "value", "scope", "data-head", "style", "rel",
        "lang", "charset", "http-equiv", "content", "name",
    }  # fmt: skip
    assert {name for node in page.css("*") for name in node.attributes} <= known
    addresses = [node.attributes["href"] for node in open_html(write_html(BRIEF)).css(".sources a[rel]")]
    assert addresses == [note.address for note in BRIEF.notes if note.address]


def test_every_mark_leads_to_its_source_and_each_source_back(brief: LexborHTMLParser) -> None:
    """With names that can be read out, and no place twice."""
    places = [node.attributes["id"] for node in brief.css("[id]")]
    assert len(places) == len(set(places))
    marks = brief.css("sup a")
    assert [node.attributes["href"] for node in marks] == [f"#note-{n}" for n in BRIEF.references()]
    assert [node.attributes["aria-label"] for node in marks] == [f"Source {n}" for n in BRIEF.references()]
    back = brief.css("a.back")
    assert [node.attributes["href"] for node in back] == [f"#mark-{note.number}-1" for note in BRIEF.notes]
    assert all((node.attributes["href"] or "")[1:] in places for node in (*marks, *back))


def test_sources_have_their_own_numbers(brief: LexborHTMLParser) -> None:
    """Whatever is left out."""
    assert [node.attributes["value"] for node in brief.css(".sources li")] == [str(n) for n in range(1, 10)]


def test_headings_and_tables_are_what_they_look_like(brief: LexborHTMLParser) -> None:
    """One title, headings in order, heads of columns, and names of columns in each cell for a narrow screen."""
    assert texts(brief, "h1") == [BRIEF.title]
    assert texts(brief, "h2")[:2] == ["1. Last meeting", "2. What was promised"]
    assert texts(brief, "h3") == ["What we owe Gavria", "What Gavria owes us"]
    assert texts(brief, "thead th[scope=col]")[:3] == ["Side", "Chair", "Others in the room"]
    assert [
        node.attributes["data-head"] for node in brief.css("table:first-of-type tbody tr:first-child td")
    ][:3] == ["Side", "Chair", "Others in the room"]
    assert [len(page.css("li")) for page in brief.css("main > ul")] == [3, 3, 3]
    assert [node.attributes["lang"] for node in brief.css("html")] == ["en"]
    assert texts(brief, "title") == ["Steering brief: Aldoria and Gavria (TLP:AMBER+STRICT)"]


def test_changed_words_are_said_to_be(brief: LexborHTMLParser) -> None:
    """Most screen readers pass over ins and del."""
    assert texts(brief, "del") == ["removed: agreed to consult end of removed"]
    assert texts(brief, "ins") == [
        "added: will consult each other before any public attribution end of added"
    ]
    assert texts(brief, "q")[0].startswith("“Aldoria will share")

"""Briefs, comparisons, lineages and the calendar: read here, and taken along as files of the same words."""

from __future__ import annotations

import io
import json

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.web.views import VIEWS

BRIEF = "?party=GB&counterpart=European+Union&on=2026-12-01"
COMPARE = "?a=third+cyber+dialogue+uk+hold&b=second+london"
_BEGINS = {"docx": b"PK", "pdf": b"%PDF", "md": b"**TLP:AMBER**\n\n# ", "ics": b"BEGIN:VCALENDAR"}


def meeting_promise(client: TestClient) -> str:
    """The key of the newest promise of a next UK-EU meeting."""
    told = json.loads(client.get("/ledger.json?series=uk-eu").content)
    return str(next(one["key"] for one in told["ledger"]["promises"] if one["meeting"]))


@pytest.mark.parametrize(("path", "form"), [(view.path, form) for view in VIEWS for form in view.files])
def test_a_file_is_of_its_form_and_has_a_plain_name(client: TestClient, path: str, form: str) -> None:
    """What a page can be taken along as begins as such a file does, and is offered on the page."""
    query = {"/brief": BRIEF, "/compare": COMPARE}.get(path, "")
    address = path.replace("{key}", meeting_promise(client)).replace("{code}", "XC")
    file = client.get(f"{address}.{form}{query}")
    assert file.status_code == 200, file.text
    assert file.content.startswith(_BEGINS[form])
    named = file.headers["content-disposition"].partition('filename="')[2].rstrip('"')
    assert named.replace("-", "").replace(".", "").isalnum()
    offered = LexborHTMLParser(client.get(f"{address}{query}").text).css(f"a[href^='{address}.{form}']")
    assert len(offered) == 1


def test_the_brief_on_the_page_is_the_brief_in_the_file(client: TestClient) -> None:
    """The same sections in the same order, each line with its sources, each source a link to its paragraph."""
    import docx

    tree = LexborHTMLParser(client.get(f"/brief{BRIEF}").text)
    sections = [node.text() for node in tree.css("article.brief > h2")]
    file = docx.Document(io.BytesIO(client.get(f"/brief.docx{BRIEF}").content))
    headed = [part.text for part in file.paragraphs if part.style and part.style.name.startswith("Heading")]
    assert sections == [words for words in headed if words in sections]
    assert "Owed by both" in sections
    for line in tree.css("article.brief > ul > li"):
        assert line.css("sup a"), line.text()
    for note in tree.css(".notes li a"):
        assert (note.attributes["href"] or "").startswith("/documents/")


def test_what_is_asked_of_a_brief_is_checked(client: TestClient) -> None:
    """One side alone gives the form; one party twice, an unknown name or a file of nothing is refused in a line."""
    assert "article" not in client.get("/brief?party=GB").text
    assert "one party" in client.get("/brief?party=GB&counterpart=United+Kingdom").text
    assert client.get("/brief?party=GB&counterpart=Atlantis").status_code == 400
    assert client.get("/brief.pdf").status_code == 400
    assert client.get("/brief?party=XC&counterpart=XD").status_code == 404
    assert client.get(f"{'/brief'}{BRIEF}&as_of=soon").status_code == 400


def test_a_form_suggests_who_meets_here(client: TestClient) -> None:
    """The parties of the series, by name."""
    tree = LexborHTMLParser(client.get("/brief").text)
    names = [node.attributes["value"] for node in tree.css("datalist option")]
    assert names == ["European Union", "India", "Ukraine", "United Kingdom"]


def test_words_of_a_title_name_a_document(client: TestClient) -> None:
    """One that fits is taken; of several a person chooses; with words that fit none the workspace says so."""
    tree = LexborHTMLParser(client.get(f"/compare{COMPARE}").text)
    assert "Two editions" in (tree.css_first("h1") or tree.root).text()  # type: ignore[union-attr]
    several = LexborHTMLParser(client.get("/compare?a=third&b=second+london").text)
    links = [node.attributes["href"] or "" for node in several.css("section[aria-labelledby=choice-1] a")]
    assert len(links) >= 2
    assert client.get(links[0]).status_code == 200
    assert client.get("/compare?a=nothing-like-it&b=second+london").status_code == 404


def test_pairs_to_begin_with_can_be_compared(client: TestClient) -> None:
    """Two accounts of one meeting, and editions that follow one another."""
    tree = LexborHTMLParser(client.get("/compare").text)
    links = {
        node.text(): node.attributes["href"] or ""
        for node in tree.css("section[aria-labelledby=pairs] li > a")
    }
    assert "UK-EU Cyber Dialogue: two accounts of edition 3" in links
    for address in links.values():
        assert client.get(address).status_code == 200, address


def test_a_comparison_counts_as_it_shows(client: TestClient) -> None:
    """The table for spreadsheets has a row for everything that the JSON has."""
    told = json.loads(client.get(f"/compare.json{COMPARE}").content)["comparison"]
    lines = client.get(f"/compare.csv{COMPARE}").text.splitlines()
    assert len(lines) == 2 + len(told["rows"]) + len(told["paragraphs"])
    drafts = client.get(f"/compare.csv{COMPARE}&mode=drafts").text
    assert "paragraph,edited" in drafts or "paragraph,new" in drafts


def test_a_lineage_goes_from_edition_to_edition(client: TestClient) -> None:
    """The oldest words first; each step links to its words, the one asked for says so."""
    tree = LexborHTMLParser(client.get(f"/ledger/{meeting_promise(client)}").text)
    steps = tree.css("li.step")
    assert len(steps) == 3
    assert [("asked" in (step.attributes["class"] or "").split()) for step in steps] == [False, False, True]
    assert all("#c-" in (step.css_first(".source a").attributes["href"] or "") for step in steps)  # type: ignore[union-attr]
    assert "kept" in steps[0].text()
    assert steps[1].css("ins")
    assert steps[1].css("del")


def test_promises_lead_to_their_lineage(client: TestClient) -> None:
    """Every promise of the ledger has a page of its own, if it is one that counts today."""
    tree = LexborHTMLParser(client.get("/ledger?series=uk-eu").text)
    links = [node.attributes["href"] or "" for node in tree.css(".promise .why a")]
    assert len(links) == len(tree.css(".promise"))
    for address in links:
        assert client.get(address).status_code == 200, address
    assert client.get("/ledger/000000000000").status_code == 404


def test_the_calendar_has_what_the_filters_ask_for(client: TestClient) -> None:
    """Promises with a date that nothing has settled; of other series there are none."""
    from icalendar import Calendar

    calendar = Calendar.from_ical(client.get("/ledger.ics?series=uk-eu").content)
    events = [str(one["summary"]) for one in calendar.walk("VEVENT")]
    assert len(events) == 1
    assert "London" in events[0]

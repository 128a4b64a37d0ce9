"""Papers as PDF, opened with pypdf."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterable, Iterator

import pytest
from briefs import BRIEF, harmful_paper, long_paper
from opened import open_pdf
from pypdf import PageObject, PdfReader
from pypdf.generic import Destination

from acquis.exporters.paper import write_pdf
from acquis.exporters.paper.labels import COLOURS
from acquis.model.marking import Marking
from acquis.model.paper import Heading, Paper, Run, Text


@pytest.fixture(scope="module")
def brief() -> PdfReader:
    """The brief, opened."""
    return open_pdf(write_pdf(BRIEF))


def targets(reader: PdfReader, key: str) -> list[str]:
    """Where the links of a PDF lead: `/URI` to the web, `/Dest` or `/D` within."""
    found = []
    for page in reader.pages:
        for annotation in page.get("/Annots", []):
            link = annotation.get_object()
            value = link.get(key) or link.get("/A", {}).get(key)
            found += [str(value)] if value is not None else []
    return found


def test_a_brief_fits_two_pages_of_a4(brief: PdfReader) -> None:
    """That is what it is for."""
    assert len(brief.pages) == 2
    assert [round(float(side) / 72 * 2.54, 1) for side in brief.pages[0].mediabox[2:]] == [21.0, 29.7]


@pytest.mark.parametrize("marking", list(Marking))
def test_each_page_has_the_marking_twice_and_its_number(marking: Marking) -> None:
    """At the top and at the bottom, in the protocol's colour on black."""
    reader = open_pdf(write_pdf(long_paper(marking)))
    assert len(reader.pages) == 5
    for number, page in enumerate(reader.pages, 1):
        lines = page.extract_text().strip().splitlines()
        assert lines[0].strip() == marking.label
        assert lines[-1].strip().endswith(marking.label)
        assert f"page {number} of 5" in page.extract_text()
        drawn = page.get_contents()
        assert drawn is not None
        colour = COLOURS[marking]
        shares = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        fills = {
            tuple(round(float(part), 2) for part in operands)
            for operands, operator in drawn.operations
            if operator in (b"rg", b"scn", b"sc", b"g") and all(hasattr(part, "real") for part in operands)
        }
        assert {tuple(round(share, 2) for share in shares), (shares[0],)} & fills
        assert {(0.0, 0.0, 0.0), (0.0,)} & fills


def test_the_outline_is_that_of_the_headings(brief: PdfReader) -> None:
    """So that a reader can jump."""
    flat = [*_flat(brief.outline)]
    headings = [block.text for block in BRIEF.blocks if isinstance(block, Heading)]
    assert flat == [*headings, "Sources"]


def _flat(outline: Iterable[object]) -> Iterator[str | None]:
    for entry in outline:
        if isinstance(entry, Destination):
            yield entry.title
        elif isinstance(entry, list):
            yield from _flat(entry)


def test_every_mark_leads_to_its_source_and_each_source_back(brief: PdfReader) -> None:
    """All marks of a number lead to one place, those places stand in order, and so do the places that they leave."""
    places = [place for page in brief.pages for place in _places(brief, page)]
    references = [*BRIEF.references()]
    there, back = places[: len(references)], places[len(references) :]
    of_number = {number: set[tuple[int, float]]() for number in sorted(references)}
    for number, place in zip(references, there, strict=True):
        of_number[number].add(place)
    assert {len(found) for found in of_number.values()} == {1}
    sources = [found.pop() for found in of_number.values()]
    assert sources == sorted(set(sources))
    assert {page for page, _ in sources} == {1}
    assert len(back) == len(BRIEF.notes)
    first = [back[number - 1] for number in dict.fromkeys(references)]
    assert first == sorted(first)
    assert first[0][0] == 0


def _places(reader: PdfReader, page: PageObject) -> Iterator[tuple[int, float]]:
    """Where the links within lead: the page, and how far down."""
    for annotation in page.get("/Annots", []):
        if place := annotation.get_object().get("/Dest"):
            target = reader.get_page_number(place[0].get_object())
            assert target is not None
            yield target, -float(place[3])


def test_addresses_of_the_web_are_links_and_nothing_else_is(brief: PdfReader) -> None:
    """No script, no file, no address of an embassy's message."""
    assert set(targets(brief, "/URI")) == {note.address for note in BRIEF.notes if note.address}
    assert targets(open_pdf(write_pdf(harmful_paper())), "/URI") == []


def test_title_language_and_marking_are_in_the_file_and_no_date(brief: PdfReader) -> None:
    """Readers show the title; the same paper gives the same bytes."""
    information = brief.metadata
    assert information is not None
    assert information.title == BRIEF.title
    assert str(information["/Keywords"]) == "TLP:AMBER+STRICT"
    assert information.creation_date is None
    root = brief.root_object
    assert str(root["/Lang"]) == "en-GB"
    assert "/StructTreeRoot" in root


def test_heads_of_tables_repeat() -> None:
    """On each page that the table goes on over."""
    reader = open_pdf(write_pdf(long_paper()))
    assert all("Number Words" in " ".join(page.extract_text().split()) for page in reader.pages[:4])


def test_letters_of_other_scripts_do_not_stop_it() -> None:
    """Where this machine has no shapes for them they may be empty boxes, but the paper is written."""
    paper = Paper("東京 قاهرة", "Київ", Marking.CLEAR, (Text((Run("कखग 🕊"),)),))
    assert open_pdf(write_pdf(paper)).metadata.title == "東京 قاهرة"  # type: ignore[union-attr]


def test_typst_is_imported_when_a_pdf_is_written() -> None:
    """Other forms do not wait for it."""
    program = (
        "import sys; from acquis.exporters.paper import WRITERS; from acquis.model.paper import Paper\n"
        "from acquis.model.marking import Marking\n"
        "[WRITERS[form](Paper('', '', Marking.RED, ())) for form in ('md', 'html')]\n"
        "print('typst' in sys.modules, 'docx' in sys.modules)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["False", "False"]

"""One readout, several formats: the record is the same."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from ministry_page import as_page, as_word_file
from pdf_printing import Printer
from readout import READOUT, TITLE, VOCABULARY, as_text

from acquis.contract import record_row
from acquis.model.record import Record
from acquis.reading import read


def as_pdf() -> bytes:
    """The readout on pages with running headers and page numbers, broken inside a sentence."""
    printer = Printer(header="Ministry of Foreign Affairs", footer="Page {page} of 2", foot=600)
    letters = iter("abcdefgh")
    for kind, words in READOUT:
        if kind in ("title", "heading"):
            printer.heading(words, size=16 if kind == "title" else 12)
        else:
            printer.paragraph(f"({next(letters)}) {words}" if kind == "item" else words, first=0)
    return printer.done()


WRITERS: dict[str, Callable[[], bytes]] = {"html": as_page, "docx": as_word_file, "pdf": as_pdf}


def read_as(folder: Path, suffix: str, data: bytes) -> Record:
    """The record of the readout in one format."""
    path = folder / f"readout.{suffix}"
    path.write_bytes(data)
    return read(path, vocabulary=VOCABULARY)


def told(record: Record) -> list[tuple[object, ...]]:
    """What the claims of a record say, without offsets and addresses."""
    return [
        (claim.act, claim.owners, claim.evidence.quote, claim.sentence.quote, claim.grade, claim.due)
        for claim in record.claims
    ]


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_readout_gives_the_same_record(tmp_path: Path, suffix: str) -> None:
    """Meeting and claims are those of the text file, whatever stands around the text or numbers its items."""
    text, other = read_as(tmp_path, "txt", as_text()), read_as(tmp_path, suffix, WRITERS[suffix]())
    assert len(text.claims) >= 4
    assert told(other) == told(text)
    assert record_row(other)["meeting"] == record_row(text)["meeting"] is not None
    assert other.document.title == text.document.title == TITLE


@pytest.mark.parametrize("suffix", WRITERS)
def test_the_same_readout_has_the_same_paragraphs(tmp_path: Path, suffix: str) -> None:
    """Every block of the readout once, in order, under the same address but for its page, and nothing else."""
    text, other = read_as(tmp_path, "txt", as_text()), read_as(tmp_path, suffix, WRITERS[suffix]())
    words = [other.document.text[part.start : part.end] for part in other.document.paragraphs]
    assert words == [words for _, words in READOUT]
    addresses = [part.address.partition(", p. ")[0] for part in other.document.paragraphs]
    assert addresses == [part.address for part in text.document.paragraphs]


def test_the_page_tells_day_publisher_and_address(tmp_path: Path) -> None:
    """What a text file needs a head for, a page has in its metadata."""
    document = read_as(tmp_path, "html", as_page()).document
    assert (document.published, document.url) == ("2031-05-22", "https://mfa.example.org/news/dialogue")
    assert document.publisher == "Ministry of Foreign Affairs of Aldoria"

"""PDF to a document: what a reader of the printed page would read, in that order."""

from __future__ import annotations

import io
import resource
import time
from pathlib import Path

import pytest
from pdf_printing import BOLD, LEFT, Printer, columns, masthead, raised, wrapped
from pdf_reading import VOYAGE, read, words_of
from PIL import Image
from reportlab.lib.utils import ImageReader

from acquis.errors import UnreadableSource
from acquis.readers import Content, read_content
from acquis.readers.formats import find_format
from acquis.reading import read as read_record


def picture() -> ImageReader:
    """A page as a scanner leaves it."""
    return ImageReader(Image.new("RGB", (60, 80), "white"))


def refusal(data: bytes) -> UnreadableSource:
    """The error that some bytes give."""
    with pytest.raises(UnreadableSource) as caught:
        read(data)
    return caught.value


def test_a_un_document_gives_its_masthead_as_metadata() -> None:
    """Symbol, date, session and agenda item come from it; none of it, and no job number, is text."""
    printer = Printer()
    masthead(printer, "A/99/123", "4 May 2031", ["Ninety-ninth session", "Agenda item 94"])
    printer.heading("Advancing the security of harbours", size=14)
    printer.paragraph(f"1. {VOYAGE} The group will:", first=0)
    for letter in "ab":
        printer.paragraph(f"({letter}) Share its experience with all members of the group;")
    document = read(printer.done())
    assert (document.symbol, document.published) == ("A/99/123", "2031-05-04")
    assert document.provenance == "Ninety-ninth session, Agenda item 94"
    assert document.title == "Advancing the security of harbours"
    assert [part.address for part in document.paragraphs] == [
        "§1, p. 1",
        "1, p. 1",
        "1(a), p. 1",
        "1(b), p. 1",
    ]
    assert [part.level for part in document.paragraphs] == [1, 1, 2, 2]
    assert words_of(document)[0] == "Advancing the security of harbours"


def test_a_sentence_goes_on_over_pages_and_past_furniture() -> None:
    """One paragraph, at the page where it begins, without the header, footer and number between its halves."""
    printer = Printer(header="Harbour Review, issue {page}", footer="{page}/3", foot=700)
    words = [f"Number {number} begins. {VOYAGE} {VOYAGE} Number {number} ends." for number in range(4)]
    for paragraph in words:
        printer.paragraph(paragraph)
    document = read(printer.done())
    assert printer.page >= 3
    assert words_of(document) == words
    assert [part.page for part in document.paragraphs] == [1, 1, 2, 2]


def test_two_columns_below_a_title_are_read_one_after_the_other() -> None:
    """Title, left column, right column, then what runs across the page below them, even if drawn row by row."""
    printer = Printer()
    printer.heading("Notes on the practice of the Harbour Group in this and the past year", size=14)
    printer.paragraph("These notes run across the whole page. " + VOYAGE, first=0)
    width = (printer.right - printer.left - 20) / 2
    left, right = (f"The {side} column begins. {VOYAGE} {VOYAGE} It ends." for side in ("left", "right"))
    columns(printer, wrapped(left, width, 10), wrapped(right, width, 10))
    printer.y -= 10
    printer.paragraph("A last paragraph runs across the page again. " + VOYAGE, first=0)
    _, across, one, two, last = words_of(read(printer.done()))
    assert across.startswith("These notes")
    assert (one, two) == (left, right)
    assert last.startswith("A last paragraph")


def test_footnotes_are_kept_apart_and_their_marks_disturb_no_word() -> None:
    """The number of a resolution stays as printed; the note stands after the paragraph, with its mark."""
    printer = Printer()
    printer.line("The group recalls resolution 75/240.")
    printer.y += 12
    raised(printer, "The group recalls resolution 75/240.", "3", printer.y)
    printer.line("It goes on with the work of the past year.", x=LEFT + 162)
    printer.line("Members take part in it of their own will.")
    printer.put(LEFT, 120, "_______________", size=8)
    raised(printer, "", "3", 106)
    printer.put(LEFT + 6, 106, "Adopted without a vote; see the report of", size=8)
    printer.put(LEFT, 96, "the Harbour Group.", size=8)
    document = read(printer.done())
    assert words_of(document) == [
        "The group recalls resolution 75/240. It goes on with the work of the past year. Members take part in it "
        "of their own will.",
        "Adopted without a vote; see the report of the Harbour Group.",
    ]
    assert [(part.kind, part.address) for part in document.paragraphs][1] == ("footnote", "note 3, p. 1")


def test_rotated_words_are_left_out() -> None:
    """What runs up the margin is no part of the text."""
    printer = Printer()
    printer.paragraph(VOYAGE)
    printer.canvas.rotate(90)
    printer.put(200, -40, "Advance copy")
    assert words_of(read(printer.done())) == [VOYAGE]


def test_a_page_that_lies_on_its_side_is_read() -> None:
    """Where the whole text is turned, its own direction is the one to read."""
    printer = Printer()
    printer.canvas.translate(600, 0)
    printer.canvas.rotate(90)
    for number, words in enumerate(wrapped(VOYAGE, 300, 10)):
        printer.put(100, 500 - 12 * number, words)
    assert words_of(read(printer.done())) == [VOYAGE]


def test_the_day_a_file_was_made_is_no_day_of_publication() -> None:
    """Only a day printed at the head counts."""
    printer = Printer()
    printer.heading("Statement of the Harbour Group", size=16)
    printer.paragraph(VOYAGE)
    assert read(printer.done()).published is None
    dated = Printer()
    dated.heading("Statement of the Harbour Group", size=16)
    dated.line("Calder, 4 May 2031")
    dated.y -= 12
    dated.paragraph(VOYAGE)
    assert read(dated.done()).published == "2031-05-04"


@pytest.mark.parametrize(
    ("declared", "title"),
    [("Harbours at sea", "Harbours at sea"), ("Microsoft Word - notes.docx", None), ("untitled", None)],
)
def test_a_title_that_a_program_made_up_is_none(declared: str, title: str | None) -> None:
    """The file's own title counts where the page shows none, unless it names a file or a program."""
    printer = Printer(title=declared)
    printer.paragraph(VOYAGE)
    assert read(printer.done()).title == title


def test_pages_without_a_text_layer_are_named_in_the_receipt(tmp_path: Path) -> None:
    """A scan among printed pages: the rest is read, and the receipt says which page was not, stamp or no stamp."""
    printer = Printer(footer="copy {page}")
    printer.paragraph(VOYAGE)
    printer.turn()
    printer.canvas.drawImage(picture(), 0, 60, 500, 700)
    printer.turn()
    printer.paragraph(VOYAGE.replace("Members", "Ports"))
    path = tmp_path / "mixed.pdf"
    path.write_bytes(printer.done())
    record = read_record(path)
    assert [part.page for part in record.document.paragraphs] == [1, 3]
    assert [(skipped.where, "OCR" in skipped.why) for skipped in record.receipt.skipped] == [("page 2", True)]


def test_a_scan_is_refused_and_told_what_to_do() -> None:
    """No text layer on any page."""
    printer = Printer()
    printer.canvas.drawImage(picture(), 0, 0, 500, 700)
    problem = refusal(printer.done())
    assert (problem.code, "ocrmypdf" in problem.message) == ("no-text-layer", True)


def test_a_password_is_asked_for_only_where_one_is_needed() -> None:
    """An encrypted file is refused; one whose password is empty opens for everybody and is read."""
    locked, open_to_all = Printer(password="harbour"), Printer(password="")
    for printer in (locked, open_to_all):
        printer.paragraph(VOYAGE)
    assert refusal(locked.done()).code == "encrypted-pdf"
    assert words_of(read(open_to_all.done())) == [VOYAGE]


@pytest.mark.parametrize("share", [0.05, 0.5, 0.8])
def test_a_file_that_breaks_off_is_damaged(share: float) -> None:
    """Half a file is refused with the advice to fetch it again."""
    printer = Printer()
    printer.paragraph(VOYAGE)
    data = printer.done()
    problem = refusal(data[: int(len(data) * share)])
    assert (problem.code, "fetch" in problem.message) == ("damaged", True)


def test_a_damaged_page_is_not_called_a_scan() -> None:
    """A page tree that leads nowhere."""
    printer = Printer()
    printer.paragraph(VOYAGE)
    problem = refusal(printer.done().replace(b"/Kids [", b"/Kidz ["))
    assert problem.code == "damaged"


def test_any_damage_is_refused_or_read() -> None:
    """Whatever byte is wrong, nothing but UnreadableSource is raised."""
    printer = Printer()
    printer.paragraph(VOYAGE)
    data = printer.done()
    outcomes: set[bool | str] = set()
    for at in range(0, len(data), 7):
        try:
            outcomes.add(bool(read(data[:at] + b"\x07" + data[at + 1 :]).text))
        except UnreadableSource as problem:
            outcomes.add(problem.code)
    assert (
        {True, "damaged"}
        <= outcomes
        <= {True, "damaged", "no-text-layer", "encrypted-pdf", "binary", "empty"}
    )


def test_a_file_without_its_end_mark_says_so() -> None:
    """What can be read is read, and the receipt warns that more may be missing."""
    printer = Printer()
    printer.paragraph(VOYAGE)
    document = read(printer.done()[:-20])
    assert words_of(document) == [VOYAGE]
    assert [part.where for part in document.unread] == ["end of the file"]


def test_a_pdf_is_known_by_its_content() -> None:
    """Whatever its name says, also with bytes before it; a text that speaks of "%PDF-" stays a text."""
    printer = Printer()
    printer.paragraph(VOYAGE)
    data = printer.done()
    assert find_format(Content("a.txt", b"\r\n" * 200 + data)) == "pdf"
    assert words_of(read_content(Content("a.md", b"\r\n" * 200 + data))) == [VOYAGE]
    assert find_format(Content("a.txt", b"Files that begin with %PDF- are read.")) == "text"


def test_ten_thousand_pages_take_seconds_and_little_memory() -> None:
    """Page by page: time and memory grow with the words, not with what PDFium holds of each page."""
    printer = Printer()
    for number in range(10_000):
        printer.line(f"Page {number} says a few words of its own.")
        printer.turn()
    data = printer.done()
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    began = time.perf_counter()
    document = read(data)
    assert time.perf_counter() - began < 40
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 200_000
    assert (len(document.paragraphs), document.paragraphs[-1].page) == (10_000, 10_000)


def test_fonts_that_do_not_name_their_letters_are_no_text_layer() -> None:
    """Characters of the private area are no words; the message tells it from a scan."""
    problem = refusal(private_letters())
    assert (problem.code, "fonts" in problem.message) == ("no-text-layer", True)


def private_letters() -> bytes:
    """A PDF whose font says that its letters are characters of the private area."""
    buffer = io.BytesIO()
    buffer.write(b"%PDF-1.4\n")
    rows = "\n".join(f"<{code:02X}> <{0xE000 + code:04X}>" for code in range(65, 91))
    unicode_map = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> "
        f"endcodespacerange 26 beginbfchar\n{rows}\nendbfchar endcmap end end"
    ).encode()
    content = b"BT /F1 12 Tf 100 700 Td (HARBOURS AND CABLES OF ALDORIA) Tj ET"
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/ToUnicode 6 0 R>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(unicode_map), unicode_map),
    ]
    places = []
    for number, body in enumerate(objects, 1):
        places.append(buffer.tell())
        buffer.write(b"%d 0 obj%s endobj\n" % (number, body))
    start = buffer.tell()
    buffer.write(b"xref\n0 7\n0000000000 65535 f \n")
    buffer.writelines(b"%010d 00000 n \n" % place for place in places)
    buffer.write(b"trailer<</Size 7/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % start)
    return buffer.getvalue()


def test_bold_lines_are_headings_and_large_ones_stand_above() -> None:
    """Size and weight make headings; a bold sentence is a sentence."""
    printer = Printer()
    printer.heading("Harbours and cables", size=16)
    printer.heading("A. What was done")
    printer.paragraph(VOYAGE)
    printer.line("Members agree on the next drill.", font=BOLD)
    printer.y -= 12
    printer.paragraph(VOYAGE)
    kinds = [(part.kind, part.level) for part in read(printer.done()).paragraphs]
    assert kinds == [("heading", 1), ("heading", 2), ("paragraph", 0), ("paragraph", 0), ("paragraph", 0)]

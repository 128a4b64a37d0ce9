"""PDF and HTML to documents: how fast, beside pypdf's extract_text and trafilatura on the same files.

In: PDF files (default: those of ../shared/corpus/pdf if there are any) and files made here: a UN-like report of
40 pages, a page such as ministries publish. Out: one report on standard output, with machine and versions.
Documents only, without extractors; one core.
"""

from __future__ import annotations

import argparse
import importlib.metadata
import io
import sys
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from acquis.readers import Content, read_content
from reading import ROOT, machine, measure, peak_memory

PDFS = ROOT.parent / "shared" / "corpus" / "pdf"
PAGES, PARAGRAPHS = 40, 2_000
SENTENCE = (
    "Members share their experience with the protection of ports and cables, they compare what they have learnt in "
    "the drills of the past year, and they agree to go on with capacity-building. "
)


@dataclass(frozen=True, slots=True)
class Rate:
    """How many pages or paragraphs a second."""

    count: int
    seconds: float
    unit: str

    @property
    def speed(self) -> float:
        """Units a second."""
        return self.count / self.seconds

    def __str__(self) -> str:
        return f"{self.count} {self.unit} in {self.seconds:.3f} s = {self.speed:.0f} {self.unit}/s"


def rate(work: Callable[[], object], count: int, unit: str, rounds: int) -> Rate:
    """The best of some rounds."""
    return Rate(count, measure(work, count, rounds=rounds).seconds, unit)


def printed_report(pages: int = PAGES) -> bytes:
    """A report as the United Nations prints them: masthead, numbered paragraphs, items, footnotes, numbers at the foot."""
    from reportlab.lib.pagesizes import A4
    from reportlab.pdfgen.canvas import Canvas

    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=1)
    for number in range(1, pages + 1):
        _print_edges(canvas, number, pages)
        _print_text(canvas, number)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def _print_edges(canvas: object, number: int, pages: int) -> None:
    put = _putter(canvas)
    if number == 1:
        put("Times-Roman", 14, 120, 780, "United Nations")
        put("Times-Roman", 14, 440, 780, "A/99/123")
        put("Times-Bold", 18, 120, 750, "General Assembly")
        put("Times-Roman", 10, 400, 750, "Distr.: General")
        put("Times-Roman", 10, 400, 738, "4 May 2031")
        put("Times-Roman", 10, 400, 726, "Original: English")
    else:
        put("Times-Bold", 8, 120, 800, "A/99/123")
    put("Times-Roman", 8, 120, 40, f"{number}/{pages}")
    put("Times-Roman", 8, 430, 40, "31-04321")


def _print_text(canvas: object, number: int) -> None:
    put = _putter(canvas)
    words = f"{number}. {SENTENCE * 9}".split()
    y = 690.0
    for line in range(44):
        text = " ".join(words[(line * 13) % 200 : (line * 13) % 200 + 13])
        put("Times-Roman", 10, 120 if line % 5 else 144, y, text)
        y -= 17 if line % 5 == 4 else 12
    put("Times-Roman", 6, 120, 93, str(number))
    put("Times-Roman", 8, 126, 90, "See the report of the Harbour Group on its second meeting.")


def _putter(canvas: object) -> Callable[[str, float, float, float, str], None]:
    from reportlab.pdfgen.canvas import Canvas

    assert isinstance(canvas, Canvas)

    def put(font: str, size: float, x: float, y: float, text: str) -> None:
        canvas.setFont(font, size)
        canvas.drawString(x, y, text)

    return put


def ministry_page(paragraphs: int = PARAGRAPHS) -> bytes:
    """A page of a ministry: menus, a banner on cookies, the text with headings and lists, links and addresses below."""
    menu = "".join(f'<li class="nav-item"><a href="/topic/{n}">Topic {n}</a></li>' for n in range(60))
    body = "".join(
        f"<h2>Part {n // 10}</h2>" if n % 10 == 0 else f"<p>Number {n}. {SENTENCE}<a href='/x'>More</a></p>"
        for n in range(paragraphs)
    )
    items = "".join(f"<li>{SENTENCE}</li>" for _ in range(20))
    return (
        "<!doctype html><html lang='en'><head><title>Second Cyber Dialogue | Ministry of Harbours</title>"
        "<meta property='article:published_time' content='2031-05-09'><style>p{margin:0}</style></head><body>"
        f"<nav><ul>{menu}</ul></nav><div class='cookie-banner'><p>We use cookies.</p></div>"
        f"<main><article><h1>Second Cyber Dialogue</h1>{body}<ul>{items}</ul></article></main>"
        f"<footer><ul>{menu}</ul><p>Ministry of Harbours, Calder</p></footer><script>var x = 1;</script></body></html>"
    ).encode()


def compare_pdf(name: str, files: Sequence[bytes], rounds: int) -> list[str]:
    """acquis, PDFium without our layout, and pypdf on the same files."""
    import pypdf
    import pypdfium2

    def theirs() -> None:
        for data in files:
            for page in pypdf.PdfReader(io.BytesIO(data)).pages:
                page.extract_text()

    def ours() -> None:
        for data in files:
            read_content(Content("file.pdf", data))

    def bare() -> None:
        for data in files:
            with closing(pypdfium2.PdfDocument(data)) as document:
                for page in document:
                    page.get_textpage().get_text_range()

    pages = sum(len(pypdf.PdfReader(io.BytesIO(data)).pages) for data in files)
    mine, other = rate(ours, pages, "pages", rounds), rate(theirs, pages, "pages", rounds)
    alone = rate(bare, pages, "pages", rounds)
    return [
        f"{name}: acquis {mine}",
        f"  PDFium's own text without layout {alone}",
        f"  pypdf {other}; acquis is {mine.speed / other.speed:.1f} times as fast",
    ]


def compare_html(rounds: int) -> list[str]:
    """acquis and trafilatura on one page."""
    import trafilatura

    data = ministry_page()
    content = Content("page.html", data)
    paragraphs = len(read_content(content).paragraphs)
    mine = rate(lambda: read_content(content), paragraphs, "paragraphs", rounds)
    other = rate(lambda: trafilatura.extract(data.decode()), paragraphs, "paragraphs", rounds)
    return [
        f"HTML: acquis {mine}",
        f"  trafilatura {other}; acquis is {mine.speed / other.speed:.1f} times as fast",
    ]


def versions() -> str:
    """What is compared."""
    names = ("pypdfium2", "pypdf", "selectolax", "trafilatura")
    return ", ".join(f"{name} {importlib.metadata.version(name)}" for name in names)


def main(argv: Sequence[str] | None = None) -> int:
    """Print the report; 0 when done."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("files", nargs="*", type=Path, default=sorted(PDFS.glob("*.pdf")))
    parser.add_argument("--only", choices=("pdf", "html"), help="one format only")
    parser.add_argument(
        "--rounds", type=int, default=5, help="the best of so many rounds counts (default: 5)"
    )
    args = parser.parse_args(argv)
    lines = [machine(), versions()]
    if args.only != "html":
        if args.files:
            lines += compare_pdf(
                f"{len(args.files)} PDF files", [path.read_bytes() for path in args.files], args.rounds
            )
        lines += compare_pdf(f"a report of {PAGES} pages", [printed_report()], args.rounds)
    if args.only != "pdf":
        lines += compare_html(args.rounds)
    lines.append(f"peak memory {peak_memory():.0f} MB")
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())

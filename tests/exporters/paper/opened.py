"""Files of papers, opened again by other programs than wrote them where there is one."""

from __future__ import annotations

import io
import re
import zipfile

import docx
from docx.document import Document
from markdown_it import MarkdownIt
from pypdf import PdfReader
from selectolax.lexbor import LexborHTMLParser


def words_of(form: str, file: bytes) -> str:
    """All that a reader sees of a file, space made even; of Word the header first and the footer last."""
    return " ".join(_READ[form](file).replace("\u00a0", " ").split())


def open_docx(file: bytes) -> Document:
    """The Word file."""
    return docx.Document(io.BytesIO(file))


def part(file: bytes, name: str) -> str:
    """One XML part of a Word file."""
    return zipfile.ZipFile(io.BytesIO(file)).read(name).decode()


def open_pdf(file: bytes) -> PdfReader:
    """The PDF."""
    return PdfReader(io.BytesIO(file))


def open_html(file: bytes) -> LexborHTMLParser:
    """The page."""
    return LexborHTMLParser(file.decode())


def open_markdown(file: bytes) -> LexborHTMLParser:
    """The page that a reader of Markdown makes of the text, with tables and struck words but without footnotes."""
    reader = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    return open_html(reader.render(file.decode()).encode())


def _docx(file: bytes) -> str:
    document = open_docx(file)
    section = document.sections[0]
    body = "".join(
        "\n" if element.tag.endswith("}p") else element.text or ""
        for element in document.element.body.iter()
        if element.tag.endswith(("}t", "}p"))
    )
    parts = (section.header.paragraphs[0].text, body, section.footer.paragraphs[0].text)
    return "\n".join(parts)


def _pdf(file: bytes) -> str:
    return "\n".join(page.extract_text() for page in open_pdf(file).pages)


def _html(file: bytes) -> str:
    body = open_html(file).body
    assert body is not None
    return re.sub(r"(?:end of )?added:?|(?:end of )?removed:?", "", body.text())


def _markdown(file: bytes) -> str:
    body = open_markdown(file).body
    assert body is not None
    return body.text()


_READ = {"docx": _docx, "pdf": _pdf, "html": _html, "md": _markdown}

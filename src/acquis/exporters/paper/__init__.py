"""A paper to a file: one file a form, each imported when it is written."""

from __future__ import annotations

from collections.abc import Callable

from acquis.model.paper import Paper


def write_docx(paper: Paper) -> bytes:
    """A Word file."""
    from acquis.exporters.paper.docx import document_bytes

    return document_bytes(paper)


def write_pdf(paper: Paper) -> bytes:
    """A PDF."""
    from acquis.exporters.paper.pdf import pdf_bytes

    return pdf_bytes(paper)


def write_markdown(paper: Paper) -> bytes:
    """A Markdown text with footnotes."""
    from acquis.exporters.paper.markdown import markdown_text

    return markdown_text(paper).encode()


def write_html(paper: Paper) -> bytes:
    """A page that needs nothing but itself."""
    from acquis.exporters.paper.html import html_text

    return html_text(paper).encode()


# By the name of the form, which is the ending of its file.
WRITERS: dict[str, Callable[[Paper], bytes]] = {
    "docx": write_docx,
    "pdf": write_pdf,
    "md": write_markdown,
    "html": write_html,
}

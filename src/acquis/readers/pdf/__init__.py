"""PDF with a text layer to a document: pages, lines, columns, paragraphs."""

from acquis.readers.pdf.reader import read_pdf

__all__ = ["read_pdf"]

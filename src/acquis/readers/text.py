"""Plain text to a document."""

from __future__ import annotations

from acquis.model.document import Document
from acquis.readers.assemble import assemble
from acquis.readers.blocks import read_blocks
from acquis.readers.front_matter import split_head


def read_plain_text(text: str, *, path: str, data: bytes) -> Document:
    """The document of a plain text file; `data` are its bytes, for the id."""
    head, body = split_head(text)
    return assemble(read_blocks(body, markdown=False), head, path=path, digest=data)

"""Plain text to a document."""

from __future__ import annotations

from acquis.model.document import Document
from acquis.readers.assemble import assemble
from acquis.readers.blocks import read_blocks
from acquis.readers.content import Content
from acquis.readers.decode import decode
from acquis.readers.front_matter import split_head


def read_plain_text(content: Content) -> Document:
    """The document of a plain text file; raises UnreadableSource where it is not text."""
    head, body = split_head(decode(content.data, content.path, content.charset))
    return assemble(read_blocks(body, markdown=False), head, content)

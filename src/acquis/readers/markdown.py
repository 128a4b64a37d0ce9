"""Markdown with YAML front matter to a document."""

from __future__ import annotations

from dataclasses import replace

from acquis.model.document import Document
from acquis.readers.assemble import assemble
from acquis.readers.blocks import read_blocks
from acquis.readers.front_matter import split_head
from acquis.readers.inline import plain


def read_markdown(text: str, *, path: str, data: bytes) -> Document:
    """The document of a Markdown file; `data` are its bytes, for the id."""
    head, body = split_head(text)
    blocks = [replace(block, text=" ".join(plain(block.text).split())) for block in read_blocks(body, markdown=True)]
    return assemble([block for block in blocks if block.text], head, path=path, digest=data)

"""Markdown with YAML front matter to a document."""

from __future__ import annotations

import re

from acquis.model.document import Document
from acquis.readers.assemble import assemble
from acquis.readers.blocks import read_blocks
from acquis.readers.content import Content
from acquis.readers.decode import decode
from acquis.readers.front_matter import split_head
from acquis.readers.inline import plain

# Comments, above all the "<!-- -->" that some writers put between lists. Bounded, so that a stray "<!--" costs little.
_COMMENT_LINE = re.compile(r"(?m)^[ \t]*<!--[^>]{0,2000}-->[ \t]*\n")
_COMMENT = re.compile(r"<!--[^>]{0,2000}-->")


def read_markdown(content: Content) -> Document:
    """The document of a Markdown file; raises UnreadableSource where it is not text."""
    head, body = split_head(decode(content.data, content.path, content.charset))
    if "<!--" in body:
        body = _COMMENT.sub("", _COMMENT_LINE.sub("", body))
    blocks = [
        block._replace(text=" ".join(plain(block.text).split())) for block in read_blocks(body, markdown=True)
    ]
    return assemble([block for block in blocks if block.text], head, content)

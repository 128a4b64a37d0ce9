"""A Word file (DOCX) to a document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from acquis.errors import UnreadableSource
from acquis.model.document import Document
from acquis.readers.assemble import assemble
from acquis.readers.blocks import Block
from acquis.readers.content import Content
from acquis.readers.docx.blocks import read_word_blocks
from acquis.readers.docx.package import open_parts
from acquis.readers.front_matter import Head

# What programs write into the title by themselves.
_NO_TITLE = re.compile(
    r"(?:microsoft word\b.*|.*\.(?:docx?|dotx?|rtf|odt|pdf)|document ?\d*|untitled|title|template\b.*|powerpoint.*)$",
    re.I,
)
_FIRST_BLOCKS = 12


def read_docx(content: Content) -> Document:
    """The document of a DOCX file.

    Raises UnreadableSource with code `binary`, `encrypted`, `damaged`, `too-large` or `empty`.
    The properties `created` and `modified` tell when somebody's copy was saved, not when a text was published:
    they give no date.
    """
    parts = open_parts(content)
    blocks = read_word_blocks(parts)
    if not blocks:
        raise UnreadableSource(content.path, "empty", "this DOCX file holds no text; expected paragraphs")
    return assemble(blocks, Head(_fields(" ".join(parts.title.split()), blocks, content)), content)


def _fields(declared: str, blocks: list[Block], content: Content) -> Mapping[str, str]:
    """Title and address. A title in the properties is often that of the file it was copied from: the text must bear it out."""
    first = blocks[:_FIRST_BLOCKS]
    headings = [block.text for block in first if block.kind == "heading"]
    borne_out = declared and declared.lower() in " ".join(block.text for block in first).lower()
    sensible = declared and not _NO_TITLE.match(declared) and (borne_out or not headings)
    title = declared if sensible else headings[0] if headings else ""
    fields = {"title": title, "url": content.url or ""}
    return {key: words for key, words in fields.items() if words}

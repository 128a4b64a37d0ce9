"""A web page to a document."""

from __future__ import annotations

import re
from collections.abc import Mapping

from acquis.errors import UnreadableSource
from acquis.grammar.dates import read_header_date
from acquis.grammar.language import guess_language
from acquis.model.document import Document
from acquis.readers.assemble import assemble
from acquis.readers.blocks import Block
from acquis.readers.content import Content
from acquis.readers.decode import decode_page
from acquis.readers.front_matter import Head
from acquis.readers.html.blocks import read_page_blocks
from acquis.readers.html.clutter import is_site_name
from acquis.readers.html.guard import make_safe
from acquis.readers.html.main import Region, find_main, whole_page
from acquis.readers.html.page_data import find_page_data
from acquis.readers.html.tree import Node, inner_words, read_tree

_ENOUGH_WORDS = 40
_FIRST_BLOCKS = 5
_DAY = re.compile(r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}|\d{1,2}\.? [A-Z][a-z]{2,8},? \d{4}|\d{4}-\d\d-\d\d)")
_NO_TEXT = "this page has no text without its scripts; expected a page whose text stands in its HTML"


def read_html(content: Content) -> Document:
    """The document of a web page; raises UnreadableSource with code `empty`, `binary` or `damaged`."""
    nodes = read_tree(make_safe(decode_page(content.data, content.path, content.charset)))
    region = find_main(nodes)
    blocks = read_page_blocks(nodes, region) or read_page_blocks(nodes, whole_page(nodes))
    if not blocks:
        raise UnreadableSource(content.path, "empty", _NO_TEXT)
    headline = _headline(nodes, region)
    fields = find_page_data(nodes, headline, region.start)
    return assemble(_with_headline(blocks, headline), Head(_settled(fields, blocks, content)), content)


def _headline(nodes: list[Node], region: Region) -> str:
    """The page's main heading: in its text, else one outside that its `<title>` bears out."""
    places = [at for at, node in enumerate(nodes) if node.name == "h1" and not is_site_name(node)]
    inside = [at for at in places if region.start <= at < region.end]
    declared = (
        ""
        if inside
        else " ".join(inner_words(nodes, at) for at in range(len(nodes)) if nodes[at].name == "title")
    )
    for at in inside or places:
        words = inner_words(nodes, at)
        if words and (inside or words in declared):
            return words
    return ""


def _with_headline(blocks: list[Block], headline: str) -> list[Block]:
    """The blocks with the headline, where it stands outside the main block."""
    if not headline or any(block.text == headline for block in blocks):
        return blocks
    return [Block("heading", headline, None, 1), *blocks]


def _settled(fields: Mapping[str, str], blocks: list[Block], content: Content) -> Mapping[str, str]:
    """The fields to keep: the declared language only where the words do not tell, for templates often declare it wrong.

    A page without a day in its metadata has that of a line over the text that is nothing but a day.
    """
    text = "\n".join(block.text for block in blocks[:100])
    told = len(text.split()) >= _ENOUGH_WORDS and guess_language(text) != "und"
    settled = {key: value for key, value in fields.items() if key != "language" or not told}
    day = next((block.text for block in blocks[:_FIRST_BLOCKS] if _DAY.fullmatch(block.text)), "")
    if "published" not in settled and (published := read_header_date(day)):
        settled["published"] = published
    return settled if "url" in settled or not content.url else settled | {"url": content.url}

"""Blocks in, document out: the canonical text, its paragraphs with addresses, and the metadata of its head."""

from __future__ import annotations

import hashlib
import re
from urllib.parse import urlsplit

from acquis.grammar.dates import read_header_date
from acquis.grammar.language import guess_language
from acquis.grammar.numbering import Numbering
from acquis.grammar.salutations import is_salutation
from acquis.grammar.symbols import find_document_symbol
from acquis.model.document import Document, Paragraph
from acquis.readers.blocks import Block, looks_like_heading
from acquis.readers.content import Content
from acquis.readers.front_matter import Head

_HEAD_LENGTH = 2_000
_DATE_KEYS = (
    "published",
    "date",
    "published_time",
    "publication_date",
    "publication date",
    "pubdate",
    "source.date",
)
_URL_KEYS = ("url", "source_url", "source.url", "link", "canonical_url")
_LANGUAGE = re.compile(r"^[a-z]{2}\b", re.I)


def assemble(blocks: list[Block], head: Head, content: Content) -> Document:
    """The document of these blocks. Its id is the SHA-256 of the file's bytes, first 16 hex digits."""
    blocks = _with_headings(blocks)
    text, paragraphs = _lay_out(blocks)
    return Document(
        id=hashlib.sha256(content.data).hexdigest()[:16],
        path=content.path,
        text=text,
        paragraphs=paragraphs,
        title=_title(head, blocks),
        published=_published(head),
        publisher=_publisher(head),
        url=_first(head, _URL_KEYS) or content.url,
        language=_language(head, text),
        symbol=head.fields.get("symbol") or find_document_symbol(text[:_HEAD_LENGTH]) or content.symbol,
        sponsors=(),
        provenance=head.provenance or _declared(head),
        tags=tuple(tag for tag in re.split(r"[,;]\s*", head.fields.get("tags", "")) if tag),
    )


def _with_headings(blocks: list[Block]) -> list[Block]:
    """Short lines that stand alone before other text are headings."""
    told = []
    for at, block in enumerate(blocks):
        following = blocks[at + 1] if at + 1 < len(blocks) else None
        told.append(
            block._replace(kind="heading", level=2)
            if following and _stands_alone(block, following)
            else block
        )
    return told


def _stands_alone(block: Block, following: Block) -> bool:
    if block.kind != "paragraph" or not block.text[:1].isalnum() or not looks_like_heading(block.text):
        return False
    leads = block.text.endswith(":") and following.kind == "item"
    return not leads and not block.text.endswith((",", "-", "–")) and not block.text[0].islower()


def _lay_out(blocks: list[Block]) -> tuple[str, tuple[Paragraph, ...]]:
    pieces: list[str] = []
    paragraphs: list[Paragraph] = []
    numbering = Numbering()
    at = 0
    for block in blocks:
        mark = "" if block.mark is None else "- " if block.mark.kind == "bullet" else f"{block.mark.printed} "
        address = _address(numbering, block)
        start = at + len(mark)
        paragraphs.append(
            Paragraph(
                address,
                block.kind,
                start,
                start + len(block.text),
                block.level,
                ordered=block.mark is not None and block.mark.kind != "bullet",
                page=block.page,
            )
        )
        pieces.append(mark + block.text)
        at = start + len(block.text) + 2
    return "\n\n".join(pieces), tuple(paragraphs)


def _address(numbering: Numbering, block: Block) -> str:
    """The address of a block; in a format that has pages it ends in the page ("13(f), p. 7")."""
    if block.kind == "heading":
        address = numbering.heading(block.text)
    elif block.kind == "footnote":
        address = f"note {block.mark.words}" if block.mark else "note"
    else:
        address = numbering.address(block.mark)
    return address if block.page is None else f"{address}, p. {block.page}"


def _first(head: Head, keys: tuple[str, ...]) -> str | None:
    return next((head.fields[key] for key in keys if head.fields.get(key)), None)


def _title(head: Head, blocks: list[Block]) -> str | None:
    """The head's title, else a heading that opens the text; words that only address somebody are none."""
    if (title := _first(head, ("title", "headline", "name"))) and not is_salutation(title):
        return " ".join(title.replace("\u00a0", " ").split())
    opening = blocks[0] if len(blocks) > 1 and blocks[0].kind == "heading" else None
    return opening.text if opening and not is_salutation(opening.text) else None


def _published(head: Head) -> str | None:
    words = head.date or _first(head, _DATE_KEYS)
    return read_header_date(words) if words else None


def _publisher(head: Head) -> str | None:
    url = _first(head, _URL_KEYS)
    return _first(head, ("publisher", "source.publisher", "author")) or (
        urlsplit(url).hostname if url else None
    )


def _declared(head: Head) -> str | None:
    """Front matter that says whose statement it is, in the free words of a provenance line."""
    keys = (
        "source",
        "state",
        "country",
        "speaker",
        "delegation",
        "forum",
        "session",
        "agenda_item",
        "agenda item",
    )
    words = [head.fields[key] for key in keys if head.fields.get(key)]
    return ", ".join(words) or None


def _language(head: Head, text: str) -> str:
    declared = _LANGUAGE.match(head.fields.get("language", head.fields.get("lang", "")))
    return declared.group().lower() if declared else guess_language(text)

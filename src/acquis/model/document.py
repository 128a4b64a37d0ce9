"""A document as it was read: canonical text, paragraphs with addresses, and what its source says of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from acquis.model.receipt import Skipped

ParagraphKind = Literal["heading", "paragraph", "item", "footnote"]
DocumentKind = Literal["communique", "statement", "report", "resolution", "other"]
TextStatus = Literal["agreed", "endorsed", "proposed", "chairs-summary", "national", "unofficial"]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of the canonical text with the address a person would cite (`13(f)`, `¶4`).

    `start` and `end` count characters of the text and leave a printed number or bullet outside.
    `level` is the depth of a list item or heading (0 for a plain paragraph, 1 for the outermost). `page` counts
    from 1 and is None in formats without pages. A footnote stands after the text it belongs to; it is kept and
    found by search, but no claim is read from it.
    """

    address: str
    kind: ParagraphKind
    start: int
    end: int
    level: int = 0
    ordered: bool = False
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence or list item: a span of the text inside the paragraph of that index."""

    start: int
    end: int
    paragraph: int


@dataclass(frozen=True, slots=True)
class Document:
    """One version of a work, read. All offsets of all findings count characters of `text`.

    `published` is an ISO date (or a year, or None); `provenance` is the archive's own line in free words
    (`# source: …`), metadata and never text. `unread` names the parts of the source that gave no text, and why.
    """

    id: str
    path: str
    text: str
    paragraphs: tuple[Paragraph, ...]
    title: str | None = None
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    language: str = "en"
    symbol: str | None = None
    kind: DocumentKind = "other"
    text_status: TextStatus = "unofficial"
    sponsors: tuple[str, ...] = ()
    provenance: str | None = None
    tags: tuple[str, ...] = ()
    reader: str = ""
    unread: tuple[Skipped, ...] = ()

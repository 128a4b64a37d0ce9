"""Filters in, a page of the list of documents out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Annotated, get_args

from fastapi import Query
from pydantic import Field

from acquis.exporters.rows import Table, documents_table
from acquis.grammar.words import normal_words
from acquis.model.document import DocumentKind
from acquis.model.kept import KeptDocument
from acquis.web.asked import Words, one_of
from acquis.web.desk import AtDesk, Desk
from acquis.web.sides import OfDays

_AT_ONCE = 250


class DocumentsAsked(OfDays):
    """Words of a title, symbol, series or file name; a kind; days between which a document lies; a page of the list."""

    q: Words = ""
    kind: Words = ""
    page: Annotated[int, Field(ge=1, le=10_000)] = 1


@dataclass(frozen=True, slots=True)
class DocumentsPage:
    """The newest version of every work that was asked for, the newest first; those without a date come last.

    `documents` are those of this page of the list, `total` how many there are on all `pages` of it; `kept` how many
    documents this viewer has at all.
    """

    asked: DocumentsAsked
    documents: tuple[KeptDocument, ...]
    total: int
    pages: int
    kept: int
    every: Sequence[KeptDocument] = field(repr=False, default=())
    kinds: tuple[str, ...] = get_args(DocumentKind)
    title: str = "Documents"

    def table(self) -> Table:
        """One document a row, of all pages of the list."""
        return documents_table(list(self.every), "")


def fill_documents(desk: AtDesk, asked: Annotated[DocumentsAsked, Query()]) -> DocumentsPage:
    """The documents that are asked for. Raises RequestError for what is no kind or no day."""
    kept = desk.remember("documents", lambda: _listed(desk))
    found = list(_chosen(kept, asked))
    first = (asked.page - 1) * _AT_ONCE
    shown = tuple(found[first : first + _AT_ONCE])
    return DocumentsPage(asked, shown, len(found), -(-len(found) // _AT_ONCE), len(kept), found)


def _listed(desk: Desk) -> list[KeptDocument]:
    found = desk.workspace.documents(viewer=desk.viewer)
    dated = [one for one in found if one.latest or one.published]
    undated = [one for one in found if not (one.latest or one.published)]
    return [*sorted(dated, key=lambda one: one.latest or "", reverse=True), *undated]


def _chosen(kept: Sequence[KeptDocument], asked: DocumentsAsked) -> Iterator[KeptDocument]:
    words, kind, period = set(normal_words(asked.q)), one_of(asked.kind, get_args(DocumentKind)), asked.period
    for one in kept:
        if kind and one.kind != kind:
            continue
        if period.holds(one) and (not words or words <= _named(one)):
            yield one


def _named(one: KeptDocument) -> set[str]:
    """The words that somebody may look for a document by."""
    return set(
        normal_words(" ".join(filter(None, (one.title, one.symbol, one.series, one.work, one.location))))
    )

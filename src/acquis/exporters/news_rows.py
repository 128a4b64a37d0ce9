"""What is new in, rows for programs out."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.exporters.ledger import promise_row
from acquis.exporters.rows import Row
from acquis.model.news import NewDocument, News


def news_rows(news: News) -> Iterator[Row]:
    """A row on what was asked, then rows of the `kind` document, promise, turned and gone."""
    yield {
        "kind": "since",
        "since": news.since,
        "as_of": news.as_of.isoformat(),
        "first": news.first,
        "documents_here": news.documents_here,
        "marking": news.marking.label,
    }
    yield from map(_document, news.documents)
    for one in news.turned:
        then = {"status_then": one.then.status, "why_then": one.then.why}
        yield {"kind": "turned", **then, **promise_row(one.now)}
    for promise in news.promises:
        yield {"kind": "promise", **promise_row(promise)}
    for promise in news.gone:
        yield {"kind": "gone", **promise_row(promise)}


def _document(one: NewDocument) -> Row:
    frame = one.frame
    return {
        "kind": "document", "document": frame.key, "title": frame.title, "published": frame.published,
        "actors": list(frame.actors), "added_at": frame.added_at, "location": frame.location,
        "version_before": one.before.key if one.before else None, "marking": frame.marking.label,
    }  # fmt: skip

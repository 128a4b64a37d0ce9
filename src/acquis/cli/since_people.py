"""What is new, for people: documents, promises that stand otherwise, new promises, promises that are gone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from acquis.cli.lines import Lines, document_source, quote_of
from acquis.cli.printing import moment
from acquis.exporters.cards import counted, period, short_title
from acquis.model.news import NewDocument, News, Turned
from acquis.model.promise import Promise

_MANY = 40
_DAY, _WIDE = 12, 19
Thing = TypeVar("Thing")


def print_news(news: News, by: str, *, everything: bool = False) -> None:
    """Print what is new, the long parts cut; one line where nothing is."""
    lines = Lines()
    if news.first:
        here = counted(news.documents_here, "document")
        lines.say(
            f"the first look of {by}: {here} here; the next `acquis since last` tells what is new from now on"
        )
        return
    since = moment(news.since) if news.since and "T" in news.since else news.since
    if not news.anything:
        lines.say(f"nothing new since {since}: no document came, and every promise stands as it did")
        return
    limit = None if everything else _MANY
    _section(lines, "new documents", news.documents, _print_document, limit)
    _section(lines, "promises that stand otherwise", news.turned, _print_turned, limit)
    _section(lines, "new promises", news.promises, _print_promise, limit)
    _section(lines, "no longer promised in these words", news.gone, _print_promise, limit)
    lines.say("")
    lines.say(f"{_counts(news)} since {since}; {news.marking.label}", "bold")


def _counts(news: News) -> str:
    return (
        f"{counted(len(news.documents), 'new document')}, {counted(len(news.turned), 'changed status')}, "
        f"{counted(len(news.promises), 'new promise')}".replace("statuss", "statuses")
        + (f", {len(news.gone)} no longer made" if news.gone else "")
    )


def _section(
    lines: Lines, title: str, things: Sequence[Thing], show: Callable[[Lines, Thing], None], limit: int | None
) -> None:
    if not things:
        return
    lines.head(f"{title} ({len(things)})")
    for one in things[:limit]:
        show(lines, one)
    if limit is not None and len(things) > limit:
        lines.say(f"and {len(things) - limit} more: --all shows them", "dim")


def _print_document(lines: Lines, one: NewDocument) -> None:
    frame = one.frame
    anew = f" · a new version of {one.before.key}" if one.before else ""
    who = f" · {', '.join(frame.actors[:4])}" if frame.actors else ""
    lines.entry(
        frame.published or "no date", f"{short_title(frame.title)} · {frame.key}{who}{anew}", wide=_DAY
    )


def _print_turned(lines: Lines, one: Turned) -> None:
    now = one.now
    lines.say(f"{one.then.status} → {now.status}", "bold")
    _print_words(lines, now, "")
    lines.entry("", now.why, wide=_WIDE)
    if now.evidence is not None:
        lines.entry("", f"→ {quote_of(now.evidence.sentence)}", wide=_WIDE)
        source = document_source(now.evidence.frame, now.evidence.address)
        lines.entry("", f"  {source}", wide=_WIDE, style="dim")


def _print_promise(lines: Lines, one: Promise) -> None:
    _print_words(lines, one, one.status)


def _print_words(lines: Lines, one: Promise, label: str) -> None:
    owners = ", ".join(one.claim.owners) or "nobody named"
    due = f" · due {period(one.due)}" if period(one.due) else ""
    lines.entry(label, f"{owners}: {quote_of(one.promised)}{due}", wide=_WIDE)
    source = document_source(one.frame, one.claim.paragraph)
    lines.entry("", f"{source} · promise {one.key}", wide=_WIDE, style="dim")

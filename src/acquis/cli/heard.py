"""An utterance for people: the words, and where they stand."""

from __future__ import annotations

from acquis.cli.lines import Lines, quote_of
from acquis.exporters.cards import day_of, short_title
from acquis.model.utterance import Utterance


def print_utterance(lines: Lines, one: Utterance, *, at: int, provision: str | None = None) -> None:
    """The sentence, and below it day, document, address, key and why it is about a provision."""
    link = one.link(provision) if provision else None
    why = f" · linked by {link.why}" if link else ""
    lines.say(quote_of(one.sentence), at=at)
    lines.say(f"{where_heard(one)}{why}", "dim", at=at)


def where_heard(one: Utterance) -> str:
    """ "2031-06-01 · Letter of Brevania ¶2 · 9b2c399b0a11"."""
    place = f"{short_title(one.title)} {one.address}".strip()
    return " · ".join((_day(one.day), place, one.key))


def _day(day: str | None) -> str:
    """A year where only the year is known, not its first and last day."""
    first, _, last = (day or "").partition("/")
    return day_of(None if last else first or None, first or None, last or None)

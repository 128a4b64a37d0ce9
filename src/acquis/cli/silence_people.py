"""What an edition left out, for people: by kind, each thing with the words, the paragraph and the document."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from acquis.cli.lines import Lines, document_source, quote_of
from acquis.exporters.cards import counted
from acquis.exporters.series_words import when_and_where
from acquis.model.series import Account, Edition
from acquis.model.silence import Silence, Silent, Told

_WIDE = 14
_NEAR = 0.3  # below that a candidate is no help


def print_silence(silence: Silence) -> None:
    """The two editions, who wrote their texts, then what only the earlier one has."""
    lines = Lines()
    lines.say(silence.series.name, "bold")
    _print_edition(lines, "before", silence.before, silence.earlier)
    _print_edition(lines, "after", silence.after, silence.later)
    for remark in silence.remarks:
        lines.say(remark)
    lines.say("")
    for (kind, _), some in groupby(silence.items, key=_place):
        _print_items(lines, kind, list(some))
    names = f"{counted(len(silence.items), 'thing')} of the edition before" if silence.items else "nothing"
    lines.say("")
    lines.say(f"{names} left out: no account of the later one has it, which denies nothing; {silence.marking.label}",
              "bold")  # fmt: skip


def _print_edition(lines: Lines, label: str, edition: Edition, accounts: Sequence[Account]) -> None:
    number = f"edition {edition.ordinal}{'*' if edition.inferred else ''}, " if edition.ordinal else ""
    lines.entry(label, f"{number}{when_and_where(edition)}", wide=_WIDE)
    for account in accounts:
        side = account.side or "side not told"
        lines.entry("", document_source(account.frame, side=side), wide=_WIDE, style="dim")


def _place(one: Silent) -> tuple[str, tuple[str, int, str]]:
    """What things of one kind share that stand in one sentence: it is quoted once."""
    first = one.told[0]
    words = first.said.words if first.said.value else str(first.said.start)
    return one.kind, (first.account.frame.key, first.said.start, words)


def _print_items(lines: Lines, kind: str, items: Sequence[Silent]) -> None:
    """Things of one kind in one sentence."""
    values = "; ".join(dict.fromkeys(one.told[0].said.value for one in items if one.told[0].said.value))
    promise, nearest = items[0].promise, items[0].nearest
    if promise is not None:
        values = f"{promise.status} ({promise.why})"
    told = [values] if values and values != items[0].told[0].said.words else []
    for number, words in enumerate([*told, *_quotes(items)]):
        lines.entry("" if number else kind, words, wide=_WIDE)
    if nearest is not None and nearest.score >= _NEAR:
        source = document_source(nearest.frame, nearest.address)
        near = f"nearest in the later edition ({nearest.score:.2f}): {quote_of(nearest.sentence)}"
        lines.entry("", near, wide=_WIDE)
        lines.entry("", source, wide=_WIDE, style="dim")


def _quotes(items: Sequence[Silent]) -> list[str]:
    """The words of every account, with where they stand."""
    told = {(_where(each), each.said.start, each.said.words): each for one in items for each in one.told}
    return [_quote(one) for one in told.values()]


def _quote(one: Told) -> str:
    """The words where they stand; what a table or a head of the document gave has none of its own."""
    return f"{quote_of(one.said.words)} {_where(one)}" if one.said.end else f"told in {_where(one)}"


def _where(one: Told) -> str:
    return f"{one.account.frame.key} {one.said.address}".strip()

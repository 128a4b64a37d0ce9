"""What an edition leaves out in, rows for programs out."""

from __future__ import annotations

from collections.abc import Iterator

from acquis.exporters.ledger import promise_row, sequel_row
from acquis.exporters.rows import Row
from acquis.exporters.series_rows import account_row, edition_row
from acquis.model.silence import Silence, Silent, Told


def silence_rows(silence: Silence) -> Iterator[Row]:
    """A row on what was compared, then one of `kind` for everything that only the earlier edition has."""
    yield {
        "kind": "silence",
        "series": silence.series.name,
        "parties": list(silence.series.parties),
        "before": edition_row(silence.before),
        "after": edition_row(silence.after),
        "earlier": [account_row(one) for one in silence.earlier],
        "later": [account_row(one) for one in silence.later],
        "remarks": list(silence.remarks),
        "marking": silence.marking.label,
    }
    yield from map(_item, silence.items)


def _item(one: Silent) -> Row:
    return {
        "kind": one.kind,
        "told": [_told(each) for each in one.told],
        "promise": promise_row(one.promise) if one.promise else None,
        "nearest": sequel_row(one.nearest) if one.nearest else None,
    }


def _told(one: Told) -> Row:
    said = one.said
    return {
        "document": one.account.frame.key, "side": one.account.side, "value": said.value, "words": said.words,
        "paragraph": said.address, "start": said.start, "end": said.end,
    }  # fmt: skip

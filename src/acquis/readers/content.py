"""What a source gave: its bytes and what their transport says of them."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.errors import UnreadableSource


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one source. `charset` is what an HTTP header declares; `url` the address they came from.

    `symbol` is the UN document symbol under which they were asked for.
    """

    path: str
    data: bytes
    charset: str | None = None
    url: str | None = None
    symbol: str | None = None


def too_large(path: str, max_size: int) -> UnreadableSource:
    """The error to raise for a source of more than `max_size` bytes."""
    message = f"larger than {max_size:,} bytes; raise the limit with --max-size if it is meant"
    return UnreadableSource(path, "too-large", message)

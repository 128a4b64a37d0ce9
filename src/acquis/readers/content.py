"""What a source gave: its bytes and what their transport says of them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Content:
    """The bytes of one source. `charset` is what an HTTP header declares; `url` the address they came from."""

    path: str
    data: bytes
    charset: str | None = None
    url: str | None = None

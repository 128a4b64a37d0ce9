"""Bytes of versions under zlib, bounded when they are taken out again."""

from __future__ import annotations

import zlib

_LEVEL = 4


def pack_bytes(data: bytes) -> bytes:
    """The bytes under zlib."""
    return zlib.compress(data, _LEVEL)


def unpack_bytes(packed: bytes, size: int) -> bytes:
    """The `size` bytes that were packed; raises ValueError where they are not these."""
    try:
        engine = zlib.decompressobj()
        data = engine.decompress(packed, size + 1)
    except zlib.error as problem:
        raise ValueError(str(problem)) from problem
    if len(data) != size:
        raise ValueError(f"{len(data)} bytes where {size} were kept")
    if not engine.eof or engine.unused_data:
        raise ValueError("they do not end where they should")
    return data

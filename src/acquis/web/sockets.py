"""A port in, a socket that listens on this machine alone out."""

from __future__ import annotations

import socket

LOOPBACK_ADDRESS = "127.0.0.1"
_WAITING = 128


def listen(port: int) -> socket.socket:
    """A listening socket at a port of the loopback address, 0 for a free one; raises OSError."""
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((LOOPBACK_ADDRESS, port))
        opened.listen(_WAITING)  # who comes while the server starts is answered then
    except OSError:
        opened.close()
        raise
    return opened

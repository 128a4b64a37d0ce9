"""A host and a port in, a socket that listens there out."""

from __future__ import annotations

import socket
from ipaddress import ip_address

LOOPBACK_ADDRESS = "127.0.0.1"
_WAITING = 128


def is_loopback(host: str) -> bool:
    """Is this the machine itself, and nothing that others reach?"""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def is_every(host: str) -> bool:
    """Is this every address of the machine, and the name of none?"""
    try:
        return ip_address(host).is_unspecified
    except ValueError:
        return False


def listen(port: int, host: str = LOOPBACK_ADDRESS) -> socket.socket:
    """A listening socket at a port of an address, 0 for a free one; raises OSError."""
    family, _, _, _, place = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
    opened = socket.socket(family, socket.SOCK_STREAM)
    try:
        opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind(place)
        opened.listen(_WAITING)  # who comes while the server starts is answered then
    except OSError:
        opened.close()
        raise
    return opened

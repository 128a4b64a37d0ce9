"""Which addresses of the internet may be connected to: the public ones, however they are written.

In: a host as an address of the web names it, or an IP address that a name resolves to. Out: yes or no.
"""

from __future__ import annotations

import re
import socket
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

Address = IPv4Address | IPv6Address

# RFC 4291: what is assigned to hosts of the public internet. Inside it, `is_global` knows the exceptions but these.
_PUBLIC_IPV6 = IPv6Network("2000::/3")
# 6to4 (RFC 7526) and documentation (RFC 9637): a tunnel leads where the IPv4 address inside it says.
_NOT_PUBLIC_IPV6 = (IPv6Network("2002::/16"), IPv6Network("3fff::/20"))
# RFC 6052: networks without IPv4 reach it through this prefix, so the address inside decides.
_NAT64 = IPv6Network("64:ff9b::/96")
# Protocol assignments (RFC 6890) and relays of 6to4 (RFC 7526).
_NOT_PUBLIC_IPV4 = (IPv4Network("192.0.0.0/24"), IPv4Network("192.88.99.0/24"))
_NUMBER = r"(?:0[xX][0-9a-fA-F]*|[0-9]+)"
_NUMERIC = re.compile(rf"{_NUMBER}(?:\.{_NUMBER}){{0,3}}\.?\Z")


def is_public(address: Address) -> bool:
    """Whether an address is of the public internet: not of this machine, its network, or a special range.

    An IPv4 address inside an IPv6 one is judged itself; tunnels (6to4, Teredo) and multicast are not public.
    """
    if isinstance(address, IPv6Address):
        inner = _inner(address)
        return _is_public_ipv6(address) if inner is None else is_public(inner)
    special = address.is_multicast or address.is_reserved or any(address in net for net in _NOT_PUBLIC_IPV4)
    return address.is_global and not special


def read_literal(host: str) -> Address | None:
    """The address that a host is, in any form that resolvers take ("127.1", "0x7f000001"); None for a name."""
    try:
        return ip_address(host.strip("[]"))
    except ValueError:
        pass
    if not _NUMERIC.match(host):
        return None
    try:
        return IPv4Address(socket.inet_aton(host.rstrip(".")))
    except OSError:
        return None


def _inner(address: IPv6Address) -> IPv4Address | None:
    if address.ipv4_mapped is not None:
        return address.ipv4_mapped
    return IPv4Address(int(address) & 0xFFFFFFFF) if address in _NAT64 else None


def _is_public_ipv6(address: IPv6Address) -> bool:
    special = any(address in network for network in _NOT_PUBLIC_IPV6)
    return address in _PUBLIC_IPV6 and address.is_global and not special

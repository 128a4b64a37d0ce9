"""Which addresses are of the public internet, in every form that they can be written."""

from __future__ import annotations

from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from acquis.readers.addresses import is_public, read_literal


@pytest.mark.parametrize(
    "words",
    ["8.8.8.8", "193.0.0.1", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::808:808"],
)
def test_the_public_internet_is_open(words: str) -> None:
    """Ordinary hosts, by IPv4, IPv6, and by IPv4 inside IPv6 where no tunnel is needed."""
    assert is_public(ip_address(words))


@pytest.mark.parametrize(
    "words",
    [
        "127.0.0.1", "127.8.8.8", "0.0.0.0", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254",
        "100.64.0.1", "192.0.0.8", "192.0.2.1", "192.88.99.1", "198.18.0.1", "198.51.100.1", "203.0.113.1",
        "224.0.0.1", "239.255.255.250", "240.0.0.1", "255.255.255.255",
        "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "fd00:ec2::254", "fec0::1", "ff02::1", "2001:db8::1", "3fff::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a9fe:a9fe",
        "64:ff9b:1::a00:1", "2002:7f00:1::", "2002:808:808::1", "2001:0:808:808::1", "5f00::1", "100::1",
    ],
)  # fmt: skip
def test_everything_else_is_closed(words: str) -> None:
    """This machine, its network, its cloud's metadata, carriers, tunnels, documentation, multicast, reserved ranges."""
    assert not is_public(ip_address(words))


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.0.0.1.", "2130706433", "0x7f000001", "0x7F.1", "017700000001", "127.1", "127.0.1",
        "0177.0.0.1", "0x7f.0x0.0x0.0x1",
    ],
)  # fmt: skip
def test_every_form_of_an_address_is_read(host: str) -> None:
    """Resolvers take numbers in decimal, octal and hex, and with parts left out; so does the check."""
    assert str(read_literal(host)) == "127.0.0.1"


@pytest.mark.parametrize("host", ["[::1]", "::1", "0:0:0:0:0:0:0:1"])
def test_ipv6_is_read_with_or_without_brackets(host: str) -> None:
    """Brackets belong to the address of a page, not to the host."""
    assert str(read_literal(host)) == "::1"


@pytest.mark.parametrize(
    "host", ["un.org", "localhost", "1.2.3.4.5", "0x7g", "127.0.0.1.example", "", "999.1.1.1"]
)
def test_a_name_is_no_address(host: str) -> None:
    """What only looks like a number is left to the resolver."""
    assert read_literal(host) is None


@given(st.ip_addresses(v=4))
def test_an_address_inside_another_is_judged_itself(address: object) -> None:
    """An IPv4 address is as public mapped into IPv6, or behind NAT64, as alone."""
    inner = ip_address(str(address))
    assert is_public(ip_address(f"::ffff:{address}")) == is_public(inner)
    assert is_public(ip_address((0x64FF9B << 96) + int(inner))) == is_public(inner)

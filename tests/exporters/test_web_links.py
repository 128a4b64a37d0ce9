"""Which addresses become links."""

from __future__ import annotations

import pytest

from acquis.exporters.web_links import web_link


@pytest.mark.parametrize(
    ("address", "link"),
    [
        ("https://Foreign.Aldoria.example/News/a_1.pdf?x=1&y=2#p3", "https://foreign.aldoria.example/News/a_1.pdf?x=1&y=2#p3"),
        ("HTTP://aldoria.example:8080", "http://aldoria.example:8080"),
        (" https://aldoria.example/ ", "https://aldoria.example/"),
        ("https://aldoria.example/a b/é?q=<x>#\"y\"", "https://aldoria.example/a%20b/%C3%A9?q=%3Cx%3E#%22y%22"),
        ("https://aldoria.example/100%25/{id}", "https://aldoria.example/100%25/%7Bid%7D"),
    ],
)  # fmt: skip
def test_addresses_of_the_web_become_links(address: str, link: str) -> None:
    """In plain characters, so that no form of file stumbles over them."""
    assert web_link(address) == link


@pytest.mark.parametrize(
    "address",
    [
        None, "", "javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", "mailto:a@b.example", "//aldoria.example",
        "https:aldoria.example", "https://", "https:///x", "ftp://aldoria.example", "A/75/816", "/home/desk/readout.md",
        "https://aldoria.example@evil.example/", "https://user:word@aldoria.example/", "https://аldoria.example/",
        "https://aldoria.example\\@evil.example", "https://aldoria.example/\nSet: x", "https://aldoria.example/\x00",
        "https://aldoria.example/\ud800", "https://[::1]/", "https://aldoria.example:port/", "javascript://aldoria.example/%0aalert(1)",
        "https://aldoria.example/" + "a" * 5000,
    ],
)  # fmt: skip
def test_nothing_else_does(address: str | None) -> None:
    """No script, no file, no address that seems to be another, no name in letters that look like others."""
    assert web_link(address) is None

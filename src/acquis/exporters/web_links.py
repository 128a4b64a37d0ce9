"""Addresses of sources in, addresses that a file may link to out."""

from __future__ import annotations

import re
from urllib.parse import quote

# Names in plain letters only, and none before an "@": both are how an address seems to be another.
_WEB = re.compile(
    r"(https?)://([a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?(?::\d{1,5})?)(?=[/?#]|$)(.*)", re.I | re.S
)
_LONGEST = 2000


def web_link(address: str | None) -> str | None:
    """The address in plain characters if it is one of the web, else None: a file never links anywhere else."""
    found = _WEB.fullmatch(address.strip()) if address and len(address) <= _LONGEST else None
    if found is None or re.search(r"[\0-\x1f\ud800-\udfff\ufffd]", found[3]):
        return None
    path, mark, fragment = found[3].partition("#")
    kept = quote(path, safe="/?:@!$&'()*+,;=%~-._")
    return f"{found[1].lower()}://{found[2].lower()}{kept}{mark}{quote(fragment, safe='/?:@!$&()*+,;=%~-._')}"

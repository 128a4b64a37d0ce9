"""What every answer passes: the headers that keep a page harmless, and who may ask at all.

Without accounts the server answers the machine it runs on alone, and only under its own name; with accounts under the
names that it was given. A page from elsewhere that has its name point here (DNS rebinding) is told from ours by the
Host it asks for, and a form of another site by its Origin.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS: Mapping[str, str] = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # With "no-referrer" browsers call the origin of our own forms "null".
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "Cache-Control": "no-store",
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Guard:
    """`hosts` are the names under which the server answers."""

    hosts: frozenset[str] = LOOPBACK

    def refusal(self, method: str, headers: Mapping[str, str]) -> str | None:
        """Why a request is not answered; None where it is."""
        host = _name_of(f"//{headers.get('host', '')}")
        if host not in self.hosts:
            return f"this server does not answer under the name {host!r}"
        origin = headers.get("origin")
        if method not in _SAFE:
            if headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
                return "a form of another site cannot change anything here"
            if origin is not None and urlsplit(origin).netloc != headers.get("host"):
                return "a form of another site cannot change anything here"
        return None


def _name_of(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").lower()
    except ValueError:
        return ""

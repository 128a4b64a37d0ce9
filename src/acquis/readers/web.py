"""A page of the web to its bytes: what may be asked for, how redirects are followed, how much is taken.

In: an http or https address. Out: `Content`, or UnreadableSource that says which rule it broke. Every hop of a
redirect keeps the rules of the first one. Proxies, certificates and passwords of the environment are not used,
and no cookies are kept.
"""

from __future__ import annotations

import re
from importlib.metadata import version

import httpx2

from acquis.errors import UnreadableSource
from acquis.readers.connections import Deadline, Network, Transport
from acquis.readers.content import Content, too_large

MOST_REDIRECTS = 5
PUBLIC = Network()
PUBLIC_AND_PRIVATE = Network(permits=lambda address, port: True)
_PORTS = {"http": 80, "https": 443}
# Lower ports belong to other services, which an address must not make us speak to.
_FIRST_FREE_PORT = 1024
_PLAIN = frozenset({"", "identity", "gzip", "deflate"})
_HOST = re.compile(rb"[A-Za-z0-9_.:-]+")
_CHARSET = re.compile(r"[A-Za-z0-9][\w.:+-]{0,40}\Z", re.A)
_ADVICE = {
    401: "it asks for a sign-in; save the page with a browser and read the file",
    403: "it asks for a sign-in or is closed to programs; save the page with a browser and read the file",
    404: "no such page; check the address",
    407: "it asks for a sign-in; save the page with a browser and read the file",
    410: "the page is gone; check the address, or look for it in a web archive",
    429: "it was asked too often; try later",
}


def read_web(path: str, address: str, *, max_size: int, network: Network = PUBLIC) -> Content:
    """The content at an address for the source `path`: at most `max_size` bytes once unpacked.

    Follows up to five redirects. Raises UnreadableSource with code `bad-address`, `insecure-redirect`,
    `too-many-redirects`, `http-error`, `too-large` or one of those that `connections` names.
    """
    headers = {
        "User-Agent": f"acquis/{version('acquis')}",
        "Accept": "*/*",
        "Accept-Language": "en",
        "Accept-Encoding": "gzip",
    }
    url = _parsed(path, address)
    with Transport(network, Deadline(path, network.seconds), max_size) as transport:
        for _ in range(MOST_REDIRECTS + 1):
            _check(path, url)
            response = transport.handle_request(httpx2.Request("GET", url, headers=headers))
            try:
                if not response.has_redirect_location:
                    return _content(path, response, max_size)
                url = _next_hop(path, response)
            finally:
                response.close()
    message = f"more than {MOST_REDIRECTS} redirects; give the address that a browser shows at the end"
    raise UnreadableSource(path, "too-many-redirects", message)


def _parsed(path: str, address: str, base: httpx2.URL | None = None) -> httpx2.URL:
    """An address, by itself or as a redirect from `base` writes it."""
    try:
        return base.join(address) if base else httpx2.URL(address)
    except (httpx2.InvalidURL, ValueError) as problem:
        message = f"{address[:80]!r} is no address ({problem}); expected one such as https://www.un.org/en/"
        raise UnreadableSource(path, "bad-address", message) from problem


def _check(path: str, url: httpx2.URL) -> None:
    """Refuse what must not be asked for, before anything is sent; what the host resolves to is checked later."""
    if url.scheme not in _PORTS:
        message = f"addresses of {url.scheme}:// are not fetched; expected http:// or https://"
        raise UnreadableSource(path, "bad-address", message)
    if not _HOST.fullmatch(url.raw_host):
        message = "no host of the web in the address; expected one such as https://www.un.org/en/"
        raise UnreadableSource(path, "bad-address", message)
    if url.userinfo:
        message = "the address holds a name or password; leave it out, or save the page and read the file"
        raise UnreadableSource(path, "bad-address", message)
    port = _PORTS[url.scheme] if url.port is None else url.port
    if port not in _PORTS.values() and not _FIRST_FREE_PORT <= port < 65536:
        message = f"port {port} is not one of the web; expected 80, 443, or 1024 and above"
        raise UnreadableSource(path, "bad-address", message)


def _next_hop(path: str, response: httpx2.Response) -> httpx2.URL:
    """Where a redirect leads; never from an encrypted address to a plain one."""
    hop = _parsed(path, response.headers["Location"], response.url)
    if response.url.scheme == "https" and hop.scheme == "http":
        message = f"redirects from https to {_bare(hop)}, where anyone between may change it; read that address if it is meant"
        raise UnreadableSource(path, "insecure-redirect", message)
    return hop


def _content(path: str, response: httpx2.Response, max_size: int) -> Content:
    status = response.status_code
    if not 200 <= status < 300:
        advice = _ADVICE.get(status, "its server fails; try later" if status >= 500 else "check the address")
        raise UnreadableSource(path, "http-error", f"{_bare(response.url)} answers {status}: {advice}")
    charset = response.charset_encoding or ""
    return Content(
        path,
        _body(path, response, max_size),
        charset=charset if _CHARSET.match(charset) else None,
        url=_bare(response.url),
    )


def _body(path: str, response: httpx2.Response, max_size: int) -> bytes:
    """The bytes once unpacked; stops at the limit, whatever the headers promise."""
    packing = response.headers.get("Content-Encoding", "").strip().lower()
    if packing not in _PLAIN:
        message = f"packed as {packing[:40]!r}, which was not asked for; save the page and read the file"
        raise UnreadableSource(path, "broken-transfer", message)
    declared = response.headers.get("Content-Length", "")
    if declared.isdecimal() and int(declared[:20]) > max_size:
        raise too_large(path, max_size)
    data = bytearray()
    try:
        for piece in response.iter_bytes():
            data += piece
            if len(data) > max_size:
                raise too_large(path, max_size)
    except httpx2.DecodingError as problem:
        message = f"damaged on the way ({problem}); try again, or save the page and read the file"
        raise UnreadableSource(path, "broken-transfer", message) from problem
    return bytes(data)


def _bare(url: httpx2.URL) -> str:
    """An address without its fragment, which names a place in the page."""
    return str(url.copy_with(fragment=None))

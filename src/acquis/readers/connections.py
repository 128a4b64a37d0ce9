"""The one place where acquis connects: every name is resolved, checked and connected to here, by one deadline.

In: requests of the HTTP client. Out: its responses, or UnreadableSource with code `private-address`,
`unreachable`, `tls`, `timeout` or `broken-transfer`. The checked address is the one connected to, so that a
name cannot answer one thing to the check and another to the connection; certificates are still checked
against the name. Imported only when something is fetched: the HTTP client loads slowly.
"""

from __future__ import annotations

import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotInTime
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from ipaddress import ip_address
from typing import Any

import httpcore2
import httpx2

from acquis.errors import UnreadableSource
from acquis.readers.addresses import Address, is_public, read_literal
from acquis.readers.content import too_large

SECONDS = 30.0


def resolve_name(host: str, port: int) -> list[str]:
    """The addresses of a name as the system's resolver gives them; raises OSError or ValueError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(place[0]) for *_, place in found]


def permits_public(address: Address, port: int) -> bool:
    """The rule by default: hosts of the public internet, whatever their port."""
    return is_public(address)


@dataclass(frozen=True, slots=True)
class Network:
    """How the web is reached: who resolves names, which addresses are permitted, whose certificates are trusted.

    `seconds` is for all of a fetch: names, connections, redirects, headers and body. Without `trust` the
    certificates that the system trusts are.
    """

    resolve: Callable[[str, int], Iterable[str]] = resolve_name
    permits: Callable[[Address, int], bool] = permits_public
    trust: ssl.SSLContext | None = None
    seconds: float = SECONDS


class Deadline:
    """The moment by which the fetch of `path` has ended, whatever a server does."""

    def __init__(self, path: str, seconds: float) -> None:
        self.path = path
        self._seconds = seconds
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds left, more than none; raises UnreadableSource with code `timeout` when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise self.passed()
        return left

    def passed(self) -> UnreadableSource:
        """The error to raise when time is up."""
        message = f"not fetched within {self._seconds:g} seconds; try later, or save it and read the file"
        return UnreadableSource(self.path, "timeout", message)


@cache
def _system_trust() -> ssl.SSLContext:
    return httpx2.create_ssl_context(trust_env=False)


class Transport(httpx2.BaseTransport):
    """The HTTP client's way out: HTTP/1.1 without proxies, through checked connections only.

    No body is longer than `max_size` as it comes; its reader counts what it unpacks to.
    """

    def __init__(self, network: Network, deadline: Deadline, max_size: int) -> None:
        self._path = deadline.path
        self._max_size = max_size
        self._pool = httpcore2.ConnectionPool(
            ssl_context=network.trust or _system_trust(),
            network_backend=_CheckedBackend(network, deadline),
        )

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """The response as soon as its headers are read; the body follows when it is asked for."""
        url = httpcore2.URL(
            scheme=request.url.raw_scheme,
            host=request.url.raw_host,
            port=request.url.port,
            target=request.url.raw_path,
        )
        asked = httpcore2.Request(request.method, url, headers=request.headers.raw)
        with _whole(self._path):
            response = self._pool.handle_request(asked)
        body = _Body(self._path, response.stream, self._max_size)
        return httpx2.Response(response.status, headers=response.headers, stream=body, request=request)

    def close(self) -> None:
        """Close every connection."""
        self._pool.close()


class _Body(httpx2.SyncByteStream):
    def __init__(self, path: str, stream: Any, max_size: int) -> None:
        self._path = path
        self._stream = stream
        self._max_size = max_size

    def __iter__(self) -> Iterator[bytes]:
        left = self._max_size
        with _whole(self._path):
            for piece in self._stream:
                left -= len(piece)
                if left < 0:
                    raise too_large(self._path, self._max_size)
                yield piece

    def close(self) -> None:
        self._stream.close()


@contextmanager
def _whole(path: str) -> Iterator[None]:
    try:
        yield
    except (httpcore2.ProtocolError, httpcore2.NetworkError) as problem:
        message = (
            f"the server does not answer as HTTP asks ({problem}); try again, or save it and read the file"
        )
        raise UnreadableSource(path, "broken-transfer", message) from problem


class _CheckedBackend(httpcore2.NetworkBackend):
    """Resolves a name once, checks all that it resolves to, and connects to one of these addresses."""

    def __init__(self, network: Network, deadline: Deadline) -> None:
        self._network = network
        self._deadline = deadline
        self._plain = httpcore2.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore2.SOCKET_OPTION] | None = None,
    ) -> httpcore2.NetworkStream:
        addresses = self._checked(host, port)
        problem: Exception | None = None
        for at, address in enumerate(addresses):
            share = self._deadline.left() / (len(addresses) - at)
            try:
                stream = self._plain.connect_tcp(str(address), port, share, local_address, socket_options)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as failure:
                problem = failure
            else:
                return _TimedStream(stream, self._deadline)
        self._deadline.left()
        message = f"{host} cannot be reached ({problem}); check the address and the connection"
        raise UnreadableSource(self._deadline.path, "unreachable", message) from problem

    def _checked(self, host: str, port: int) -> list[Address]:
        """The addresses of a host, all of them permitted."""
        literal = read_literal(host)
        addresses = [literal] if literal else self._resolved(host, port)
        for address in addresses:
            if not self._network.permits(address, port):
                message = (
                    f"{host} is at {address}, which is not public; --allow-private reads it if it is meant"
                )
                raise UnreadableSource(self._deadline.path, "private-address", message)
        return addresses

    def _resolved(self, host: str, port: int) -> list[Address]:
        try:
            found = self._ask(host, port).result(self._deadline.left())
        except NotInTime as problem:
            raise self._deadline.passed() from problem
        except (OSError, ValueError) as problem:
            message = f"no host {host} is known ({problem}); check the address and the connection"
            raise UnreadableSource(self._deadline.path, "unreachable", message) from problem
        return [ip_address(address) for address in dict.fromkeys(found)]

    def _ask(self, host: str, port: int) -> Future[list[str]]:
        """The resolver in a thread of its own, for it takes no time limit; nobody waits for it at the end."""
        answer: Future[list[str]] = Future()

        def ask() -> None:
            try:
                answer.set_result(list(self._network.resolve(host, port)))
            except (OSError, ValueError) as problem:
                answer.set_exception(problem)

        threading.Thread(target=ask, daemon=True).start()
        return answer


class _TimedStream(httpcore2.NetworkStream):
    """A connection on which no wait outlasts the deadline, however slowly bytes drip."""

    def __init__(self, stream: httpcore2.NetworkStream, deadline: Deadline) -> None:
        self._stream = stream
        self._deadline = deadline

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        with self._in_time():
            return self._stream.read(max_bytes, self._deadline.left())

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        with self._in_time():
            self._stream.write(buffer, self._deadline.left())

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        with self._in_time():
            try:
                secure = self._stream.start_tls(ssl_context, server_hostname, self._deadline.left())
            except httpcore2.ConnectError as problem:
                message = f"no secure connection to {server_hostname} ({problem}); check the address and its certificate"
                raise UnreadableSource(self._deadline.path, "tls", message) from problem
        return _TimedStream(secure, self._deadline)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)

    @contextmanager
    def _in_time(self) -> Iterator[None]:
        try:
            yield
        except httpcore2.TimeoutException as problem:
            raise self._deadline.passed() from problem

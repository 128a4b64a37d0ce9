"""Servers on this machine that behave and misbehave: what each path answers is a list of bytes or a generator."""

from __future__ import annotations

import itertools
import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field

import pytest

from acquis.errors import UnreadableSource
from acquis.readers.connections import Network
from acquis.readers.content import Content
from acquis.readers.web import read_web

WORDS = b"The two sides met in Oslo."
HEAD = b"HTTP/1.1 200 OK\r\n"
Answer = Iterable[bytes] | Callable[[threading.Event], Iterable[bytes]]


def page(body: bytes, *headers: str, status: str = "200 OK", length: int | None = None) -> list[bytes]:
    """A whole response, with the length of its body or a wrong one."""
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}", *headers]
    return ["\r\n".join([*lines, "", ""]).encode("latin-1") + body]


def redirect(location: str, status: str = "302 Found") -> list[bytes]:
    """A response that leads elsewhere."""
    return page(b"", f"Location: {location}", status=status)


def silence(stopped: threading.Event) -> Iterator[bytes]:
    """Takes the request and never answers."""
    stopped.wait()
    yield b""


def drip(beginning: bytes, drop: bytes) -> Callable[[threading.Event], Iterator[bytes]]:
    """A response that goes on for ever, a few bytes at a time."""

    def answer(stopped: threading.Event) -> Iterator[bytes]:
        yield beginning
        while not stopped.wait(0.02):
            yield drop

    return answer


def endless(beginning: bytes, piece: bytes) -> Callable[[threading.Event], Iterator[bytes]]:
    """A response that goes on for ever, as fast as it can."""

    def answer(stopped: threading.Event) -> Iterator[bytes]:
        yield beginning
        yield from itertools.takewhile(lambda _: not stopped.is_set(), itertools.repeat(piece))

    return answer


@dataclass
class Server:
    """A server that runs: where it listens, and the requests that came."""

    port: int
    requests: list[str] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)

    def url(self, path: str = "/", host: str = "127.0.0.1") -> str:
        """The address of one of its pages."""
        return f"http://{host}:{self.port}{path}"


@contextmanager
def serve(answers: Mapping[str, Answer], trust: ssl.SSLContext | None = None) -> Iterator[Server]:
    """A server on a free port of this machine, each connection in a thread; it ends with the block."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = Server(listening.getsockname()[1])
        threading.Thread(target=_accept, args=(listening, server, answers, trust), daemon=True).start()
        try:
            yield server
        finally:
            server.stopped.set()
            listening.shutdown(socket.SHUT_RDWR)


def _accept(
    listening: socket.socket, server: Server, answers: Mapping[str, Answer], trust: ssl.SSLContext | None
) -> None:
    with suppress(OSError):
        while True:
            connection, _ = listening.accept()
            threading.Thread(target=_talk, args=(connection, server, answers, trust), daemon=True).start()


def _talk(
    connection: socket.socket, server: Server, answers: Mapping[str, Answer], trust: ssl.SSLContext | None
) -> None:
    if trust:
        connection = trust.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
    with suppress(OSError), connection:
        request = connection.recv(65536).decode("latin-1")  # a request of ours comes in one piece
        server.requests.append(request)
        path = request.partition(" ")[2].partition(" ")[0]
        answer = answers.get(path, page(b"", status="400 Bad Request"))
        for piece in answer(server.stopped) if callable(answer) else answer:
            connection.sendall(piece)
        connection.shutdown(socket.SHUT_RDWR)


def fetch(server: Server, path: str = "/", *, max_size: int = 1_000_000, seconds: float = 5.0) -> Content:
    """A page of a server that alone is permitted; every name leads to this machine."""
    network = Network(
        lambda host, port: ["127.0.0.1"], lambda address, port: port == server.port, seconds=seconds
    )
    return read_web("source", server.url(path), max_size=max_size, network=network)


def refused(call: Callable[[], object]) -> UnreadableSource:
    """The error that a call raises; it names the source as the user gave it."""
    with pytest.raises(UnreadableSource) as caught:
        call()
    assert caught.value.path == "source"
    return caught.value

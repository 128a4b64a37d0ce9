"""Connections: no name leads to this machine or its network, and no server can stall or feed garbage."""

from __future__ import annotations

import os
import shutil
import socket
import ssl
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from servers import HEAD, WORDS, Answer, Server, drip, endless, fetch, page, redirect, refused, serve, silence

from acquis.errors import UnreadableSource
from acquis.readers import read_content
from acquis.readers.addresses import Address
from acquis.readers.connections import Network
from acquis.readers.content import Content
from acquis.readers.web import PUBLIC, PUBLIC_AND_PRIVATE, read_web

PIECES = [
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 Found\r\n", b"HTTP/1.0 301 X\r\n", b"HTTP/1.1 101 Switching\r\n", b"Location: ",
    b"/there", b"//", b":", b"http:", b"https://", b"http://xn--..", b"[::", b"%zz", b"\xff", b"?#", b":99999", b"Content-Type: ",
    b"text/plain; charset=", b"charset*=utf-8''%ff", b'"', b"Set-Cookie: a=\xff; Max-Age=9e99", b"Content-Encoding: gzip",
    b"Content-Length: ", b"5", b"Transfer-Encoding: chunked", b"5\r\nhello\r\n0\r\n\r\n", b"\x1f\x8b\x08\0", b"\r\n", b"\r\n\r\n", b"\0", b" ",
]  # fmt: skip


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "127.1", "2130706433", "0x7f000001", "0x7f.1", "017700000001", "0", "127.0.0.1.", "127。0。0。1",
        "[::1]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[64:ff9b::7f00:1]", "[2002:7f00:1::]",
        "169.254.169.254", "10.0.0.1", "100.64.0.1", "localhost", "LOCALHOST",
    ],
)  # fmt: skip
def test_this_machine_and_its_network_are_closed(host: str) -> None:
    """However the address is written: the server that listens there hears nothing."""
    with serve({"/": page(WORDS)}) as server:
        address = f"http://{host}:{server.port}/"
        problem = refused(lambda: read_web("source", address, max_size=1_000, network=PUBLIC))
        assert (problem.code, server.requests) == ("private-address", [])


def test_a_private_address_is_read_where_it_is_allowed() -> None:
    """What --allow-private asks for."""
    with serve({"/": page(WORDS)}) as server:
        assert read_web("source", server.url(), max_size=100, network=PUBLIC_AND_PRIVATE).data == WORDS


@pytest.mark.parametrize(
    "answers", [["10.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["fd00::1", "93.184.215.14"]]
)
def test_a_name_with_any_private_address_is_closed(answers: list[str]) -> None:
    """A name answers with several addresses: one that is not public closes them all."""
    network = Network(resolve=lambda host, port: answers)
    problem = refused(lambda: read_web("source", "http://pages.example/", max_size=9, network=network))
    assert problem.code == "private-address"
    assert "pages.example is at" in problem.message


def test_a_name_is_resolved_once_and_keeps_its_name() -> None:
    """The address that was checked is the one connected to: a second answer of the name is never asked for."""
    with serve({"/": page(WORDS)}) as server:
        answers = iter([["127.0.0.1"], ["127.0.0.2"]])
        seen: list[Address] = []
        network = Network(lambda host, port: next(answers), lambda address, port: not seen.append(address))  # type: ignore[func-returns-value]
        found = read_web("source", server.url(host="pages.example"), max_size=100, network=network)
        assert (found.data, [str(address) for address in seen]) == (WORDS, ["127.0.0.1"])
        assert f"Host: pages.example:{server.port}\r\n" in server.requests[0]
        assert next(answers) == ["127.0.0.2"]


def test_the_next_address_of_a_name_is_tried() -> None:
    """One address that refuses does not make a page unreachable."""
    with serve({"/": page(WORDS)}) as server:
        network = Network(lambda host, port: ["127.0.0.9", "127.0.0.1"], lambda address, port: True)
        assert (
            read_web("source", server.url(host="pages.example"), max_size=100, network=network).data == WORDS
        )


def test_an_address_that_is_silent_leaves_time_for_the_next() -> None:
    """Where a name has several addresses, none of them uses up the time of all."""
    with serve({"/": page(WORDS)}) as server, socket.create_server(("127.0.0.9", server.port), backlog=0):
        waiting = [socket.socket() for _ in range(3)]  # a full queue: the system lets the next one wait
        for one in waiting:
            one.setblocking(False)
            one.connect_ex(("127.0.0.9", server.port))
        network = Network(
            lambda host, port: ["127.0.0.9", "127.0.0.1"], lambda address, port: True, seconds=1.0
        )
        found = read_web("source", server.url(host="pages.example"), max_size=100, network=network)
        for one in waiting:
            one.close()
    assert found.data == WORDS


def test_nobody_there_is_unreachable() -> None:
    """A closed port and an unknown name say so."""
    with serve({}) as server:
        pass
    assert refused(lambda: fetch(server)).code == "unreachable"

    def unknown(host: str, port: int) -> list[str]:
        raise OSError("Name or service not known")

    network = Network(resolve=unknown)
    problem = refused(lambda: read_web("source", "http://pages.example/", max_size=9, network=network))
    assert (problem.code, "pages.example" in problem.message) == ("unreachable", True)


def test_a_resolver_that_never_answers_is_left() -> None:
    """The system's resolver takes no limit, so nobody waits for it."""
    stopped = threading.Event()
    network = Network(resolve=lambda host, port: [str(stopped.wait())], seconds=0.2)
    problem = refused(lambda: read_web("source", "http://pages.example/", max_size=9, network=network))
    stopped.set()
    assert problem.code == "timeout"


@pytest.mark.parametrize(
    "answer",
    [
        silence,
        drip(HEAD, b"X: y\r\n"),
        drip(HEAD + b"X: ", b"y"),
        drip(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n"),
        drip(HEAD + b"Content-Length: 100000\r\n\r\n", b"a"),
        drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\na\r\n"),
        drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1"),
        drip(HEAD + b"Transfer-Encoding: chunked\r\n\r\n0\r\n", b"X: y\r\n"),
        drip(HEAD + b"\r\n", b"a"),
        drip(b"HTTP/1.1 302 Found\r\nLocation: /\r\nContent-Length: 0\r\n", b"X: y\r\n"),
        endless(b"HTTP/1.1 100 Continue\r\n\r\n", b"HTTP/1.1 100 Continue\r\n\r\n" * 100),
    ],
    ids=["silence", "headers", "header", "continue", "body", "chunks", "size", "trailer", "open", "hop", "flood"],
)  # fmt: skip
def test_no_server_can_stall(answer: Answer) -> None:
    """One time limit for everything, however slowly it drips."""
    with serve({"/": answer}) as server:
        began = time.monotonic()
        assert refused(lambda: fetch(server, seconds=0.3)).code == "timeout"
        assert time.monotonic() - began < 1.5


def test_redirects_share_the_time_limit() -> None:
    """Five slow hops are not five limits."""

    def slow(stopped: threading.Event) -> Iterator[bytes]:
        stopped.wait(0.15)
        yield from redirect("/")

    with serve({"/": slow}) as server:
        assert refused(lambda: fetch(server, seconds=0.3)).code == "timeout"


@pytest.mark.parametrize(
    "answer",
    [
        [],
        [b"\r\n"],
        [WORDS],
        [b"HTTP/1.1 two hundred\r\n\r\n"],
        [b"SSH-2.0-OpenSSH\r\n"],
        page(b"", "X: " + "y" * 300_000),
        endless(HEAD, b"X: y\r\n" * 10_000),
        page(WORDS, length=500),
        [HEAD + b"Content-Length: 1\r\nContent-Length: 2\r\n\r\nab"],
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\n1a\r\nThe two"],
        [HEAD + b"Transfer-Encoding: chunked\r\n\r\n-1\r\na"],
        page(WORDS, "Content-Encoding: gzip"),
        page(WORDS, "Content-Encoding: br"),
        page(WORDS, "Content-Encoding: gzip, gzip"),
    ],
    ids=[
        "closes", "blank", "HTTP/0.9", "status", "ssh", "huge header", "endless headers", "short", "two lengths",
        "cut chunk", "bad chunk", "no gzip", "brotli", "twice",
    ],
)  # fmt: skip
def test_what_is_not_http_is_a_broken_transfer(answer: Answer) -> None:
    """Garbage, boundless headers, and bodies that are cut or not packed as promised."""
    with serve({"/": answer}) as server:
        assert refused(lambda: fetch(server)).code == "broken-transfer"


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.binary(max_size=5)).map(b"".join))
def test_whatever_a_server_sends_is_a_page_or_one_clear_error(answer: bytes) -> None:
    """Pieces of HTTP in any order: nothing but a document or UnreadableSource comes out."""
    with serve({"/": [answer]}) as server, suppress(UnreadableSource):
        assert read_content(fetch(server, seconds=1.0)).text


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate for pages.example with its key in one file, made for this run."""
    if shutil.which("openssl") is None and "CI" not in os.environ:
        pytest.skip("openssl makes the certificate")
    file = tmp_path_factory.mktemp("trust") / "pages.pem"
    words = (
        "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=pages.example"
    )
    name = "subjectAltName=DNS:pages.example"
    command = ["openssl", *words.split(), "-addext", name, "-keyout", str(file), "-out", f"{file}.crt"]
    subprocess.run(command, check=True, capture_output=True)
    file.write_text(file.read_text() + Path(f"{file}.crt").read_text())
    return file


@pytest.fixture
def secure(certificate: Path) -> Iterator[Server]:
    """A server that speaks https as pages.example."""
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with serve({"/": page(WORDS), "/plain": redirect("http://pages.example/")}, context) as server:
        yield server


def over_tls(server: Server, certificate: Path | None, address: str) -> Content:
    """A page over https from a server whose certificate is trusted, or not."""
    trust = ssl.create_default_context(cafile=str(certificate)) if certificate else None
    network = Network(lambda host, port: ["127.0.0.1"], lambda _, port: port == server.port, trust, 5.0)
    return read_web("source", address, max_size=100, network=network)


def test_the_certificate_is_checked_against_the_name(secure: Server, certificate: Path) -> None:
    """The connection goes to the checked address, the certificate is the name's; another name is refused."""
    address = f"https://pages.example:{secure.port}/"
    assert over_tls(secure, certificate, address).data == WORDS
    other = address.replace("pages", "others")
    assert refused(lambda: over_tls(secure, certificate, other)).code == "tls"


def test_an_untrusted_certificate_is_refused(
    secure: Server,
) -> None:
    """As is a server that does not speak https at all."""
    assert refused(lambda: over_tls(secure, None, f"https://pages.example:{secure.port}/")).code == "tls"
    with serve({"/": page(WORDS)}) as plain:
        assert refused(lambda: over_tls(plain, None, f"https://pages.example:{plain.port}/")).code == "tls"


def test_a_server_that_stalls_the_greeting_is_left() -> None:
    """The time limit holds for the secure greeting too."""
    network = Network(lambda host, port: ["127.0.0.1"], lambda address, port: True, seconds=0.3)
    with socket.create_server(("127.0.0.1", 0)) as listening:
        address = f"https://pages.example:{listening.getsockname()[1]}/"
        assert refused(lambda: read_web("source", address, max_size=9, network=network)).code == "timeout"


def test_no_redirect_leads_from_https_to_http(secure: Server, certificate: Path) -> None:
    """Who asked for an encrypted page does not get a plain one unasked."""
    address = f"https://pages.example:{secure.port}/plain"
    problem = refused(lambda: over_tls(secure, certificate, address))
    assert (problem.code, "http://pages.example/" in problem.message) == ("insecure-redirect", True)

"""Reading from the web: what is asked for and how, where redirects may lead, how much is taken."""

from __future__ import annotations

import gzip
import zlib

import pytest
from servers import HEAD, WORDS, Answer, endless, fetch, page, redirect, refused, serve

from acquis.readers import read_content
from acquis.readers.content import Content
from acquis.readers.web import PUBLIC, read_web

BOMB = gzip.compress(bytes(50_000_000))


def test_a_page_comes_with_its_charset_and_address() -> None:
    """The bytes as they are, the charset that the header declares, the address without its fragment."""
    with serve({"/note?a=1": page(WORDS, 'Content-Type: text/plain; charset="koi8-r"')}) as server:
        found = fetch(server, "/note?a=1#part")
        assert found == Content("source", WORDS, "koi8-r", server.url("/note?a=1"))


def test_the_request_says_who_asks_and_nothing_more(monkeypatch: pytest.MonkeyPatch) -> None:
    """A plain GET by acquis and its version; proxies and passwords of the environment are not used."""
    monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
    monkeypatch.setenv("ALL_PROXY", "http://127.0.0.1:9")
    with serve({"/": page(WORDS)}) as server:
        assert fetch(server).data == WORDS
        [request] = server.requests
        assert request.startswith("GET / HTTP/1.1\r\n")
        headers = dict(line.split(": ", 1) for line in request.split("\r\n")[1:] if line)
        assert headers.pop("Host") == f"127.0.0.1:{server.port}"
        assert headers.pop("User-Agent").startswith("acquis/0.")
        assert headers == {
            "Accept": "*/*", "Accept-Language": "en", "Accept-Encoding": "gzip",
        }  # fmt: skip


@pytest.mark.parametrize(
    ("encoding", "charset"),
    [("latin-1", "iso-8859-1"), ("koi8-r", "KOI8-R"), ("utf-16-le", "utf-16le"), ("utf-8", "iso-8859-1")],
)
def test_the_header_tells_the_charset_where_the_bytes_do_not(encoding: str, charset: str) -> None:
    """A charset that only the header declares is used; bytes that are UTF-8 are believed before it."""
    words = "Делегация Альдории met in Oslo." if encoding == "koi8-r" else "Café talks in Oslo."
    with serve({"/": page(words.encode(encoding), f"Content-Type: text/plain; charset={charset}")}) as server:
        assert read_content(fetch(server)).text == words


@pytest.mark.parametrize("charset", ["punycode", "zip", "utf-7", "no such", "a" * 5_000, "\xff"])
def test_a_charset_that_is_none_is_ignored(charset: str) -> None:
    """Codecs of Python that no page is written in are not run on its bytes."""
    with serve(
        {"/": page("Café talks.".encode("cp1252"), f"Content-Type: text/plain; charset={charset}")}
    ) as server:
        assert read_content(fetch(server)).text == "Café talks."


def test_redirects_are_followed_to_the_end() -> None:
    """Relative and absolute ones, up to five; the address is the last one, the source the user's."""
    with serve(
        {f"/{step}": redirect(f"/{step + 1}", status="308 Permanent Redirect") for step in range(5)}
        | {"/5": page(WORDS)}
    ) as server:
        found = fetch(server, "/0")
        assert (found.path, found.url, found.data) == ("source", server.url("/5"), WORDS)


def test_redirects_end() -> None:
    """A loop is left after five redirects."""
    with serve({"/": redirect("/")}) as server:
        assert refused(lambda: fetch(server)).code == "too-many-redirects"
        assert len(server.requests) == 6


def test_a_redirect_to_a_private_address_is_refused() -> None:
    """Every hop is checked like the first: the server that it leads to hears nothing."""
    with serve({"/": page(WORDS)}) as inside, serve({"/": redirect(inside.url())}) as server:
        problem = refused(lambda: fetch(server))
        assert (problem.code, inside.requests) == ("private-address", [])
        assert "127.0.0.1" in problem.message


@pytest.mark.parametrize(
    "target",
    [
        "file:///etc/passwd", "ftp://127.0.0.1/a", "gopher://127.0.0.1/a", "javascript:alert(1)", "data:,words",
        "http://user:secret@127.0.0.1/", "http://127.0.0.1:22/", "http://127.0.0.1:0/", "http://[::1/", "http://a b/",
    ],
)  # fmt: skip
def test_a_redirect_to_anything_but_the_web_is_refused(target: str) -> None:
    """No files, other services, passwords or broken addresses."""
    with serve({"/": redirect(target)}) as server:
        assert refused(lambda: fetch(server)).code == "bad-address"


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://example.org/a", "https://", "https:///a", "https://user@example.org/",
        "https://:secret@example.org/", "https://example.org:25/", "https://example.org:99999/", "http://[::1/",
        "https://exa mple.org/", "https://example.org/\r\nX: y", "https://①②⑦.⓪.⓪.①/", "https://0177.0.0.1/", "http://[fe80::1%25eth0]/", "https://" + "a" * 70_000,
    ],
)  # fmt: skip
def test_only_plain_web_addresses_are_fetched(address: str) -> None:
    """The message says what would be right, and nothing is sent."""
    problem = refused(lambda: read_web("source", address, max_size=1_000, network=PUBLIC))
    assert problem.code == "bad-address"
    assert "secret" not in problem.message


@pytest.mark.parametrize(
    "answer",
    [
        page(b"a" * 2_000),
        page(b"", length=2_000),
        endless(HEAD + b"\r\n", b"a" * 50_000),
        endless(HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"3e8\r\n" + b"a" * 1_000 + b"\r\n"),
        page(BOMB, "Content-Encoding: gzip"),
        page(zlib.compress(bytes(50_000_000)), "Content-Encoding: deflate"),
        endless(HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"a"), bytes(50_000)),
    ],
    ids=["large", "promised", "endless", "chunks", "gzip", "deflate", "after gzip"],
)
def test_no_server_can_flood(answer: Answer) -> None:
    """The limit counts unpacked bytes as they come, and a promised size before any come."""
    with serve({"/": answer}) as server:
        problem = refused(lambda: fetch(server, max_size=1_999))
        assert (problem.code, "1,999 bytes" in problem.message) == ("too-large", True)


def test_a_bomb_takes_no_memory() -> None:
    """Of fifty megabytes packed into fifty thousand bytes only a piece is ever unpacked."""
    import tracemalloc

    with serve({"/": page(BOMB, "Content-Encoding: gzip")}) as server:
        tracemalloc.start()
        assert refused(lambda: fetch(server, max_size=60_000)).code == "too-large"
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert peak < 8_000_000


def test_what_just_fits_is_read() -> None:
    """The limit is inclusive, packed or not."""
    with serve({"/": page(WORDS), "/packed": page(gzip.compress(WORDS), "Content-Encoding: gzip")}) as server:
        assert fetch(server, max_size=len(WORDS)).data == WORDS
        assert fetch(server, "/packed", max_size=60).data == WORDS


def test_no_more_than_the_promised_length_is_read() -> None:
    """What a server sends after the end of the body is not of the page."""
    with serve({"/": page(WORDS + b" And more.", length=len(WORDS))}) as server:
        assert fetch(server).data == WORDS


@pytest.mark.parametrize(
    ("status", "advice"),
    [
        ("401 Unauthorized", "sign-in"), ("403 Forbidden", "sign-in"), ("404 Not Found", "check the address"),
        ("410 Gone", "gone"), ("418 Teapot", "check the address"), ("429 Too Many Requests", "later"),
        ("500 Internal Server Error", "later"), ("503 Service Unavailable", "later"), ("304 Not Modified", "check"),
        ("302 Found", "check"),
    ],
)  # fmt: skip
def test_an_error_of_the_server_is_said_with_advice(status: str, advice: str) -> None:
    """The status is in the message, and what to do; the error page is not read as the document."""
    with serve({"/": page(b"" if status.startswith("304") else WORDS, status=status)}) as server:
        problem = refused(lambda: fetch(server))
        assert problem.code == "http-error"
        assert f"{server.url()} answers {status[:3]}: " in problem.message
        assert advice in problem.message


@pytest.mark.parametrize("answer", [page(b""), [b"HTTP/1.1 204 No Content\r\n\r\n"], page(b" \r\n")])
def test_an_empty_page_is_empty(answer: Answer) -> None:
    """No words are no document, whatever the status."""
    with serve({"/": answer}) as server:
        assert refused(lambda: read_content(fetch(server))).code == "empty"


def test_the_bytes_tell_the_format_not_the_header() -> None:
    """A text served as a picture is a text; a picture served as text is refused."""
    with serve(
        {
            "/text": page(WORDS, "Content-Type: image/png"),
            "/picture": page(b"\x89PNG\r\n\x1a\n", "Content-Type: text/plain"),
        }
    ) as server:
        assert read_content(fetch(server, "/text")).text == WORDS.decode()
        assert refused(lambda: read_content(fetch(server, "/picture"))).code == "binary"

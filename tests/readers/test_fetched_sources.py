"""From an address or a symbol to a record: sources, the command line, Python."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result
from servers import WORDS, page, serve, silence

import acquis
from acquis.errors import UnreadableSource
from acquis.readers import Source, find_sources, read_content, read_document, sources
from acquis.readers.content import Content

Run = Callable[..., Result]
NOTE = b"Canada and Chile agreed to meet again in Oslo in 2032."


@pytest.mark.parametrize("name", ["https://example.org/a?b=*&c=[1]", "HTTP://EXAMPLE.ORG/*", "A/75/816"])
def test_an_address_or_symbol_is_one_source(name: str) -> None:
    """It is no glob, whatever stands in it, and carries the limits that were asked for."""
    assert list(find_sources((name,), max_size=9, allow_private=True)) == [Source(name, 9, True)]


@pytest.mark.parametrize("name", ["A/75/816", "http://127.0.0.1/a", "ftp:/a"])
def test_a_file_is_a_file_whatever_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Nothing is fetched for a name that is there on disk."""
    (tmp_path / name).parent.mkdir(parents=True)
    (tmp_path / name).write_bytes(WORDS)
    monkeypatch.chdir(tmp_path)
    [source] = find_sources((name,))
    assert source.load() == Content(name, WORDS)


def test_a_folder_named_like_a_symbol_is_a_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Its texts are the sources."""
    (tmp_path / "A/75/816").mkdir(parents=True)
    (tmp_path / "A/75/816/note.txt").write_bytes(WORDS)
    monkeypatch.chdir(tmp_path)
    assert [source.path for source in find_sources(("A/75/816",))] == ["A/75/816/note.txt"]


@pytest.mark.parametrize("name", ["ftp://example.org/a", "file:///etc/passwd", "s3://bucket/a"])
def test_other_addresses_say_what_would_be_right(name: str) -> None:
    """They are neither files nor fetched."""
    with pytest.raises(UnreadableSource, match="expected http:// or https://") as caught:
        Source(name).load()
    assert (caught.value.code, caught.value.path) == ("bad-address", name)


def test_no_symbol_and_no_file_is_not_found() -> None:
    """The message names all that a source can be."""
    with pytest.raises(UnreadableSource, match="web address, UN document symbol") as caught:
        Source("A/75/816/nothing.txt").load()
    assert caught.value.code == "not-found"


def test_a_symbol_is_fetched_from_its_official_address(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the blank of its normal form; the document keeps that address, wherever it redirects, and the symbol."""
    answers = {
        "/en/A/RES/2625(XXV)": page(b"", "Location: /there", status="302 Found"),
        "/there": page(NOTE, "Content-Type: text/plain"),
    }
    assert sources.UN_DOCUMENTS == "https://docs.un.org/en/"
    with serve(answers) as server:
        monkeypatch.setattr(sources, "UN_DOCUMENTS", server.url("/en/"))
        document = read_document(Source("A/RES/2625(XXV)", allow_private=True))
    assert (document.path, document.symbol) == ("A/RES/2625(XXV)", "A/RES/2625 (XXV)")
    assert document.url == server.url("/en/A/RES/2625(XXV)")


def test_a_page_around_a_un_document_is_not_the_document(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the official address shows the document in a frame, the file itself is fetched; the address stays."""
    frame = b"<!DOCTYPE html><html><body><iframe src=x></iframe></body></html>"
    answers = {"/en/A/75/816": page(frame), "/file?s=A/75/816": page(b"The group met.")}
    with serve(answers) as server:
        monkeypatch.setattr(sources, "UN_DOCUMENTS", server.url("/en/"))
        monkeypatch.setattr(sources, "UN_FILES", server.url("/file?s={symbol}"))
        content = Source("A/75/816", allow_private=True).load()
    assert (content.data, content.url, content.symbol) == (
        b"The group met.",
        server.url("/en/A/75/816"),
        "A/75/816",
    )


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        (b"The sides met.", "A/75/816"),
        (b"A/75/816/Add.1\n\nThe sides met.", "A/75/816/Add.1"),
        (b"---\nsymbol: S/2024/302\n---\nThe sides met.", "S/2024/302"),
    ],
)
def test_the_text_knows_its_symbol_best(text: bytes, symbol: str) -> None:
    """The symbol that was asked for stands in only where the document shows none."""
    assert read_content(Content("A/75/816", text, symbol="A/75/816")).symbol == symbol


def test_an_address_becomes_a_record() -> None:
    """The path as it was given, the address where it was found, and the claims of the text."""
    with serve({"/note": page(NOTE)}) as server:
        record = acquis.read(server.url("/note#top"), allow_private=True)
        assert (record.document.path, record.document.url) == (server.url("/note#top"), server.url("/note"))
    assert [claim.act for claim in record.claims] == ["commitment"]


def test_private_addresses_are_closed_to_python_by_default() -> None:
    """As on the command line."""
    with serve({"/note": page(NOTE)}) as server:
        with pytest.raises(UnreadableSource, match="is not public"):
            acquis.read(server.url("/note"))
        assert server.requests == []


def test_the_command_line_reads_addresses_among_files(run: Run, tmp_path: Path) -> None:
    """What cannot be fetched is an error row with its code, and the rest is read."""
    (tmp_path / "note.txt").write_bytes(NOTE)
    with serve({"/note": page(NOTE), "/gone": page(b"", status="404 Not Found")}) as server:
        names = (server.url("/note"), server.url("/gone"), tmp_path / "note.txt")
        result = run("read", "--format", "jsonl", "--allow-private", *names)
        closed = run("read", "--format", "jsonl", server.url("/note"))
    rows = [json.loads(line) for line in result.stdout.splitlines()]
    assert [row.get("error", {}).get("code") for row in rows] == [None, "http-error", None]
    assert [row["path"] for row in rows] == [str(name) for name in names]
    assert (result.exit_code, closed.exit_code) == (1, 1)
    assert json.loads(closed.stdout)["error"]["code"] == "private-address"


def test_the_limit_of_the_command_line_holds_for_pages(run: Run) -> None:
    """--max-size counts what is fetched."""
    with serve({"/": page(NOTE)}) as server:
        result = run("read", "--format", "jsonl", "--max-size", "20", "--allow-private", server.url())
    assert json.loads(result.stdout)["error"]["code"] == "too-large"


def test_nothing_is_left_behind_when_it_is_stopped(acquis_command: list[str], tmp_path: Path) -> None:
    """Ctrl-C ends a fetch at once: exit code 130, no output, no file."""
    with serve({"/": silence}) as server:
        command = [*acquis_command, "read", "--allow-private", server.url()]
        environment = {**os.environ, "TMPDIR": str(tmp_path)}
        with subprocess.Popen(
            command, cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        ) as process:
            patience = time.monotonic() + 20
            while not server.requests and time.monotonic() < patience:
                time.sleep(0.02)
            process.send_signal(signal.SIGINT)
            output, _ = process.communicate(timeout=5)
    assert (process.returncode, output, list(tmp_path.iterdir())) == (130, b"", [])

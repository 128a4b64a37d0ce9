"""Documents sent by a browser: read and kept with receipts, whatever their names and bytes are."""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from selectolax.lexbor import LexborHTMLParser

from acquis.model.marking import Marking
from acquis.web.actions import STREAM
from acquis.web.intake import MOST_IN_A_FILE, plain_name
from acquis.workspace import Workspace
from forms import Browser, token
from workspaces import LETTER, TALKS, standing

File = tuple[str, bytes]


@pytest.fixture
def workspace(tmp_path: Path, vocabulary: tuple[Path, ...]) -> Iterator[Workspace]:
    """An empty workspace; what differs by engine is tested where it is kept."""
    with Workspace.open(tmp_path / "kept.db", create=True, vocabulary=vocabulary) as opened:
        yield opened


@pytest.fixture
def desk(workspace: Workspace, client_of: Callable[[Workspace], TestClient]) -> TestClient:
    """A browser on an empty workspace."""
    return client_of(workspace)


def send(desk: Browser, *files: File, **fields: str) -> list[dict[str, object]]:
    """Send files and fields as the script of the page does; the receipts."""
    sent = [("files", (name, data)) for name, data in files]
    answer = desk.post(
        "/add",
        data={"token": token(desk), **fields},
        files=sent,
        headers={"accept": STREAM},
    )
    assert answer.status_code == 200, answer.text
    return [json.loads(line) for line in answer.text.splitlines()]


def test_files_are_read_and_kept(desk: TestClient, workspace: Workspace) -> None:
    """As a page where nothing else is asked for: receipts with links, under the file's own name."""
    files = [("files", ("talks.md", TALKS.encode())), ("files", ("letter.md", LETTER.encode()))]
    page = desk.post("/add", data={"token": token(desk)}, files=files)
    receipts = LexborHTMLParser(page.text).css("#receipts tbody tr")
    assert next(" ".join(one.text().split()) for one in receipts).startswith(
        "Talks of Aldoria and Gavriatalks.mdadded"
    )
    link = receipts[1].css_first("a")
    assert link is not None
    assert desk.get(link.attributes["href"] or "").status_code == 200
    assert {one.location for one in workspace.documents()} == {"talks.md", "letter.md"}
    assert {one.marking for one in workspace.documents()} == {Marking.AMBER}


def test_receipts_come_as_they_are_read(desk: TestClient) -> None:
    """A line each, with the marking that was chosen; the same bytes again change nothing."""
    (first,) = send(desk, ("talks.md", TALKS.encode()), marking="TLP:GREEN")
    (again,) = send(desk, ("other name.md", TALKS.encode()))
    assert (first["outcome"], first["marking"], again["outcome"]) == ("added", "TLP:GREEN", "unchanged")


def test_a_name_is_no_place(desk: TestClient, workspace: Workspace) -> None:
    """Two files of one name are two documents, not two versions of one."""
    send(desk, ("statement.md", TALKS.encode()), ("statement.md", LETTER.partition("---\n\n")[2].encode()))
    assert [(one.location, one.versions) for one in workspace.documents()] == [("statement.md", 1)] * 2


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("../../etc/passwd", "passwd"),
        ("..\\..\\boot.ini", "boot.ini"),
        ("C:\\texts\\talks.md", "talks.md"),
        ("/", "unnamed"),
        ("...", "unnamed"),
        ("a\x00b\u202e\n.md", "ab.md"),
        ("https://evil.example/x.md", "x.md"),
        ("-", "-"),
        ("A/75/816", "816"),
        ("x" * 900 + ".docx", "x" * 150 + ".docx"),
        (".md", "md"),
    ],
)
def test_names_of_files_are_only_names(said: str, kept: str) -> None:
    """Whatever folders and signs a browser sends."""
    assert plain_name(said) == kept


@pytest.mark.parametrize("name", ["../../outside.md", "/etc/passwd", "-", "A/75/816", "https://127.0.0.1/x"])
def test_a_name_reads_and_writes_nothing_else(
    desk: TestClient, workspace: Workspace, tmp_path: Path, name: str
) -> None:
    """What is kept are the bytes that were sent, and nothing is left beside the workspace."""
    before = set(tmp_path.rglob("*"))
    (receipt,) = send(desk, (name, TALKS.encode()))
    assert (receipt["outcome"], receipt["title"]) == ("added", "Talks of Aldoria and Gavria")
    assert len(standing(workspace)) == sum(one.claims for one in workspace.documents()) > 0
    assert {path for path in set(tmp_path.rglob("*")) - before if ".db" not in path.name} == set()


def bomb() -> bytes:
    """A Word file of some kilobytes that inflates to a hundred times a document's limit."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as packed:
        packed.writestr("[Content_Types].xml", "<Types/>")
        packed.writestr("word/document.xml", b"\x20" * 400_000_000)
    return file.getvalue()


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("empty.txt", b"", "empty"),
        ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, None),
        ("picture.png", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 4, "binary"),
        ("broken.docx", b"PK\x03\x04 and then nothing", "damaged"),
        ("broken.pdf", b"%PDF-1.7 and then nothing", "damaged"),
        ("large.txt", b"a" * (MOST_IN_A_FILE + 1), "too-large"),
        ("bomb.docx", None, "too-large"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_has_a_receipt_that_says_why(
    desk: TestClient, workspace: Workspace, name: str, data: bytes | None, code: str | None
) -> None:
    """Too much, of another kind, damaged or packed to burst: one line, the others are kept."""
    failed, kept = send(desk, (name, bomb() if data is None else data), ("talks.md", TALKS.encode()))
    assert (failed["outcome"], kept["outcome"]) == ("failed", "added")
    assert code in (None, failed["code"])
    assert failed["message"]
    assert len(workspace.documents()) == 1


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({}, "nothing to add"),
        ({"addresses": "/etc/passwd"}, "no web address"),
        ({"addresses": "-"}, "no web address"),
        ({"addresses": "talks.md\nhttps://www.example.org/"}, "no web address"),
        ({"addresses": "*.db"}, "no web address"),
        ({"addresses": "A/75/816\n" * 101}, "at most 100"),
        ({"addresses": "A/75/816", "marking": "purple"}, "no TLP label"),
    ],
)
def test_what_is_no_source_is_refused(
    desk: TestClient, workspace: Workspace, fields: dict[str, str], said: str
) -> None:
    """Before anything is read: an address is one of the web, never a file of this machine."""
    refused = desk.post("/add", data={"token": token(desk), **fields})
    assert (refused.status_code, said in refused.text) == (400, True)
    assert workspace.receipts() == []


class _Page(BaseHTTPRequestHandler):
    asked: list[str] = []  # noqa: RUF012

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.end_headers()
        self.wfile.write(TALKS.encode())

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "[::1]", "0.0.0.0", "2130706433"])
def test_this_machine_and_its_network_are_not_fetched(desk: TestClient, host: str) -> None:
    """An address of the inside is refused with a receipt, and never asked."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Page)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        (receipt,) = send(desk, addresses=f"http://{host}:{server.server_port}/talks.md")
    finally:
        server.shutdown()
        server.server_close()
    assert (receipt["outcome"], _Page.asked) == ("failed", [])


def test_too_many_files_are_refused(desk: TestClient, workspace: Workspace) -> None:
    """At once; nothing of them is read."""
    files = [("files", (f"{at}.md", TALKS.encode())) for at in range(101)]
    refused = desk.post("/add", data={"token": token(desk)}, files=files)
    assert refused.status_code == 400
    assert "100" in refused.text
    assert workspace.receipts() == []

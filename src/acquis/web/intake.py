"""Files and addresses that a form brought in, their receipts out, each once the document is kept.

A file's name is a name and no place: the bytes go into a folder of our own under a number. Documents are read in
processes of their own, so that one that takes its reader down leaves the server as it was.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath
from tempfile import TemporaryDirectory
from threading import Lock

from starlette.datastructures import FormData, UploadFile

from acquis.errors import AcquisError, RequestError
from acquis.model.account import Deed
from acquis.model.kept import KeptReceipt
from acquis.model.marking import Marking, may_see, read_marking
from acquis.readers import Source
from acquis.readers.sources import DEFAULT_MAX_SIZE
from acquis.web.desk import Desk
from acquis.web.plain import to_json
from acquis.web.posted import MOST_FILES, words_of

MOST_BYTES = 200_000_000
MOST_IN_A_FILE = DEFAULT_MAX_SIZE
_LONGEST_NAME = 150
_PROCESSES = 2
_PATIENCE = 60.0
# One form at a time is read: each takes all the cores there are, and memory for its documents.
_READING = Lock()


def receive(desk: Desk, form: FormData, note: Callable[[Deed], None]) -> Iterator[KeptReceipt]:
    """The receipts of all that a form brings, each noted as a deed. Raises RequestError at once for what is no file and no address."""
    marking = _marking(words_of(form, "marking"))
    addresses = _addresses(words_of(form, "addresses"))
    files = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    if not files and not addresses:
        raise RequestError("nothing to add: choose files, or write a web address or a UN document symbol")
    folder = TemporaryDirectory(prefix="acquis-")
    sources = [*(_held(file, Path(folder.name) / str(at)) for at, file in enumerate(files)), *addresses]
    return _read(desk, sources, marking, folder, note)


def told(receipts: Iterable[KeptReceipt]) -> Iterator[bytes]:
    """Each receipt as a line of JSON; what goes wrong in the middle is the last line."""
    try:
        for one in receipts:
            yield to_json(one) + b"\n"
    except AcquisError as problem:
        yield to_json({"error": {"message": str(problem)}}) + b"\n"


def plain_name(said: str) -> str:
    """The last part of a file's name as a browser says it, whatever folders and signs stand in it."""
    last = PureWindowsPath(PurePosixPath(said).name).name
    shown = "".join(sign for sign in last if sign.isprintable()).strip(" .")
    stem, dot, suffix = shown.rpartition(".")
    return f"{stem[:_LONGEST_NAME]}{dot}{suffix[:10]}" if stem else shown[:_LONGEST_NAME] or "unnamed"


def _read(
    desk: Desk,
    sources: list[Source],
    marking: Marking | None,
    folder: TemporaryDirectory[str],
    note: Callable[[Deed], None],
) -> Iterator[KeptReceipt]:
    with folder, _turn():
        for one in desk.workspace.add(sources, marking=marking, processes=_PROCESSES):
            note(
                Deed(
                    "", "", f"added a document: {one.outcome}", one.document or "", "", one.work, one.marking
                )
            )
            yield one if may_see(desk.viewer, one.marking) else _unseen(one)


@contextmanager
def _turn() -> Iterator[None]:
    if not _READING.acquire(timeout=_PATIENCE):
        raise RequestError(
            "documents that somebody else sent are still being read; send yours again in a minute"
        )
    try:
        yield
    finally:
        _READING.release()


def _unseen(one: KeptReceipt) -> KeptReceipt:
    """That it was kept, to somebody who may not see what it is: it is marked above what they may."""
    return KeptReceipt(one.at, one.location, one.outcome, one.marking, code=one.code, message=one.message)


def _held(file: UploadFile, place: Path) -> Source:
    """At most one byte more than is read: enough for the reader to say that it is too large."""
    with place.open("wb") as held:
        left = MOST_IN_A_FILE + 1
        while left > 0 and (part := file.file.read(min(left, shutil.COPY_BUFSIZE))):  # type: ignore[attr-defined]
            held.write(part)
            left -= len(part)
    return Source(plain_name(file.filename or ""), MOST_IN_A_FILE, held=str(place))


def _addresses(words: str) -> list[Source]:
    lines = [line.strip() for line in words.splitlines() if line.strip()]
    if len(lines) > MOST_FILES:
        raise RequestError(f"{len(lines)} addresses; at most {MOST_FILES} at once")
    return [_address(line) for line in lines]


def _address(line: str) -> Source:
    """A place on the web and nothing else: the name of a file would be one of this server's."""
    source = Source(line)
    if len(line) > 2_000 or source.address is None:
        raise RequestError(
            f"{line[:80]!r} is no web address and no UN document symbol; expected https://www.un.org/en/ or A/75/816"
        )
    return replace(source, allow_private=False)


def _marking(words: str) -> Marking | None:
    found = read_marking(words) if words else None
    if words and found is None:
        raise RequestError(
            f"{words[:40]!r} is no TLP label; expected clear, green, amber, amber+strict or red"
        )
    return found

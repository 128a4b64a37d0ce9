"""What a user names as sources: files, folders, globs, web addresses, UN symbols, `-` for standard input."""

from __future__ import annotations

import glob
import os.path
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from acquis.errors import UnreadableSource
from acquis.grammar.symbols import read_symbol
from acquis.readers.content import Content, too_large
from acquis.readers.formats import is_html

DEFAULT_MAX_SIZE = 32_000_000
STANDARD_INPUT = "-"
# The official address of a document by its symbol, in English; undocs.org redirects there.
UN_DOCUMENTS = "https://docs.un.org/en/"
# The file itself, as the Official Document System gives it.
UN_FILES = "https://documents.un.org/api/symbol/access?s={symbol}&l=en&t=pdf"
_ADDRESS = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".docx", ".pdf"})


@dataclass(frozen=True, slots=True)
class Source:
    """One file, web address, UN document symbol or standard input to read, at most `max_size` bytes of it.

    Addresses of this machine and its network are fetched only where `allow_private` says so. `held` is the file that
    has the bytes where `path` is only the name they came under, as of a file that a browser sent.
    """

    path: str
    max_size: int = DEFAULT_MAX_SIZE
    allow_private: bool = False
    held: str | None = None

    def load(self) -> Content:
        """The bytes and what is known of them; raises UnreadableSource with code `not-found`, `unreadable`,
        `too-large`, or one of those that `web.read_web` names. What is a file is read as one, whatever its name.
        """
        address = self.address
        if address is None:
            return self._file()
        if address == self.path:
            return self._fetched(address)
        return self._un_document(address)

    @property
    def address(self) -> str | None:
        """The web address behind the name, or None where it means a file or standard input."""
        if self.held is not None or self.path == STANDARD_INPUT or os.path.exists(self.path):
            return None
        if _ADDRESS.match(self.path):
            return self.path
        symbol = read_symbol(self.path)
        return UN_DOCUMENTS + symbol.replace(" ", "") if symbol else None

    def read(self) -> bytes:
        """The bytes alone; raises UnreadableSource as `load` does."""
        return self.load().data

    def _fetched(self, address: str) -> Content:
        from acquis.readers import web  # late: files need no HTTP client

        network = web.PUBLIC_AND_PRIVATE if self.allow_private else web.PUBLIC
        return web.read_web(self.path, address, max_size=self.max_size, network=network)

    def _un_document(self, official: str) -> Content:
        """A document of the United Nations; where its address answers with a page around it, the document itself."""
        content = self._fetched(official)
        symbol = read_symbol(self.path)
        if symbol and is_html(content.data):
            content = self._fetched(UN_FILES.format(symbol=symbol.replace(" ", "")))
        return replace(content, url=official, symbol=symbol)

    def _file(self) -> Content:
        try:
            if self.path == STANDARD_INPUT and self.held is None:
                data = sys.stdin.buffer.read(self.max_size + 1)
            else:
                with Path(self.held or self.path).open("rb") as file:
                    data = file.read(self.max_size + 1)
        except FileNotFoundError as problem:
            message = "no such file; give a file, folder, glob, web address, UN document symbol or - for standard input"
            raise UnreadableSource(self.path, "not-found", message) from problem
        except (OSError, ValueError) as problem:
            raise UnreadableSource(self.path, "unreadable", f"cannot be opened ({problem})") from problem
        if len(data) > self.max_size:
            raise too_large(self.path, self.max_size)
        return Content(self.path, data)


def find_sources(
    names: tuple[str, ...], *, max_size: int = DEFAULT_MAX_SIZE, allow_private: bool = False
) -> Iterator[Source]:
    """The sources behind names, in a stable order: a folder gives the files of the formats we read, at any depth.

    A name that no file can have, or in a folder that is closed to us, comes back as a source: reading it tells.
    """
    for name in names:
        for path in _paths(name):
            yield Source(path, max_size, allow_private)


def _paths(name: str) -> list[str]:
    if name == STANDARD_INPUT:
        return [name]
    if os.path.isdir(name):
        return _texts(name) or [name]
    pattern = any(char in name for char in "*?[") and not _ADDRESS.match(name)
    if pattern and not os.path.exists(name):
        matches = sorted(glob.glob(name, recursive=True)) or [name]
        return [match for match in matches if not os.path.isdir(match)]
    return [name]


def _texts(folder: str) -> list[str]:
    """The files of a folder, at any depth, that have the suffix of a document."""
    files = (file for file in Path(folder).rglob("*") if file.suffix.lower() in _SUFFIXES)
    return [str(file) for file in sorted(files) if os.path.isfile(file)]

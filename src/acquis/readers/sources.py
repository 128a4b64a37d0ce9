"""What a user names as sources: files, folders, globs, `-` for standard input."""

from __future__ import annotations

import glob
import os.path
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from acquis.errors import UnreadableSource
from acquis.readers.content import Content

DEFAULT_MAX_SIZE = 32_000_000
STANDARD_INPUT = "-"
_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown", ".pdf"})


@dataclass(frozen=True, slots=True)
class Source:
    """One file (or standard input) to read, at most `max_size` bytes of it."""

    path: str
    max_size: int = DEFAULT_MAX_SIZE

    def load(self) -> Content:
        """The bytes and what is known of them; raises UnreadableSource as `read` does."""
        return Content(self.path, self.read())

    def read(self) -> bytes:
        """The bytes; raises UnreadableSource with code `not-found`, `unreadable` or `too-large`."""
        try:
            if self.path == STANDARD_INPUT:
                data = sys.stdin.buffer.read(self.max_size + 1)
            else:
                with Path(self.path).open("rb") as file:
                    data = file.read(self.max_size + 1)
        except FileNotFoundError as problem:
            message = "no such file; give a file, a folder, a glob or - for standard input"
            raise UnreadableSource(self.path, "not-found", message) from problem
        except (OSError, ValueError) as problem:
            raise UnreadableSource(self.path, "unreadable", f"cannot be opened ({problem})") from problem
        if len(data) > self.max_size:
            message = f"larger than {self.max_size:,} bytes; raise the limit with --max-size if it is meant"
            raise UnreadableSource(self.path, "too-large", message)
        return data


def find_sources(names: tuple[str, ...], *, max_size: int = DEFAULT_MAX_SIZE) -> Iterator[Source]:
    """The sources behind names, in a stable order: a folder gives its text, Markdown and PDF files, at any depth.

    A name that no file can have, or in a folder that is closed to us, comes back as a source: reading it tells.
    """
    for name in names:
        if name == STANDARD_INPUT:
            yield Source(name, max_size)
        elif os.path.isdir(name):
            found = sorted(
                file
                for file in Path(name).rglob("*")
                if file.suffix.lower() in _SUFFIXES and os.path.isfile(file)
            )
            if not found:
                yield Source(name, max_size)
            yield from (Source(str(file), max_size) for file in found)
        elif not os.path.exists(name) and any(char in name for char in "*?["):
            matches = sorted(glob.glob(name, recursive=True))
            yield from (Source(match, max_size) for match in matches or [name] if not os.path.isdir(match))
        else:
            yield Source(name, max_size)

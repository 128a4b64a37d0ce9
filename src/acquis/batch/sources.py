"""Sources to readings: what one process does with one document."""

from __future__ import annotations

import hashlib
import os
from dataclasses import dataclass
from pathlib import Path

from acquis.errors import UnreadableSource
from acquis.readers import Content, Source
from acquis.readers.sources import STANDARD_INPUT
from acquis.reading import read_loaded, reader_tag
from acquis.store.compression import pack_bytes
from acquis.store.keeping import Reading
from acquis.store.rows import rows_of
from acquis.store.works import Version


@dataclass(frozen=True, slots=True)
class Known:
    """Bytes that the store has already."""

    location: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Failed:
    """A source that could not be read, and why: a code for programs, a message for people."""

    path: str
    location: str
    code: str
    message: str
    public: bool = False


Read = Reading | Known | Failed


@dataclass(frozen=True, slots=True)
class ReadSource:
    """The work of a process: load a source, and read it unless its bytes are known."""

    vocabulary: tuple[Path, ...] = ()
    known: frozenset[str] = frozenset()

    def __call__(self, source: Source) -> Read:
        """The reading, that it is known, or why it failed."""
        location = location_of(source)
        try:
            content = source.load()
            sha256 = hashlib.sha256(content.data).hexdigest()
            if sha256 in self.known:
                return Known(location, sha256)
            return self._read(source, content, location, sha256)
        except UnreadableSource as problem:
            return Failed(source.path, location, problem.code, problem.message, is_public(source))
        except Exception as problem:  # one document that breaks a reader must not stop the others
            message = f"acquis failed on it ({type(problem).__name__}: {problem}); please report this"
            return Failed(source.path, location, "fault", message[:500], is_public(source))

    def _read(self, source: Source, content: Content, location: str, sha256: str) -> Reading:
        record = read_loaded(content, vocabulary=self.vocabulary)
        version = Version(
            location, sha256, len(content.data), pack_bytes(content.data), content.charset, content.url,
            content.symbol, is_public(source),
        )  # fmt: skip
        return Reading(version, rows_of(record, reader_tag(record.document.reader, self.vocabulary)))


def crashed(source: Source) -> Read:
    """What is said of a source that took its process down."""
    message = "reading it ended the process (out of memory, or a damaged file); the others were read"
    return Failed(source.path, location_of(source), "fault", message, is_public(source))


def location_of(source: Source) -> str:
    """Where a person would look for a source: an absolute path, or its address; a name alone where it is no place.

    A file name that is not UTF-8 is shown with escapes.
    """
    nowhere = source.held is not None or source.path == STANDARD_INPUT
    path = source.address or (source.path if nowhere else os.path.abspath(source.path))
    return path.encode("utf-8", "backslashreplace").decode("utf-8")


def is_public(source: Source) -> bool:
    """Does it come from an address that everybody can open? One that may be of our own network does not count."""
    return source.address is not None and not source.allow_private

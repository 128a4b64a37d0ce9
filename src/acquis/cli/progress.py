"""A progress line on standard error, on a terminal only: there while many files are read, and gone after."""

from __future__ import annotations

import sys
import time

from acquis.exporters.escape import visible

_WIDTH = 24
_NAME = 40
_EVERY = 0.1  # seconds between two drawings
_CLEAR = "\r\x1b[2K"


class Progress:
    """Counts files; draws nothing for one file, or where standard error is not a terminal."""

    def __init__(self, total: int) -> None:
        self._total = total
        self._done = 0
        self._drawn = 0.0
        self._shown = total > 1 and sys.stderr.isatty()

    def step(self, name: str) -> None:
        """Another file is about to be read."""
        if self._shown and time.monotonic() - self._drawn > _EVERY:
            filled = _WIDTH * self._done // self._total
            bar = "#" * filled + "." * (_WIDTH - filled)
            sys.stderr.write(f"{_CLEAR}[{bar}] {self._done}/{self._total} {visible(name)[-_NAME:]}")
            sys.stderr.flush()
            self._drawn = time.monotonic()
        self._done += 1

    def clear(self) -> None:
        """Take the line away."""
        if self._shown and self._drawn:
            sys.stderr.write(_CLEAR)
            sys.stderr.flush()
            self._drawn = 0.0

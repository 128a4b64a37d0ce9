"""Lines for people on series, silence and news: headings, labels with lines beside them, sources."""

from __future__ import annotations

import re
from collections.abc import Iterable

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

from acquis.exporters.cards import day_of, short_title
from acquis.exporters.escape import visible
from acquis.model.frame import Frame

_WIDEST = 110
_QUOTE = 260
_BREAKS = re.compile(r"[^\S ]")  # white space that is no blank: lines may break or widen at it


class Lines:
    """Prints lines no wider than people read; what documents say is text, never markup."""

    def __init__(self) -> None:
        self._console = Console(markup=False, highlight=False, emoji=False)
        self._console.width = min(self._console.width, _WIDEST) if self._console.is_terminal else _WIDEST
        self._plain = not self._console.is_terminal and self._console.color_system is None

    def say(self, words: str, style: str = "", *, at: int = 0) -> None:
        """A line that begins so many characters in, and goes on there."""
        self.entry("", words, wide=at, style=style)

    def head(self, words: str) -> None:
        """A heading with a blank line above it."""
        self._console.print()
        self.say(words.upper(), "bold")

    def entry(self, label: str, words: str, *, wide: int, style: str = "") -> None:
        """A label, and words beside it."""
        for number, part in enumerate(self._wrapped(Text(visible(words), style), self._console.width - wide)):
            part.rstrip()
            beside = visible(f"{label:{wide}}" if number == 0 else " " * wide)
            self._print(beside, part)

    def _wrapped(self, words: Text, width: int) -> Iterable[Text]:
        """The lines that the words fill. (Most fill one, and answers have thousands.)"""
        fits = cell_len(words.plain) <= width and not _BREAKS.search(words.plain)
        return [words] if fits and words.plain else words.wrap(self._console, width)

    def _print(self, beside: str, part: Text) -> None:
        """One line; where there are no colours it is written as it is."""
        line = beside + part.plain
        if self._plain and cell_len(line) <= self._console.width and not _BREAKS.search(line):
            self._console.file.write(f"{line}\n")
        else:
            self._console.print(Text.assemble((beside, "bold"), part))


def quote_of(words: str) -> str:
    """Words of a document in one line; of long ones the beginning."""
    line = " ".join(words.split())
    return f"«{line}»" if len(line) <= _QUOTE else f"«{line[:_QUOTE].rpartition(' ')[0]} …»"


def document_source(frame: Frame, address: str = "", *, side: str | None = None) -> str:
    """ "EU · 2024-12-09 · Second UK-EU Cyber Dialogue ¶5 · a0c0c708f5d10f63"."""
    days = (day.isoformat() if day else None for day in (frame.earliest, frame.latest))
    day = day_of(frame.published, *days)
    return " · ".join(filter(None, (side, day, f"{short_title(frame.title)} {address}".strip(), frame.key)))

"""Lines for people on series, silence and news: headings, labels with lines beside them, sources."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from acquis.exporters.cards import day_of, short_title
from acquis.exporters.escape import visible
from acquis.model.frame import Frame

_WIDEST = 110
_QUOTE = 260


class Lines:
    """Prints lines no wider than people read; what documents say is text, never markup."""

    def __init__(self) -> None:
        self._console = Console(markup=False, highlight=False, emoji=False)
        self._console.width = min(self._console.width, _WIDEST) if self._console.is_terminal else _WIDEST

    def say(self, words: str, style: str = "", *, at: int = 0) -> None:
        """A line that begins so many characters in, and goes on there."""
        self.entry("", words, wide=at, style=style)

    def head(self, words: str) -> None:
        """A heading with a blank line above it."""
        self._console.print()
        self.say(words.upper(), "bold")

    def entry(self, label: str, words: str, *, wide: int, style: str = "") -> None:
        """A label, and words beside it."""
        parts = Text(visible(words), style).wrap(self._console, self._console.width - wide)
        for number, part in enumerate(parts):
            part.rstrip()
            beside = f"{label:{wide}}" if number == 0 else " " * wide
            self._console.print(Text.assemble((visible(beside), "bold"), part))


def quote_of(words: str) -> str:
    """Words of a document in one line; of long ones the beginning."""
    line = " ".join(words.split())
    return f"«{line}»" if len(line) <= _QUOTE else f"«{line[:_QUOTE].rpartition(' ')[0]} …»"


def document_source(frame: Frame, address: str = "", *, side: str | None = None) -> str:
    """ "EU · 2024-12-09 · Second UK-EU Cyber Dialogue ¶5 · a0c0c708f5d10f63"."""
    days = (day.isoformat() if day else None for day in (frame.earliest, frame.latest))
    day = day_of(frame.published, *days)
    return " · ".join(filter(None, (side, day, f"{short_title(frame.title)} {address}".strip(), frame.key)))

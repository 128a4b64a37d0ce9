"""Records in, one table out: a line for every document."""

from __future__ import annotations

from collections import Counter
from pathlib import PurePath

from rich.console import Console
from rich.table import Table
from rich.text import Text

from acquis.cli.writers import View, print_problem
from acquis.errors import UnreadableSource
from acquis.exporters.cards import next_meeting
from acquis.exporters.escape import visible
from acquis.model.claim import Act
from acquis.model.record import Record

_WIDEST = 130
_WORDS = {"document": 25, "when": 10, "who": 20, "next meeting or item": 22}
# Twelve acts are too many columns for one line: what a text says or tells stands together.
_COLUMNS: dict[str, tuple[Act, ...]] = {
    "promise": ("commitment",),
    "propose": ("proposal",),
    "call": ("call",),
    "back": ("support",),
    "oppose": ("objection",),
    "worry": ("concern", "condemnation"),
    "offer": ("offer",),
    "need": ("need",),
    "say": ("affirmation", "report", "exchange"),
}


class TableView:
    """Collects one line a document and prints them together."""

    def __init__(self, view: View) -> None:
        del view  # every line shows the same, whatever is asked for
        self._console = Console(markup=False, highlight=False, emoji=False)
        self._console.width = min(self._console.width, _WIDEST) if self._console.is_terminal else _WIDEST
        self._table = Table(box=None, padding=(0, 1, 0, 0), header_style="bold")
        for column, width in _WORDS.items():
            self._table.add_column(column, no_wrap=True, max_width=width)
        for column in _COLUMNS:
            self._table.add_column(column, justify="right", min_width=len(column))

    def record(self, record: Record) -> None:
        """Add the line of a document."""
        words = (PurePath(record.document.path).name, _when(record), _who(record), _what(record))
        counts = Counter(claim.act for claim in record.claims)
        numbers = (sum(counts[act] for act in acts) for acts in _COLUMNS.values())
        cells = (*words, *(str(number or "") for number in numbers))
        self._table.add_row(*(Text(visible(cell)) for cell in cells))

    def problem(self, problem: UnreadableSource) -> None:
        """One clear line on standard error."""
        print_problem(problem)

    def close(self) -> None:
        """Print the table."""
        self._console.print(self._table)


def _when(record: Record) -> str:
    """The first day: what a table has room for."""
    frame = record.meeting or record.statement
    return (frame.when.start if frame and frame.when else None) or record.document.published or ""


def _who(record: Record) -> str:
    if record.meeting:
        return ", ".join(record.meeting.parties)
    if record.statement is None:
        return ""
    speaker = record.statement.speaker
    behalf = f" for {', '.join(speaker.on_behalf_of)}" if speaker.on_behalf_of else ""
    return ", ".join(speaker.actors) + behalf


def _what(record: Record) -> str:
    """The next meeting of a meeting, the agenda item of a statement; or why a text was not read."""
    if record.meeting:
        return next_meeting(record.meeting)
    if record.receipt.skipped:
        return record.receipt.skipped[0].why
    return (record.statement.agenda_item if record.statement else None) or ""

"""A comparison for people: what both say in other words, what only one says; of drafts what to notice first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from rich.console import Console
from rich.text import Text

from acquis.cli.marked import marked
from acquis.exporters.cards import counted, short_title
from acquis.exporters.comparison_words import (
    SECTIONS,
    TITLES,
    count_line,
    difference_words,
    in_passing,
    notice_words,
    runs,
    sections,
    source_line,
    unchanged_words,
    where,
)
from acquis.exporters.escape import visible
from acquis.model.comparison import AlignedParagraph, Compared, Comparison, Row, Said, Standing

_WIDEST = 110
_LABEL = 13
_QUOTE = 260  # characters of a quote, unless all is asked for
_MANY = 40  # rows that only one text has, from which those that bind nobody are counted, not shown
_FOLDED = ("report", "affirmation", "exchange", "concern")
_NOTICES = 40
_TURNS = {"softer": "red", "firmer": "green"}
_WITH_VALUES = ("spelling", "place", "due")  # differences that name both values themselves


class ComparisonView:
    """Prints a comparison; `everything` leaves nothing out."""

    def __init__(self, *, everything: bool = False) -> None:
        self._console = Console(markup=False, highlight=False, emoji=False)
        self._console.width = min(self._console.width, _WIDEST) if self._console.is_terminal else _WIDEST
        self._plain = not self._console.is_terminal or self._console.no_color
        self._all = everything

    def show(self, comparison: Comparison) -> None:
        """Print it whole."""
        self._side("A", comparison.a)
        self._side("B", comparison.b)
        self._line(f"{TITLES[comparison.mode]}: {comparison.why}", "bold")
        for remark in comparison.remarks:
            self._line(remark)
        self._line(count_line(comparison))
        if comparison.mode == "drafts":
            self._drafts(comparison)
        for standing, rows in sections(comparison):
            self._section(standing, rows)
        self._console.print()
        self._line(comparison.marking.label, "bold")

    def _side(self, letter: str, side: Compared) -> None:
        self._line(f"{letter}  {short_title(side.title)}", "bold")
        self._line(f"   {source_line(side)}", "dim")

    def _section(self, standing: Standing, rows: Sequence[Row]) -> None:
        self._console.print()
        self._line(f"{SECTIONS[standing]} ({len(rows)})".upper(), "bold")
        folds = standing != "other words" and len(rows) > _MANY and not self._all
        folded = [row.topic for row in rows if folds and row.topic in _FOLDED]
        shown = [row for row in rows if row.topic != "name" and not (folds and row.topic in _FOLDED)]
        for _, group in groupby(shown, key=_place):
            self._group(list(group))
        names = [_named(row) for row in rows if row.topic == "name"]
        if names:
            self._entry("name", Text("; ".join(names)))
        if folded:
            kinds = ", ".join(counted(folded.count(kind), kind) for kind in _FOLDED if kind in folded)
            self._line(f"and {kinds}: --all shows them", "dim")

    def _group(self, rows: list[Row]) -> None:
        """Things of one kind that only one text has, in one sentence of it: the sentence stands once."""
        said = rows[0].a or rows[0].b
        if len(rows) > 1 and rows[0].standing in ("only A", "only B") and said and said.value:
            self._entry(rows[0].topic, Text("; ").join(map(_title, rows)), *self._quotes(rows[0]))
            return
        for row in rows:
            self._row(row)

    def _row(self, row: Row) -> None:
        places = where(row.a.address if row.a else None, row.b.address if row.b else None)
        if row.standing == "same words" and row.a:
            words = visible(row.a.value or "") or self._cut(row.a.words)
            self._entry(row.topic, Text.assemble(words, (f" ({places})", "cyan")))
            return
        title = _title(row)
        if in_passing(row):
            self._entry(row.topic, Text.assemble(title, (f" ({places})", "cyan")))
            return
        lines = [self._merged(row, places)] if row.pieces else self._quotes(row)
        self._entry(row.topic, *([title] if title else []), *lines)

    def _merged(self, row: Row, places: str) -> Text:
        return Text.assemble((f"{places}  ", "cyan"), marked(row.pieces, plain=self._plain, whole=self._all))

    def _quotes(self, row: Row) -> list[Text]:
        said = [(letter, one) for letter, one in (("A", row.a), ("B", row.b)) if one and not _bare(one)]
        return [
            Text.assemble((f"{letter} {one.address}  ", "cyan"), self._cut(one.words)) for letter, one in said
        ]

    def _drafts(self, comparison: Comparison) -> None:
        notices = comparison.notices if self._all else comparison.notices[:_NOTICES]
        if notices:
            self._console.print()
            self._line("WHAT TO NOTICE", "bold")
        for one in notices:
            words = (visible(notice_words(one)), _TURNS.get(one.turn, ""))
            self._entry(one.kind, Text.assemble(words, (f"  {where(one.a, one.b)}", "cyan")))
        if len(notices) < len(comparison.notices):
            self._line(f"and {len(comparison.notices) - len(notices)} more: --all shows them", "dim")
        self._console.print()
        self._line("PARAGRAPHS", "bold")
        for first, last, many in runs(comparison.paragraphs):
            self._paragraph(first, last, many)

    def _paragraph(self, first: AlignedParagraph, last: AlignedParagraph, many: int) -> None:
        if first.change == "unchanged":
            self._line(f"{'':{_LABEL}}{unchanged_words(first, last, many)}", "dim")
            return
        change = first.change.replace(" and edited", ", edited")
        body = Text.assemble(
            (f"{where(first.a, first.b)}  ", "cyan"), marked(first.pieces, plain=self._plain, whole=self._all)
        )
        self._entry(change, body)

    def _cut(self, words: str) -> str:
        line = visible(" ".join(words.split()))
        return line if self._all or len(line) <= _QUOTE else f"{line[:_QUOTE].rpartition(' ')[0]} …"

    def _entry(self, label: str, *lines: Text) -> None:
        """A label, and lines beside it."""
        for at, line in enumerate(lines):
            head = f"{label:{_LABEL}}" if at == 0 else " " * _LABEL
            wrapped = line.wrap(self._console, self._console.width - _LABEL)
            for number, part in enumerate(wrapped):
                part.rstrip()
                self._console.print(Text.assemble((head if number == 0 else " " * _LABEL, "bold"), part))

    def _line(self, words: str, style: str = "") -> None:
        self._console.print(Text(visible(words), style))


def _place(row: Row) -> tuple[str, int]:
    """What rows of one group have in common: their kind and their sentence."""
    said = row.a or row.b
    return row.topic, said.start if said and said.value else -1


def _title(row: Row) -> Text:
    """What a row is about, and what differs in it."""
    told = visible("; ".join(map(difference_words, row.differences)))
    values = " / ".join(dict.fromkeys(said.value for said in (row.a, row.b) if said and said.value))
    if any(one.aspect in _WITH_VALUES for one in row.differences):
        values = ""
    return Text.assemble((visible(values), "bold"), ": " if values and told else "", (told, "yellow"))


def _named(row: Row) -> str:
    said = row.a or row.b
    return visible(f"{said.value} ({said.address})") if said else ""


def _bare(said: Said) -> bool:
    """Does a saying have no words beyond its value?"""
    return said.end == 0

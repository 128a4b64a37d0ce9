"""Records in, people's view out: a card, the text in its own order with its claims, and the receipt."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.panel import Panel
from rich.table import Table
from rich.text import Text

from acquis.cli.explaining import reasons
from acquis.cli.highlight import Mark, Marks, highlight
from acquis.cli.writers import View, print_problem
from acquis.errors import UnreadableSource
from acquis.exporters.cards import Line, card_lines, concept_name, count_acts, counted, period
from acquis.exporters.escape import visible
from acquis.model.claim import Claim
from acquis.model.document import Paragraph
from acquis.model.record import Record
from acquis.vocabulary import Vocabulary

_WIDEST = 110  # longer lines are hard to read
_NARROW, _WIDE = 7, 16  # columns for addresses: "¶12", "13(f), p. 7"


class PeopleView:
    """One document after the other, as a person reads it. What a document says is text, never markup.

    `labels` are the keys of the claims where they have some, in their order; `head` are lines for the card's top.
    """

    def __init__(self, view: View, *, labels: tuple[str, ...] = (), head: tuple[Line, ...] = ()) -> None:
        self._view = view
        self._labels = labels
        self._head = head
        self._console = Console(markup=False, highlight=False, emoji=False)
        self._console.width = min(self._console.width, _WIDEST)

    def record(self, record: Record) -> None:
        """Print card, text and receipt."""
        self._console.print(self._card(record))
        marks = Marks(record.claims)
        width = min(_WIDE, max([_NARROW, *(len(part.address) for part in record.document.paragraphs)]))
        for paragraph in record.document.paragraphs:
            found = marks.of(paragraph)
            self._console.print(_paragraph(record, paragraph, found, width))
            for mark in found:
                if mark.first:
                    self._console.print(Padding(self._note(mark), (0, 0, 0, width + 2)))
            self._console.print()
        self._console.print(_receipt(record), style="dim")
        self._console.print()

    def problem(self, problem: UnreadableSource) -> None:
        """One clear line on standard error."""
        print_problem(problem)

    def close(self) -> None:
        """Nothing stands at the end."""

    def _card(self, record: Record) -> Panel:
        rows = Table.grid(padding=(0, 2))
        rows.add_column(style="dim", no_wrap=True)
        rows.add_column()
        for label, words in (*self._head, *card_lines(record, self._view.vocabulary)):
            rows.add_row(label, Text("\n".join(map(visible, words.split("\n")))))
        document = record.document
        title = Text(visible(document.title or document.path), style="bold")
        return Panel(
            rows,
            title=title,
            title_align="left",
            subtitle=Text(visible(document.path)),
            subtitle_align="right",
        )

    def _note(self, mark: Mark) -> Text:
        key = f"{self._labels[mark.number - 1]}  " if self._labels else ""
        note = Text(f"{mark.number}. {key}", style="dim").append(mark.claim.act, style=mark.style)
        note.append(visible(claim_details(mark.claim, self._view.vocabulary)))
        if self._view.explain:
            why, *links = map(visible, reasons(mark.claim, self._view.vocabulary))
            note.append(f"\n   why: {why} (confidence {mark.claim.confidence:.2f})")
            note.append("".join(f"\n   {link}" for link in links))
        return note


def _paragraph(record: Record, paragraph: Paragraph, marks: list[Mark], width: int) -> Table:
    """Address and words side by side."""
    row = Table.grid(padding=(0, 2, 0, 0))
    row.add_column(width=width, style="dim", no_wrap=True)
    row.add_column()
    words = highlight(record.document, paragraph, marks)
    if paragraph.kind == "heading":
        words.stylize("bold")
    row.add_row(Text(visible(paragraph.address)), words)
    return row


def claim_details(claim: Claim, vocabulary: Vocabulary) -> str:
    """Who, to whom, how far it binds, on what, when and where: what the record says beside the words."""
    parts = [
        ("of", ", ".join(claim.owners) or "nobody named"),
        ("to", ", ".join(claim.addressees)),
        ("grade", str(claim.grade or "")),
        ("element", claim.element or ""),
        ("on", ", ".join(concept_name(target, vocabulary) for target in claim.targets)),
        ("due", period(claim.due)),
        ("in", claim.venue or ""),
    ]
    return " " + " · ".join(f"{label} {words}" for label, words in parts if words)


def _receipt(record: Record) -> Text:
    """What was read, what was found, what was skipped and why."""
    receipt = record.receipt
    sizes = f"{counted(receipt.paragraphs, 'paragraph')}, {counted(receipt.sentences, 'sentence')}"
    found = count_acts(record.claims) or "no claims (no evidence found, which is not a no)"
    skipped = "; ".join(f"{part.where} ({part.why})" for part in receipt.skipped) or "nothing"
    return Text(
        visible(f"read: {sizes} in {receipt.seconds:.2f} s by {receipt.reader}")
        + "\n"
        + visible(f"found: {found}")
        + "\n"
        + visible(f"skipped: {skipped}")
    )

"""A paragraph and its claims in, the paragraph with its quotes marked out: by colour and by signs."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from rich.text import Text

from acquis.exporters.escape import visible
from acquis.model.claim import Claim
from acquis.model.document import Document, Paragraph

STYLES = {
    "commitment": "bold green",
    "offer": "green",
    "need": "bright_yellow",
    "call": "magenta",
    "proposal": "bold cyan",
    "support": "blue",
    "objection": "bold red",
    "condemnation": "red",
    "concern": "yellow",
    "affirmation": "cyan",
    "report": "bright_blue",
    "exchange": "bright_black",
}


@dataclass(frozen=True, slots=True)
class Mark:
    """One quote of a claim in the text. `number` is the claim's; `first` is false where it is said again."""

    start: int
    end: int
    number: int
    claim: Claim
    first: bool = True

    @property
    def style(self) -> str:
        """The colour of the act."""
        return STYLES[self.claim.act]

    @property
    def tag(self) -> str:
        """What stands behind the quote: act and number."""
        return f"[{self.claim.act} {self.number}{'' if self.first else ' again'}]"


class Marks:
    """All marks of a document, to be asked for by paragraph."""

    def __init__(self, claims: tuple[Claim, ...]) -> None:
        found = []
        for number, claim in enumerate(claims, 1):
            found.append(Mark(claim.evidence.start, claim.evidence.end, number, claim))
            for place in claim.also:
                found.append(Mark(place.evidence.start, place.evidence.end, number, claim, first=False))
        self._marks = sorted(found, key=lambda mark: (mark.start, -mark.end))
        self._starts = [mark.start for mark in self._marks]

    def of(self, paragraph: Paragraph) -> list[Mark]:
        """The marks that begin in a paragraph, in the order of the text."""
        return self._marks[
            bisect_left(self._starts, paragraph.start) : bisect_left(self._starts, paragraph.end)
        ]


def highlight(document: Document, paragraph: Paragraph, marks: list[Mark]) -> Text:
    """The paragraph's own words, each quote between « and » with its act behind it."""
    words = Text()
    open_marks: list[Mark] = []
    at = paragraph.start
    for place, mark, opens in _events(marks):
        stop = min(place, paragraph.end)
        words.append(visible(document.text[at:stop]), open_marks[-1].style if open_marks else "")
        at = max(at, stop)
        if opens:
            open_marks.append(mark)
            words.append("«", mark.style)
        else:
            open_marks.remove(mark)
            words.append(f"» {mark.tag}", mark.style)
    words.append(visible(document.text[at : paragraph.end]))
    return words


def _events(marks: list[Mark]) -> Iterator[tuple[int, Mark, bool]]:
    """Where quotes open and close, in order; at one place closing goes first, inner before outer."""
    closing = [(mark.end, 0, -order, mark) for order, mark in enumerate(marks)]
    opening = [(mark.start, 1, order, mark) for order, mark in enumerate(marks)]
    for place, opens, _, mark in sorted(closing + opening, key=lambda event: event[:3]):
        yield place, mark, bool(opens)

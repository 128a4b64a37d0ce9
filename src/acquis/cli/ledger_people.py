"""The ledger for people: one promise a block, its status first, the words at both ends below."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from acquis.exporters.cards import actor_name, counted, short_title
from acquis.exporters.escape import visible
from acquis.model.frame import Frame
from acquis.model.promise import Ledger, Promise, Sequel
from acquis.vocabulary import Vocabulary

_COLOURS = {
    "kept": "green", "kept late": "yellow", "kept in part": "yellow", "due": "bold red", "open": "cyan",
    "no evidence yet": "magenta", "withdrawn": "red", "softened": "yellow",
}  # fmt: skip
_WIDE = 18  # the longest status and a blank
_WIDEST = 110


def print_ledger(ledger: Ledger, vocabulary: Vocabulary) -> None:
    """Print the promises that are not repeated by another account, then how many stand how."""
    console = Console(markup=False, highlight=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    shown = [one for one in ledger.promises if one.same is None]
    again = {one.same: one for one in ledger.promises if one.same}
    for one in shown:
        _print_promise(console, one, again.get(one.key), vocabulary)
    for line in summary_lines(ledger, shown):
        console.print(Text(visible(line)))


def summary_lines(ledger: Ledger, shown: Sequence[Promise]) -> list[str]:
    """What was counted, on what ground, and what that means."""
    counts = Counter(one.status for one in shown)
    told = ", ".join(f"{number} {status}" for status, number in counts.most_common())
    known = f", known on {ledger.known_on}" if ledger.known_on else ""
    days = f" of {ledger.first} to {ledger.last}" if ledger.first and ledger.last else ""
    head = f"{counted(len(shown), 'promise')} as of {ledger.as_of}{known}: {told or 'none'}"
    return [head, f"from {counted(ledger.documents, 'document')}{days}; {ledger.marking.label}"]


def _print_promise(console: Console, one: Promise, again: Promise | None, vocabulary: Vocabulary) -> None:
    owners = ", ".join(actor_name(code, vocabulary) for code in one.claim.owners) or "nobody named"
    due = f" · due {one.due.edtf.replace('/', ' to ')}" if one.due and one.due.edtf else ""
    grade = f" · grade {one.claim.grade}" if one.claim.grade else ""
    head = Text(visible(f"{one.status:{_WIDE}}"), style=_COLOURS.get(one.status, "")) + Text(
        visible(f"{owners}{due}{grade}"), style="bold"
    )
    console.print(head)
    _indented(console, f"«{one.promised}»")
    _indented(console, f"{source_of(one.frame, one.claim.paragraph)} · {one.key}", style="dim")
    if again is not None:
        _indented(console, f"also in {source_of(again.frame, again.claim.paragraph)}", style="dim")
    _indented(console, one.why)
    if one.evidence is not None:
        _print_sequel(console, one.evidence, "→ ")
    for number, each in enumerate(one.candidates, 1):
        if one.evidence is None or each.key != one.evidence.key:
            _print_sequel(console, each, f"{number}. {each.relation}? {each.score:.2f} ")
    console.print()


def _print_sequel(console: Console, one: Sequel, mark: str) -> None:
    _indented(console, f"{mark}«{one.sentence}»")
    why = f" · {'; '.join(one.reasons)}" if one.reasons else ""
    _indented(console, f"  {source_of(one.frame, one.address)} · {one.key}{why}", style="dim")


def _indented(console: Console, words: str, *, style: str = "") -> None:
    console.print(Padding(Text(visible(words), style=style), (0, 0, 0, _WIDE), expand=False))


def source_of(frame: Frame, address: str) -> str:
    """ "2023-12-18 · First UK-EU Cyber Dialogue held in Brussels ¶6"."""
    day = frame.published or (
        frame.earliest.isoformat() if frame.earliest and frame.earliest == frame.latest else ""
    )
    return " · ".join(filter(None, (day, f"{short_title(frame.title)} {address}".strip())))

"""Lines for people about what a workspace keeps, and rows for programs."""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterable
from datetime import datetime

import click

from acquis.exporters.cards import counted, short_title
from acquis.exporters.escape import json_safe, visible
from acquis.exporters.rows import Row
from acquis.model.kept import KeptClaim, KeptReceipt, Moved

_QUOTE = 100


def print_rows(rows: Iterable[Row]) -> None:
    """One JSON object a line."""
    for row in rows:
        click.echo(json_safe(json.dumps(row, ensure_ascii=False)))


def say(line: str) -> None:
    """One line on standard output; text of documents does nothing to the terminal."""
    click.echo(visible(line))


def receipt_line(receipt: KeptReceipt) -> str:
    """What came of one source."""
    head = f"{receipt.outcome:12} {receipt.location}"
    if receipt.outcome == "unchanged":
        return f"{head}  ({receipt.document}, version {receipt.version})"
    parts = [short_title(receipt.title or ""), receipt_counts(receipt), *receipt_notes(receipt)]
    return "\n             ".join([head, *filter(None, parts)])


def receipt_notes(receipt: KeptReceipt) -> list[str]:
    """What a person may have to look at: what moved, and what was not read."""
    moved = receipt_moved(receipt)
    return [*filter(None, [moved]), *(f"not read: {where} ({why})" for where, why in receipt.skipped)]


def history_line(receipt: KeptReceipt) -> str:
    """One attempt in one line: when, what came of it, the document, how much was found, and where it is from."""
    found = counted(sum(number for _, number in receipt.claims), "finding") if receipt.paragraphs else ""
    where = f"{receipt.location}: {receipt.message}" if receipt.message else receipt.location
    return f"{moment(receipt.at)}  {receipt.outcome:11}  {receipt.document or '':16}  {found:>12}  {where}"


def moment(at: str) -> str:
    """A time of the workspace in the time of this machine, "2031-05-02 14:03:21"."""
    try:
        return datetime.fromisoformat(at).astimezone().strftime("%Y-%m-%d %H:%M:%S")
    except (ValueError, OverflowError):  # a judgement from elsewhere may say anything
        return at


def fitted(line: str) -> str:
    """A line no longer than the terminal is wide; whole where the output is none."""
    width = shutil.get_terminal_size().columns
    return line if len(line) <= width or not sys.stdout.isatty() else line[: width - 1] + "…"


def receipt_counts(receipt: KeptReceipt) -> str:
    """ "7 paragraphs, 13 sentences; 4 exchange, 2 commitment"."""
    if not receipt.paragraphs:
        return ""
    found = ", ".join(f"{count} {act}" for act, count in receipt.claims) or "no findings"
    sizes = f"{counted(receipt.paragraphs, 'paragraph')}, {counted(receipt.sentences, 'sentence')}"
    return f"{receipt.document}  {receipt.marking.label}  {sizes}; {found}"


def receipt_moved(receipt: KeptReceipt) -> str:
    """What a new version, or a new reading, changed."""
    moved = receipt.moved
    if moved is None:
        return ""
    if not moved.anything:
        return "nothing moved"
    lost = f"; judged findings whose words are gone: {', '.join(moved.lost)}" if moved.lost else ""
    return f"paragraphs: {_counts(moved)}; findings: {moved.claims_new} new, {moved.claims_gone} gone{lost}"


def _counts(moved: Moved) -> str:
    parts = (("new", moved.new), ("gone", moved.gone), ("edited", moved.edited), ("moved", moved.moved))
    return ", ".join(f"{count} {what}" for what, count in parts)


def summary_line(receipts: Counter[str], findings: int, seconds: float) -> str:
    """The last line of `acquis add`: how many came to what."""
    order = ("added", "new version", "reread", "unchanged", "failed")
    parts = [f"{receipts[outcome]} {outcome}" for outcome in order if receipts[outcome]]
    if not parts:
        return "nothing to do: all was read by this acquis, with this vocabulary"
    total = f"{counted(receipts.total(), 'document')} in {seconds:.1f} s: {', '.join(parts)}"
    return f"{total}; {counted(findings, 'finding')}" if findings else total


def claim_line(one: KeptClaim) -> str:
    """One finding in a line: key, act, status, owners, due, the words."""
    claim = one.claim
    due = f" due {claim.due.edtf}" if claim.due and claim.due.edtf else ""
    owners = ", ".join(claim.owners) or "nobody named"
    status = "" if one.status == "found" else f" [{one.status}]"
    return f"{one.key}  {claim.act} of {owners}{due}{status}: {quoted(claim.evidence.quote)}"


def quoted(words: str) -> str:
    """The beginning of a quote, in one line."""
    quote = " ".join(words.split())
    return f"«{quote}»" if len(quote) <= _QUOTE else f"«{quote[:_QUOTE]}…»"

"""Lines for people about what a workspace keeps, and rows for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable

import click

from acquis.cli.cards import counted
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
    if receipt.outcome == "failed":
        return f"{head}: {receipt.message}"
    parts = [receipt.title or "", receipt_counts(receipt), receipt_moved(receipt)]
    parts += [f"not read: {where} ({why})" for where, why in receipt.skipped]
    if receipt.outcome == "unchanged":
        parts = [f"known as {receipt.document}, version {receipt.version}"]
    return "\n             ".join([head, *filter(None, parts)])


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
    parts = [f"{receipts[outcome]} {outcome}" for outcome in order if receipts[outcome]] or ["nothing to do"]
    return f"{', '.join(parts)}; {counted(findings, 'finding')} in {seconds:.1f} s"


def claim_line(one: KeptClaim) -> str:
    """One finding in a line: key, act, status, owners, due, the words."""
    claim = one.claim
    quote = " ".join(claim.evidence.quote.split())
    due = f" due {claim.due.edtf}" if claim.due and claim.due.edtf else ""
    owners = ", ".join(claim.owners) or "nobody named"
    status = "" if one.status == "found" else f" [{one.status}]"
    return f"{one.key}  {claim.act} of {owners}{due}{status}: «{quote[:_QUOTE]}{'…' if len(quote) > _QUOTE else ''}»"

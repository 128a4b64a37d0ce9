"""`acquis documents`, `show` and `receipts`: what the workspace keeps."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.options import form_option, open_workspace, viewer_option, vocabulary_option, workspace_option
from acquis.cli.printing import claim_line, fitted, history_line, print_rows, receipt_notes, say
from acquis.contract import record_row
from acquis.exporters.cards import counted, day_of
from acquis.exporters.rows import claims_table, documents_table, receipts_table
from acquis.model.kept import KeptClaim, KeptDocument
from acquis.model.marking import Viewer
from acquis.settings import read_settings
from acquis.store.rows import title_of
from acquis.vocabulary import load_vocabulary

_DOCUMENTS_EXAMPLES = """
\b
Examples:
  acquis documents                 a line for every document, by date
  acquis documents --as clear      what may be told to everybody
  acquis documents --format jsonl  for programs
"""
_SHOW_EXAMPLES = """
\b
Examples:
  acquis show 3f2a91c0                     a document by its key, or the beginning of it
  acquis show A/75/816                     by its symbol
  acquis show readout.md                   by the file it came from
  acquis show "third uk-eu"                by words of its title
  acquis show --format jsonl readout.md    the row of the reader contract, judgements applied
"""
_RECEIPTS_EXAMPLES = """
\b
Examples:
  acquis receipts                 what was read, the newest first
  acquis receipts --failed        what could not be read, and why
  acquis receipts readout.md      the history of one document
"""


@click.command(name="documents", epilog=_DOCUMENTS_EXAMPLES)
@form_option("people", "jsonl")
@viewer_option
@workspace_option
def documents(form: str, viewer: Viewer, address: str | None) -> None:
    """List the documents of the workspace, the newest version of each."""
    with open_workspace(address) as workspace:
        found = workspace.documents(viewer=viewer)
    if form == "jsonl":
        print_rows(documents_table(found, "").rows)
        return
    wide = max((len(one.marking.label) for one in found), default=0)
    for one in found:
        say(fitted(_document_line(one, wide)))
    if found:
        say(f"{counted(len(found), 'document')}, {counted(sum(one.claims for one in found), 'finding')}")
    else:
        say("no documents; `acquis add SOURCE` brings them in")


@click.command(name="show", epilog=_SHOW_EXAMPLES)
@click.argument("name", metavar="DOCUMENT")
@form_option("people", "jsonl")
@click.option("--explain", is_flag=True, help="Say in words why each finding is there.")
@viewer_option
@vocabulary_option
@workspace_option
def show(
    name: str, form: str, explain: bool, viewer: Viewer, vocabulary: tuple[Path, ...], address: str | None
) -> None:
    """Show one document with its findings as they stand.

    DOCUMENT is a key (or its first four digits or more), a symbol, an address, the file it was added from, or words
    of its title.
    """
    with open_workspace(address) as workspace:
        kept = workspace.show(name, viewer=viewer)
    if form == "jsonl":
        row = record_row(kept.record, with_text=True)
        row["claims"] = list(claims_table(list(kept.claims), "").rows)
        print_rows([{**row, "marking": kept.document.marking.label}])
        return
    from acquis.cli.people import PeopleView
    from acquis.cli.writers import View

    standing = [one for one in kept.claims if one.status != "rejected"]
    words = load_vocabulary(read_settings().vocabulary + vocabulary)
    view = PeopleView(
        View(words, explain=explain), labels=tuple(map(_label, standing)), head=_head(kept.document)
    )
    view.record(kept.record)
    for one in kept.claims:
        if one.status == "rejected":
            say(claim_line(one))


@click.command(name="receipts", epilog=_RECEIPTS_EXAMPLES)
@click.argument("name", metavar="[DOCUMENT]", required=False)
@click.option("--failed", is_flag=True, help="Only what could not be read.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many.")
@form_option("people", "jsonl")
@viewer_option
@workspace_option
def receipts(
    name: str | None, failed: bool, limit: int | None, form: str, viewer: Viewer, address: str | None
) -> None:
    """Tell what was read, what was skipped and why, and what could not be read."""
    with open_workspace(address) as workspace:
        found = workspace.receipts(name, failed=failed, limit=limit, viewer=viewer)
    if form == "jsonl":
        print_rows(receipts_table(found, "").rows)
        return
    for one in found:
        say(history_line(one))
        for note in receipt_notes(one):
            say(f"{'':21}{note}")
    if not found:
        say("no receipts")


def _document_line(one: KeptDocument, wide: int) -> str:
    """Key, day, marking, how many findings, title (or file), and which version where there are several."""
    title = title_of(one.title, one.location)
    found = counted(one.claims, "finding")
    version = f"version {one.version} of {one.versions}: " if one.versions > 1 else ""
    return f"{one.key}  {day_of(one.published, one.earliest, one.latest):10}  {one.marking.label:{wide}}  {found:>12}  {version}{title}"


def _head(one: KeptDocument) -> tuple[tuple[str, str], ...]:
    version = f", version {one.version} of {one.versions}" if one.versions > 1 else ""
    return (("key", f"{one.key}{version}"), ("marking", one.marking.label))


def _label(one: KeptClaim) -> str:
    return one.key if one.status == "found" else f"{one.key} [{one.status}]"

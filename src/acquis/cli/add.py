"""`acquis add` and `acquis reread`: sources into the workspace, and documents read anew."""

from __future__ import annotations

import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from acquis.cli.options import (
    Size,
    form_option,
    marking_option,
    open_workspace,
    vocabulary_option,
    workspace_option,
)
from acquis.cli.printing import print_rows, receipt_line, say, summary_line
from acquis.exporters.escape import visible
from acquis.exporters.rows import receipts_table
from acquis.model.kept import KeptReceipt
from acquis.model.marking import Marking
from acquis.readers import find_sources

Step = Callable[[KeptReceipt], None]
_FEW = 20  # from more documents on, only what needs a look has a line

_ADD_EXAMPLES = """
\b
Examples:
  acquis add readout.md                      into acquis.db of this folder, made if it is not there
  acquis add texts/ 'more/**/*.pdf'          folders and globs
  acquis add https://www.example.org/news A/75/816
  acquis add --marking amber note.docx       with a marking of the Traffic Light Protocol
  acquis add --workspace postgresql://desk@db/cyber texts/
"""
_REREAD_EXAMPLES = """
\b
Examples:
  acquis reread          what another version of acquis read, or one with other vocabulary files
  acquis reread --all    every document
"""
processes_option = click.option(
    "--processes",
    type=click.IntRange(min=0),
    default=0,
    help="How many processes read. [default: one a core]",
)


@click.command(name="add", epilog=_ADD_EXAMPLES)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@marking_option
@form_option("people", "jsonl")
@click.option("--max-size", type=Size(), default="32MB", show_default=True, help="Refuse larger documents.")
@click.option("--allow-private", is_flag=True, help="Fetch from this machine and its network too.")
@processes_option
@vocabulary_option
@workspace_option
def add(
    sources: tuple[str, ...], marking: Marking | None, form: str, max_size: int, allow_private: bool,
    processes: int,
    vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Read documents and keep what they say.

    A SOURCE is a file, folder, glob, web address, UN document symbol or - for standard input. The same bytes again
    change nothing; a changed page becomes a new version of its work, and what moved is said. Ctrl-C loses nothing
    that has a receipt, and the next run goes on. What cannot be read is said, and the rest is kept; the exit code
    is then 1.
    """
    found = list(find_sources(sources, max_size=max_size, allow_private=allow_private))
    with open_workspace(address, vocabulary, create=True) as workspace:
        receipts = workspace.add(found, marking=marking, processes=processes)
        _report(receipts, len(found), form)


@click.command(name="reread", epilog=_REREAD_EXAMPLES)
@click.option("--all", "every", is_flag=True, help="Read every document anew.")
@form_option("people", "jsonl")
@processes_option
@vocabulary_option
@workspace_option
def reread(every: bool, form: str, processes: int, vocabulary: tuple[Path, ...], address: str | None) -> None:
    """Read anew what an older reader read.

    From the bytes the workspace kept: the files and pages need not be there any more. Only documents that another
    version of acquis, or another vocabulary, read are read anew. What people judged stays as they left it.
    """
    with open_workspace(address, vocabulary) as workspace:
        _report(workspace.reread(every=every, processes=processes), workspace.stale(every=every), form)


def _report(receipts: Iterator[KeptReceipt], count: int, form: str) -> None:
    """Print receipts as they come, and the sum of them."""
    outcomes: Counter[str] = Counter()
    findings, began = 0, time.monotonic()
    try:
        with progress(count) as step:
            for receipt in receipts:
                step(receipt)
                outcomes[receipt.outcome] += 1
                findings += sum(number for _, number in receipt.claims)
                if form == "jsonl":
                    print_rows(receipts_table([receipt], "").rows)
                elif receipt.outcome == "failed":
                    click.echo(visible(f"acquis: {receipt.location}: {receipt.message}"), err=True)
                elif count <= _FEW or receipt.outcome == "new version":
                    for line in receipt_line(receipt).split("\n"):
                        say(line)
    except KeyboardInterrupt:
        done = outcomes.total()
        click.echo(f"acquis: stopped; {done} of {count} done and kept, run it again to go on", err=True)
        raise
    if form == "people":
        say(summary_line(outcomes, findings, time.monotonic() - began))
    click.get_current_context().exit(int(bool(outcomes["failed"])))


@contextmanager
def progress(count: int) -> Iterator[Step]:
    """A bar on standard error with rate and time left; nothing for one document, or where it is no terminal."""
    if count < 2 or not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(compact=True),
    )
    # Without a thread of its own: processes are started by forking while this one has no other thread.
    with Progress(*columns, console=Console(stderr=True), transient=True, auto_refresh=False) as bar:
        task = bar.add_task("", total=count, rate="")
        began, done = time.monotonic(), 0

        def step(_: KeptReceipt) -> None:
            nonlocal done
            done += 1
            rate = done / max(time.monotonic() - began, 0.001)
            bar.update(task, advance=1, rate=f"{rate:.0f} documents/s, time left", refresh=True)

        yield step

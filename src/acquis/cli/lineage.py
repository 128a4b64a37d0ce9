"""`acquis lineage`: the key of a promise in, the same promise across editions and documents out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquis.cli.options import (
    Day,
    form_option,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.exporters.cards import short_title
from acquis.exporters.escape import visible
from acquis.exporters.lineage import count_words, day_of, does, lineage_rows, lineage_title
from acquis.model.lineage import Lineage, Step
from acquis.model.marking import Viewer
from acquis.model.when import When

if TYPE_CHECKING:
    from rich.console import Console

_EXAMPLES = """
\b
Examples:
  acquis lineage 3f2a91c0                     a promise, by its key in the ledger
  acquis lineage 3f2a91c0 -o promise.docx     a Word file; .html, .md and .pdf too
  acquis lineage 3f2a91c0 --format jsonl      for programs
"""
_WIDEST = 110
_INDENT = 4


@click.command(name="lineage", epilog=_EXAMPLES)
@click.argument("key", metavar="PROMISE")
@click.option("--as-of", type=Day(), help="How each step stood on this day. [default: today]")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Into this file: .docx, .html, .md or .pdf.",
)
@form_option("people", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def lineage_command(
    key: str, as_of: When | None, output: Path | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...],
    address: str | None,
) -> None:  # fmt: skip
    """Follow one promise across editions and documents, the oldest words first.

    PROMISE is its key in the ledger, or that of a sentence which tells of it. Of a next meeting, what was promised at
    each edition of the series and how it ended; of all else, the promises it takes up and the later sentences that
    report, repeat, strengthen, weaken or replace it. Words are marked against the step before.
    """
    day = (as_of.latest if as_of else None) or date.today()
    with open_workspace(address, vocabulary) as workspace:
        found = workspace.lineage(key, as_of=day, viewer=viewer)
    if output is not None:
        _write(found, output)
    elif form == "jsonl":
        print_rows(lineage_rows(found))
    else:
        _print(found)


def _write(lineage: Lineage, output: Path) -> None:
    from acquis.batch.adding import now
    from acquis.cli.papers import write_paper
    from acquis.exporters.lineage import lineage_paper
    from acquis.reading import READER

    write_paper(lineage_paper(lineage, f"{now()[:10]} by {READER}"), output)


def _print(lineage: Lineage) -> None:
    from rich.console import Console  # late: rich is for people
    from rich.text import Text

    console = Console(markup=False, highlight=False, emoji=False)
    console.width = min(console.width, _WIDEST) if console.is_terminal else _WIDEST
    console.print(Text(visible(lineage_title(lineage)), "bold"))
    for step in lineage.steps:
        console.print()
        _print_step(console, step, asked=step.key == lineage.key)
    console.print()
    console.print(Text(visible(f"{count_words(lineage)}; {lineage.marking.label}")))


def _print_step(console: Console, step: Step, *, asked: bool) -> None:
    from rich.text import Text

    from acquis.cli.marked import marked

    place = f"{short_title(step.frame.title)} {step.address}".strip()
    here = "  ← asked for" if asked else ""
    console.print(Text.assemble((visible(f"{day_of(step.frame)}  {does(step)}"), "bold"), visible(here)))
    plain = not console.is_terminal or console.no_color
    words = marked(step.pieces, plain=plain, whole=True) if step.pieces else Text(visible(step.sentence))
    lines = [Text.assemble("«", words, "»"), Text(visible(f"{place} · {step.key}"), "dim")]
    if step.status:
        lines.append(Text(visible(f"{step.status}: {step.why}")))
    if step.evidence:
        told = step.evidence
        lines.append(Text(visible(f"→ «{told.sentence}»")))
        lines.append(
            Text(
                visible(
                    f"  {day_of(told.frame)} · {short_title(told.frame.title)} {told.address} · {told.key}"
                ),
                "dim",
            )
        )
    for line in lines:
        for part in line.wrap(console, console.width - _INDENT):
            part.rstrip()
            console.print(Text.assemble(" " * _INDENT, part))

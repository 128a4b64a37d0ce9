"""`acquis read`: sources in, records out in the form that was asked for."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.options import Size, vocabulary_option
from acquis.cli.progress import Progress
from acquis.cli.writers import WRITERS, View
from acquis.errors import UnreadableSource
from acquis.readers import find_sources
from acquis.reading import read_source
from acquis.settings import read_settings
from acquis.vocabulary import load_vocabulary

_EXAMPLES = """
\b
Examples:
  acquis read readout.md                        one document, for people
  acquis read --explain readout.md              and why each finding is there
  acquis read --format table statements/        a line for every document of a folder
  acquis read --format jsonl 'texts/**/*.md'    the reader contract, one JSON object a line
  acquis read --format csv statements/ > a.csv  one claim a row
  acquis read https://example.org/readout       a page of the web
  acquis read A/75/816                          a document of the United Nations by its symbol
  pandoc -t markdown x.html | acquis read -     standard input
  acquis read --vocabulary ours.yaml note.txt   with names of your own
"""


@click.command(name="read", epilog=_EXAMPLES)
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(WRITERS)),
    default="people",
    show_default=True,
    help="How to print.",
)
@click.option("--explain", is_flag=True, help="Say in words why each claim is there.")
@click.option("--with-text", is_flag=True, help="Add the text that offsets count in (jsonl and json).")
@click.option("--max-size", type=Size(), default="32MB", show_default=True, help="Refuse larger documents.")
@click.option(
    "--allow-private",
    is_flag=True,
    help="Fetch from this machine and its network too, not only the public web.",
)
@vocabulary_option
def read(
    *,
    sources: tuple[str, ...],
    form: str,
    explain: bool,
    with_text: bool,
    max_size: int,
    allow_private: bool,
    vocabulary: tuple[Path, ...],
) -> None:
    """Read documents into cited records.

    A SOURCE is a file, folder, glob, web address, UN document symbol or - for standard input. What cannot be
    read is said, and the rest is read; the exit code is then 1.
    """
    if with_text and form not in ("jsonl", "json"):
        raise click.UsageError(
            "--with-text goes with --format jsonl or json; people's view shows the text anyway"
        )
    files = read_settings().vocabulary + vocabulary
    writer = WRITERS[form](View(load_vocabulary(files), explain=explain, with_text=with_text))
    found = list(find_sources(sources, max_size=max_size, allow_private=allow_private))
    progress, failed = Progress(len(found)), False
    for source in found:
        progress.step(source.path)
        try:
            record = read_source(source, vocabulary=files)
        except UnreadableSource as problem:
            failed = True
            progress.clear()
            writer.problem(problem)
        else:
            progress.clear()
            writer.record(record)
    writer.close()
    click.get_current_context().exit(int(failed))

"""`acquis series` and `acquis silence`: the story of a series, and what its last edition left out."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.ledger import last_day
from acquis.cli.options import (
    Day,
    form_option,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.exporters.series_rows import story_row
from acquis.exporters.silence_rows import silence_rows
from acquis.model.marking import Viewer
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.vocabulary import load_vocabulary

_SERIES_EXAMPLES = """
\b
Examples:
  acquis series                     every series, those that are overdue first
  acquis series "uk-eu"             the whole story of one, whichever party is named first
  acquis series "japan cyber"       parties by name or code, and words of the name
  acquis series --as-of 2024-06     how things stood in June 2024
  acquis series --format jsonl      for programs
"""
_SILENCE_EXAMPLES = """
\b
Examples:
  acquis silence "uk-eu"               what the last edition left out
  acquis silence "uk-eu" --edition 2   what edition 2 left out of what edition 1 had
  acquis silence --format jsonl uk-eu  for programs
"""
as_of_option = click.option(
    "--as-of", type=Day(), help="As it stood then: by what was published by this day. [default: today]"
)


@click.command(name="series", epilog=_SERIES_EXAMPLES)
@click.argument("name", required=False)
@as_of_option
@form_option("people", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def series_command(
    name: str | None, as_of: When | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...],
    address: str | None,
) -> None:  # fmt: skip
    """List series of meetings: the last edition, the next one, and by how many days it is overdue.

    With words of a NAME, the whole story of one series: its editions with every account, who chaired with which post,
    what was promised for the next time, and what became of it.
    """
    with open_workspace(address, vocabulary) as workspace:
        found = workspace.stories(name, as_of=last_day(as_of), viewer=viewer)
    if form == "jsonl":
        print_rows(map(story_row, found))
        return
    from acquis.cli.series_people import print_series, print_story  # late: rich is for people

    words = load_vocabulary(read_settings().vocabulary + vocabulary)
    if name and len(found) == 1:
        print_story(found[0], words)
    else:
        print_series(found)


@click.command(name="silence", epilog=_SILENCE_EXAMPLES)
@click.argument("series", metavar="SERIES")
@click.option(
    "--edition", type=click.IntRange(1), help="The later edition, by its number. [default: the last held]"
)
@as_of_option
@form_option("people", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def silence_command(
    series: str, edition: int | None, as_of: When | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...],
    address: str | None,
) -> None:  # fmt: skip
    """Show what the last edition of a series left out of what the one before had.

    Promises that were not repeated, condemnations, concerns, topics, bodies and names: a thing is left out where no
    account of the later edition has it. Silence denies nothing.
    """
    with open_workspace(address, vocabulary) as workspace:
        found = workspace.silence(series, edition=edition, as_of=last_day(as_of), viewer=viewer)
    if form == "jsonl":
        print_rows(silence_rows(found))
        return
    from acquis.cli.silence_people import print_silence  # late: rich is for people

    print_silence(found)

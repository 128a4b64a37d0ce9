"""`acquis ledger`: filters and a day in, promises with their status and the words at both ends out."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import get_args

import click

from acquis.cli.ledger_files import write_ledger
from acquis.cli.ledger_people import print_ledger
from acquis.cli.options import (
    Day,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.errors import RequestError
from acquis.exporters.ledger import promise_row
from acquis.exporters.names import naming
from acquis.model.filters import PromiseFilters
from acquis.model.marking import Viewer
from acquis.model.promise import PromiseStatus
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lookup import find_actor, find_concepts

_EXAMPLES = """
\b
Examples:
  acquis ledger                                   every promise, and how it stands today
  acquis ledger --party GB --with Japan --since 2022  what we promised Japan since 2022
  acquis ledger --status open --status due        what is still to come
  acquis ledger --series "uk-eu" --as-of 2024-06  how a series stood in June 2024
  acquis ledger --format ics -o due.ics           due dates for a calendar
  acquis ledger --format jsonl --candidates 5     for programs, with what else may tell of each
"""


@click.command(name="ledger", epilog=_EXAMPLES)
@click.option("--party", metavar="NAME", help="Promises of this State, group or body: a code or a name.")
@click.option("--with", "counterpart", metavar="NAME", help="Made with, or to, this one.")
@click.option("--series", metavar="WORDS", help="Made in a series of meetings with these words in its name.")
@click.option("--about", metavar="NAME", help="On this topic, threat or provision: a name or an id.")
@click.option("--grade", type=click.IntRange(1, 5), help="Of this grade or higher (5 is the most specific).")
@click.option(
    "--status",
    "statuses",
    multiple=True,
    type=click.Choice(get_args(PromiseStatus)),
    help="With this status (repeatable).",
)
@click.option("--since", type=Day(), help="Made on this day, in this month or year, or later.")
@click.option("--until", type=Day(), help="Made on this day, in this month or year, or earlier.")
@click.option(
    "--as-of", type=Day(), help="As it stood then: by what was published by this day. [default: today]"
)
@click.option("--known-on", type=Day(), help="By what was in the workspace by this day.")
@click.option(
    "--candidates",
    type=click.IntRange(0, 5),
    default=0,
    help="Show so many sentences that may tell of each promise.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "jsonl", "csv", "ics", "docx"]),
    default="table",
    show_default=True,
    help="How to print.",
)
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), help="Write into this file.")
@viewer_option
@vocabulary_option
@workspace_option
def ledger(
    party: str | None, counterpart: str | None, series: str | None, about: str | None, grade: int | None,
    statuses: tuple[PromiseStatus, ...], since: When | None, until: When | None, as_of: When | None,
    known_on: When | None, candidates: int, form: str, output: Path | None, viewer: Viewer,
    vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """List promises: who made them, when they are due, how they stand, and the words that say so.

    A promise is kept only where a later document says so. A date that has passed without evidence is "no evidence
    yet", never "broken".
    """
    from acquis.analysis.ledger import Asked  # late: `acquis read` needs no database

    words = load_vocabulary(read_settings().vocabulary + vocabulary)
    filters = PromiseFilters(
        party=find_actor(words, party) if party else None,
        counterpart=find_actor(words, counterpart) if counterpart else None,
        series=series,
        about=find_concepts(words, about) if about else frozenset(),
        grade=grade,
        statuses=statuses,
        since=since.start if since else None,
        until=until.end if until else None,
    )
    asked = Asked(last_day(as_of) or date.today(), last_day(known_on), filters, candidates)
    with open_workspace(address, vocabulary) as workspace:
        found = workspace.ledger(asked, viewer=viewer)
    if form == "jsonl" and output is None:
        print_rows(map(promise_row, found.promises))
    elif form == "table":
        if output is not None:
            raise RequestError(
                f"{output}: a table is for the terminal; --format csv, jsonl, ics or docx fill a file"
            )
        print_ledger(found, words)
    else:
        write_ledger(found, form, output, naming(words))


def last_day(when: When | None) -> date | None:
    """The day a date on the command line ends with: of a month its last."""
    return when.latest if when else None

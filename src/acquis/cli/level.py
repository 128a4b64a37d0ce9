"""`acquis level`: States, a subject and a period in; shares, needs beside offers, and proposed partners out."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal, get_args

import click

from acquis.cli.implementation import REGIONS
from acquis.cli.options import (
    Day,
    form_option,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.model.levelling import Levelling
from acquis.model.marking import Viewer
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lookup import find_actor

Part = Literal["shares", "needs", "partners"]
_EXAMPLES = """
\b
Examples:
  acquis level                            shares by region, needs beside offers, proposed partners
  acquis level --show partners            only who could help whom, and why
  acquis level --region African --show needs   needs of States of a region, with what others offer
  acquis level --state Kenya --show partners   partners for the needs of one State
  acquis level --about forensics          one subject
  acquis level --format csv > shares.csv  the shares for a spreadsheet
  acquis level --format jsonl             everything for programs
"""


@click.command(name="level", epilog=_EXAMPLES)
@click.option(
    "--show",
    "parts",
    multiple=True,
    type=click.Choice(get_args(Part)),
    help="Only this part (repeatable): shares, needs (with offers and steps reported), partners.",
)
@click.option("--about", metavar="WORDS", help="Needs and offers on subjects with these words in their name.")
@click.option("--state", metavar="NAME", help="Shares and needs of this State: a code or a name.")
@click.option(
    "--region", type=click.Choice(REGIONS), help="Shares and needs of States of this regional group."
)
@click.option("--group", metavar="NAME", help="Shares and needs of members of this group.")
@click.option("--since", type=Day(), help="From documents of this day, month or year, or later.")
@click.option("--until", type=Day(), help="From documents of this day, month or year, or earlier.")
@form_option("people", "csv", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def level_command(
    parts: tuple[Part, ...], about: str | None, state: str | None, region: str | None, group: str | None,
    since: When | None, until: When | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Show where steps are reported and where no evidence was found, and lay stated needs beside offers.

    Partners are a proposal, each offer for one need at most, with the reasons of every pair; a person decides.
    Shares say on how many documents they rest, with an interval, or that there is not enough to say. Nothing
    ranks States.
    """
    from acquis.analysis.hearing import Period  # late: `acquis read` needs no database
    from acquis.analysis.levelling.answer import Levelled

    words = load_vocabulary(read_settings().vocabulary + vocabulary)
    asked = Levelled(
        state=find_actor(words, state) if state else None,
        region=region,
        group=find_actor(words, group) if group else None,
        subject=about,
        period=Period(since.start if since else None, until.end if until else None),
    )
    with open_workspace(address, vocabulary) as workspace:
        answer = workspace.levelling(asked, viewer=viewer)
    if form == "people":
        from acquis.cli.level_people import print_levelling  # late: rich is for people

        print_levelling(answer, words, parts or get_args(Part))
    elif form == "csv":
        click.echo(_shares(answer), nl=False)
    else:
        from acquis.exporters.levelling import levelling_rows

        print_rows(levelling_rows(answer))


def _shares(answer: Levelling) -> str:
    from acquis.exporters.csv import write_csv
    from acquis.exporters.levelling import shares_table
    from acquis.reading import READER

    file = io.StringIO()
    write_csv(shares_table(answer, f"Made {datetime.now(UTC).date()} by {READER}"), file)
    return file.getvalue()

"""`acquis since`: a day or "last" in; new documents, promises and changed statuses out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from acquis.cli.options import (
    Day,
    form_option,
    open_workspace,
    signed,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.exporters.news_rows import news_rows
from acquis.model.marking import Viewer

_EXAMPLES = """
\b
Examples:
  acquis since last               what is new since you last asked so
  acquis since 2031-05-02         since that day began (UTC)
  acquis since 2031-05            since the month began
  acquis since --all last         every line, however many
  acquis since --format jsonl last  for programs
"""


class Start(click.ParamType[date | None]):
    """The first day of a calendar value, or "last"."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date | None:
        """The day; None for "last"."""
        if value is None or str(value).strip().lower() == "last":
            return None
        when = Day().convert(value, param, ctx)
        if when.earliest is None:
            self.fail(f"{value!r} has no first day; expected a day, a month, a year or last", param, ctx)
        return when.earliest


@click.command(name="since", epilog=_EXAMPLES)
@click.argument("start", metavar="DATE|last", type=Start())
@click.option("--all", "everything", is_flag=True, help="Leave nothing out, however many there are.")
@click.option(
    "--by", metavar="NAME", help="Whose last time `last` means. [default: ACQUIS_REVIEWER, else your login]"
)
@form_option("people", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def since_command(
    start: date | None, everything: bool, by: str | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...],
    address: str | None,
) -> None:  # fmt: skip
    """Show what is new: documents, promises, and promises that stand otherwise than they did.

    A DATE means that day's beginning. "last" means the last time you asked for "last", which the workspace remembers
    for each name, and for each clearance given with --as.
    """
    with open_workspace(address, vocabulary) as workspace:
        found = workspace.since(start, by=signed(by), viewer=viewer)
    if form == "jsonl":
        print_rows(news_rows(found))
        return
    from acquis.cli.since_people import print_news  # late: rich is for people

    print_news(found, signed(by), everything=everything)

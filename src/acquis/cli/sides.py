"""Options of the commands that ask where actors stand: whose positions, of which days; and rows on standard output."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import click

from acquis.cli.options import Day
from acquis.exporters.rows import Table

since_option = click.option("--since", type=Day(), help="Said on this day, in this month or year, or later.")
until_option = click.option(
    "--until", type=Day(), help="Said on this day, in this month or year, or earlier."
)


def side_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--state`, `--region`, `--group`, `--since` and `--until`."""
    options = (
        click.option("--state", metavar="NAME", help="Of this State or group alone: a code or a name."),
        click.option("--region", metavar="NAME", help="Of the States of this regional group."),
        click.option("--group", metavar="NAME", help="Of this group and its members."),
        since_option,
        until_option,
    )
    for option in reversed(options):
        command = option(command)
    return command


def made_now() -> str:
    """ "Made 2031-05-02 by acquis …"."""
    from acquis.reading import READER

    return f"Made {datetime.now(UTC).date()} by {READER}"


def print_csv(table: Table) -> None:
    """A table as CSV on standard output."""
    from acquis.exporters.csv import write_csv

    file = io.StringIO()
    write_csv(table, file)
    click.echo(file.getvalue(), nl=False)

"""The ledger into a file, or onto standard output: CSV, JSON lines, calendar, DOCX."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import click

from acquis.cli.papers import write_file
from acquis.errors import RequestError
from acquis.exporters.ledger import due_dates, ledger_paper, ledger_table
from acquis.exporters.names import NameOf
from acquis.model.promise import Ledger


def write_ledger(ledger: Ledger, form: str, output: Path | None, name_of: NameOf) -> None:
    """Write the ledger in this form into a file, or onto standard output where that can be read there."""
    if output is None and form == "docx":
        raise RequestError("a Word file needs a name; give one with -o, as in -o ledger.docx")
    content = _content(ledger, form, name_of)
    if output is None:
        click.echo(content, nl=False)
    else:
        write_file(content, output, ledger.marking)


def _content(ledger: Ledger, form: str, name_of: NameOf) -> bytes:
    from acquis.reading import READER

    now = datetime.now(UTC)
    made = f"Made {now.date()} by {READER}"
    if form == "ics":
        from acquis.exporters.calendar import write_calendar

        return write_calendar(due_dates(ledger, name_of), now)
    if form == "docx":
        from acquis.exporters.paper import WRITERS

        return WRITERS["docx"](ledger_paper(ledger, made, name_of))
    from acquis.exporters.csv import write_csv
    from acquis.exporters.jsonl import write_jsonl

    file = io.StringIO()
    (write_csv if form == "csv" else write_jsonl)(ledger_table(ledger, made), file)
    return file.getvalue().encode()

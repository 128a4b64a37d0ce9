"""Tables to CSV: a line with the highest marking, then the names of the columns, then one line a row."""

from __future__ import annotations

import csv
from typing import TextIO

from acquis.contract import Json
from acquis.exporters.escape import cell, visible
from acquis.exporters.rows import Table


def write_csv(table: Table, file: TextIO) -> None:
    """Write a table. Lists are joined by "; "; what a spreadsheet would run as a formula gets an apostrophe."""
    file.write(f"# {table.marking.label}{table.note and f', {table.note}'}\n")
    writer = csv.writer(file, lineterminator="\n")
    columns = tuple(table.rows[0]) if table.rows else ()
    writer.writerow(columns)
    for row in table.rows:
        writer.writerow([_cell(row[column]) for column in columns])


def _cell(value: Json) -> str | int | float | None:
    if isinstance(value, list | tuple):
        return _cell("; ".join(str(_cell(part)) for part in value))
    if isinstance(value, dict):
        return _cell("; ".join(f"{key}: {_cell(part)}" for key, part in value.items() if part is not None))
    if isinstance(value, str):
        return cell(visible(value))
    return value

"""The ledger into a file, or onto standard output: CSV, calendar, DOCX."""

from __future__ import annotations

import io
from pathlib import Path

from acquis.exporters.csv import write_csv
from acquis.exporters.ledger import ledger_table, promise_row
from acquis.model.promise import Ledger


def write_ledger(ledger: Ledger, form: str, output: Path | None) -> None:
    """Write the ledger in this form."""
    file = io.StringIO()
    write_csv(ledger_table(ledger, ""), file)
    print(file.getvalue(), promise_row, form, output)

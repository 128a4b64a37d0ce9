"""Tables to JSON lines: the head first, then one object a row."""

from __future__ import annotations

import json
from typing import TextIO

from acquis.exporters.escape import json_safe
from acquis.exporters.rows import Table


def write_jsonl(table: Table, file: TextIO) -> None:
    """Write a table."""
    for row in (table.head, *table.rows):
        file.write(json_safe(json.dumps(row, ensure_ascii=False)) + "\n")

"""A paper into a file, whose ending says of which form."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.options import Refused
from acquis.errors import RequestError
from acquis.exporters.paper import WRITERS
from acquis.model.paper import Paper


def write_paper(paper: Paper, output: Path) -> None:
    """Write a file that is there whole or not at all, and say how it is marked."""
    form = output.suffix.lower().removeprefix(".")
    if form not in WRITERS:
        known = ", ".join(f".{one}" for one in WRITERS)
        raise RequestError(f"{output}: no such form of file; expected {known}")
    content = WRITERS[form](paper)
    half = output.with_name(f"{output.name}.part")
    try:
        half.write_bytes(content)
        half.replace(output)
    except OSError as problem:
        raise Refused(f"{output}: cannot be written ({problem.strerror})") from problem
    finally:
        half.unlink(missing_ok=True)
    click.echo(f"acquis: {output}, {paper.marking.label}", err=True)

"""A paper into a file: there whole, or not at all."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.options import Refused
from acquis.errors import RequestError
from acquis.exporters.paper import WRITERS
from acquis.model.marking import Marking
from acquis.model.paper import Paper


def form_of(output: Path) -> str:
    """The form that the ending of a file's name asks for; raises RequestError for one that is none."""
    form = output.suffix.lower().removeprefix(".")
    if form not in WRITERS:
        known = ", ".join(f".{one}" for one in WRITERS)
        raise RequestError(f"{output}: no such form of file; expected {known}")
    return form


def write_paper(paper: Paper, output: Path) -> None:
    """Write a paper in the form of the file's ending, and say how it is marked."""
    write_file(WRITERS[form_of(output)](paper), output, paper.marking)


def write_file(content: bytes, output: Path, marking: Marking) -> None:
    """Write a file, and say how what is in it is marked."""
    half = output.with_name(f"{output.name}.part")
    try:
        half.write_bytes(content)
        half.replace(output)
    except OSError as problem:
        raise Refused(f"{output}: cannot be written ({problem.strerror})") from problem
    finally:
        half.unlink(missing_ok=True)
    click.echo(f"acquis: {output}, {marking.label}", err=True)

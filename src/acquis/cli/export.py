"""`acquis export` and `acquis import`: the workspace's rows to files, and judgements back."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO, get_args

import click

from acquis.cli.options import Refused, actor_of, open_workspace, viewer_option, workspace_option
from acquis.cli.printing import say
from acquis.exporters.cards import counted
from acquis.exporters.csv import write_csv
from acquis.exporters.jsonl import write_jsonl
from acquis.exporters.judgements import read_judgements
from acquis.exporters.rows import Table
from acquis.model.claim import Act
from acquis.model.marking import Viewer
from acquis.store.claims import Wanted
from acquis.workspace import Exported

WRITERS: dict[str, Callable[[Table, TextIO], None]] = {"jsonl": write_jsonl, "csv": write_csv}
_EXPORT_EXAMPLES = """
\b
Examples:
  acquis export claims > claims.jsonl
  acquis export claims --act commitment --format csv -o promises.csv
  acquis export judgements --as green -o judgements.jsonl
"""
_IMPORT_EXAMPLES = """
\b
Examples:
  acquis import judgements.jsonl
"""


@click.command(name="export", epilog=_EXPORT_EXAMPLES)
@click.argument("what", type=click.Choice(get_args(Exported)))
@click.option(
    "--act", "acts", multiple=True, type=click.Choice(get_args(Act)), help="Only claims of this act."
)
@click.option("--owner", metavar="NAME", help="Only claims of this State, group or body: a code or a name.")
@click.option(
    "--format",
    "form",
    type=click.Choice(list(WRITERS)),
    default="jsonl",
    show_default=True,
    help="The format.",
)
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), help="Into this file. [default: standard output]"
)
@viewer_option
@workspace_option
def export(
    what: Exported, acts: tuple[Act, ...], owner: str | None, form: str, output: Path | None, viewer: Viewer,
    address: str | None,
) -> None:  # fmt: skip
    """Write what the workspace keeps, for other programs and other people.

    The first line names the highest marking of what is in it; with --as only what such a reader may have is
    written. A file is there whole or not at all.
    """
    with open_workspace(address) as workspace:
        table = workspace.export(what, Wanted(acts=acts, owner=actor_of(owner)), viewer=viewer)
    with _opened(output) as file:
        WRITERS[form](table, file)
    click.echo(f"acquis: {counted(len(table.rows), what[:-1])}, {table.marking.label}", err=True)


@click.command(name="import", epilog=_IMPORT_EXAMPLES)
@click.argument("name", metavar="FILE")
@workspace_option
def import_command(name: str, address: str | None) -> None:
    """Take over judgements that `acquis export judgements` wrote elsewhere.

    What is here already stays one; judgements on documents that are not here wait for them. Nothing is imported
    from a file with a line that is no judgement. A FILE of - is standard input.
    """
    try:
        with click.open_file(name, encoding="utf-8", errors="replace") as file:
            judgements = list(read_judgements(file, name))
    except OSError as problem:
        raise Refused(f"{name}: cannot be read ({problem.strerror})") from problem
    with open_workspace(address) as workspace:
        new = workspace.add_judgements(judgements)
    say(f"{counted(len(judgements), 'judgement')}, {new} of them new")


@contextmanager
def _opened(output: Path | None) -> Iterator[TextIO]:
    """Standard output, or a file that takes its name only when it is whole."""
    if output is None:
        yield sys.stdout
        return
    half = output.with_name(f"{output.name}.part")
    try:
        with half.open("w", encoding="utf-8", newline="") as file:
            yield file
        half.replace(output)
    except OSError as problem:
        raise Refused(f"{output}: cannot be written ({problem.strerror})") from problem
    finally:
        half.unlink(missing_ok=True)

"""What the questions about agreed language share: words or a file, an answer into a file or as a table."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquis.readers.sources import STANDARD_INPUT

if TYPE_CHECKING:
    from acquis.exporters.rows import Table
    from acquis.model.paper import Paper

_SUFFIXES = (".txt", ".md", ".html", ".htm", ".docx", ".pdf")

output_option = click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Into this file: .docx, .html, .md or .pdf.",
)


def is_file(words: str) -> bool:
    """Do the words name a file, or what would be one, and not a passage?"""
    if words == STANDARD_INPUT or not words.strip():
        return bool(words.strip())
    try:
        if Path(words).exists():
            return True
    except (OSError, ValueError):  # a passage may be longer than any name of a file
        return False
    return len(words.split()) == 1 and (words.lower().endswith(_SUFFIXES) or "/" in words)


def write_answer(paper: Callable[[str], Paper], output: Path) -> None:
    """A paper, made with the words that say when and by what, into a file of the form its ending names."""
    from acquis.cli.papers import write_paper

    write_paper(paper(_made()), output)


def told(table: Callable[[str], Table]) -> None:
    """A table on standard output, as CSV with its marking first."""
    from acquis.exporters.csv import write_csv

    file = io.StringIO()
    write_csv(table(_made()), file)
    click.echo(file.getvalue(), nl=False)


def _made() -> str:
    from acquis.batch.adding import now
    from acquis.reading import READER

    return f"{now()[:10]} by {READER}"

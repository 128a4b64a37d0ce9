"""`acquis agreed`: a draft or a sentence in, the nearest agreed wording of each sentence out."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.asked import is_file, output_option, told, write_answer
from acquis.cli.given import given_file
from acquis.cli.options import (
    form_option,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.errors import RequestError, UnreadableSource
from acquis.exporters.names import naming
from acquis.model.marking import Marking, Viewer
from acquis.model.record import Record
from acquis.settings import read_settings
from acquis.vocabulary import load_vocabulary

_EXAMPLES = """
\b
Examples:
  acquis agreed draft.docx                    each sentence beside the nearest agreed wording
  acquis agreed "States should not attack hospitals by cyber means."   one sentence
  acquis agreed draft.docx -o beside.docx     a Word file; .html, .md and .pdf too
  acquis agreed --format jsonl draft.docx     for programs; csv for a spreadsheet
"""


@click.command(name="agreed", epilog=_EXAMPLES)
@click.argument("words", metavar="FILE|SENTENCE")
@output_option
@form_option("people", "jsonl", "csv")
@viewer_option
@vocabulary_option
@workspace_option
def agreed_command(
    words: str,
    output: Path | None,
    form: str,
    viewer: Viewer,
    vocabulary: tuple[Path, ...],
    address: str | None,
) -> None:
    """Put each sentence of a draft beside the nearest agreed wording, and mark how it differs.

    Agreed wording is that of texts whose status is agreed or endorsed. Where none of it is near, the nearest wording of
    another text is shown with its status; where no wording is near, that is said.
    """
    files = read_settings().vocabulary + vocabulary
    with open_workspace(address, vocabulary) as workspace:
        record, marking = (
            given_file(words, workspace, viewer, files) if is_file(words) else (_typed(words), Marking.CLEAR)
        )
        found = workspace.agreed(record, marking=marking, viewer=viewer)
    name_of = naming(load_vocabulary(files))
    if output is not None:
        from acquis.exporters.pedigree_paper import wording_paper

        write_answer(lambda made: wording_paper(found, made, name_of), output)
    elif form == "jsonl":
        from acquis.exporters.pedigree import wording_rows

        print_rows(wording_rows(found))
    elif form == "csv":
        from acquis.exporters.pedigree import wording_table

        told(lambda made: wording_table(found, made))
    else:
        from acquis.cli.pedigree_people import PedigreeView  # late: rich is for people

        PedigreeView(name_of).wording(found)


def _typed(words: str) -> Record:
    """The record of a sentence that was typed."""
    from acquis.reading import read_text

    try:
        return read_text(words, path="the words that were given")
    except UnreadableSource as problem:
        raise RequestError("there is nothing to compare; give a sentence, or a file") from problem

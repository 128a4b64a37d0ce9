"""`acquis pedigree`: a phrase, a file or nothing in, the texts that hold its words out, by day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquis.cli.asked import is_file, output_option, told, write_answer
from acquis.cli.given import given_file
from acquis.cli.options import form_option, open_workspace, viewer_option, vocabulary_option, workspace_option
from acquis.cli.printing import print_rows
from acquis.errors import NotKept
from acquis.exporters.escape import visible
from acquis.exporters.names import naming
from acquis.model.marking import Viewer
from acquis.model.pedigree import Pedigree
from acquis.settings import read_settings
from acquis.vocabulary import load_vocabulary

if TYPE_CHECKING:
    from acquis.workspace import Workspace

_EXAMPLES = """
\b
Examples:
  acquis pedigree "in its entirety to the use of cyber tools"   where a phrase comes from
  acquis pedigree rev2.docx                   what a draft took from other texts
  acquis pedigree rev2.docx -o sources.docx   a Word file; .html, .md and .pdf too
  acquis pedigree                             the passages that most sources use
  acquis pedigree --format csv "…"            for a spreadsheet; jsonl for programs
"""


@click.command(name="pedigree", epilog=_EXAMPLES)
@click.argument("words", metavar="[PHRASE|FILE]", required=False)
@click.option(
    "--limit",
    type=click.IntRange(1, 200),
    default=20,
    show_default=True,
    help="Without a phrase or file: list so many passages.",
)
@output_option
@form_option("people", "jsonl", "csv")
@viewer_option
@vocabulary_option
@workspace_option
def pedigree_command(
    words: str | None, limit: int, output: Path | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...],
    address: str | None,
) -> None:  # fmt: skip
    """Follow words through the workspace: the earliest text that has them, every later use, and what it changed.

    PHRASE is a passage of five words or more; of a FILE every passage is followed that another text holds, in the order
    of the file. Without either, the passages that most sources use. Words are marked against the earlier use that each
    comes nearest to; what one source says again and again is told apart as its boilerplate.
    """
    files = read_settings().vocabulary + vocabulary
    phrase = words is not None and not is_file(words)
    with open_workspace(address, vocabulary) as workspace:
        found = _found(workspace, words, limit, viewer, files)
    if not found.passages:
        raise NotKept(_nothing(found, phrase=phrase))
    name_of = naming(load_vocabulary(files))
    if output is not None:
        from acquis.exporters.pedigree_paper import pedigree_paper

        write_answer(lambda made: pedigree_paper(found, made, name_of, phrase=phrase), output)
    elif form == "jsonl":
        from acquis.exporters.pedigree import pedigree_rows

        print_rows(pedigree_rows(found))
    elif form == "csv":
        from acquis.exporters.pedigree import pedigree_table

        told(lambda made: pedigree_table(found, made))
    else:
        from acquis.cli.pedigree_people import PedigreeView  # late: rich is for people

        PedigreeView(name_of).pedigree(found, phrase=phrase)


def _found(
    workspace: Workspace, words: str | None, limit: int, viewer: Viewer, files: tuple[Path, ...]
) -> Pedigree:
    if words is None:
        return workspace.most_reused(most=limit, viewer=viewer)
    if not is_file(words):
        return workspace.pedigree(words, viewer=viewer)
    record, marking = given_file(words, workspace, viewer, files)
    return workspace.reused(record, marking=marking, viewer=viewer)


def _nothing(found: Pedigree, *, phrase: bool) -> str:
    texts = f"{found.documents} text{'s' * (found.documents != 1)} looked through"
    if phrase:
        return visible(f"no text in this workspace holds “{(found.asked or '')[:200]}”; {texts}")
    if found.asked is None:
        return f"no passage in this workspace is used by two texts; {texts}"
    return visible(f"{found.asked}: no text in this workspace holds a passage of it; {texts}")

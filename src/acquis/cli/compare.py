"""`acquis compare`: two documents or files in, what differs out."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from acquis.cli.given import given_file
from acquis.cli.options import (
    form_option,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.errors import NotKept, RequestError, StoreNotFound
from acquis.model.comparison import Comparison, Mode
from acquis.model.marking import Viewer
from acquis.settings import DEFAULT_WORKSPACE, read_settings

if TYPE_CHECKING:
    from acquis.analysis.comparing.given import Given
    from acquis.workspace import Workspace

_EXAMPLES = """
\b
Examples:
  acquis compare eu-text.md uk-text.md               two files: no workspace is needed
  acquis compare "third uk-eu" "second uk-eu"        two documents of the workspace
  acquis compare --mode drafts rev1.pdf rev2.pdf     paragraph by paragraph, words marked
  acquis compare rev1.docx rev2.docx -o changes.docx a Word file; .html, .md and .pdf too
  acquis compare --format jsonl a.md b.md            for programs
"""
_NEAREST, _NEAR = 3, 60


@click.command(name="compare", epilog=_EXAMPLES)
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option(
    "--mode",
    type=click.Choice(get_args(Mode)),
    help="Compare as accounts of one meeting, editions, drafts or texts. [default: what fits them]",
)
@click.option("--all", "everything", is_flag=True, help="Leave nothing out: every row, whole quotes.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Into this file: .docx, .html, .md or .pdf.",
)
@form_option("people", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def compare_command(
    first: str, second: str, mode: Mode | None, everything: bool, output: Path | None, form: str, viewer: Viewer,
    vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Compare two accounts of one meeting, two editions of a series, or two drafts of one text.

    A and B are documents of the workspace, named as `acquis show` takes them, or files. What only one of them says
    is shown as that and no more: silence denies nothing. Of drafts, the words that commit come first.
    """
    comparison = _compared((first, second), mode, viewer, vocabulary, address)
    if output is not None:
        _write(comparison, output)
    elif form == "jsonl":
        from acquis.exporters.comparison_rows import comparison_rows

        print_rows(comparison_rows(comparison))
    else:
        from acquis.cli.compared import ComparisonView  # late: rich is for people

        ComparisonView(everything=everything).show(comparison)


def _compared(
    names: tuple[str, str], mode: Mode | None, viewer: Viewer, vocabulary: tuple[Path, ...], address: str | None
) -> Comparison:  # fmt: skip
    from acquis.analysis.comparing.compare import compare  # late: other commands need none of it
    from acquis.analysis.comparing.names import names_of

    files = read_settings().vocabulary + vocabulary
    workspace = _workspace(address, vocabulary)
    try:
        first, second = (_given(name, workspace, viewer, files) for name in names)
    finally:
        if workspace is not None:
            workspace.close()
    return compare(first, second, names_of(files), mode=mode)


def _workspace(address: str | None, vocabulary: tuple[Path, ...]) -> Workspace | None:
    """The workspace, or none where nobody named one and there is none."""
    try:
        return open_workspace(address, vocabulary)
    except StoreNotFound:
        if address is not None or read_settings().workspace != DEFAULT_WORKSPACE:
            raise
        return None


def _given(name: str, workspace: Workspace | None, viewer: Viewer, vocabulary: tuple[Path, ...]) -> Given:
    """A document of the workspace, else a file."""
    from acquis.analysis.comparing.given import Given

    if workspace is not None:
        try:
            return Given.kept(workspace.show(name, viewer=viewer))
        except RequestError as problem:
            if not Path(name).is_file():
                raise _with_nearest(problem, name, workspace, viewer) from problem
    return _file(name, workspace, viewer, vocabulary)


def _file(name: str, workspace: Workspace | None, viewer: Viewer, vocabulary: tuple[Path, ...]) -> Given:
    """A file, marked as the workspace marks what came from it."""
    from acquis.analysis.comparing.given import Given

    record, marking = given_file(name, workspace, viewer, vocabulary)
    return Given(record, name, marking)


def _with_nearest(problem: RequestError, name: str, workspace: Workspace, viewer: Viewer) -> RequestError:
    """The same refusal, with the titles that come nearest to what was typed."""
    if not isinstance(problem, NotKept):
        return problem
    from rapidfuzz import fuzz, process  # late: needed by a misspelt name only

    titles = [one.title or one.location for one in workspace.documents(viewer=viewer)]
    near = process.extract(
        name[:100], titles, scorer=fuzz.WRatio, processor=str.lower, limit=_NEAREST, score_cutoff=_NEAR
    )
    meant = ", ".join(dict.fromkeys(f"“{title[:80]}”" for title, _, _ in near))
    return NotKept(f"{problem}; did you mean {meant}?") if meant else problem


def _write(comparison: Comparison, output: Path) -> None:
    """The comparison as a paper."""
    from acquis.batch.adding import now
    from acquis.cli.papers import write_paper
    from acquis.exporters.comparison import comparison_paper
    from acquis.reading import READER

    write_paper(comparison_paper(comparison, f"{now()[:10]} by {READER}"), output)

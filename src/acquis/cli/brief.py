"""`acquis brief`: two parties and a day in, a brief of two pages out."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from acquis.cli.options import (
    Day,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.papers import form_of, write_paper
from acquis.cli.printing import say
from acquis.errors import RequestError
from acquis.model.marking import Viewer
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lookup import find_actor

_EXAMPLES = """
\b
Examples:
  acquis brief --for GB --with EU -o brief.docx        for today, as a Word file
  acquis brief --for GB --with EU --on 2026-12-01 -o brief.pdf
  acquis brief --for Japan --with "United States"      on the terminal, as Markdown
  acquis brief --for GB --with EU --as clear -o b.html only from what everybody may see
"""


@click.command(name="brief", epilog=_EXAMPLES)
@click.option(
    "--for", "party", metavar="NAME", required=True, help="Whose delegation it is for: a code or a name."
)
@click.option("--with", "counterpart", metavar="NAME", required=True, help="Whom they meet.")
@click.option(
    "--series", metavar="WORDS", help="Which series of theirs, if there are several: words of its name."
)
@click.option("--on", type=Day(), help="The day of the meeting. [default: today]")
@click.option("--as-of", type=Day(), help="By what was published by this day. [default: today]")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Into this file: .docx, .pdf, .md or .html.",
)
@viewer_option
@vocabulary_option
@workspace_option
def brief(
    party: str, counterpart: str, series: str | None, on: When | None, as_of: When | None, output: Path | None, viewer: Viewer,
    vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Write a brief for a meeting: the last one and who sat there, what each side owes, what falls due, the last
    agreed words, what moved, where the accounts differ, and what the other side says lately.

    Every line names its sources; nothing stands there without one. The highest marking is on each page.
    """
    from acquis.analysis.briefing.brief import Meeting  # late: `acquis read` needs no database

    if output is not None:
        form_of(output)
    words = load_vocabulary(read_settings().vocabulary + vocabulary)
    ours, theirs = find_actor(words, party), find_actor(words, counterpart)
    if ours == theirs:
        raise RequestError(f"{party} and {counterpart} are one party: {ours}; a brief needs two")
    known = as_of.latest if as_of and as_of.latest else date.today()
    day = on.latest if on and on.latest else known
    with open_workspace(address, vocabulary) as workspace:
        found = workspace.brief(Meeting(ours, theirs, day, known, series), viewer=viewer)
    from acquis.exporters.brief import brief_paper
    from acquis.exporters.names import naming
    from acquis.exporters.paper import WRITERS
    from acquis.reading import READER

    paper = brief_paper(found, f"Made {date.today()} by {READER}", naming(words))
    if output is not None:
        write_paper(paper, output)
    else:
        for line in WRITERS["md"](paper).decode().rstrip().split("\n"):
            say(line)

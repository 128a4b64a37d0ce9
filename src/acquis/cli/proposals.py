"""`acquis proposals`: words and filters in; what was proposed, who backs or resists it, what later text may have, out."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import get_args

import click

from acquis.cli.options import (
    Day,
    form_option,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.exporters.csv import write_csv
from acquis.exporters.proposals import proposal_rows, proposals_table
from acquis.model.claim import Element
from acquis.model.marking import Viewer
from acquis.model.proposal import ProposalFilters
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lookup import find_actor, find_concepts

_EXAMPLES = """
\b
Examples:
  acquis proposals                            what was proposed, the latest first
  acquis proposals consultation line          with these words in it
  acquis proposals --by Japan --since 2031    what one State proposed, and who backs or resists it
  acquis proposals --about capacity-building  on a topic, threat or provision
  acquis proposals --format csv > proposals.csv  one line a sentence
"""
_MOST = 500


@click.command(name="proposals", epilog=_EXAMPLES)
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option("--by", "owner", metavar="NAME", help="Made by this State, group or body: a code or a name.")
@click.option("--about", metavar="NAME", help="On this topic, threat or provision: a name or an id.")
@click.option("--element", type=click.Choice(get_args(Element)), help="On this element of the framework.")
@click.option("--since", type=Day(), help="Made on this day, in this month or year, or later.")
@click.option("--until", type=Day(), help="Made on this day, in this month or year, or earlier.")
@click.option(
    "--limit", type=click.IntRange(1, _MOST), default=20, show_default=True, help="So many proposals."
)
@form_option("people", "jsonl", "csv")
@viewer_option
@vocabulary_option
@workspace_option
def proposals(
    words: tuple[str, ...], owner: str | None, about: str | None, element: Element | None, since: When | None,
    until: When | None, limit: int, form: str, viewer: Viewer, vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """List proposals: who made them, who backs, resists or sets conditions, and whether later text may have them.

    Those who speak of a proposal are found by its name, by whose it is, and in the sentences that follow. A later
    sentence that is like a proposal may have taken it up: a person has to say so. Exit code 1 says that none was
    found.
    """
    names = load_vocabulary(read_settings().vocabulary + vocabulary)
    asked = ProposalFilters(
        words=" ".join(words),
        owner=find_actor(names, owner) if owner else None,
        about=find_concepts(names, about) if about else frozenset(),
        element=element,
        since=since.start if since else None,
        until=until.end if until else None,
        limit=limit,
    )
    with open_workspace(address, vocabulary) as workspace:
        found = workspace.proposals(asked, viewer=viewer)
    if form == "jsonl":
        print_rows(proposal_rows(found))
    elif form == "csv":
        from acquis.reading import READER

        write_csv(proposals_table(found, f"Made {datetime.now(UTC).date()} by {READER}"), sys.stdout)
    else:
        from acquis.cli.proposals_people import print_proposals  # late: rich is for people

        print_proposals(found, names)
    click.get_current_context().exit(int(not found.proposals))

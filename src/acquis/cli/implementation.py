"""`acquis implementation`: provisions, States and a period in; what each reports, others confirm or contest out."""

from __future__ import annotations

import io
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
from acquis.errors import RequestError
from acquis.exporters.names import naming
from acquis.model.claim import Element
from acquis.model.implementation import By, Implementation
from acquis.model.marking import Viewer
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.vocabulary import Vocabulary, load_vocabulary
from acquis.vocabulary.lookup import find_actor, find_concepts

REGIONS = ("African", "Asia-Pacific", "Eastern-European", "GRULAC", "WEOG")
_EXAMPLES = """
\b
Examples:
  acquis implementation                           every provision: how many States report, speak, are silent
  acquis implementation --by region --element cbms   the same by regional group, on one element
  acquis implementation --state Kenya             one State, provision by provision, with its sentences
  acquis implementation --provision "norm f"      one provision: the States by kind of evidence, with sentences
  acquis implementation --group ASEAN --since 2021  members of a group, from a year on
  acquis implementation --format csv              one cell a row, with the keys of the sentences behind it
"""


@click.command(name="implementation", epilog=_EXAMPLES)
@click.option("--state", metavar="NAME", help="This State only: a code or a name.")
@click.option("--provision", metavar="NAME", help="This provision (and what lies under it): a name or an id.")
@click.option("--element", type=click.Choice(get_args(Element)), help="Provisions of this element.")
@click.option("--region", type=click.Choice(REGIONS), help="States of this regional group.")
@click.option("--group", metavar="NAME", help="Members of this group.")
@click.option("--by", type=click.Choice(get_args(By)), help="Count States by this. [default: provision]")
@click.option("--since", type=Day(), help="From documents of this day, month or year, or later.")
@click.option("--until", type=Day(), help="From documents of this day, month or year, or earlier.")
@click.option(
    "--all", "everything", is_flag=True, help="Also what has no evidence; in a list, every sentence."
)
@form_option("people", "csv", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def implementation_command(
    state: str | None, provision: str | None, element: str | None, region: str | None, group: str | None,
    by: By | None, since: When | None, until: When | None, everything: bool, form: str, viewer: Viewer,
    vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Show what States report doing on what was agreed, in cells of one provision and one State.

    A cell holds what the State reports itself, what another's text confirms, what others contest, and what it
    speaks to, side by side and never averaged. Norms are voluntary, and silence is no breach: where nothing is
    found, no evidence was found.
    """
    from acquis.analysis.hearing import Period  # late: `acquis read` needs no database
    from acquis.analysis.implementation.answer import Wish

    words = load_vocabulary(read_settings().vocabulary + vocabulary)
    wish = Wish(
        provisions=_provisions(words, provision) if provision else frozenset(),
        element=element,
        state=find_actor(words, state) if state else None,
        region=region,
        group=find_actor(words, group) if group else None,
        period=Period(since.start if since else None, until.end if until else None),
        by=by or "provision",
        words=form == "people" and by is None and bool(state or provision),
    )
    with open_workspace(address, vocabulary) as workspace:
        answer = workspace.implementation(wish, viewer=viewer)
    if form == "people":
        from acquis.cli.implementation_people import print_implementation  # late: rich is for people

        print_implementation(answer, words, everything=everything, listed=wish.words)
    else:
        click.echo(_rows(answer, form, words, counts=by is not None, every=everything), nl=False)


def _provisions(words: Vocabulary, name: str) -> frozenset[str]:
    """The provisions that a name means; raises RequestError where it means something else."""
    found = frozenset(one for one in find_concepts(words, name) if one.startswith("provision."))
    if not found:
        raise RequestError(f"{name!r} is no provision; `acquis implementation --format csv` lists their ids")
    return found


def _rows(answer: Implementation, form: str, words: Vocabulary, *, counts: bool, every: bool) -> str:
    from acquis.exporters.csv import write_csv
    from acquis.exporters.implementation import cells_table, counts_table
    from acquis.exporters.jsonl import write_jsonl
    from acquis.reading import READER

    made = f"Made {datetime.now(UTC).date()} by {READER}"
    table = counts_table(answer, made) if counts else cells_table(answer, made, naming(words), every=every)
    file = io.StringIO()
    (write_csv if form == "csv" else write_jsonl)(table, file)
    return file.getvalue()

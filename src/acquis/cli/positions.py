"""`acquis positions`: a topic, provision or proposal in, who leans how on it out."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.options import form_option, open_workspace, viewer_option, vocabulary_option, workspace_option
from acquis.cli.printing import print_rows
from acquis.cli.sides import made_now, print_csv, side_options
from acquis.exporters.position_rows import positions_rows, positions_table
from acquis.model.marking import Viewer
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lookup import find_actor

_EXAMPLES = """
\b
Examples:
  acquis positions "norm f"                          who says what on a provision of the framework
  acquis positions ransomware --region African       of one regional group
  acquis positions "the consultation line of Cassena"  on a proposal, in your own words
  acquis positions --proposal "norms checklist"      as a proposal, though the vocabulary has such a name
  acquis positions "legally binding instrument" --since 2022 --format jsonl
"""


@click.command(name="positions", epilog=_EXAMPLES)
@click.argument("asked", metavar="TOPIC|PROVISION|PROPOSAL")
@click.option("--proposal", is_flag=True, help="Look for a proposal in these words, whatever else they name.")
@side_options
@form_option("people", "jsonl", "csv")
@viewer_option
@vocabulary_option
@workspace_option
def positions_command(
    asked: str, proposal: bool, state: str | None, region: str | None, group: str | None, since: When | None,
    until: When | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Tell who supports, objects, proposes, lays down conditions, and who leans otherwise than before.

    A name of the vocabulary is asked for as that; other words are looked for as a proposal, in full and by its short
    names. Each position is a sentence with its document and day. Who is not listed has not been heard, which is no
    position.
    """
    from acquis.analysis.converging.positions import Sides  # late: `acquis read` needs no database
    from acquis.analysis.hearing import Period

    words = load_vocabulary(read_settings().vocabulary + vocabulary)
    sides = Sides(
        state=find_actor(words, state) if state else None,
        region=region,
        group=find_actor(words, group) if group else None,
        period=Period(since.start if since else None, until.end if until else None),
    )
    with open_workspace(address, vocabulary) as workspace:
        found = workspace.positions(asked, sides, as_proposal=proposal, viewer=viewer)
    if form == "jsonl":
        print_rows(positions_rows(found))
    elif form == "csv":
        print_csv(positions_table(found, made_now()))
    else:
        from acquis.cli.positions_people import print_positions  # late: rich is for people

        print_positions(found, words)

"""`acquis converge`: issues by support that crosses groups, and words that two sides may mean otherwise."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.options import form_option, open_workspace, viewer_option, vocabulary_option, workspace_option
from acquis.cli.printing import print_rows
from acquis.cli.sides import made_now, print_csv, since_option, until_option
from acquis.errors import RequestError
from acquis.exporters.convergence_rows import (
    convergence_rows,
    convergence_table,
    false_friends_rows,
    false_friends_table,
)  # fmt: skip
from acquis.model.convergence import Convergence, FalseFriends
from acquis.model.marking import Viewer
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.vocabulary import Vocabulary, load_vocabulary
from acquis.vocabulary.lookup import find_concepts

_EXAMPLES = """
\b
Examples:
  acquis converge                              groups found from the positions, else the regional groups
  acquis converge --groups regions             support that crosses the regional groups
  acquis converge --groups EU,ASEAN            support that crosses these two
  acquis converge --groups NAM                 this group and all others
  acquis converge --about "capacity-building"  on one topic and what lies under it
  acquis converge --false-friends              the same words, perhaps another meaning: to be judged by you
  acquis converge --format jsonl               for programs
"""


@click.command(name="converge", epilog=_EXAMPLES)
@click.option(
    "--groups",
    metavar="regions|CODES",
    help="The regional groups, or codes of groups with commas between them.",
)
@click.option("--about", metavar="NAME", help="On this topic, threat or provision alone: a name or an id.")
@click.option(
    "--members",
    is_flag=True,
    help="Count what a group says for those of its members that say nothing themselves.",
)
@click.option(
    "--false-friends", is_flag=True, help="List pairs of sentences with the same words and other meanings."
)
@click.option(
    "--sentences",
    type=click.IntRange(0, 20),
    default=3,
    show_default=True,
    help="Show so many for each side.",
)
@since_option
@until_option
@form_option("people", "jsonl", "csv")
@viewer_option
@vocabulary_option
@workspace_option
def converge_command(
    groups: str | None, about: str | None, members: bool, false_friends: bool, sentences: int, since: When | None,
    until: When | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Order issues by the support that crosses groups; or list false friends.

    Issues are ordered, States are not. Silence is no dissent: who is not heard is not counted, and where few are heard
    there is not enough to say.
    """
    from acquis.analysis.converging.converge import Wish  # late: `acquis read` needs no database
    from acquis.analysis.converging.false_friends import Pairing
    from acquis.analysis.hearing import Period

    words = load_vocabulary(read_settings().vocabulary + vocabulary)
    period = Period(since.start if since else None, until.end if until else None)
    if false_friends and (groups or about or members):
        raise RequestError(
            "false friends are looked for in all findings; --groups, --about and --members do not narrow them"
        )
    with open_workspace(address, vocabulary) as workspace:
        if false_friends:
            pairs = workspace.false_friends(Pairing(period), viewer=viewer)
        else:
            wish = Wish(
                groups=tuple(one.strip() for one in (groups or "").split(",") if one.strip()),
                about=find_concepts(words, about) if about else frozenset(),
                members=members,
                sentences=sentences,
                period=period,
            )
            found = workspace.converge(wish, viewer=viewer)
    if false_friends:
        _tell_pairs(pairs, form, words)
    else:
        _tell_issues(found, form, words)


def _tell_issues(found: Convergence, form: str, words: Vocabulary) -> None:
    if form == "jsonl":
        print_rows(convergence_rows(found))
    elif form == "csv":
        print_csv(convergence_table(found, made_now()))
    else:
        from acquis.cli.converge_people import print_convergence  # late: rich is for people

        print_convergence(found, words)


def _tell_pairs(found: FalseFriends, form: str, words: Vocabulary) -> None:
    if form == "jsonl":
        print_rows(false_friends_rows(found))
    elif form == "csv":
        print_csv(false_friends_table(found, made_now()))
    else:
        from acquis.cli.converge_people import print_false_friends

        print_false_friends(found, words)

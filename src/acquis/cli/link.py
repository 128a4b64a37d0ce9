"""`acquis link` and `acquis unlink`: what people know to belong together, or not."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from acquis.cli.options import (
    by_option,
    marking_option,
    open_workspace,
    signed,
    vocabulary_option,
    why_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import say
from acquis.model.link import Linked, Pair
from acquis.model.marking import Marking
from acquis.model.promise import Relation

_LINK_EXAMPLES = """
\b
Examples:
  acquis link uk-text.md eu-text.md                   two accounts of one meeting
  acquis link 3f2a91c0 7c41d80be2aa                   a promise, and the sentence that says it was kept
  acquis link 3f2a91c0 7c41d80be2aa --relation weakened
  acquis link 3f2a91c0 talks-2.md --quote "The contact point has been set up"
  acquis link --person "M. Boix" "Maria Biox"         two spellings of one name
  acquis link --false-friends 3f2a91c0 7c41d80b       the same words, and another meaning
"""
_UNLINK_EXAMPLES = """
\b
Examples:
  acquis unlink uk-text.md other.md                   two meetings, whatever their dates
  acquis unlink 3f2a91c0 7c41d80be2aa --why "another workshop"
  acquis unlink --person "A. Moreau" "Anne Moreau"    two persons
  acquis unlink --false-friends 3f2a91c0 7c41d80b     the same words and the same meaning: not proposed again
"""

_person_option = click.option("--person", is_flag=True, help="A and B are names of chairs, as printed.")
_false_friends_option = click.option(
    "--false-friends", is_flag=True, help="A and B are keys of findings whose sentences use the same words."
)
_quote_option = click.option(
    "--quote", metavar="WORDS", help="B is a document, and these words stand in the sentence that is meant."
)


@click.command(name="link", epilog=_LINK_EXAMPLES)
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@click.option(
    "--relation",
    type=click.Choice(get_args(Relation)),
    help="What B does with the promise A. [default: done]",
)
@_quote_option
@_person_option
@_false_friends_option
@marking_option
@by_option
@why_option
@vocabulary_option
@workspace_option
def link(
    first: str, second: str, relation: Relation | None, quote: str | None, person: bool,
    false_friends: bool, marking: Marking | None,
    by: str | None, why: str, vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Say that two things belong together.

    Two documents tell of one meeting. A promise (its key in the ledger) and a sentence that tells what became of it
    (its key there, the key of a finding, or a document with --quote) settle how the promise stands. Two names, with
    --person, are one person's. Two sentences, with --false-friends, use the same words and mean two things. A link is a judgement: kept for ever, bound to the words, and what is said last counts.
    """
    pair = Pair(first, second, person, relation, quote, false_friends)
    with open_workspace(address, vocabulary) as workspace:
        _tell(workspace.link(pair, by=signed(by), why=why, marking=marking))


@click.command(name="unlink", epilog=_UNLINK_EXAMPLES)
@click.argument("first", metavar="A")
@click.argument("second", metavar="B")
@_quote_option
@_person_option
@_false_friends_option
@marking_option
@by_option
@why_option
@vocabulary_option
@workspace_option
def unlink(
    first: str, second: str, quote: str | None, person: bool,
    false_friends: bool, marking: Marking | None, by: str | None, why: str,
    vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Say that two things do not belong together, whoever or whatever put them there.

    Two documents then tell of two meetings, two names are two persons, and the sentence is never again proposed for
    the promise; two sentences are never again proposed as false friends.
    """
    pair = Pair(first, second, person, None, quote, false_friends)
    with open_workspace(address, vocabulary) as workspace:
        _tell(workspace.unlink(pair, by=signed(by), why=why, marking=marking))


def _tell(linked: Linked) -> None:
    """One line on what follows; a second one where there is something to bear in mind."""
    say(linked.follows)
    if linked.remark:
        say(f"note: {linked.remark}")

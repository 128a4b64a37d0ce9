"""`acquis search`: words and filters in, passages with their findings and counts out."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import click

from acquis.cli.options import (
    Day,
    form_option,
    open_workspace,
    signed,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.exporters.found import answer_rows
from acquis.model.answers import SearchAnswer
from acquis.model.claim import Act, Element
from acquis.model.document import DocumentKind
from acquis.model.marking import Viewer
from acquis.model.when import When
from acquis.settings import read_settings
from acquis.store.question import DEEPEST_OFFSET, MOST_HITS, Question
from acquis.store.typed import TypedSearch
from acquis.vocabulary import Vocabulary, load_vocabulary

_EXAMPLES = """
\b
Examples:
  acquis search ransomware                          one word, in the singular or plural
  acquis search '"critical infrastructure" attack*' a phrase, and words that begin so
  acquis search 'hospitals OR energy -exercise'     one of two, without a third
  acquis search points of contact --act commitment --owner Japan
  acquis search --about ransomware --since 2031     no words: all findings on a topic
  acquis search ransom* --owner Japan --save Japan  the same again later: acquis saved Japan
"""


@click.command(name="search", epilog=_EXAMPLES)
@click.argument("words", nargs=-1, metavar="[WORDS]...")
@click.option(
    "--act",
    "acts",
    multiple=True,
    type=click.Choice(get_args(Act)),
    help="With a finding of this act (repeatable).",
)
@click.option(
    "--owner", metavar="NAME", help="With a finding of this State, group or body: a code or a name."
)
@click.option(
    "--about", metavar="NAME", help="With a finding on this topic, threat or provision: a name or an id."
)
@click.option("--element", type=click.Choice(get_args(Element)), help="With a finding on this element.")
@click.option("--since", type=Day(), help="In documents of this day, month or year, or later.")
@click.option("--until", type=Day(), help="In documents of this day, month or year, or earlier.")
@click.option("--kind", type=click.Choice(get_args(DocumentKind)), help="In documents of this kind.")
@click.option("--series", metavar="NAME", help="In documents of this series of meetings.")
@click.option("--rejected", is_flag=True, help="Count and show findings that a person rejected, too.")
@click.option(
    "--limit", type=click.IntRange(0, MOST_HITS), default=10, show_default=True, help="So many hits."
)
@click.option("--offset", type=click.IntRange(0, DEEPEST_OFFSET), default=0, help="Leave out so many first.")
@click.option("--save", metavar="NAME", help="Keep it under this name, for `acquis saved` and the browser.")
@click.option("--by", metavar="NAME", help="Whose it is then. [default: ACQUIS_REVIEWER, else your login]")
@form_option("people", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def search(
    words: tuple[str, ...], acts: tuple[Act, ...], owner: str | None, about: str | None, element: Element | None,
    since: When | None, until: When | None, kind: DocumentKind | None, series: str | None, rejected: bool,
    limit: int, offset: int, save: str | None, by: str | None, form: str, viewer: Viewer, vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Find sentences by their words and by what was found in them.

    All words must be there; OR, NOT (or a minus) and parentheses combine them, quotes hold a phrase together, and
    a * ends the beginning of a word. A query with such signs stands in quotes of the shell. Exit code 1 says that
    nothing was found.
    """
    typed = TypedSearch(
        q=" ".join(words),
        act=",".join(acts),
        owner=owner or "",
        about=about or "",
        element=element or "",
        since=since.earliest.isoformat() if since and since.earliest else "",
        until=until.latest.isoformat() if until and until.latest else "",
        kind=kind or "",
        series=series or "",
        rejected="yes" if rejected else "",
    )
    names = load_vocabulary(read_settings().vocabulary + vocabulary)
    question = typed.question(names, limit=limit, offset=offset)
    with open_workspace(address, vocabulary) as workspace:
        answer = workspace.search(question, viewer=viewer)
        if save is not None:
            workspace.save_search(save, typed.address, by=signed(by))
    print_found(answer, question, names, form)


def print_found(answer: SearchAnswer, question: Question, names: Vocabulary, form: str) -> None:
    """Print an answer, for people or programs, and end: with exit code 1 where nothing was found."""
    if form == "jsonl":
        print_rows(answer_rows(answer))
    else:
        from acquis.cli.found import print_answer  # late: rich is for people

        print_answer(answer, question, names)
    click.get_current_context().exit(int(answer.total == 0))

"""`acquis saved`: the searches that somebody keeps, with how much is new in each; one of them asked again."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquis.cli.options import (
    form_option,
    open_workspace,
    signed,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import fitted, moment, print_rows, say
from acquis.cli.search import print_found
from acquis.errors import RequestError
from acquis.exporters.cards import counted
from acquis.exporters.rows import Row
from acquis.model.marking import Viewer
from acquis.model.saved import SavedCount
from acquis.settings import read_settings
from acquis.store.question import DEEPEST_OFFSET, MOST_HITS, Question
from acquis.store.typed import TypedSearch
from acquis.vocabulary import Vocabulary, load_vocabulary

if TYPE_CHECKING:
    from acquis.workspace import Workspace

_EXAMPLES = """
\b
Examples:
  acquis search 'ransom*' --save ransom     keep a search
  acquis saved                              all of yours, with how many sentences are new
  acquis saved ransom                       ask it again; it counts as looked at
  acquis saved ransom --new                 only what came since you looked last
  acquis saved ransom --rename ransomware   another name
  acquis saved ransomware --forget          keep it no longer
"""


@click.command(name="saved", epilog=_EXAMPLES)
@click.argument("name", required=False, metavar="[NAME]")
@click.option("--new", is_flag=True, help="Only sentences of documents that came since you looked last.")
@click.option("--rename", "other", metavar="OTHER", help="Give it this name.")
@click.option("--forget", is_flag=True, help="Keep it no longer.")
@click.option(
    "--limit", type=click.IntRange(0, MOST_HITS), default=10, show_default=True, help="So many hits."
)
@click.option("--offset", type=click.IntRange(0, DEEPEST_OFFSET), default=0, help="Leave out so many first.")
@click.option("--by", metavar="NAME", help="Whose they are. [default: ACQUIS_REVIEWER, else your login]")
@form_option("people", "jsonl")
@viewer_option
@vocabulary_option
@workspace_option
def saved(
    name: str | None, new: bool, other: str | None, forget: bool, limit: int, offset: int, by: str | None, form: str,
    viewer: Viewer, vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """List your saved searches, with what is new in each, or ask one again.

    `acquis search --save NAME` keeps one, and so does the browser where no account is needed. "New" are sentences of
    documents that came since you opened the search last, there or here.
    """
    _refuse_mixed(name, new=new, other=other, forget=forget)
    with open_workspace(address, vocabulary) as workspace:
        if name is None:
            _list(workspace, signed(by), viewer, form)
            return
        if forget or other is not None:
            _change(workspace, name, other, signed(by))
            return
        names = load_vocabulary(read_settings().vocabulary + vocabulary)
        question = _question(workspace, name, signed(by), names, new=new)
        question = replace(question, limit=limit, offset=offset)
        answer = workspace.search(question, viewer=viewer)
    print_found(answer, question, names, form)


def _refuse_mixed(name: str | None, *, new: bool, other: str | None, forget: bool) -> None:
    """Raise RequestError where it is not clear what is wanted."""
    wanted = sum((new, other is not None, forget))
    if wanted and name is None:
        raise RequestError("which one? Give the name of a saved search; `acquis saved` lists yours")
    if wanted > 1:
        raise RequestError("--new, --rename and --forget are three wishes; give one of them")


def _change(workspace: Workspace, name: str, other: str | None, by: str) -> None:
    """Another name, or none any more."""
    if other is None:
        workspace.forget_search(name, by=by)
        say(f"forgot {name}")
    else:
        say(f"renamed {name} to {workspace.rename_search(name, other, by=by).name}")


def _question(workspace: Workspace, name: str, by: str, names: Vocabulary, *, new: bool) -> Question:
    """What a saved search asks, which is looked at from now on; it has to be one that can still be asked."""
    kept = workspace.saved_search(name, by=by)
    typed = TypedSearch.of_address(kept.question)
    question = (replace(typed, came=kept.looked_at) if new else typed).question(names)
    workspace.look_at_saved(name, by=by)
    return question


def _list(workspace: Workspace, by: str, viewer: Viewer, form: str) -> None:
    found = workspace.count_saved(workspace.saved_searches(by=by), viewer=viewer)
    if form == "jsonl":
        print_rows(map(_row, found))
    elif not found:
        say(f"{by} has saved no search; `acquis search WORDS --save NAME` does")
    else:
        for one in found:
            say(fitted(_line(one)))


def _row(one: SavedCount) -> Row:
    kept = one.saved
    return {
        "name": kept.name, "question": kept.question, "total": one.total, "new": one.new,
        "problem": one.problem or None, "made_at": kept.made_at, "looked_at": kept.looked_at,
    }  # fmt: skip


def _line(one: SavedCount) -> str:
    """ "ransom: 12 sentences, 3 new since 2031-05-02 14:03:21"."""
    if one.problem:
        return f"{one.saved.name}: cannot be asked any more ({one.problem})"
    return f"{one.saved.name}: {counted(one.total, 'sentence')}, {one.new} new since {moment(one.saved.looked_at)}"

"""`acquis judge` and `acquis judgements`: what people say of findings, and its history."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import wraps
from typing import TYPE_CHECKING, Any, get_args

import click

from acquis.cli.options import (
    Day,
    by_option,
    form_option,
    marking_option,
    open_workspace,
    signed,
    viewer_option,
    why_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import claim_line, moment, print_rows, quoted, say
from acquis.exporters.cards import short_title
from acquis.exporters.rows import judgements_table
from acquis.model.claim import Act, Element
from acquis.model.judgement import Correction, Judgement, Removable, Verdict
from acquis.model.marking import Marking, Viewer

if TYPE_CHECKING:
    from acquis.workspace import Workspace

_JUDGE_EXAMPLES = """
\b
Examples:
  acquis judge 3f2a91c0 accept
  acquis judge 3f2a91c0 reject --why "a question of the moderator"
  acquis judge 3f2a91c0 correct --act affirmation --owner GB --owner EU
  acquis judge 3f2a91c0 correct --due 2031-05 --quote "will meet again in May 2031"
  acquis judge 3f2a91c0 correct --without due
  acquis judge 3f2a91c0 withdraw
"""
_JUDGEMENTS_EXAMPLES = """
\b
Examples:
  acquis judgements             all, the oldest first
  acquis judgements 3f2a91c0    the history of one finding
"""


_CORRECTION = (
    click.option("--act", type=click.Choice(get_args(Act)), help="The act it is."),
    click.option("--owner", "owners", multiple=True, metavar="CODE", help="Whose it is (repeatable)."),
    click.option(
        "--addressee", "addressees", multiple=True, metavar="CODE", help="To whom it is said (repeatable)."
    ),
    click.option("--grade", type=click.IntRange(1, 5), help="How far it binds."),
    click.option("--element", type=click.Choice(get_args(Element)), help="The element of the framework."),
    click.option(
        "--target", "targets", multiple=True, metavar="CONCEPT", help="What it is about (repeatable)."
    ),
    click.option("--due", type=Day(), help="When it is due: 2031, 2031-05, 2031-05-02, or first/last."),
    click.option("--place", "venue", metavar="NAME", help="Where it is to be."),
    click.option("--quote", metavar="WORDS", help="The words that carry it, as they stand in the document."),
    click.option(
        "--without",
        multiple=True,
        type=click.Choice(get_args(Removable)),
        help="Take this value away (repeatable).",
    ),
)
_FIELDS = ("act", "owners", "addressees", "grade", "element", "targets", "due", "venue", "quote", "without")


def correction_options(command: Callable[..., None]) -> Callable[..., None]:
    """The options that say what is to be otherwise; the command gets them as one Correction."""

    @wraps(command)
    def call(*arguments: object, **options: object) -> None:
        said = {field: options.pop(field) for field in _FIELDS}
        command(*arguments, correction=_correction(said), **options)

    for option in reversed(_CORRECTION):
        call = option(call)
    return call


def _correction(said: dict[str, Any]) -> Correction:
    """What was not given stays as it is; what is given twice or more is a list."""
    without = frozenset(said.pop("without"))
    return Correction(**{field: value or None for field, value in said.items()}, without=without)


@click.command(name="judge", epilog=_JUDGE_EXAMPLES)
@click.argument("key", metavar="CLAIM")
@click.argument("verdict", type=click.Choice(get_args(Verdict)))
@correction_options
@marking_option
@by_option
@why_option
@workspace_option
def judge(
    key: str, verdict: Verdict, correction: Correction, marking: Marking | None, by: str | None, why: str,
    address: str | None,
) -> None:  # fmt: skip
    """Accept, reject or correct a finding, or withdraw what was said of it last.

    CLAIM is the key that `show` and `search` print, or its first four digits or more. A judgement is kept for ever,
    with who said it, when and why: a rejected finding does not come back, and a corrected one stays as it was
    corrected when the document is read anew or comes in a new version. `withdraw` takes the last judgement back:
    the one before it counts again, or the finding as it was read.
    """
    with open_workspace(address) as workspace:
        kept = workspace.judge(key, verdict, by=signed(by), why=why, correction=correction, marking=marking)
    say(claim_line(kept))


@click.command(name="judgements", epilog=_JUDGEMENTS_EXAMPLES)
@click.argument("key", metavar="[CLAIM]", required=False)
@form_option("people", "jsonl")
@viewer_option
@workspace_option
def judgements(key: str | None, form: str, viewer: Viewer, address: str | None) -> None:
    """Tell what people said of findings, and which things they tied or parted: who, when, why; the oldest first.

    CLAIM is the key of a finding, or of a link as it is printed here.
    """
    with open_workspace(address) as workspace:
        found = workspace.judgements(key, viewer=viewer)
        if form == "jsonl":
            print_rows(judgements_table(found, "").rows)
            return
        titles = _titles(workspace, found, viewer)
    for one in found:
        say(_judgement_line(one, titles))
    if not found:
        say("no judgements")


def _titles(workspace: Workspace, found: Sequence[Judgement], viewer: Viewer) -> dict[str, str]:
    """The titles of the works that links tie, as far as they are here."""
    if all(one.subject.tie != "edition" for one in found):
        return {}
    return {one.work: short_title(one.title or one.location) for one in workspace.documents(viewer=viewer)}


def _judgement_line(one: Judgement, titles: Mapping[str, str]) -> str:
    """When, of which finding, what, by whom and why, and its words."""
    why = f" ({one.why})" if one.why else ""
    what, words = _of_link(one, titles) if one.subject.kind != "finding" else _of_finding(one)
    return f"{moment(one.at)}  {one.subject.id}  {what}, by {one.by}{why}: {words}"


def _of_finding(one: Judgement) -> tuple[str, str]:
    what = f"{one.verdict} {one.subject.act or one.subject.kind}{_became(one)}"
    return what, quoted(one.subject.anchors[0].quote)


def _of_link(one: Judgement, titles: Mapping[str, str]) -> tuple[str, str]:
    """What a link says of its two ends, and the ends: titles, names, or sentences."""
    first, second = one.subject.anchors
    tied = one.verdict == "accept"
    if one.subject.kind == "pair":
        what = {"accept": "false friends", "withdraw": "taken back"}.get(one.verdict, "no false friends")
        return what, f"{quoted(first.quote)} and {quoted(second.quote)}"
    if one.subject.tie == "edition":
        ends = f"“{titles.get(first.work, first.work)}” and “{titles.get(second.work, second.work)}”"
        return "one meeting" if tied else "two meetings", ends
    if one.subject.tie == "person":
        return "one person" if tied else "two persons", f"{quoted(first.quote)} and {quoted(second.quote)}"
    return one.relation or "no sequel", f"{quoted(first.quote)} → {quoted(second.quote)}"


def _became(one: Judgement) -> str:
    """What a correction made of it."""
    value = one.value
    if value is None or one.verdict != "correct":
        return ""
    due = f" due {value.due.edtf}" if value.due and value.due.edtf else ""
    return f" to {value.act} of {', '.join(value.owners) or 'nobody named'}{due}"

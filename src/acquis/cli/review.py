"""`acquis review`: a queue of findings in the terminal, answered with single keys."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import get_args

import click

from acquis.cli.options import actor_of, by_option, open_workspace, signed, viewer_option, workspace_option
from acquis.cli.people import claim_details
from acquis.cli.printing import claim_line, say
from acquis.errors import RequestError
from acquis.exporters.cards import short_title
from acquis.exporters.escape import visible
from acquis.extractors.acts import explain
from acquis.grammar.edtf import read_edtf
from acquis.model.claim import Act
from acquis.model.judgement import Correction
from acquis.model.kept import KeptClaim
from acquis.model.marking import Viewer
from acquis.settings import read_settings
from acquis.store.claims import Wanted
from acquis.vocabulary import Vocabulary, load_vocabulary
from acquis.workspace import Workspace

_EXAMPLES = """
\b
Examples:
  acquis review                        promises first, the least certain of them first
  acquis review --act need --owner GB
  acquis review --document readout.md
"""
_KEYS = "a accept   r reject   c correct   s skip   u undo   ? help   q quit"
_HELP = """  a  accept: the finding stands as it is
  r  reject: it is none, and never comes back
  c  correct: asked for act, owners and due date; an empty answer leaves a value
  s  skip: it stays in the queue for another time
  u  undo: back to the finding before; what is said of it last counts
  q  quit: what was said is kept (Ctrl-C too; at a question it only takes the question back)"""
_WIDEST = 110


@click.command(name="review", epilog=_EXAMPLES)
@click.option(
    "--act", "acts", multiple=True, type=click.Choice(get_args(Act)), help="Only this act (repeatable)."
)
@click.option("--owner", metavar="NAME", help="Only findings of this State, group or body: a code or a name.")
@click.option("--document", "name", metavar="DOCUMENT", help="Only findings of this document.")
@by_option
@viewer_option
@workspace_option
def review(
    acts: tuple[Act, ...],
    owner: str | None,
    name: str | None,
    by: str | None,
    viewer: Viewer,
    address: str | None,
) -> None:
    """Go through findings that nobody has judged, with single keys.

    Those come first whose answer is worth most: promises with a date, then promises, then the rest, the least
    certain first. Everything is kept as `acquis judge` keeps it.
    """
    with open_workspace(address) as workspace:
        wanted = Wanted(acts=acts, owner=actor_of(owner))
        queue = workspace.review_queue(wanted, document=name, viewer=viewer)
        if not queue:
            say("nothing to review: every finding that was asked for is judged")
            return
        if not sys.stdin.isatty():
            raise RequestError(
                "review needs a terminal to ask on; `acquis judge` takes a verdict without one"
            )
        Reviewing(workspace, queue, signed(by), click.getchar).run()


@dataclass(slots=True)
class Reviewing:
    """One sitting: the queue, and where in it we are. `read_key` gives the next key pressed."""

    workspace: Workspace
    queue: list[KeptClaim]
    by: str
    read_key: Callable[[], str]
    at: int = 0
    judged: set[str] = field(default_factory=set)
    vocabulary: Vocabulary = field(default_factory=lambda: load_vocabulary(read_settings().vocabulary))

    def run(self) -> None:
        """Ask until the queue or the reviewer ends, and say how many findings were judged."""
        say(_KEYS)
        shown = -1
        try:
            while self.at < len(self.queue):
                if shown != self.at:
                    shown = self.at
                    self._show(self.queue[shown])
                if not self._answered(self.queue[shown]):
                    break
        finally:  # on Ctrl-C too
            say(f"{len(self.judged)} judged, {len(self.queue) - len(self.judged)} left")

    def _answered(self, one: KeptClaim) -> bool:
        """Do what the next key says; False to end."""
        key = self.read_key().lower()
        try:
            return self._do(key, one)
        except RequestError as problem:
            click.echo(visible(f"acquis: {problem}"), err=True)
        except click.Abort:
            say("")
            say("  taken back; nothing was said of it")
        return True

    def _do(self, key: str, one: KeptClaim) -> bool:
        match key:
            case "a":
                self._judged(self.workspace.judge(one.key, "accept", by=self.by))
            case "r":
                why = self._ask("why (may be empty)")
                self._judged(self.workspace.judge(one.key, "reject", by=self.by, why=why))
            case "c":
                correction = self._correction()
                self._judged(self.workspace.judge(one.key, "correct", by=self.by, correction=correction))
            case "s":
                self.at += 1
            case "u":
                self.at = max(0, self.at - 1)
            case "q" | "\x04":
                return False
            case _:
                say(_KEYS)
                for line in _HELP.split("\n") if key == "?" else ():
                    say(line)
        return True

    def _judged(self, kept: KeptClaim) -> None:
        say(f"  -> {claim_line(kept)}")
        self.judged.add(kept.key)
        self.queue[self.at] = kept
        self.at += 1

    def _show(self, one: KeptClaim) -> None:
        """The finding in its sentence, what it says, and why it is there."""
        claim = one.claim
        say("")
        say(
            f"{self.at + 1} of {len(self.queue)}  {short_title(one.title or one.work)}, {one.published or 'no date'}"
        )
        start = claim.evidence.start - claim.sentence.start
        words, end = claim.sentence.quote, start + len(claim.evidence.quote)
        if claim.stem:
            _wrapped("", claim.stem.quote)
        _wrapped(claim.paragraph, f"{words[:start]}«{words[start:end]}»{words[end:]}")
        status = "" if one.status == "found" else f" [{one.status}]"
        _wrapped(one.key, f"{claim.act}{claim_details(claim, self.vocabulary)}{status}")
        _wrapped("why", f"{explain(claim.rule)} (confidence {claim.confidence:.2f})")

    def _correction(self) -> Correction:
        """What is to be otherwise, asked for value by value."""
        act = self._ask(f"act ({', '.join(get_args(Act))})")
        owners = self._ask("owners (codes, with commas)")
        due = self._ask("due (2031, 2031-05, 2031-05-02; - for none)")
        when = read_edtf(due) if due and due != "-" else None
        if (act and act not in get_args(Act)) or (due and due != "-" and when is None):
            raise RequestError("no such act or date; nothing was changed")
        return Correction(
            act=act or None,  # type: ignore[arg-type]
            owners=tuple(part.strip() for part in owners.split(",") if part.strip()) or None,
            due=when,
            without=frozenset({"due"} if due == "-" else ()),
        )

    def _ask(self, what: str) -> str:
        answer: str = click.prompt(f"  {what}", default="", show_default=False)
        return answer.strip()


def _wrapped(label: str, words: str) -> None:
    """Words beside their label, in lines that the terminal holds."""
    width = min(shutil.get_terminal_size().columns, _WIDEST)
    indent = " " * 16
    for line in textwrap.wrap(words, width, initial_indent=f"  {label:12}  ", subsequent_indent=indent):
        say(line)

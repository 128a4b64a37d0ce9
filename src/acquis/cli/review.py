"""`acquis review`: a queue of findings in the terminal, answered with single keys."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import get_args

import click

from acquis.cli.options import by_option, open_workspace, signed, viewer_option, workspace_option
from acquis.cli.printing import claim_line, say
from acquis.errors import RequestError
from acquis.exporters.escape import visible
from acquis.grammar.edtf import read_edtf
from acquis.model.claim import Act
from acquis.model.judgement import Correction
from acquis.model.kept import KeptClaim
from acquis.model.marking import Viewer
from acquis.store.claims import Wanted
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
  u  undo: go back to the finding before; what is said last counts
  q  quit: what was said is kept"""


@click.command(name="review", epilog=_EXAMPLES)
@click.option(
    "--act", "acts", multiple=True, type=click.Choice(get_args(Act)), help="Only this act (repeatable)."
)
@click.option("--owner", metavar="CODE", help="Only findings of this State, group or body.")
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
        wanted = Wanted(acts=acts, owner=owner)
        queue = workspace.review_queue(wanted, document=name, viewer=viewer)
        if not queue:
            say("nothing to review: every finding that was asked for is judged")
            return
        told = Reviewing(workspace, queue, signed(by), click.getchar).run()
    say(f"{told} judged, {len(queue) - told} left")


@dataclass(slots=True)
class Reviewing:
    """One sitting: the queue, and where in it we are. `read_key` gives the next key pressed."""

    workspace: Workspace
    queue: list[KeptClaim]
    by: str
    read_key: Callable[[], str]
    at: int = 0

    def run(self) -> int:
        """Ask until the queue or the reviewer ends; how many findings were judged."""
        judged: set[str] = set()
        say(_KEYS)
        while self.at < len(self.queue):
            one = self.queue[self.at]
            self._show(one)
            try:
                if not self._answer(one, judged):
                    break
            except RequestError as problem:
                click.echo(visible(f"acquis: {problem}"), err=True)
        return len(judged)

    def _answer(self, one: KeptClaim, judged: set[str]) -> bool:
        """Do what the key says; False to end."""
        match self.read_key().lower():
            case "a":
                self._judged(self.workspace.judge(one.key, "accept", by=self.by), judged)
            case "r":
                why = self._ask("why (may be empty)")
                self._judged(self.workspace.judge(one.key, "reject", by=self.by, why=why), judged)
            case "c":
                correction = self._correction()
                kept = self.workspace.judge(one.key, "correct", by=self.by, correction=correction)
                self._judged(kept, judged)
            case "s":
                self.at += 1
            case "u":
                self.at = max(0, self.at - 1)
            case "q" | "\x03" | "\x04":
                return False
            case _:
                say(_KEYS)
                for line in _HELP.split("\n"):
                    say(line)
        return True

    def _judged(self, kept: KeptClaim, judged: set[str]) -> None:
        say(f"  -> {claim_line(kept)}")
        judged.add(kept.key)
        self.at += 1

    def _show(self, one: KeptClaim) -> None:
        """The finding in its sentence, and where that stands."""
        claim = one.claim
        say("")
        say(f"{self.at + 1} of {len(self.queue)}  {one.title or one.document}, {one.published or 'no date'}")
        sentence, start = claim.sentence, claim.evidence.start - claim.sentence.start
        words = sentence.quote
        end = start + len(claim.evidence.quote)
        if claim.stem:
            say(f"  {claim.stem.quote}")
        say(f"  {claim.paragraph}  {words[:start]}«{words[start:end]}»{words[end:]}")
        say(f"  {claim_line(one)}")
        say(f"  why: {claim.rule}, confidence {claim.confidence:.2f}")

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

"""`acquis remove`, `mark`, `backup`, `merge` and `verify`: looking after a workspace."""

from __future__ import annotations

import click

from acquis.cli.options import Label, by_option, open_workspace, signed, why_option, workspace_option
from acquis.cli.printing import say
from acquis.exporters.cards import counted
from acquis.model.marking import Marking

_REMOVE_EXAMPLES = """
\b
Examples:
  acquis remove readout.md --why "added by mistake"
"""
_MARK_EXAMPLES = """
\b
Examples:
  acquis mark readout.md amber
  acquis mark A/75/816 clear --why "published"
"""
_BACKUP_EXAMPLES = """
\b
Examples:
  acquis backup acquis-2031-05-02.db
  acquis backup --workspace postgresql://desk@db/cyber copy.db
"""
_MERGE_EXAMPLES = """
\b
Examples:
  acquis merge colleague.db
  acquis merge --workspace postgresql://desk@db/cyber acquis.db
"""
_VERIFY_EXAMPLES = """
\b
Examples:
  acquis verify && acquis backup copy.db
"""


@click.command(name="remove", epilog=_REMOVE_EXAMPLES)
@click.argument("name", metavar="DOCUMENT")
@by_option
@why_option
@workspace_option
def remove(name: str, by: str | None, why: str, address: str | None) -> None:
    """Take a document out of the workspace, with all its versions.

    What people judged in it, and how it was marked, stays as history, and applies again if it comes back.
    """
    with open_workspace(address) as workspace:
        receipt = workspace.remove(name, by=signed(by), why=why)
    say(f"removed {receipt.location}; its judgements are kept")


@click.command(name="mark", epilog=_MARK_EXAMPLES)
@click.argument("name", metavar="DOCUMENT")
@click.argument("marking", type=Label(), metavar="LABEL")
@by_option
@why_option
@workspace_option
def mark(name: str, marking: Marking, by: str | None, why: str, address: str | None) -> None:
    """Mark a document: clear, green, amber, amber+strict or red.

    The Traffic Light Protocol 2.0. What came from a public address begins as clear, all else as amber; every
    listing, count and export with --as keeps to it.
    """
    with open_workspace(address) as workspace:
        line = workspace.mark(name, marking, by=signed(by), why=why)
    say(f"{line.key} is {line.marking.label}: {line.title or line.location}")


@click.command(name="backup", epilog=_BACKUP_EXAMPLES)
@click.argument("target", metavar="FILE")
@workspace_option
def backup(target: str, address: str | None) -> None:
    """Copy the workspace into a new file, while others may read and write."""
    with open_workspace(address) as workspace:
        workspace.backup(target)
    say(f"copied into {target}")


@click.command(name="merge", epilog=_MERGE_EXAMPLES)
@click.argument("other", metavar="OTHER")
@workspace_option
def merge(other: str, address: str | None) -> None:
    """Bring another workspace into this one: documents, versions, judgements, markings.

    Nothing comes in twice. Where both mark a work, the more restrictive marking holds.
    """
    with open_workspace(other) as there, open_workspace(address, create=True) as workspace:
        merged = workspace.merge(there)
    say(
        f"{counted(merged.versions, 'version')}, {counted(merged.judgements, 'judgement')} and"
        f" {counted(merged.marks, 'mark')} came in; {counted(merged.marked_higher, 'work')} marked higher now"
    )


@click.command(name="verify", epilog=_VERIFY_EXAMPLES)
@workspace_option
def verify(address: str | None) -> None:
    """Check every hash, every stored quote against its text, and every index.

    Prints what is wrong, a line each; the exit code is then 3.
    """
    with open_workspace(address) as workspace:
        damages = workspace.verify()
        count = len(workspace.documents())
    for damage in damages:
        say(f"{damage.where}: {damage.what}")
    if damages:
        click.get_current_context().exit(3)
    say(f"whole: {counted(count, 'work')}, every hash and every quote")

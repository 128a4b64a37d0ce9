"""Run as `python -m acquis.cli.page`: the help of every command in, the page docs/cli.md out."""

from __future__ import annotations

import click

from acquis.cli.commands import COMMANDS, acquis, command_of

_HEAD = """# The command line

This page is made from `--help` by `make docs`; a test fails when it is out of date.
Results go to standard output, all else to standard error.
Text from documents is shown without control characters.
There is no colour where the output is not a terminal, or `NO_COLOR` is set.

| exit code | means |
| --- | --- |
| 0 | done |
| 1 | something could not be read or found, and was said so |
| 2 | wrong usage, or a vocabulary file that is wrong |
| 3 | the workspace is damaged or too new |
| 130 | stopped with Ctrl-C |

| variable | means |
| --- | --- |
| `ACQUIS_VOCABULARY` | vocabulary files to read first, separated as in `PATH` ([vocabulary](vocabulary.md)) |
| `ACQUIS_EMBEDDER` | a folder with an embedding model, which adds links to provisions ([linking](linking.md)) |
| `ACQUIS_WORKSPACE` | the workspace of all commands that have `--workspace`: a file, or a `postgresql://` address |
| `ACQUIS_REVIEWER` | the name that judgements and marks are signed with |
| `ACQUIS_SECRET` | what `acquis serve` signs sessions with, 32 characters or more; without it people sign in again after a restart ([accounts](accounts.md)) |
| `ACQUIS_OPENID_ISSUER` | the OpenID provider where people may sign in, as its discovery document names it |
| `ACQUIS_OPENID_CLIENT` | the client id that the provider gave this workspace |
| `ACQUIS_OPENID_SECRET` | the client secret; none for a public client |

| format of `acquis read` | for |
| --- | --- |
| `people` | reading: a card, the text with its quotes in « » and their acts, the receipt |
| `table` | a line for every document, with counts |
| `jsonl` | programs: one object a line ([schema](contract.schema.json)), also for what cannot be read |
| `json` | the same objects as one array |
| `csv` | spreadsheets: one claim a row; a cell that would run as a formula has an apostrophe before it |

With `--explain` each claim of `jsonl`, `json` and `csv` has one field more, `explanation`.
"""


def all_commands() -> dict[str, click.Command]:
    """Every command by name, in the order of the help; those of a group after it."""
    found: dict[str, click.Command] = {}
    for name in COMMANDS:
        found[name] = command = command_of(name)
        if isinstance(command, click.Group):
            found |= {f"{name} {under}": each for under, each in command.commands.items()}
    return found


def page() -> str:
    """The whole page."""
    return "\n".join([_HEAD, *(_section(name, command) for name, command in all_commands().items())])


def _section(name: str, command: click.Command) -> str:
    names = acquis.context_settings["help_option_names"]
    with click.Context(acquis, info_name="acquis", help_option_names=names) as parent:
        context = click.Context(
            command, info_name=name, parent=parent, terminal_width=100, max_content_width=100
        )
        return f"## acquis {name}\n\n```text\n{command.get_help(context)}\n```\n"


if __name__ == "__main__":
    click.echo(page(), nl=False)

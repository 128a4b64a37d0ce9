"""The group of all commands: what holds for each of them, and how they end."""

from __future__ import annotations

import gc
import os
import sys
from importlib import import_module

import click

from acquis import __version__
from acquis.errors import AcquisError, GoldError, NotKept, StoreDamaged, StoreError, StoreTooNew
from acquis.exporters.escape import visible

INTERRUPTED = 130
# 3: damaged or too new; 1: not there, or it does not answer.
EXIT_CODES = ((StoreDamaged, 3), (StoreTooNew, 3), (StoreError, 1), (NotKept, 1), (GoldError, 1))
# Name, module of this package, and function: a command is imported when it is used, for `acquis read` must not
# wait for the database's library. The order is that of a first use.
COMMANDS = {
    "read": ("read", "read"),
    "add": ("add", "add"),
    "search": ("search", "search"),
    "saved": ("saved", "saved"),
    "ledger": ("ledger", "ledger"),
    "series": ("series", "series_command"),
    "silence": ("series", "silence_command"),
    "since": ("since", "since_command"),
    "proposals": ("proposals", "proposals"),
    "brief": ("brief", "brief"),
    "framework": ("framework", "framework_command"),
    "state": ("state", "state_command"),
    "positions": ("positions", "positions_command"),
    "converge": ("converge", "converge_command"),
    "documents": ("documents", "documents"),
    "show": ("documents", "show"),
    "lineage": ("lineage", "lineage_command"),
    "implementation": ("implementation", "implementation_command"),
    "level": ("level", "level_command"),
    "compare": ("compare", "compare_command"),
    "pedigree": ("pedigree", "pedigree_command"),
    "agreed": ("agreed", "agreed_command"),
    "review": ("review", "review"),
    "judge": ("judge", "judge"),
    "judgements": ("judge", "judgements"),
    "link": ("link", "link"),
    "unlink": ("link", "unlink"),
    "mark": ("upkeep", "mark"),
    "receipts": ("documents", "receipts"),
    "reread": ("add", "reread"),
    "remove": ("upkeep", "remove"),
    "export": ("export", "export"),
    "import": ("export", "import_command"),
    "merge": ("upkeep", "merge"),
    "backup": ("upkeep", "backup"),
    "verify": ("upkeep", "verify"),
    "evaluate": ("evaluate", "evaluate_command"),
    "serve": ("serve", "serve"),
    "user": ("user", "user"),
}


def command_of(name: str) -> click.Command:
    """The command of a name in the table."""
    module, function = COMMANDS[name]
    command: click.Command = getattr(import_module(f"acquis.cli.{module}"), function)
    return command


class Failure(click.ClickException):
    """An error of ours as one line on standard error."""

    def __init__(self, problem: AcquisError) -> None:
        super().__init__(str(problem))
        self._problem = problem

    @property
    def exit_code(self) -> int:  # type: ignore[override]
        """What `EXIT_CODES` says of the first class that fits; all else that gets here is wrong input."""
        return next((code for kind, code in EXIT_CODES if isinstance(self._problem, kind)), 2)

    def show(self, file: object = None) -> None:
        """Print the line."""
        click.echo(visible(f"acquis: {self.message}"), err=True)


class Commands(click.Group):
    """A group whose commands end quietly when the reader of their output leaves, or on Ctrl-C."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, imported now."""
        return command_of(cmd_name) if cmd_name in COMMANDS else None

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; errors become exit codes."""
        _print_any_character()
        try:
            try:
                return super().invoke(ctx)
            finally:
                sys.stdout.flush()
        except BrokenPipeError:
            _forget_output()
            ctx.exit(0)
        except KeyboardInterrupt:
            ctx.exit(INTERRUPTED)
        except AcquisError as problem:
            raise Failure(problem) from problem


def _print_any_character() -> None:
    """Print UTF-8; half a character in a file name becomes an escape, which JSON reads back as it was."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _forget_output() -> None:
    """Send what is still to be flushed nowhere, or Python complains of the broken pipe at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="acquis", message="%(prog)s %(version)s")
def acquis() -> None:
    """Read what States say and agree about cyberspace into a record tied to the words.

    Exit codes: 0 done, 1 something could not be read or found (and was said so), 2 wrong usage, 3 the
    workspace is damaged or too new.
    """


def main() -> None:
    """The console script. A command makes many small values and hardly a cycle: those are looked for rarely."""
    gc.set_threshold(100_000, 20, 50)
    acquis.main(prog_name="acquis")

"""The group of all commands: what holds for each of them, and how they end."""

from __future__ import annotations

import os
import sys

import click

from acquis import __version__
from acquis.cli.escape import visible
from acquis.cli.evaluate import evaluate_command
from acquis.cli.read import read
from acquis.errors import AcquisError, GoldError

INTERRUPTED = 130


class Failure(click.ClickException):
    """An error of ours as one line on standard error."""

    def __init__(self, problem: AcquisError) -> None:
        super().__init__(str(problem))
        self._problem = problem

    @property
    def exit_code(self) -> int:  # type: ignore[override]
        """1 for a gold folder that cannot be read; all else that gets here is wrong input to a command."""
        return 1 if isinstance(self._problem, GoldError) else 2

    def show(self, file: object = None) -> None:
        """Print the line."""
        click.echo(visible(f"acquis: {self.message}"), err=True)


class Commands(click.Group):
    """A group whose commands end quietly when the reader of their output leaves, or on Ctrl-C."""

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


acquis.add_command(read)
acquis.add_command(evaluate_command)


def main() -> None:
    """The console script."""
    acquis.main(prog_name="acquis")

"""The command line: parse, ask, print. `main` is the console script `acquis`."""

from acquis.cli.commands import main

__all__ = ["main"]

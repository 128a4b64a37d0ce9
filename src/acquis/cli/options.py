"""What several commands take: the workspace, who looks, who says it, a marking, a size."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from acquis.exporters.escape import visible
from acquis.grammar.edtf import read_edtf
from acquis.model.marking import Marking, Viewer, read_marking
from acquis.model.when import When
from acquis.settings import DEFAULT_WORKSPACE, read_settings
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lookup import find_actor

if TYPE_CHECKING:
    from acquis.workspace import Workspace

_UNITS = {"": 1, "k": 1_000, "m": 1_000_000, "g": 1_000_000_000}
_SIZE = re.compile(r"(\d{1,12})\s*([kmg]?)b?", re.I)


class Refused(click.ClickException):
    """A file that cannot be read or written: one line, and exit code 1."""

    def show(self, file: object = None) -> None:
        """Print the line."""
        click.echo(visible(f"acquis: {self.message}"), err=True)


class Size(click.ParamType[int]):
    """A number of bytes: 500000, 500k, 32MB."""

    name = "size"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The bytes; a wrong value is a usage error."""
        match = _SIZE.fullmatch(str(value).strip())
        if match is None:
            self.fail(
                f"{value!r} is not a size; expected bytes or a number with k, M or G, as in 32MB", param, ctx
            )
        return int(match.group(1)) * _UNITS[match.group(2).lower()]


class Label(click.ParamType[Marking]):
    """A TLP 2.0 label: clear, green, amber, amber+strict, red."""

    name = "label"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Marking:
        """The marking; a wrong value is a usage error."""
        found = value if isinstance(value, Marking) else read_marking(str(value))
        if found is None:
            self.fail(
                f"{value!r} is no TLP label; expected clear, green, amber, amber+strict or red", param, ctx
            )
        return found


class Day(click.ParamType[When]):
    """A calendar value: 2031, 2031-05, 2031-05-02, or two of them as first/last."""

    name = "date"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> When:
        """The interval; a wrong value is a usage error."""
        found = value if isinstance(value, When) else read_edtf(str(value))
        if found is None:
            self.fail(
                f"{value!r} is no date; expected 2031, 2031-05, 2031-05-02 or 2031-05-02/2031-05-04",
                param,
                ctx,
            )
        return found


vocabulary_option = click.option(
    "--vocabulary",
    metavar="FILE",
    type=click.Path(path_type=Path),
    multiple=True,
    help="Add names from your own vocabulary file (repeatable). Files in ACQUIS_VOCABULARY come first.",
)
workspace_option = click.option(
    "--workspace",
    "address",
    metavar="FILE|URL",
    help=f"The workspace: a file, or postgresql://… [default: ACQUIS_WORKSPACE, else {DEFAULT_WORKSPACE}]",
)
viewer_option = click.option(
    "--as",
    "viewer",
    type=Label(),
    default="red",
    callback=lambda _context, _option, marking: Viewer(marking),
    help="Show only what such a reader may see: clear, green, amber, amber+strict. [default: all]",
)
marking_option = click.option(
    "--marking", type=Label(), help="Mark it so: clear, green, amber, amber+strict or red (TLP 2.0)."
)
by_option = click.option(
    "--by", metavar="NAME", help="Who says it. [default: ACQUIS_REVIEWER, else your login]"
)
why_option = click.option("--why", metavar="WORDS", default="", help="Why; kept with it.")


def open_workspace(
    address: str | None, vocabulary: tuple[Path, ...] = (), *, create: bool = False
) -> Workspace:
    """The workspace that was named, or that the environment names."""
    from acquis.workspace import Workspace  # late: `acquis read` needs no database

    settings = read_settings()
    return Workspace.open(
        address or settings.workspace, create=create, vocabulary=settings.vocabulary + vocabulary
    )


def actor_of(words: str | None) -> str | None:
    """The code behind what was typed, a code or a name; raises RequestError with the nearest names."""
    return find_actor(load_vocabulary(read_settings().vocabulary), words) if words else None


def signed(by: str | None) -> str:
    """The name a judgement is signed with."""
    return by or read_settings().reviewer


def form_option(*forms: str, default: str = "people") -> Callable[[Any], Any]:
    """`--format` with these choices."""
    return click.option(
        "--format",
        "form",
        type=click.Choice(list(forms)),
        default=default,
        show_default=True,
        help="How to print.",
    )

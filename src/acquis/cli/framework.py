"""`acquis framework`: an element, a provision or nothing in; what was agreed, and who is heard on it, out."""

from __future__ import annotations

import io
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from acquis.cli.options import (
    Day,
    form_option,
    open_workspace,
    viewer_option,
    vocabulary_option,
    workspace_option,
)  # fmt: skip
from acquis.cli.printing import print_rows
from acquis.errors import RequestError, StoreNotFound
from acquis.model.claim import Act
from acquis.model.marking import Viewer
from acquis.model.register import Framework, ProvisionHeard
from acquis.model.when import When
from acquis.settings import DEFAULT_WORKSPACE, read_settings
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.agreed import find_agreed
from acquis.vocabulary.lookup import find_actor

if TYPE_CHECKING:
    from acquis.analysis.register.filters import RegisterFilters
    from acquis.exporters.rows import Table
    from acquis.workspace import Workspace

_EXAMPLES = """
\b
Examples:
  acquis framework                             all that was agreed, and how many are heard on each provision
  acquis framework norms                       one element in full
  acquis framework "norm f"                    who speaks to a provision, with which acts, in which sentences
  acquis framework cbm.7 --region African --all    States of a region, those without evidence by name
  acquis framework norm.j --act report --since 2021   who has reported doing something, since 2021
  acquis framework norm.f --state KE           what one State says of it
  acquis framework norm.f --format csv         one sentence a row
"""
_SHOWN = 20


@click.command(name="framework", epilog=_EXAMPLES)
@click.argument("what", metavar="[ELEMENT|PROVISION]", required=False)
@click.option(
    "--state",
    "--owner",
    "owner",
    metavar="NAME",
    help="What this State, group or body says: a code or a name.",
)
@click.option(
    "--act", "acts", multiple=True, type=click.Choice(get_args(Act)), help="With this act (repeatable)."
)
@click.option("--region", metavar="NAME", help="States of this regional group of the United Nations.")
@click.option("--group", metavar="NAME", help="States of this group, and the group itself.")
@click.option("--since", type=Day(), help="In documents of this day, month or year, or later.")
@click.option("--until", type=Day(), help="In documents of this day, month or year, or earlier.")
@click.option(
    "--limit",
    type=click.IntRange(0),
    help=f"Show so many sentences. [default: {_SHOWN}; all in jsonl and csv]",
)
@click.option("--all", "names", is_flag=True, help="Name the States of which there is no evidence.")
@form_option("people", "jsonl", "csv")
@viewer_option
@vocabulary_option
@workspace_option
def framework_command(
    what: str | None, owner: str | None, acts: tuple[Act, ...], region: str | None, group: str | None,
    since: When | None, until: When | None, limit: int | None, names: bool, form: str, viewer: Viewer,
    vocabulary: tuple[Path, ...], address: str | None,
) -> None:  # fmt: skip
    """Show what was agreed, in our own words with citations, and who is heard on it.

    ELEMENT is international-law, norms, cbms, capacity-building, threats or institutional-dialogue; PROVISION an id
    or a name ("norm f", "13(f)", "cbm 7"). Norms are voluntary and silence is no breach: States stand in the order of
    their names, and where nothing is found it says "no evidence found". Without a workspace it shows the register alone.
    """
    from acquis.analysis.hearing import Period  # late: `acquis read` needs no database
    from acquis.analysis.register.filters import RegisterFilters

    files = read_settings().vocabulary + vocabulary
    words = load_vocabulary(files)
    key = find_agreed(words, what) if what else None
    filters = RegisterFilters(
        owner=find_actor(words, owner) if owner else None,
        acts=acts,
        region=_region(region, files) if region else None,
        group=_group(group, files) if group else None,
        period=Period(since.start if since else None, until.end if until else None),
        limit=_SHOWN if limit is None and form == "people" else limit,
    )
    workspace = _workspace(address, vocabulary)
    try:
        found = _ask(key, files, filters, viewer, workspace)
    finally:
        if workspace is not None:
            workspace.close()
    if form == "people":
        from acquis.cli.framework_people import print_framework, print_provision  # late: rich is for people

        if isinstance(found, Framework):
            print_framework(found, whole=key is not None)
        else:
            print_provision(found, words, names=names)
    else:
        _print_rows(found, form)


def _ask(
    key: str | None, files: tuple[Path, ...], filters: RegisterFilters, viewer: Viewer, workspace: Workspace | None
) -> Framework | ProvisionHeard:  # fmt: skip
    from acquis.analysis.register.framework import register_alone
    from acquis.analysis.register.provision import provision_alone

    kind, _, name = (key or "element.").partition(".")
    element = name or None
    if kind == "element":
        if workspace is None:
            return register_alone(files, element)
        return workspace.framework(element, filters=filters, viewer=viewer)
    provision = key or ""
    if workspace is None:
        return provision_alone(files, provision)
    return workspace.provision(provision, filters=filters, viewer=viewer)


def _workspace(address: str | None, vocabulary: tuple[Path, ...]) -> Workspace | None:
    """The workspace, or none where nobody named one and there is none: the register stands by itself."""
    try:
        return open_workspace(address, vocabulary)
    except StoreNotFound:
        if address is not None or read_settings().workspace != DEFAULT_WORKSPACE:
            raise
        return None


def _region(words: str, files: tuple[Path, ...]) -> str:
    from acquis.analysis.states import states_of

    regions = states_of(files).regions
    found = next((one for one in regions if one.lower() == words.strip().lower()), None)
    if found is None:
        raise RequestError(f"no region {words[:60]!r}; there are {', '.join(regions)}")
    return found


def _group(words: str, files: tuple[Path, ...]) -> str:
    from acquis.analysis.states import states_of

    code = find_actor(load_vocabulary(files), words)
    if not states_of(files).members_of(code):
        raise RequestError(f"{words[:60]!r}: no group whose members the vocabulary knows")
    return code


def _print_rows(found: Framework | ProvisionHeard, form: str) -> None:
    from acquis.exporters.register import framework_rows, provision_rows

    if form == "jsonl":
        print_rows(framework_rows(found) if isinstance(found, Framework) else provision_rows(found))
        return
    from acquis.exporters.csv import write_csv

    file = io.StringIO()
    write_csv(_table(found), file)
    click.echo(file.getvalue(), nl=False)


def _table(found: Framework | ProvisionHeard) -> Table:
    from datetime import UTC, datetime

    from acquis.exporters.register import framework_table, provision_table
    from acquis.reading import READER

    made = f"Made {datetime.now(UTC).date()} by {READER}"
    return framework_table(found, made) if isinstance(found, Framework) else provision_table(found, made)

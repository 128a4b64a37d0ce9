"""`acquis user`: the accounts of people who use the workspace in a browser."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from acquis.cli.options import Label, open_workspace, signed, workspace_option
from acquis.cli.printing import say
from acquis.model.account import Account, Role
from acquis.model.marking import Marking

if TYPE_CHECKING:
    from acquis.web.accounts.people import Doing, People

_EXAMPLES = """
\b
Examples:
  acquis user add ana.silva --role editor --clearance amber --signs "Ana Silva"
  acquis user list
"""
_ADD_EXAMPLES = """
\b
Examples:
  acquis user add ana.silva --role editor --clearance amber --signs "Ana Silva"
  acquis user add ben --openid ben@mfa.example --no-password
  acquis user add ana.silva --role reader --change
"""
_LIST_EXAMPLES = """
\b
Examples:
  acquis user list --workspace postgresql://desk@db/cyber
"""
_PASSWORD_EXAMPLES = """
\b
Examples:
  acquis user password ana.silva
"""
_REMOVE_EXAMPLES = """
\b
Examples:
  acquis user remove ana.silva
"""
_ROLES = [one.label for one in Role]


@click.group(name="user", epilog=_EXAMPLES)
def user() -> None:
    """Keep the accounts of people who use the workspace in a browser.

    Each has a role (reader sees; reviewer judges and links too; editor adds, marks and removes too; administrator
    keeps accounts too), and a clearance: what is marked higher is not there for them.

    \b
    acquis user add NAME        an account; its password is asked for
    acquis user list            all of them
    acquis user password NAME   another password
    acquis user remove NAME     an account taken away
    """


@user.command(name="add", epilog=_ADD_EXAMPLES)
@click.argument("name")
@click.option("--role", type=click.Choice(_ROLES), help="What they may do. [default: reader]")
@click.option("--clearance", type=Label(), help="The highest marking they may see. [default: clear]")
@click.option(
    "--signs", metavar="NAME", help="The name that their judgements carry. [default: the account's]"
)
@click.option(
    "--openid",
    metavar="WORDS",
    help="Who they are at the OpenID provider: subject, or verified e-mail address.",
)
@click.option("--no-password", is_flag=True, help="Ask for no password: they sign in at the OpenID provider.")
@click.option("--change", is_flag=True, help="Change the account of this name: what is given, nothing else.")
@workspace_option
def add(
    name: str,
    role: str | None,
    clearance: Marking | None,
    signs: str | None,
    openid: str | None,
    no_password: bool,
    change: bool,
    address: str | None,
) -> None:
    """Add an account, or change one; the password of a new one is asked for."""
    with _people(address) as (people, doing):
        before = people.find(name) if change else Account(name, name, Role.READER, Marking.CLEAR, False)
        one = Account(
            name,
            signs or before.signs,
            Role[role.upper()] if role else before.role,
            clearance if clearance is not None else before.clearance,
            False,
            (before.openid if openid is None else openid) or None,
        )
        password = None if change or no_password else _ask()
        people.keep(one, doing, password=password, new=not change)
        say(_line(people.find(name)))


@user.command(name="list", epilog=_LIST_EXAMPLES)
@workspace_option
def list_command(address: str | None) -> None:
    """List all accounts."""
    with _people(address) as (people, _):
        for one in people.all():
            say(_line(one))


@user.command(name="password", epilog=_PASSWORD_EXAMPLES)
@click.argument("name")
@workspace_option
def password_command(name: str, address: str | None) -> None:
    """Set another password, which is asked for; all sessions of the account end."""
    with _people(address) as (people, doing):
        one = people.find(name)
        people.set_password(one.name, _ask(), doing)
        say(f"{one.name} has another password, and is signed out everywhere")


@user.command(name="remove", epilog=_REMOVE_EXAMPLES)
@click.argument("name")
@workspace_option
def remove(name: str, address: str | None) -> None:
    """Take an account away; what it signed stays."""
    with _people(address) as (people, doing):
        people.remove(name, doing)
        say(f"removed {name}; what they signed stays")


@contextmanager
def _people(address: str | None) -> Iterator[tuple[People, Doing]]:
    """The people of the workspace, and who speaks to them."""
    from acquis.web.accounts.people import Doing, People  # late: the database and the hashing

    with open_workspace(address) as workspace:
        yield People(workspace.store), Doing(signed(None))


def _ask() -> str:
    """A password, typed twice and shown nowhere; never an argument, which other processes could read."""
    asked: str = click.prompt("Password", hide_input=True, confirmation_prompt=True, err=True)
    return asked


def _line(one: Account) -> str:
    ways = [*(["password"] if one.has_password else []), *([f"OpenID as {one.openid}"] if one.openid else [])]
    return (
        f"{one.name}: {one.role.label}, sees up to {one.clearance.label}, signs as {one.signs};"
        f" signs in by {' or '.join(ways) or 'nothing yet: acquis user password'}"
    )

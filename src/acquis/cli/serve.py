"""`acquis serve`: the workspace in a browser, for its owner on this machine or for people with accounts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from acquis.cli.options import Refused, open_workspace, signed, vocabulary_option, workspace_option
from acquis.settings import OPENID_CLIENT, SECRET, Settings, read_settings

if TYPE_CHECKING:
    from acquis.web.accounts.entrance import Entrance
    from acquis.web.accounts.openid import Provider
    from acquis.web.desk import Desk
    from acquis.web.guard import Guard

_SHORTEST_SECRET = 32
_EXAMPLES = """
\b
Examples:
  acquis serve                      at a free port of this machine; the address is printed
  acquis serve --port 8765          at this port
  acquis serve --host 0.0.0.0 --name acquis.mfa.example --port 443 --certificate c.pem --key k.pem
"""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server is reached: address, port, names, and its certificate with the key."""

    host: str
    port: int
    names: tuple[str, ...]
    certificate: Path | None
    key: Path | None

    @property
    def scheme(self) -> str:
        """Of its addresses."""
        return "https" if self.certificate else "http"


@click.command(name="serve", epilog=_EXAMPLES)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port. [default: a free one]")
@click.option(
    "--host", metavar="ADDRESS", default="127.0.0.1", show_default=True,
    help="The address to listen at; other machines reach a server only where the workspace has accounts.",
)  # fmt: skip
@click.option(
    "--name", "names", metavar="NAME", multiple=True,
    help="A name under which people reach the server (repeatable); no other name is answered.",
)  # fmt: skip
@click.option(
    "--certificate", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The certificate chain (PEM), for https.",
)  # fmt: skip
@click.option(
    "--key", metavar="FILE", type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="The key of the certificate (PEM).",
)  # fmt: skip
@vocabulary_option
@workspace_option
def serve(
    port: int,
    host: str,
    names: tuple[str, ...],
    certificate: Path | None,
    key: Path | None,
    vocabulary: tuple[Path, ...],
    address: str | None,
) -> None:
    """Show the workspace in a browser.

    Without accounts only this machine is answered: whoever can use this machine's network as you sees all. Where the
    workspace has accounts (acquis user), everybody signs in, and sees and does what their account may.
    """
    from acquis.web.desk import Desk  # late: with FastAPI half a second

    settings = read_settings()
    place = Place(host, port, names, certificate, key)
    if (certificate is None) != (key is None):
        raise click.UsageError("--certificate and --key go together")
    with open_workspace(address, vocabulary) as workspace:
        desk = Desk.of(workspace, settings.vocabulary + vocabulary, reviewer=signed(None))
        _run(desk, place, settings)


def _run(desk: Desk, place: Place, settings: Settings) -> None:
    import uvicorn

    from acquis.web.accounts.entrance import Entrance
    from acquis.web.accounts.people import People
    from acquis.web.app import make_app
    from acquis.web.sockets import listen
    from acquis.web.warming import warming

    people = People(desk.workspace.store)
    known = bool(people.all())
    guard = _guard(place, people=known)
    entrance = Entrance(desk, people, _provider(settings)) if known else Entrance(desk)
    app = make_app(entrance, guard, secret=_secret(settings))
    try:
        socket = listen(place.port, place.host)
    except OSError as problem:
        raise Refused(
            f"port {place.port} of {place.host} cannot be used ({problem.strerror}); --port 0 takes a free one"
        ) from problem
    _announce(entrance, place, socket.getsockname()[1])
    config = uvicorn.Config(
        app, log_level="warning", access_log=False, server_header=False, forwarded_allow_ips="127.0.0.1",
        ssl_certfile=place.certificate, ssl_keyfile=place.key,
    )  # fmt: skip
    with warming(entrance):
        uvicorn.Server(config).run(sockets=[socket])


def _guard(place: Place, *, people: bool) -> Guard:
    """Which names are answered. Raises Refused where strangers could reach a workspace without accounts."""
    from acquis.web.guard import LOOPBACK, Guard
    from acquis.web.sockets import is_every, is_loopback

    inside = is_loopback(place.host)
    if not people and (place.names or not inside):
        raise Refused(
            f"{place.names[0] if inside else place.host} is reached by others and the workspace has no accounts;"
            " add people first (acquis user add), or serve this machine alone (--host 127.0.0.1, no --name)"
        )
    if is_every(place.host) and not place.names:
        raise Refused(
            f"{place.host} is every address of this machine; say by --name under which name people reach it"
        )
    own = frozenset() if inside or is_every(place.host) else frozenset({place.host.lower()})
    return Guard(LOOPBACK | own | frozenset(name.lower() for name in place.names))


def _secret(settings: Settings) -> bytes | None:
    if settings.secret is not None and len(settings.secret) < _SHORTEST_SECRET:
        raise Refused(f"{SECRET} is shorter than {_SHORTEST_SECRET} characters; take random ones")
    return settings.secret.encode() if settings.secret else None


def _provider(settings: Settings) -> Provider | None:
    from acquis.web.accounts.openid import Provider

    if settings.openid_issuer is None:
        return None
    if settings.openid_client is None:
        raise Refused(f"an OpenID provider is named, but no client id; set {OPENID_CLIENT}")
    return Provider(settings.openid_issuer, settings.openid_client, settings.openid_secret)


def _announce(entrance: Entrance, place: Place, port: int) -> None:
    from acquis.web.sockets import is_loopback

    shown = place.names[0] if place.names else f"[{place.host}]" if ":" in place.host else place.host
    click.echo(
        f"acquis: {entrance.desk.workspace.store.name} at {place.scheme}://{shown}:{port}/ (Ctrl-C ends it)"
    )
    if entrance.people is not None:
        click.echo("acquis: people sign in with their accounts (acquis user)", err=True)
    if not is_loopback(place.host) and not place.certificate:
        click.echo(
            "acquis: passwords travel as they are; give --certificate and --key, or put a server with https before it",
            err=True,
        )

"""`acquis serve`: the workspace in a browser, on this machine."""

from __future__ import annotations

from pathlib import Path

import click

from acquis.cli.options import Refused, open_workspace, signed, vocabulary_option, workspace_option
from acquis.settings import read_settings

_EXAMPLES = """
\b
Examples:
  acquis serve                      at a free port of this machine; the address is printed
  acquis serve --port 8765          at this port
"""


@click.command(name="serve", epilog=_EXAMPLES)
@click.option("--port", type=click.IntRange(0, 65535), default=0, help="The port. [default: a free one]")
@vocabulary_option
@workspace_option
def serve(port: int, vocabulary: tuple[Path, ...], address: str | None) -> None:
    """Show the workspace in a browser.

    Only this machine is answered, and no account is needed: whoever can use this machine's network as you sees all.
    """
    import uvicorn  # late: with FastAPI half a second

    from acquis.web.app import make_app
    from acquis.web.desk import Desk
    from acquis.web.sockets import listen
    from acquis.web.warming import warming

    files = read_settings().vocabulary + vocabulary
    with open_workspace(address, vocabulary) as workspace:
        desk = Desk.of(workspace, files, reviewer=signed(None))
        app = make_app(desk)
        try:
            socket = listen(port)
        except OSError as problem:
            raise Refused(
                f"port {port} cannot be used ({problem.strerror}); --port 0 takes a free one"
            ) from problem
        click.echo(
            f"acquis: {workspace.store.name} at http://127.0.0.1:{socket.getsockname()[1]}/ (Ctrl-C ends it)"
        )
        config = uvicorn.Config(app, log_level="warning", access_log=False, server_header=False)
        with warming(desk):
            uvicorn.Server(config).run(sockets=[socket])

"""The one door to a workspace for Python, the command line and the web: a facade, its methods in parts by meaning."""

from __future__ import annotations

from acquis.workspace.comparing import Comparing
from acquis.workspace.converging import Converging
from acquis.workspace.implementing import Implementing
from acquis.workspace.proposing import Proposing
from acquis.workspace.registering import Registering
from acquis.workspace.remembering import Remembering
from acquis.workspace.reusing import Reusing
from acquis.workspace.reviewing import Reviewing
from acquis.workspace.saving import Saving


class Workspace(
    Comparing, Converging, Implementing, Proposing, Registering, Remembering, Reusing, Reviewing, Saving
):
    """Documents, findings and judgements kept in one SQLite file or one PostgreSQL database.

    Whatever tells something out of the workspace takes a `viewer` and gives what that clearance may see; names of
    documents and keys of findings are as the listings print them. Errors are StoreError and RequestError.
    """

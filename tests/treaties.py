"""Two States that use the same words for now and for later: a pair that may be false friends."""

from __future__ import annotations

from pathlib import Path

from acquis.model.marking import Marking
from acquis.workspace import Workspace
from workspaces import add, write

_NOW = """---
title: Statement by Gavria on international law
published: 2030-03-01
state: XE
---

Gavria supports the elaboration, at its next session, of a legally binding instrument on the use of information systems.
"""
_LATER = """---
title: Statement by Estvale on international law
published: 2030-03-02
state: XG
---

Estvale supports a legally binding instrument on the use of information systems as a goal.
"""


def add_treaties(workspace: Workspace, folder: Path) -> None:
    """The one that is for now is green, the other amber."""
    add(workspace, write(folder, "now.md", _NOW), marking=Marking.GREEN)
    add(workspace, write(folder, "later.md", _LATER), marking=Marking.AMBER)

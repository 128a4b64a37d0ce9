"""A series of dialogues of Aldoria and Brevania, and what is promised there: short documents to be linked."""

from __future__ import annotations

from pathlib import Path

from acquis.model.judgement import Judgement
from acquis.model.kept import KeptClaim
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.series import Edition
from acquis.workspace import Workspace
from workspaces import add, finding, write

FIRST = """---
title: First Aldoria-Brevania Cyber Dialogue
published: 2031-05-09
---

Aldoria and Brevania held their first Aldoria-Brevania Cyber Dialogue in Calder on 4 May 2031. The delegations were led by Mara Ostrel, Cyber Envoy of Aldoria, and Tomas Wendel, Director for Cyber Policy of Brevania.

Both sides agreed to set up a joint table-top exercise on port security by June 2032.

They agreed to hold the second Aldoria-Brevania Cyber Dialogue in Sentar in 2032.
"""
SECOND = """---
title: Second Aldoria-Brevania Cyber Dialogue
published: 2032-06-11
---

Aldoria and Brevania held the second Aldoria-Brevania Cyber Dialogue in Sentar on 7 June 2032. The delegations were led by M. Ostrell, Cyber Envoy of Aldoria, and Tomas Wendel, Director for Cyber Policy of Brevania.

The sides took stock of the drill that their harbour authorities ran in March 2032.

They agreed to hold the third Aldoria-Brevania Cyber Dialogue in Calder in 2033.
"""
OTHER = """---
title: Officials of Brevania and Aldoria meet in Sentar
published: 2032-11-20
---

Brevania and Aldoria held the Brevania-Aldoria Cyber Dialogue in Sentar on 15 November 2032.

Brevania will publish a list of contact points in 2033.
"""
EXERCISE = "Both sides agreed to set up a joint table-top exercise on port security by June 2032."
DRILL = "The sides took stock of the drill that their harbour authorities ran in March 2032."
NEXT = "They agreed to hold the second Aldoria-Brevania Cyber Dialogue in Sentar in 2032."
TOP = Viewer(Marking.RED)


def talks(workspace: Workspace, folder: Path, marking: Marking | None = Marking.CLEAR) -> None:
    """Add the two dialogues and the meeting of November."""
    texts = {"first.md": FIRST, "second.md": SECOND, "other.md": OTHER}
    add(workspace, *(write(folder, name, words) for name, words in texts.items()), marking=marking)


def editions(workspace: Workspace, *, viewer: Viewer = EVERYTHING) -> list[tuple[int | None, list[str]]]:
    """The number of every edition of the only series, and the titles of its accounts."""
    (series,) = workspace.series(viewer=viewer)
    return [(edition.ordinal, titles(edition)) for edition in series.editions]


def titles(edition: Edition) -> list[str]:
    """What its accounts are called."""
    return [account.frame.title for account in edition.accounts]


def promise(workspace: Workspace, sentence: str = EXERCISE) -> KeptClaim:
    """The promise of a sentence."""
    return finding(workspace, sentence)


def quotes(judgement: Judgement) -> list[str]:
    """The words that a judgement is bound to."""
    return [anchor.quote for anchor in judgement.subject.anchors]

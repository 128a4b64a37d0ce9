"""Ledgers for tests: short documents with a title and a day, and how what they promise stands."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

from sqlalchemy import text

from acquis.analysis.ledger import Asked
from acquis.model.filters import NO_FILTERS, PromiseFilters
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.promise import Ledger, Promise
from acquis.workspace import Workspace
from workspaces import add, write

ACADEMY = """---
title: Statement of Aldoria on capacity-building
published: 2031-02-03
---

Aldoria will establish the Harbour Academy for incident responders by 2033.

Aldoria will continue to support small States.

Aldoria will publish a handbook on the protection of submarine cables with its regional partners.
"""
OPENED = """---
title: Statement of Aldoria on training
published: 2032-04-05
---

Aldoria established the Harbour Academy for incident responders this spring.

It rained in Calder on that day.
"""
ROUND = """---
title: Aldoria and Brevania hold second Cyber Dialogue
published: 2031-05-06
---

Aldoria and Brevania held their second Cyber Dialogue in Zelt on 5 May 2031.

The two sides agreed to hold the third Cyber Dialogue in Calder in 2032.
"""
NEXT = """---
title: Brevania and Aldoria hold third Cyber Dialogue
published: 2032-06-10
---

Brevania and Aldoria held their third Cyber Dialogue in Calder on 9 June 2032.

The two sides agreed to hold the next Cyber Dialogue on a mutually convenient date.
"""
ALL: Mapping[str, str] = {"academy.md": ACADEMY, "opened.md": OPENED, "round.md": ROUND, "next.md": NEXT}


def fill(
    workspace: Workspace, folder: Path, texts: Mapping[str, str] = ALL, *, marking: Marking | None = None
) -> dict[str, Path]:
    """Add these documents in this process; their files."""
    paths = {name: write(folder, name, words) for name, words in texts.items()}
    add(workspace, *paths.values(), marking=marking)
    return paths


def ledger(
    workspace: Workspace,
    as_of: str = "2034-01-01",
    known_on: str | None = None,
    filters: PromiseFilters = NO_FILTERS,
    *,
    candidates: int = 5,
    viewer: Viewer = EVERYTHING,
) -> Ledger:
    """The ledger of a workspace on a day."""
    known = date.fromisoformat(known_on) if known_on else None
    return workspace.ledger(Asked(date.fromisoformat(as_of), known, filters, candidates), viewer=viewer)


def promise(found: Ledger, words: str) -> Promise:
    """The one promise with these words in its sentence."""
    (one,) = [each for each in found.promises if words in each.claim.sentence.quote]
    return one


def statuses(found: Ledger) -> dict[str, str]:
    """The status of each promise by its own words."""
    return {one.promised: one.status for one in found.promises}


def came_on(workspace: Workspace, name: str, day: str) -> None:
    """Let a document have come into the workspace on another day."""
    with workspace.store.writing() as connection:
        connection.execute(
            text("UPDATE versions SET added_at = :at WHERE location LIKE :name"),
            {"at": f"{day}T12:00:00.000000+00:00", "name": f"%{name}"},
        )

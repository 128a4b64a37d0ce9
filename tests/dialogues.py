"""A dialogue of Aldoria and Brevania over three years, told by one side or by both; and when a document came."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select, update

from acquis.store.tables import documents, versions
from acquis.workspace import Workspace
from workspaces import add, write

FIRST = """---
title: First Aldoria-Brevania Cyber Dialogue
published: 2031-05-09
---

Aldoria and Brevania held their first Cyber Dialogue in Calder on 4 May 2031.

The two sides discussed ransomware, ports and digital identity.

The Aldorian side was led by Mira Tollen, Director for Cyber Policy at the Ministry of Trade.

They condemned the attack on the hospitals of Cassena. They expressed concern about the sale of spyware.

Aldoria will train twenty officers of Dunmar in digital forensics by 2033.

Both sides agreed to hold the second Cyber Dialogue in Sentar in 2032.
"""
SECOND = """---
title: Second Aldoria-Brevania Cyber Dialogue
published: 2032-10-08
---

Aldoria and Brevania held their second Cyber Dialogue in Sentar on 5 October 2032.

The two sides discussed ransomware.

The Aldorian side was led by Mira Tolen, Deputy Minister of Trade.

They agreed to hold the third Cyber Dialogue in Calder in June 2033.
"""
SECOND_TOO = """---
title: Officials of Brevania and Aldoria meet in Sentar
published: 2032-10-09
---

Officials of Brevania and Aldoria met on 5 October 2032 at Sentar for the second Brevania-Aldoria Cyber Dialogue.

The talks were about ransomware, and about digital identity.

They expressed concern about the sale of spyware.
"""
SERIES = "Aldoria-Brevania Cyber Dialogue"


def tell(workspace: Workspace, folder: Path, *texts: str, at: str | None = None) -> list[str]:
    """Add texts as files of their own; their keys. `at` is when they came, if not now."""
    here = len(workspace.documents())
    paths = [write(folder, f"text-{here + number}.md", text) for number, text in enumerate(texts)]
    keys = [receipt.document or "" for receipt in add(workspace, *paths)]
    if at is not None:
        for key in keys:
            came(workspace, key, at)
    return keys


def came(workspace: Workspace, key: str, at: str) -> None:
    """Let a document have come at this time (ISO 8601, UTC)."""
    with workspace.store.writing() as connection:
        version = select(documents.c.version_id).where(documents.c.key == key).scalar_subquery()
        connection.execute(update(versions).where(versions.c.id == version).values(added_at=at, met_at=at))

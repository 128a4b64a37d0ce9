"""Workspaces for tests: short documents to add, and what is in a store, for comparison."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from sqlalchemy import select, text

from acquis.model.kept import KeptClaim, KeptReceipt
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.record import Record
from acquis.store.claims import Wanted
from acquis.store.engine import Store
from acquis.store.tables import metadata
from acquis.workspace import Workspace

TALKS = """---
title: Talks of Aldoria and Gavria
published: 2031-05-22
---

Aldoria and Gavria held talks in Sentar on 20 May 2031.

Both sides agreed to establish a direct contact by 30 September 2031. They expressed concern about ransomware.

Aldoria offered to train six officers in digital forensics in 2032.
"""
CONTACT = "agreed to establish a direct contact by 30 September 2031"
CONTACT_SENTENCE = f"Both sides {CONTACT}."
TRAIN = "Aldoria offered to train six officers in digital forensics in 2032."
LETTER = """---
title: Letter of Brevania
symbol: X/2031/7
published: 2031-06-01
---

Brevania condemns the attack on the hospitals of Cassena.

Brevania will publish its national position by 2033. We call on all States to protect hospitals.
"""


def write(folder: Path, name: str, words: str) -> Path:
    """A file of these words."""
    path = folder / name
    path.write_text(words, encoding="utf-8")
    return path


def add(workspace: Workspace, *paths: Path, marking: Marking | None = None) -> list[KeptReceipt]:
    """Add files in this process; their receipts."""
    return list(workspace.add(paths, marking=marking, processes=1))


def finding(workspace: Workspace, words: str, *, viewer: Viewer = EVERYTHING) -> KeptClaim:
    """The one finding with these words in its sentence, rejected or not."""
    wanted = Wanted(include_rejected=True)
    (one,) = [k for k in workspace.claims(wanted, viewer=viewer) if words in k.claim.sentence.quote]
    return one


def standing(workspace: Workspace, *, viewer: Viewer = EVERYTHING) -> list[tuple[str, str, str]]:
    """Status, act and words of every finding that stands."""
    return [(one.status, one.claim.act, one.claim.evidence.quote) for one in workspace.claims(viewer=viewer)]


def tables(store: Store, without: Iterable[str] = ("receipts",)) -> dict[str, list[Any]]:
    """All rows of all tables."""
    left = set(without)
    with store.reading() as connection:
        rows = {
            table.name: [tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
            if table.name not in left and table.name != "passage_words"
        }
        words = text(f"SELECT * FROM passage_words ORDER BY {'rowid' if store.is_sqlite else 'id'}")
        return rows | {"passage_words": [tuple(row) for row in connection.execute(words)]}


def timeless(record: Record) -> Record:
    """The record without its wall time."""
    return replace(record, receipt=replace(record.receipt, seconds=0.0))

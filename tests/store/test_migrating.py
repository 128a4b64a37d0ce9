"""A workspace of an older acquis is brought to our schema when it is opened, keeps what it has, and has a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import inspect, text

from acquis.model.marking import EVERYTHING
from acquis.store.engine import Store, open_store
from acquis.store.schema import REVISIONS
from acquis.store.voices import find_heard
from acquis.workspace import Workspace
from ledgers import fill, ledger, statuses
from workspaces import standing

# What each revision after the first added, as statements that take it away again.
UNDONE = {
    "0006": ["DROP TABLE saved_searches", "DROP TABLE visits"],
    "0005": ["DROP TABLE sign_ins", "DROP TABLE accounts", "DROP TABLE deeds"],
    "0004": [f"ALTER TABLE documents DROP COLUMN {name}" for name in ("text_status", "publisher", "actors")],
    "0003": ["DROP TABLE looks"],
    "0002": ["DROP TABLE sequels", "DROP TABLE searched"],
}


def age(store: Store, revision: str) -> None:
    """Bring a store to the schema that this revision left."""
    with store.writing() as connection:
        for newer in REVISIONS[: REVISIONS.index(revision)]:
            for statement in UNDONE[newer]:
                connection.execute(text(statement))
        connection.execute(text("UPDATE alembic_version SET version_num = :revision"), {"revision": revision})


@pytest.mark.parametrize("revision", REVISIONS[1:])
def test_an_older_workspace_gets_a_ledger(
    address: str, tmp_path: Path, vocabulary: tuple[Path, ...], revision: str
) -> None:
    """Opened without being asked to make anything; documents and findings are as they were."""
    with Workspace.open(address, create=True, vocabulary=vocabulary) as old:
        fill(old, tmp_path)
        before = standing(old), old.documents()
        with old.store.reading() as connection:
            heard = find_heard(connection, EVERYTHING)
        age(old.store, revision)
    store = open_store(address)
    with store.reading() as connection:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        assert {"sequels", "searched"} <= set(inspect(connection).get_table_names())
    assert version == REVISIONS[0]
    with Workspace(store, vocabulary=vocabulary) as workspace:
        assert (standing(workspace), workspace.documents()) == before
        with workspace.store.reading() as connection:
            assert find_heard(connection, EVERYTHING) == heard
        assert sorted(statuses(ledger(workspace)).values()) == [
            "cannot be checked", "kept", "kept", "no evidence yet", "undated",
        ]  # fmt: skip
        assert workspace.verify() == []

"""A workspace of an older acquis is brought to our schema when it is opened, keeps what it has, and has a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from sqlalchemy import inspect, text

from acquis.store.engine import Store, _open_postgres, _open_sqlite, open_store
from acquis.store.schema import REVISIONS
from acquis.workspace import Workspace
from ledgers import fill, ledger, statuses
from workspaces import standing


def store_of(address: str, revision: str) -> Store:
    """A new store at the schema that this revision left."""
    store = _open_postgres(address) if "://" in address else _open_sqlite(Path(address), create=True)
    config = Config()
    config.set_main_option("script_location", "acquis.store:migrations")
    with store.writing() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, revision)
    return store


@pytest.mark.parametrize("revision", REVISIONS[1:])
def test_an_older_workspace_gets_a_ledger(
    address: str, tmp_path: Path, vocabulary: tuple[Path, ...], revision: str
) -> None:
    """Opened without being asked to make anything; documents and findings are as they were."""
    with Workspace(store_of(address, revision), vocabulary=vocabulary) as old:
        fill(old, tmp_path)
        before = standing(old), old.documents()
    store = open_store(address)
    with store.reading() as connection:
        version = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
        assert {"sequels", "searched"} <= set(inspect(connection).get_table_names())
    assert version == REVISIONS[0]
    with Workspace(store, vocabulary=vocabulary) as workspace:
        assert (standing(workspace), workspace.documents()) == before
        assert sorted(statuses(ledger(workspace)).values()) == [
            "cannot be checked", "kept", "kept", "no evidence yet", "undated",
        ]  # fmt: skip
        assert workspace.verify() == []

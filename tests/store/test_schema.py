"""The schema: the migrations make the tables that the code reads, and a newer one is left alone."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from acquis.errors import StoreTooNew
from acquis.store.engine import Store, open_store
from acquis.store.schema import REVISIONS
from acquis.store.tables import metadata


def _compared(thing: Any, name: str | None, kind: str, reflected: bool, other: Any) -> bool:
    """SQLite's full-text index is a virtual table with tables behind it, which no metadata can describe."""
    table = name if kind == "table" else getattr(getattr(thing, "table", None), "name", "")
    return not str(table).startswith("passage_words")


def test_the_migrations_make_the_tables(store: Store) -> None:
    """What Alembic would still change to get from a new store to `metadata` is nothing."""
    options = {"compare_type": True, "include_object": _compared if store.is_sqlite else None}
    with store.reading() as connection:
        context = MigrationContext.configure(
            connection, opts={key: value for key, value in options.items() if value}
        )
        assert compare_metadata(context, metadata) == []


def test_every_migration_is_known() -> None:
    """`REVISIONS` are the migrations in the folder, newest first: opening a store never has to look there."""
    config = Config()
    config.set_main_option("script_location", "acquis.store:migrations")
    assert tuple(each.revision for each in ScriptDirectory.from_config(config).walk_revisions()) == REVISIONS


def test_a_newer_workspace_is_refused(address: str) -> None:
    """StoreTooNew, with both schemas in it."""
    _make_newer(address)
    with pytest.raises(StoreTooNew, match=rf"9999.*{REVISIONS[0]}"):
        open_store(address, create=True)


def test_a_newer_workspace_is_not_changed_by_a_byte(tmp_path: Path) -> None:
    """The file is the same before and after."""
    path = tmp_path / "newer.db"
    _make_newer(str(path))
    before = path.read_bytes()
    for create in (False, True):
        with pytest.raises(StoreTooNew):
            open_store(str(path), create=create)
    assert path.read_bytes() == before


def _make_newer(address: str) -> None:
    store = open_store(address, create=True)
    with store.writing() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    store.close()

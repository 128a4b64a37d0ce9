"""A copy of a store as one SQLite file, made while others read and write."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import cast

from sqlalchemy import Connection, Table, insert, select

from acquis.errors import StoreError
from acquis.store.bulk import insert_words
from acquis.store.engine import Store, open_store, told_sqlite
from acquis.store.tables import documents, metadata, passage_words, passages
from acquis.store.words import indexed_words

_MANY = 500


def backup(store: Store, target: Path) -> None:
    """Write the copy; nothing is left behind where it cannot be finished. Raises StoreError.

    Of SQLite it is the same file, page by page; of PostgreSQL the same rows of every table.
    """
    if target.exists():
        raise StoreError(str(target), "is there already; name a new file")
    if not target.parent.is_dir():
        raise StoreError(str(target), f"no folder {target.parent}; make it first")
    half = target.with_name(f"{target.name}.part")
    half.unlink(missing_ok=True)
    try:
        if store.is_sqlite:
            _copy(store, half)
        else:
            _copy_rows(store, half)
        os.replace(half, target)
    finally:
        for left in (half, half.with_name(f"{half.name}-wal"), half.with_name(f"{half.name}-shm")):
            left.unlink(missing_ok=True)


def _copy(store: Store, target: Path) -> None:
    with store.reading() as connection:
        source = cast("sqlite3.Connection", connection.connection.driver_connection)
        try:
            with closing(sqlite3.connect(target)) as copy:
                source.backup(copy)
        except sqlite3.Error as problem:
            raise told_sqlite(str(target), problem) from problem


def _copy_rows(store: Store, target: Path) -> None:
    copy = open_store(str(target), create=True)
    try:
        with store.reading() as there, copy.writing() as here:
            for table in metadata.sorted_tables:
                if table is not passage_words:
                    _copy_table(there, here, table)
            _index(here)
    finally:
        copy.close()


def _copy_table(there: Connection, here: Connection, table: Table) -> None:
    rows = there.execution_options(yield_per=_MANY).execute(select(table))
    for some in rows.mappings().partitions():
        here.execute(insert(table), [dict(row) for row in some])


def _index(here: Connection) -> None:
    """The words of all passages, which each engine keeps in its own way."""
    for document_id, text in here.execute(select(documents.c.id, documents.c.text)).all():
        spans = here.execute(
            select(passages.c.id, passages.c.start, passages.c.end)
            .where(passages.c.document_id == document_id)
            .order_by(passages.c.id)
        )
        insert_words(here, [(at, " ".join(indexed_words(text[start:end]))) for at, start, end in spans])

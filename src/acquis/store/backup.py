"""A copy of a store as one SQLite file, made while others read and write."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path
from typing import cast

from acquis.errors import StoreError
from acquis.store.engine import Store, open_store
from acquis.store.merging import merge


def backup(store: Store, target: Path, *, at: str) -> None:
    """Write the copy; nothing is left behind where it cannot be finished. Raises StoreError.

    Of SQLite it is the same file, page by page; of PostgreSQL a workspace with the same works, versions and
    judgements.
    """
    if target.exists():
        raise StoreError(str(target), "is there already; name a new file")
    half = target.with_name(f"{target.name}.part")
    half.unlink(missing_ok=True)
    try:
        if store.is_sqlite:
            _copy(store, half)
        else:
            _merge(store, half, at=at)
        os.replace(half, target)
    finally:
        for left in (half, half.with_name(f"{half.name}-wal"), half.with_name(f"{half.name}-shm")):
            left.unlink(missing_ok=True)


def _copy(store: Store, target: Path) -> None:
    try:
        with store.reading() as connection:
            source = cast("sqlite3.Connection", connection.connection.driver_connection)
            copy = sqlite3.connect(target)
            try:
                source.backup(copy)
            finally:
                copy.close()
    except OSError as problem:
        raise StoreError(str(target), f"cannot be written ({problem.strerror})") from problem


def _merge(store: Store, target: Path, *, at: str) -> None:
    copy = open_store(str(target), create=True)
    try:
        with store.reading() as other, copy.writing() as here:
            merge(here, other, at=at)
        with copy.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA journal_mode=DELETE")
    finally:
        copy.close()

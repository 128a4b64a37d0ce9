"""Opening a store: made where asked for, refused where it is not ours, on both engines."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from acquis.errors import StoreDamaged, StoreError, StoreNotFound
from acquis.store.engine import APPLICATION_ID, Store, open_store
from acquis.store.keeping import known_versions
from acquis.store.tables import works

SECRET = "s3cr3t"


def test_an_empty_store_holds_no_version(store: Store) -> None:
    """A new store is there, and empty."""
    with store.reading() as connection:
        assert known_versions(connection) == frozenset()


def test_a_store_is_opened_again(address: str) -> None:
    """What was made once is found."""
    open_store(address, create=True).close()
    open_store(address).close()


def test_nothing_is_made_where_nobody_asked(address: str) -> None:
    """Without `create` an address that holds no workspace is an error, and stays without one."""
    for _ in range(2):
        with pytest.raises(StoreNotFound):
            open_store(address)


def empty(path: Path) -> None:
    """No bytes."""
    path.touch()


def words(path: Path) -> None:
    """A text file."""
    path.write_text("The minutes of the meeting.", encoding="utf-8")


def other(path: Path) -> None:
    """Another program's database, without a mark of its own."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE songs (name TEXT)")
    connection.close()


def other_with_alembic(path: Path) -> None:
    """A database that another program keeps with the same tool."""
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE alembic_version (version_num TEXT)")
        connection.execute("INSERT INTO alembic_version VALUES ('0001')")
    connection.close()


def other_marked(path: Path) -> None:
    """Another program's database that says whose it is."""
    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA application_id = 7")
        connection.execute("CREATE TABLE songs (name TEXT)")
    connection.close()


def cut_off(path: Path) -> None:
    """The beginning of a database."""
    other(path)
    path.write_bytes(path.read_bytes()[:50])


@pytest.mark.parametrize("create", [False, True])
@pytest.mark.parametrize("make", [words, other, other_with_alembic, other_marked, cut_off])
def test_a_file_that_is_not_ours_is_refused_untouched(
    tmp_path: Path, make: Callable[[Path], None], create: bool
) -> None:
    """One clear error with the file's name, and not a byte of it is changed, nor a file put beside it."""
    path = tmp_path / "minutes.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(StoreDamaged, match=r"minutes\.db: "):
        open_store(str(path), create=create)
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_an_empty_file_becomes_a_workspace_only_where_asked(tmp_path: Path) -> None:
    """Without `create` it is refused and stays empty."""
    path = tmp_path / "new.db"
    empty(path)
    with pytest.raises(StoreNotFound):
        open_store(str(path))
    assert path.read_bytes() == b""
    open_store(str(path), create=True).close()
    open_store(str(path)).close()


def test_a_workspace_whose_making_was_cut_short_is_made_whole(tmp_path: Path) -> None:
    """A file that has SQLite's head, no table and no mark yet is what a crash leaves: it is ours to fill."""
    path = tmp_path / "half.db"
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.close()
    assert path.stat().st_size > 0
    open_store(str(path), create=True).close()
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
    connection.close()


@pytest.mark.parametrize("create", [False, True])
def test_a_folder_is_no_workspace(tmp_path: Path, create: bool) -> None:
    """A folder, and a file in a folder that is not there, are one clear error each."""
    with pytest.raises(StoreError, match="is a folder"):
        open_store(str(tmp_path), create=create)
    with pytest.raises(StoreError, match=r"no such workspace|make it first"):
        open_store(str(tmp_path / "missing" / "acquis.db"), create=create)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["what?.db", "no#1.db", "50%20.db", "a b.db", "file:x.db", "é.db"])
def test_any_file_name_is_taken_as_it_is(tmp_path: Path, name: str) -> None:
    """Signs that mean something in an address mean nothing in a file name."""
    open_store(str(tmp_path / name), create=True).close()
    assert [path.name for path in tmp_path.iterdir()] == [name]


@pytest.mark.parametrize(
    "wrong",
    [
        f"postgresql://u:{SECRET}@/x?host=/nowhere",
        f"postgresql://u:{SECRET}@localhost:1/x",
        f"postgresql://localhost:1/x?user=u&password={SECRET}",
        f"postgresql://u:a@{SECRET}@localhost:1/x",
        f"postgresql://u:{SECRET}@localhost:abc/x",
        f"postgresql://u:{SECRET}@[::1/x",
        f"postgresql://u:{SECRET}@localhost:99999/x",
        f"postgresql://u:{SECRET}@{'a' * 300}/x",
        f"postgresql://u:{SECRET}@localhost:1/x?strange={SECRET}",
        f"postgresql+psycopg2://u:{SECRET}@localhost/x",
        f"mysql://u:{SECRET}@localhost/x",
    ],
)
@pytest.mark.parametrize("create", [False, True])
def test_a_wrong_address_is_one_error_without_the_password(wrong: str, create: bool) -> None:
    """StoreError in one line, whatever is wrong with the address; a password is never in it."""
    with pytest.raises(StoreError) as caught:
        open_store(wrong, create=create)
    assert SECRET not in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_database_that_is_not_there_is_one_error(address: str) -> None:
    """An address whose server answers, with a database it does not have."""
    missing = address.replace("@/t", "@/missing") if "://" in address else f"{address}/acquis.db"
    with pytest.raises(StoreError):
        open_store(missing)


def test_what_is_not_finished_is_not_kept(store: Store) -> None:
    """Where anything is raised while writing, all of it is undone."""
    row = {"key": "A/1", "marking": 0, "added_at": "2031"}

    def stop() -> None:
        with store.writing() as connection:
            connection.execute(works.insert().values(**row))
            raise KeyError

    with pytest.raises(KeyError):
        stop()
    with store.reading() as connection:
        assert connection.execute(select(works)).all() == []


def test_one_look_sees_one_state(address: str) -> None:
    """What another process writes meanwhile is not seen by a look that has begun."""
    ours, theirs = open_store(address, create=True), open_store(address)
    with ours.reading() as looking:
        assert looking.execute(select(works)).all() == []
        with theirs.writing() as connection:
            connection.execute(works.insert().values(key="A/1", marking=0, added_at="2031"))
        assert looking.execute(select(works)).all() == []
    with ours.reading() as looking:
        assert len(looking.execute(select(works)).all()) == 1
    ours.close()
    theirs.close()

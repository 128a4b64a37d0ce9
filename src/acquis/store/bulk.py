"""Many rows into one table: executemany in SQLite, COPY in PostgreSQL (ten times as fast there)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table
from sqlalchemy.exc import DBAPIError

from acquis.store.tables import passage_words

Row = tuple[Any, ...]


def insert_many(connection: Connection, table: Table, columns: Sequence[str], rows: Iterable[Row]) -> None:
    """Insert rows whose values stand in the order of the columns."""
    names = ", ".join(f'"{column}"' for column in columns)
    if connection.dialect.name == "sqlite":
        held = list(rows)
        if held:
            marks = ", ".join("?" * len(columns))
            connection.exec_driver_sql(f"INSERT INTO {table.name} ({names}) VALUES ({marks})", held)
        return
    _copy(connection, f"COPY {table.name} ({names}) FROM STDIN", rows)


def _copy(connection: Connection, statement: str, rows: Iterable[Row]) -> None:
    """PostgreSQL's COPY, which SQLAlchemy does not know; its errors become SQLAlchemy's."""
    import psycopg  # late: SQLite needs no driver

    cursor: Any = connection.connection.cursor()
    try:
        with cursor.copy(statement) as copy:
            for row in rows:
                copy.write_row(row)
    except psycopg.Error as problem:
        raise DBAPIError.instance(statement, None, problem, psycopg.Error) from problem


def insert_words(connection: Connection, rows: Iterable[tuple[int, str]]) -> None:
    """Index the normal words of passages: (passage id, words with blanks between them)."""
    if connection.dialect.name == "sqlite":
        held = list(rows)
        if held:
            connection.exec_driver_sql("INSERT INTO passage_words (rowid, words) VALUES (?, ?)", held)
        return
    insert_many(connection, passage_words, ("id", "words"), ((at, _vector(words)) for at, words in rows))


def forget_words(connection: Connection, first: int, last: int) -> None:
    """Take the words of the passages `first` to `last` out of SQLite's index; PostgreSQL's go with the passages."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("DELETE FROM passage_words WHERE rowid BETWEEN ? AND ?", (first, last))


def are_indexed(connection: Connection, first: int, last: int, words: Sequence[str]) -> bool:
    """Are these the words under which the passages `first` and on, up to `last`, are searched, and no others?"""
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql(
            "SELECT words FROM passage_words WHERE rowid BETWEEN ? AND ? ORDER BY rowid", (first, last)
        )
        return list(found.scalars()) == list(words)
    rows = connection.exec_driver_sql(
        "SELECT own.words::tsvector = indexed.words FROM passage_words AS indexed"
        " LEFT JOIN unnest(%s::bigint[], %s::text[]) AS own (id, words) USING (id) WHERE id BETWEEN %s AND %s",
        (list(range(first, first + len(words))), list(map(_vector, words)), first, last),
    )
    return list(rows.scalars()) == [True] * len(words)


def _vector(words: str) -> str:
    """A tsvector as PostgreSQL reads it: 'word':1,2 with the positions it can count (up to 16,383)."""
    places: dict[str, list[str]] = {}
    for at, word in enumerate(words.split(" "), 1):
        if word:
            places.setdefault(word, []).append(str(min(at, 16_383)))
    return " ".join(f"'{word}':{','.join(at)}" for word, at in places.items())

"""Documents that an older reader read, read anew from the bytes the store kept."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, select

from acquis.batch.adding import Adding, in_batches, now, processes_for
from acquis.batch.processes import Processes
from acquis.batch.sources import Failed
from acquis.errors import UnreadableSource
from acquis.model.kept import KeptReceipt
from acquis.model.marking import Marking
from acquis.readers import Content
from acquis.reading import is_newest, read_loaded, reader_tag
from acquis.store.compression import unpack_bytes
from acquis.store.engine import Store
from acquis.store.keeping import keep_again, keep_failure
from acquis.store.rows import DocumentRows, rows_of
from acquis.store.tables import documents, versions, works
from acquis.vocabulary import load_vocabulary


@dataclass(frozen=True, slots=True)
class Again:
    """One document to be read anew. The path is the one it was first read by, for formats and messages."""

    document_id: int
    path: str
    location: str
    marking: Marking
    packed: bytes
    size: int
    sha256: str
    charset: str | None
    url: str | None
    symbol: str | None


@dataclass(frozen=True, slots=True)
class ReadAgain:
    """The work of a process: unpack the bytes and read them."""

    vocabulary: tuple[Path, ...] = ()

    def __call__(self, task: Again) -> tuple[Again, DocumentRows | Failed]:
        """The rows, or why they cannot be made any more."""
        try:
            data = unpack_bytes(task.packed, task.size)
            if hashlib.sha256(data).hexdigest() != task.sha256:
                return task, Failed(
                    task.path, task.location, "damaged", "its bytes do not have their SHA-256"
                )
            record = read_loaded(
                Content(task.path, data, task.charset, task.url, task.symbol), vocabulary=self.vocabulary
            )
        except (UnreadableSource, ValueError) as problem:
            code = problem.code if isinstance(problem, UnreadableSource) else "damaged"
            return task, Failed(task.path, task.location, code, str(problem))
        except Exception as problem:  # one document that breaks a reader must not stop the others
            message = f"acquis failed on it ({type(problem).__name__}: {problem}); please report this"
            return task, Failed(task.path, task.location, "fault", message[:500])
        return task, rows_of(record, reader_tag(record.document.reader, self.vocabulary))


def stale_documents(store: Store, vocabulary: tuple[Path, ...], *, all_of_them: bool = False) -> list[int]:
    """The row ids of the documents that another reader, or one with another vocabulary, read; or of all."""
    with store.reading() as connection:
        rows = connection.execute(select(documents.c.id, documents.c.reader).order_by(documents.c.id))
        return [row.id for row in rows if all_of_them or not is_newest(row.reader, vocabulary)]


def reread_documents(store: Store, document_ids: list[int], how: Adding) -> Iterator[KeptReceipt]:
    """The receipt of each document, once it is written anew; one that cannot be read any more stays as it was."""
    load_vocabulary(how.vocabulary)  # what is wrong with it is wrong for all
    store.close()  # no process that is started may share a connection
    processes: Processes[Again, tuple[Again, DocumentRows | Failed]] = Processes(
        ReadAgain(how.vocabulary), _crashed, processes=processes_for(how.processes, len(document_ids))
    )
    for held in in_batches(processes.results(_tasks(store, document_ids))):
        with store.writing() as connection:
            receipts = [_write(connection, task, rows) for task, rows in held]
        yield from receipts


def _tasks(store: Store, document_ids: list[int]) -> Iterator[Again]:
    for document_id in document_ids:
        with store.reading() as connection:
            query = (
                select(versions, works.c.marking, documents.c.body)
                .join_from(documents, versions, versions.c.id == documents.c.version_id)
                .join(works, works.c.id == documents.c.work_id)
                .where(documents.c.id == document_id)
            )
            row = connection.execute(query).first()
        if row is not None:  # else it was removed meanwhile
            yield Again(
                document_id,
                row.location,
                row.location,
                Marking(row.marking),
                row.packed,
                row.size,
                row.sha256,
                row.charset,
                row.url,
                row.symbol,
            )


def _crashed(task: Again) -> tuple[Again, DocumentRows | Failed]:
    return task, Failed(task.path, task.location, "fault", "reading it ended the process; it stays as it was")


def _write(connection: Connection, task: Again, rows: DocumentRows | Failed) -> KeptReceipt:
    if isinstance(rows, Failed):
        problem = (rows.code, rows.message)
        return keep_failure(connection, task.location, problem, at=now(), marking=task.marking)
    return keep_again(connection, task.document_id, rows, at=now())

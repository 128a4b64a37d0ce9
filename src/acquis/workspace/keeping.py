"""Documents and findings kept, found, judged, marked and moved: store and batch, one line a method."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Literal

from acquis.batch.adding import Adding, add_sources, now
from acquis.batch.rereading import reread_documents, stale_documents
from acquis.exporters.rows import Table, claims_table, documents_table, judgements_table, receipts_table
from acquis.model.answers import SearchAnswer
from acquis.model.judgement import Correction, Judgement, Verdict
from acquis.model.kept import Damage, KeptClaim, KeptDocument, KeptReceipt, KeptRecord
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.readers import Source, find_sources
from acquis.reading import READER
from acquis.store.backup import backup
from acquis.store.catalogue import document_line, find_document, list_documents
from acquis.store.claims import Wanted, find_claim, find_claims
from acquis.store.judgements import find_judgements
from acquis.store.judging import Saying, find_subject, judge
from acquis.store.marks import Mark, mark
from acquis.store.merging import Merged, add_judgements, merge
from acquis.store.question import Question
from acquis.store.receipts import find_receipts
from acquis.store.records import kept_record
from acquis.store.removing import remove_work
from acquis.store.search import search
from acquis.store.verifying import verify
from acquis.workspace.door import Door

Exported = Literal["claims", "documents", "judgements", "receipts"]


class Keeping(Door):
    """What is kept."""

    def add(
        self, sources: Sequence[str | Path | Source], *, marking: Marking | None = None, processes: int = 0
    ) -> Iterator[KeptReceipt]:
        """Read sources and keep what they say: the receipt of each, in order, once it is kept.

        `processes` is how many read at once, 0 for as many as this machine runs.
        """
        named = [each if isinstance(each, Source) else str(each) for each in sources]
        found = [s for each in named for s in ([each] if isinstance(each, Source) else find_sources((each,)))]
        yield from add_sources(self.store, found, Adding(self._vocabulary, marking, processes))

    def stale(self, *, every: bool = False) -> int:
        """How many documents a newer reader or another vocabulary would read anew."""
        return len(stale_documents(self.store, self._vocabulary, all_of_them=every))

    def reread(self, *, every: bool = False, processes: int = 0) -> Iterator[KeptReceipt]:
        """Read anew what an older reader read (or every document), from the bytes that were kept."""
        stale = stale_documents(self.store, self._vocabulary, all_of_them=every)
        yield from reread_documents(self.store, stale, Adding(self._vocabulary, None, processes))

    def documents(self, *, viewer: Viewer = EVERYTHING) -> list[KeptDocument]:
        """The newest version of every work, by date."""
        with self.store.reading() as connection:
            return list_documents(connection, viewer)

    def show(self, name: str, *, viewer: Viewer = EVERYTHING) -> KeptRecord:
        """A document with its findings as they stand, those a person rejected included."""
        with self.store.reading() as connection:
            return kept_record(connection, viewer, find_document(connection, viewer, name))

    def claims(self, wanted: Wanted | None = None, *, viewer: Viewer = EVERYTHING) -> list[KeptClaim]:
        """The findings that are wanted, as they stand."""
        with self.store.reading() as connection:
            return find_claims(connection, viewer, wanted or Wanted())

    def claim(self, key: str, *, viewer: Viewer = EVERYTHING) -> KeptClaim:
        """One finding by its key."""
        with self.store.reading() as connection:
            return find_claim(connection, viewer, key)

    def search(self, question: Question, *, viewer: Viewer = EVERYTHING) -> SearchAnswer:
        """The passages that match, ranked, with their findings and counts by facet: `Question.of("ransomware")`."""
        with self.store.reading() as connection:
            return search(connection, question, viewer)

    def receipts(
        self,
        name: str | None = None,
        *,
        failed: bool = False,
        limit: int | None = None,
        viewer: Viewer = EVERYTHING,
    ) -> list[KeptReceipt]:
        """What was read and what could not be, the newest first: of one document's work, or all."""
        with self.store.reading() as connection:
            work = None
            if name is not None:
                work = document_line(connection, viewer, find_document(connection, viewer, name)).work
            return find_receipts(connection, viewer, work_key=work, failed=failed, limit=limit)

    def judge(
        self, key: str, verdict: Verdict, *, by: str, why: str = "", correction: Correction | None = None,
        marking: Marking | None = None,
    ) -> KeptClaim:  # fmt: skip
        """Accept, reject or correct a finding, or withdraw its last judgement; the finding as it stands after."""
        with self.store.writing() as connection:
            return judge(connection, key, verdict, Saying(by, now(), why, marking), correction)

    def judgements(
        self, key: str | None = None, *, after: str | None = None, viewer: Viewer = EVERYTHING
    ) -> list[Judgement]:
        """The history of judgements, the oldest first: on one finding or link, or all; those `after` a time (UTC)."""
        with self.store.reading() as connection:
            subject = find_subject(connection, viewer, key) if key is not None else None
            return find_judgements(connection, viewer, subject_id=subject, after=after)

    def export(self, what: Exported, wanted: Wanted | None = None, *, viewer: Viewer = EVERYTHING) -> Table:
        """Rows for a file, with the highest marking of what is in them."""
        made = f"{now()} by {READER}"
        match what:
            case "claims":
                return claims_table(self.claims(wanted, viewer=viewer), made)
            case "documents":
                return documents_table(self.documents(viewer=viewer), made)
            case "receipts":
                return receipts_table(self.receipts(viewer=viewer), made)
            case "judgements":
                return judgements_table(self.judgements(viewer=viewer), made)

    def add_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Take over judgements made elsewhere; how many were new. Those on works that are not here wait for them."""
        with self.store.writing() as connection:
            return add_judgements(connection, judgements)

    def mark(self, name: str, marking: Marking, *, by: str, why: str = "") -> KeptDocument:
        """Mark the work of a document; its line as it is after."""
        with self.store.writing() as connection:
            document_id = find_document(connection, EVERYTHING, name)
            work = document_line(connection, EVERYTHING, document_id).work
            mark(connection, Mark(work, marking, by, now(), why))
            return document_line(connection, EVERYTHING, document_id)

    def remove(self, name: str, *, by: str, why: str = "") -> KeptReceipt:
        """Take the work of a document away; its judgements stay as history and apply again if it comes back."""
        with self.store.writing() as connection:
            document_id = find_document(connection, EVERYTHING, name)
            return remove_work(connection, document_id, by=by, at=now(), why=why)

    def backup(self, target: str | Path) -> None:
        """Copy the workspace into a new SQLite file."""
        backup(self.store, Path(target))

    def merge(self, other: Door) -> Merged:
        """Bring all of another workspace into this one."""
        with other.store.reading() as there, self.store.writing() as here:
            return merge(here, there, at=now())

    def verify(self) -> list[Damage]:
        """Everything that is wrong with the store: hashes, quotes, indexes; empty where it is whole."""
        with self.store.reading() as connection:
            return list(verify(connection))

"""The one door to a workspace for Python, the command line and the web: a facade over store, batch and reading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import TracebackType
from typing import Literal, Self

from acquis.analysis.briefing.brief import Meeting, make_brief
from acquis.analysis.comparing.compare import compare
from acquis.analysis.comparing.given import Given
from acquis.analysis.comparing.names import names_of
from acquis.analysis.following import tell_link
from acquis.analysis.ledger import Asked, Names, make_ledger, refuse_nothing, remember
from acquis.analysis.lineage import make_lineage
from acquis.analysis.news import Then, find_news
from acquis.analysis.silence import Wish, find_silence
from acquis.analysis.stories import tell_stories
from acquis.batch.adding import Adding, add_sources, now
from acquis.batch.looking import look_again, today
from acquis.batch.rereading import reread_documents, stale_documents
from acquis.batch.sequels import bring_up_to_date
from acquis.exporters.rows import Table, claims_table, documents_table, judgements_table, receipts_table
from acquis.model.answers import SearchAnswer
from acquis.model.brief import Brief
from acquis.model.comparison import Comparison, Mode
from acquis.model.judgement import Correction, Judgement, Verdict
from acquis.model.kept import Damage, KeptClaim, KeptDocument, KeptReceipt, KeptRecord
from acquis.model.lineage import Lineage
from acquis.model.link import Linked, Pair
from acquis.model.marking import EVERYTHING, Marking, Viewer
from acquis.model.news import News
from acquis.model.promise import Ledger
from acquis.model.series import Series
from acquis.model.silence import Silence
from acquis.model.story import Story
from acquis.readers import Source, find_sources
from acquis.reading import READER
from acquis.store.backup import backup
from acquis.store.catalogue import document_line, find_document, list_documents
from acquis.store.claims import Wanted, find_claim, find_claims, review_queue
from acquis.store.engine import Store, open_store
from acquis.store.frames import Moment
from acquis.store.judgements import find_judgements
from acquis.store.judging import Saying, find_subject, judge
from acquis.store.linking import link
from acquis.store.marks import Mark, mark
from acquis.store.merging import Merged, add_judgements, merge
from acquis.store.question import Question
from acquis.store.receipts import find_receipts
from acquis.store.records import kept_record
from acquis.store.removing import remove_work
from acquis.store.search import search
from acquis.store.verifying import verify
from acquis.vocabulary import load_vocabulary
from acquis.vocabulary.lexicon import lexicon_of

Exported = Literal["claims", "documents", "judgements", "receipts"]


class Workspace:
    """Documents, findings and judgements kept in one SQLite file or one PostgreSQL database.

    Whatever tells something out of the workspace takes a `viewer` and gives what that clearance may see; names of
    documents and keys of findings are as the listings print them. Errors are StoreError and RequestError.
    """

    def __init__(self, store: Store, *, vocabulary: Iterable[str | Path] = ()) -> None:
        self.store = store
        self._vocabulary = tuple(map(Path, vocabulary))

    @classmethod
    def open(
        cls, address: str | Path = "acquis.db", *, create: bool = False, vocabulary: Iterable[str | Path] = ()
    ) -> Self:
        """The workspace at a file or `postgresql://` address; `create` makes it where there is none."""
        return cls(open_store(str(address), create=create), vocabulary=vocabulary)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, raised: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the database."""
        self.store.close()

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

    def compare(self, a: str, b: str, *, mode: Mode | None = None, viewer: Viewer = EVERYTHING) -> Comparison:
        """Two documents side by side: as drafts, accounts, editions or texts, whichever they are."""
        first, second = (Given.kept(self.show(name, viewer=viewer)) for name in (a, b))
        return compare(first, second, names_of(self._vocabulary), mode=mode)

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

    def review_queue(
        self, wanted: Wanted | None = None, *, document: str | None = None, viewer: Viewer = EVERYTHING
    ) -> list[KeptClaim]:
        """The findings nobody has judged, of all documents or one, those first whose answer is worth most."""
        wanted = wanted or Wanted()
        with self.store.reading() as connection:
            if document is not None:
                wanted = replace(wanted, document_id=find_document(connection, viewer, document))
            return review_queue(connection, viewer, wanted)

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

    def series(self, *, known_on: date | None = None, viewer: Viewer = EVERYTHING) -> tuple[Series, ...]:
        """Every series of meetings with its editions, the accounts of each, and who chaired."""
        with self.store.reading() as connection:
            return remember(connection, viewer, self._names(), Moment(None, known_on)).series

    def ledger(self, asked: Asked, *, viewer: Viewer = EVERYTHING) -> Ledger:
        """The promises that are asked for, each with its status on a day and the words at both ends."""
        names = self._searched(asked, viewer)
        with self.store.reading() as connection:
            return make_ledger(connection, viewer, names, asked)

    def stories(
        self, called: str | None = None, *, as_of: date | None = None, viewer: Viewer = EVERYTHING
    ) -> tuple[Story, ...]:
        """Every series as it stands on a day, or those that a name may mean; the overdue ones first."""
        asked = Asked(as_of or date.today())
        names = self._searched(asked, viewer)
        with self.store.reading() as connection:
            return tell_stories(connection, viewer, names, asked, called=called)

    def silence(
        self, called: str, *, edition: int | None = None, as_of: date | None = None, viewer: Viewer = EVERYTHING
    ) -> Silence:  # fmt: skip
        """What the last held edition of a series, or the one of a number, no longer has of the one before."""
        wish = Wish(called, edition, as_of or date.today())
        names = self._searched(wish.asked, viewer)
        with self.store.reading() as connection:
            return find_silence(connection, viewer, names, wish)

    def since(self, day: date | None = None, *, by: str = "", viewer: Viewer = EVERYTHING) -> News:
        """What is new since a day (UTC) began; without one, since `by` last asked so, which is remembered."""
        names = self._searched(Asked(date.max), viewer)
        if day is None:
            return look_again(self.store, viewer, names, by)
        with self.store.reading() as connection:
            return find_news(connection, viewer, names, Then.before(day), today())

    def _searched(self, asked: Asked, viewer: Viewer) -> Names:
        """The names of the vocabulary, once what promises find in later documents is up to date."""
        names = self._names()
        with self.store.reading() as connection:
            refuse_nothing(connection, viewer, asked.moment)
        bring_up_to_date(self.store, names.vocabulary, names.actors)
        return names

    def brief(self, meeting: Meeting, *, viewer: Viewer = EVERYTHING) -> Brief:
        """What a delegation needs to know before it meets another, each line with its sources."""
        names = self._names()
        bring_up_to_date(self.store, names.vocabulary, names.actors)
        with self.store.reading() as connection:
            return make_brief(connection, viewer, names, meeting)

    def lineage(self, key: str, *, as_of: date | None = None, viewer: Viewer = EVERYTHING) -> Lineage:
        """One promise through editions and documents: what made it, said it again, changed it, reported on it."""
        names = self._names()
        bring_up_to_date(self.store, names.vocabulary, names.actors)
        with self.store.reading() as connection:
            return make_lineage(connection, viewer, names, key, as_of or date.today())

    def _names(self) -> Names:
        files = self._vocabulary
        return Names(load_vocabulary(files), lexicon_of(files, ("state", "group")), files)

    def judge(
        self, key: str, verdict: Verdict, *, by: str, why: str = "", correction: Correction | None = None,
        marking: Marking | None = None,
    ) -> KeptClaim:  # fmt: skip
        """Accept, reject or correct a finding; the finding as it stands after."""
        with self.store.writing() as connection:
            return judge(connection, key, verdict, Saying(by, now(), why, marking), correction)

    def link(self, pair: Pair, *, by: str, why: str = "", marking: Marking | None = None) -> Linked:
        """Tie two things: accounts of one meeting, names of one person, a promise and its sequel; what follows."""
        return self._link(pair, "accept", Saying(by, now(), why, marking))

    def unlink(self, pair: Pair, *, by: str, why: str = "", marking: Marking | None = None) -> Linked:
        """Part two things, whoever put them together; a sequel that was parted is not proposed again."""
        return self._link(pair, "reject", Saying(by, now(), why, marking))

    def _link(self, pair: Pair, verdict: Verdict, saying: Saying) -> Linked:
        with self.store.writing() as connection:
            judgement = link(connection, pair, verdict, saying)
        names = self._names()
        if judgement.subject.tie == "sequel":
            bring_up_to_date(self.store, names.vocabulary, names.actors)
        with self.store.reading() as connection:
            return tell_link(connection, names, judgement, date.today())

    def judgements(self, key: str | None = None, *, viewer: Viewer = EVERYTHING) -> list[Judgement]:
        """The history of judgements, the oldest first: on one finding or link, or all."""
        with self.store.reading() as connection:
            subject = find_subject(connection, viewer, key) if key is not None else None
            return find_judgements(connection, viewer, subject_id=subject)

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

    def merge(self, other: Workspace) -> Merged:
        """Bring all of another workspace into this one."""
        with other.store.reading() as there, self.store.writing() as here:
            return merge(here, there, at=now())

    def verify(self) -> list[Damage]:
        """Everything that is wrong with the store: hashes, quotes, indexes; empty where it is whole."""
        with self.store.reading() as connection:
            return list(verify(connection))

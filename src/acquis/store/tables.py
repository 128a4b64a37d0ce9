"""The tables of a workspace, once for SQLite and PostgreSQL.

Row ids are our own numbers; what leaves the store is named by content: works by key, versions and documents by
SHA-256, claims and judgements by the words they stand on. Times are ISO 8601 in UTC as text, dates ISO text,
markings the numbers of `Marking`; columns named `body` hold JSON that only `store.codec` reads and writes.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)  # fmt: skip
from sqlalchemy.types import UserDefinedType

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite's row number itself, which only INTEGER gives; 64 bits on both engines.
_Id = BigInteger().with_variant(Integer, "sqlite")
# Ids of passages and claims: the document's id times this, and their number. No document has as many.
ROOM = 1 << 26


class Words(UserDefinedType[str]):
    """The normal words of a passage: a tsvector in PostgreSQL; SQLite has an FTS5 table instead of this one."""

    cache_ok = True

    def get_col_spec(self, **_: object) -> str:
        """The type's name in DDL."""
        return "tsvector"


# A work is what people cite. `key`: symbol, address, or `sha256:` and 16 digits of its first bytes.
works = Table(
    "works",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("key", Text, nullable=False, unique=True),
    Column("marking", Integer, nullable=False),
    Column("added_at", Text, nullable=False),
)
# Where a work was found: a changed page at a known place is a new version, not a new work.
locations = Table(
    "locations",
    metadata,
    Column("location", Text, primary_key=True),
    Column("work_id", ForeignKey("works.id", ondelete="CASCADE"), nullable=False, index=True),
)
# The bytes of a work at one time. `packed` are the bytes under zlib; `current` marks the newest of a work: the one
# met last (`met_at`), here or in the workspace it came from. `added_at` is when it came into this one.
versions = Table(
    "versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("work_id", ForeignKey("works.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("number", Integer, nullable=False),
    Column("current", Boolean, nullable=False),
    Column("sha256", Text, nullable=False, unique=True),
    Column("size", Integer, nullable=False),
    Column("packed", LargeBinary, nullable=False),
    Column("location", Text, nullable=False),
    Column("charset", Text),
    Column("url", Text),
    Column("symbol", Text),
    Column("met_at", Text, nullable=False),
    Column("added_at", Text, nullable=False),
    UniqueConstraint("work_id", "number"),
)
# A version read: one row, written anew by a better reader. `earliest` and `latest` bound the day the document
# counts for: of publication, else of the meeting or statement. `text_status`, `publisher` and `actors` (its parties, or
# who speaks in it and for whom, joined by U+001F) stand in the body too: many documents are asked for them at once.
documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("version_id", ForeignKey("versions.id", ondelete="CASCADE"), nullable=False, unique=True),
    Column("work_id", ForeignKey("works.id", ondelete="CASCADE"), nullable=False),
    Column("current", Boolean, nullable=False),
    Column("key", Text, nullable=False, unique=True),
    Column("title", Text),
    Column("published", Text),
    Column("earliest", Text),
    Column("latest", Text),
    Column("kind", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("symbol", Text),
    Column("series", Text),
    Column("series_key", Text, index=True),
    Column("reader", Text, nullable=False),
    Column("read_at", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("text_sha256", Text, nullable=False),
    Column("body", Text, nullable=False),
    Column("text_status", Text, nullable=False, server_default=""),
    Column("publisher", Text),
    Column("actors", Text, nullable=False, server_default=""),
    Index("ix_documents_work_id", "work_id", "current"),
)
# A sentence or list item (a footnote counts as one). `weight` orders hits: short sentences say more with a word.
# `text` is its slice of the document's text, for itself: to cut fifty out of fifty texts takes ten times as long.
passages = Table(
    "passages",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("address", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("weight", Integer, nullable=False),
    Column("text", Text, nullable=False),
)
# What the reader found and people made of it. A viewer of clearance c sees the rows with least <= c <= most: a
# judgement that is marked higher than its work leaves the reader's own row to those who may not see it. What the
# reader found and a person replaced for all stays as a row that nobody sees (most = -1), to be settled again.
# `owners` (codes joined by U+001F) and `weight` (of its passage) stand here again, and the long index holds all
# that search counts by: it then reads neither the bodies nor another table.
claims = Table(
    "claims",
    metadata,
    Column("id", _Id, primary_key=True, autoincrement=False),
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("passage_id", _Id, nullable=False),
    Column("key", Text, nullable=False, index=True),
    Column("status", Text, nullable=False),
    Column("by_person", Boolean, nullable=False),
    Column("least", Integer, nullable=False),
    Column("most", Integer, nullable=False),
    Column("judgement_id", Text),
    Column("act", Text, nullable=False, index=True),
    Column("element", Text),
    Column("owners", Text, nullable=False),
    Column("weight", Integer, nullable=False),
    Column("grade", Integer),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("due_earliest", Text),
    Column("due_latest", Text),
    Column("confidence", Float, nullable=False),
    Column("body", Text, nullable=False),
    Index(
        "ix_claims_passage_id",
        *("passage_id", "document_id", "least", "most", "status", "act", "element", "owners", "weight", "id"),
    ),
)
claim_actors = Table(
    "claim_actors",
    metadata,
    Column("claim_id", ForeignKey("claims.id", ondelete="CASCADE"), nullable=False),
    Column("part", Text, nullable=False),  # owner or addressee
    Column("code", Text, nullable=False),
    PrimaryKeyConstraint("claim_id", "part", "code"),
    Index("ix_claim_actors_code_part", "code", "part", "claim_id"),
)
claim_targets = Table(
    "claim_targets",
    metadata,
    Column("claim_id", ForeignKey("claims.id", ondelete="CASCADE"), nullable=False),
    Column("concept", Text, nullable=False),
    PrimaryKeyConstraint("claim_id", "concept"),
    Index("ix_claim_targets_concept", "concept", "claim_id"),
)
# Which work the bytes of a removed version belonged to: if they come back, even a later version alone, they come back
# to its judgements and its marking.
removed_versions = Table(
    "removed_versions",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("work_key", Text, nullable=False),
)
# Judgements and marks name works by key, not by row: they outlive the work, and apply again when it comes back.
judgements = Table(
    "judgements",
    metadata,
    Column("id", Text, primary_key=True),
    Column("subject_id", Text, nullable=False, index=True),
    Column("kind", Text, nullable=False),
    Column("work_key", Text, nullable=False, index=True),
    Column("verdict", Text, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("marking", Integer, nullable=False),
    Column("body", Text, nullable=False),
)
marks = Table(
    "marks",
    metadata,
    Column("id", Text, primary_key=True),
    Column("work_key", Text, nullable=False, index=True),
    Column("marking", Integer, nullable=False),
    Column("by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("why", Text, nullable=False),
)
# One row for every reading or attempt. `marking` is for sources that never became a work.
receipts = Table(
    "receipts",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False, index=True),
    Column("location", Text, nullable=False),
    Column("work_key", Text, index=True),
    Column("marking", Integer, nullable=False),
    Column("outcome", Text, nullable=False),
    Column("body", Text, nullable=False),
)
# What was found for a sentence that promises something: later passages that may tell of it, as JSON. `start` and
# `end` are the sentence in its document's text.
sequels = Table(
    "sequels",
    metadata,
    Column("document_id", ForeignKey("documents.id", ondelete="CASCADE"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("body", Text, nullable=False),
    PrimaryKeyConstraint("document_id", "start", "end"),
)
# The documents that those searches went through, as they were then: without a foreign key, so that one that was
# taken away since is noticed.
searched = Table(
    "searched",
    metadata,
    Column("document_id", Integer, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
)
# When somebody last asked what is new, with which clearance: theirs alone, so that no merge brings it.
looks = Table(
    "looks",
    metadata,
    Column("reviewer", Text, nullable=False),
    Column("clearance", Integer, nullable=False),
    Column("at", Text, nullable=False),
    PrimaryKeyConstraint("reviewer", "clearance"),
)
# Searches that somebody keeps under a name, and the visits they pay to the first page: theirs alone, so that no merge
# brings them. `person` is the name that somebody signs with on the command line, or stands for an account. `question`
# is the end of an address, asked anew each time; `before_at` is when the visit before this one began.
saved_searches = Table(
    "saved_searches",
    metadata,
    Column("person", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("looked_at", Text, nullable=False),
    PrimaryKeyConstraint("person", "name"),
)
visits = Table(
    "visits",
    metadata,
    Column("person", Text, primary_key=True),
    Column("began_at", Text, nullable=False),
    Column("before_at", Text),
)
# People of the workspace in a browser: theirs alone, so that no merge brings them. `password` is a hash with its
# parameters; `subject` is the issuer and subject that `openid` was found to be at the first sign-in.
accounts = Table(
    "accounts",
    metadata,
    Column("name", Text, primary_key=True),
    Column("signs", Text, nullable=False, unique=True),
    Column("role", Integer, nullable=False),
    Column("clearance", Integer, nullable=False),
    Column("password", Text),
    Column("openid", Text, unique=True),
    Column("subject", Text, unique=True),
    Column("added_at", Text, nullable=False),
)
# Who is signed in. `id` is the SHA-256 of what the browser holds: a copy of this table opens nothing.
sign_ins = Table(
    "sign_ins",
    metadata,
    Column("id", Text, primary_key=True),
    Column("account", ForeignKey("accounts.name", ondelete="CASCADE"), nullable=False, index=True),
    Column("began_at", Text, nullable=False),
    Column("seen_at", Text, nullable=False),
)
# The audit log: rows that nobody changes. `by` and `about` are names, not references: they outlive accounts.
deeds = Table(
    "deeds",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Text, nullable=False, index=True),
    Column("by", Text, nullable=False),
    Column("what", Text, nullable=False),
    Column("about", Text, nullable=False),
    Column("address", Text, nullable=False),
    Column("work_key", Text),
    Column("marking", Integer, nullable=False),
)
# PostgreSQL's full-text index; SQLite has the FTS5 table `passage_words(words)` with the passage's id as rowid.
passage_words = Table(
    "passage_words",
    metadata,
    Column("id", ForeignKey("passages.id", ondelete="CASCADE"), primary_key=True, autoincrement=False),
    Column("words", Words, nullable=False),
    Index("ix_passage_words_words", "words", postgresql_using="gin"),
)

"""acquis: what States say and agree about cyberspace, read into a record tied to the words.

record = acquis.read("readout.md")
record.claims[0].evidence.quote

with acquis.Workspace.open("acquis.db", create=True) as workspace:
    receipts = list(workspace.add(["texts/"]))
"""

from typing import TYPE_CHECKING

from acquis.contract import record_row
from acquis.errors import (
    AcquisError,
    EvidenceOutOfRange,
    GoldError,
    NotKept,
    RequestError,
    StoreDamaged,
    StoreError,
    StoreNotFound,
    StoreTooNew,
    UnreadableSource,
    VocabularyError,
)  # fmt: skip
from acquis.evaluation import Evaluation, Figure, evaluate
from acquis.extractors.grade import grade
from acquis.model.anchor import Anchor
from acquis.model.claim import Act, Claim, Element, Place
from acquis.model.document import Document, Paragraph, Sentence
from acquis.model.evidence import Evidence
from acquis.model.judgement import Correction, Finding, Judgement, Subject
from acquis.model.kept import Damage, KeptClaim, KeptDocument, KeptReceipt, KeptRecord, Moved
from acquis.model.marking import Marking, Viewer
from acquis.model.meeting import Meeting, NextMeeting, Role
from acquis.model.receipt import Receipt, Skipped
from acquis.model.record import Record
from acquis.model.statement import Speaker, Statement
from acquis.model.when import When
from acquis.reading import read, read_text

if TYPE_CHECKING:
    from acquis.workspace import Workspace

__version__ = "0.1.0"

__all__ = [
    "AcquisError", "Act", "Anchor", "Claim", "Correction", "Damage", "Document", "Element",
    "Evaluation", "Evidence", "EvidenceOutOfRange", "Figure", "Finding", "GoldError", "Judgement", "KeptClaim",
    "KeptDocument", "KeptReceipt", "KeptRecord", "Marking", "Meeting", "Moved", "NextMeeting", "NotKept", "Paragraph",
    "Place", "Receipt", "Record", "RequestError", "Role", "Sentence", "Skipped", "Speaker", "Statement",
    "StoreDamaged", "StoreError", "StoreNotFound", "StoreTooNew", "Subject", "UnreadableSource", "Viewer",
    "VocabularyError", "When", "Workspace", "evaluate", "grade", "read", "read_text", "record_row",
]  # fmt: skip


def __getattr__(name: str) -> object:
    """`Workspace` is imported when it is used: reading a file must not wait for the database's library."""
    if name == "Workspace":
        from acquis.workspace import Workspace

        return Workspace
    raise AttributeError(f"module 'acquis' has no attribute {name!r}")

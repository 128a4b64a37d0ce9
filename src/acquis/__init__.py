"""acquis: what States say and agree about cyberspace, read into a record tied to the words.

record = acquis.read("readout.md")
record.claims[0].evidence.quote
"""

from acquis.contract import record_row
from acquis.errors import AcquisError, EvidenceOutOfRange, GoldError, UnreadableSource, VocabularyError
from acquis.evaluation import Evaluation, Figure, evaluate
from acquis.extractors.grade import grade
from acquis.model.claim import Act, Claim, Element, Place
from acquis.model.document import Document, Paragraph
from acquis.model.evidence import Evidence
from acquis.model.meeting import Meeting, NextMeeting, Role
from acquis.model.receipt import Receipt, Skipped
from acquis.model.record import Record
from acquis.model.statement import Speaker, Statement
from acquis.model.when import When
from acquis.reading import read, read_text

__version__ = "0.1.0"

__all__ = [
    "AcquisError",
    "Act",
    "Claim",
    "Document",
    "Element",
    "Evaluation",
    "Evidence",
    "EvidenceOutOfRange",
    "Figure",
    "GoldError",
    "Meeting",
    "NextMeeting",
    "Paragraph",
    "Place",
    "Receipt",
    "Record",
    "Role",
    "Skipped",
    "Speaker",
    "Statement",
    "UnreadableSource",
    "VocabularyError",
    "When",
    "evaluate",
    "grade",
    "read",
    "read_text",
    "record_row",
]

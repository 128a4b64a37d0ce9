"""The record of one document: everything found in it."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.claim import Claim
from acquis.model.document import Document, Sentence
from acquis.model.meeting import Meeting
from acquis.model.receipt import Receipt
from acquis.model.statement import Statement


@dataclass(frozen=True, slots=True)
class Record:
    """A document, its sentences and its findings, in the order of the text."""

    document: Document
    meeting: Meeting | None
    statement: Statement | None
    claims: tuple[Claim, ...]
    receipt: Receipt
    sentences: tuple[Sentence, ...] = ()

"""What a workspace keeps and tells of it: documents, claims, receipts, and what a change moved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from acquis.model.claim import Claim
from acquis.model.judgement import ClaimStatus
from acquis.model.marking import Marking
from acquis.model.record import Record

Outcome = Literal["added", "new version", "unchanged", "reread", "failed", "removed"]


@dataclass(frozen=True, slots=True)
class Moved:
    """What a new version or a new reading changed: counts of paragraphs and of findings.

    `edited` paragraphs have the better part of their words in common with one that went; `moved` ones stand
    elsewhere word for word. Findings count by their words and act. `lost` are judged findings whose words are gone.
    """

    new: int = 0
    gone: int = 0
    edited: int = 0
    moved: int = 0
    claims_new: int = 0
    claims_gone: int = 0
    lost: tuple[str, ...] = ()

    @property
    def anything(self) -> bool:
        """False where the text and the findings are the same."""
        return self != Moved()


@dataclass(frozen=True, slots=True)
class KeptReceipt:
    """One attempt to read one source: when, where from, and what came of it. `at` is ISO 8601 in UTC.

    `document` is the document's key where there is one; `code` and `message` say why a source failed;
    `claims` counts findings by act.
    """

    at: str
    location: str
    outcome: Outcome
    marking: Marking
    work: str | None = None
    document: str | None = None
    title: str | None = None
    version: int | None = None
    code: str | None = None
    message: str | None = None
    paragraphs: int = 0
    sentences: int = 0
    claims: tuple[tuple[str, int], ...] = ()
    skipped: tuple[tuple[str, str], ...] = ()
    moved: Moved | None = None
    reader: str | None = None
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class KeptDocument:
    """One line on a document: its newest version, and how much was found in it.

    `earliest` and `latest` bound the day it counts for: of publication, else of the meeting or statement.
    """

    key: str
    work: str
    title: str | None
    published: str | None
    kind: str
    language: str
    symbol: str | None
    series: str | None
    marking: Marking
    version: int
    versions: int
    location: str
    added_at: str
    reader: str
    claims: int
    earliest: str | None = None
    latest: str | None = None


@dataclass(frozen=True, slots=True)
class KeptClaim:
    """A finding as it stands now: what the reader found, or what a person made of it.

    `key` names it, in this workspace and in any other. `judgement` is the verdict that settled it; `marking` is the
    higher one of its work's and of the judgements that made it so. `row` is its row id, which nobody is shown.
    """

    key: str
    claim: Claim
    status: ClaimStatus
    document: str
    work: str
    title: str | None
    published: str | None
    marking: Marking
    judgement: str | None = None
    row: int = field(default=0, repr=False, compare=False)


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A whole document with its findings as they stand now."""

    document: KeptDocument
    record: Record
    claims: tuple[KeptClaim, ...]


@dataclass(frozen=True, slots=True)
class Damage:
    """One thing that `verify` found wrong: where, and what."""

    where: str
    what: str

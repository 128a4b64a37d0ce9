"""A judgement: what a person says of a finding, a link or a pair. A row of its own, kept for ever."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from acquis.model.anchor import Anchor
from acquis.model.claim import Act, Element
from acquis.model.marking import Marking
from acquis.model.promise import Relation
from acquis.model.when import When

SubjectKind = Literal["finding", "link", "pair"]
# A withdrawal takes one earlier judgement back: what was said before it counts again.
Verdict = Literal["accept", "reject", "correct", "withdraw"]
Removable = Literal["grade", "element", "due", "place"]
# What a link ties: two works that tell of one meeting, two names of one person, a promise and its sequel.
Tie = Literal["edition", "person", "sequel"]
ClaimStatus = Literal["found", "accepted", "corrected", "rejected"]


@dataclass(frozen=True, slots=True)
class Subject:
    """What is judged: a finding at one anchor with the act the reader gave it, or two anchors that belong together.

    Bound to words, not to rows: `id` is the same for the same words in any workspace. A link has a `tie`; an anchor
    without words is the work itself.
    """

    kind: SubjectKind
    anchors: tuple[Anchor, ...]
    act: Act | None = None
    occurrence: int = 1
    tie: Tie | None = None

    @property
    def id(self) -> str:
        """Twelve hex digits of kind, act, works and quotes; the same words said again count from `occurrence`."""
        return subject_id(
            self.kind,
            self.act or self.tie,
            self.occurrence,
            *((anchor.work, anchor.quote) for anchor in self.anchors),
        )


def subject_id(kind: SubjectKind, act: Act | Tie | None, occurrence: int, *places: tuple[str, str]) -> str:
    """The id of a subject at these places: (work, quote), whatever blanks the quote has."""
    parts = [kind, act or "", str(occurrence)]
    for work, quote in places:
        parts += [work, " ".join(quote.split())]
    return hashlib.sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:12]


@dataclass(frozen=True, slots=True)
class Finding:
    """The value a person stands by: every field of a claim that is not a place. `anchor` is where it stands."""

    act: Act
    owners: tuple[str, ...]
    anchor: Anchor
    addressees: tuple[str, ...] = ()
    grade: int | None = None
    element: Element | None = None
    targets: tuple[str, ...] = ()
    due: When | None = None
    venue: str | None = None


@dataclass(frozen=True, slots=True)
class Judgement:
    """One verdict. `at` is an ISO 8601 time in UTC; `value` is what accept and correct stand by, None of others.

    `relation` is what the second anchor of a link does with the promise at the first; `withdraws` is the id of the
    judgement that a withdrawal takes back.
    `id` comes from the content, so that the same judgement imported twice is one row.
    """

    id: str
    subject: Subject
    verdict: Verdict
    by: str
    at: str
    why: str = ""
    marking: Marking = Marking.CLEAR
    value: Finding | None = None
    relation: Relation | None = None
    withdraws: str | None = None


def standing(said: Iterable[Judgement]) -> list[Judgement]:
    """What was said and not taken back, in its order."""
    every = list(said)
    withdrawn = {one.withdraws for one in every}
    return [one for one in every if one.verdict != "withdraw" and one.id not in withdrawn]


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to be otherwise in a finding; what is None stays, what `without` names is taken away.

    `quote` are words of the same document, as they stand there.
    """

    act: Act | None = None
    owners: tuple[str, ...] | None = None
    addressees: tuple[str, ...] | None = None
    grade: int | None = None
    element: Element | None = None
    targets: tuple[str, ...] | None = None
    due: When | None = None
    venue: str | None = None
    quote: str | None = None
    without: frozenset[Removable] = frozenset()

    @property
    def empty(self) -> bool:
        """Does it change nothing?"""
        return self == Correction()

"""What the search found for promises, and what people said of it, ready for the ledger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Connection

from acquis.analysis.links import Links
from acquis.analysis.pledges import Pledge
from acquis.analysis.telling import telling_passage
from acquis.model.frame import Frame
from acquis.model.judgement import Judgement, subject_id
from acquis.model.promise import Relation, Sequel
from acquis.store.anchors import resolve
from acquis.store.documents import load_document
from acquis.store.sequels import Found, Passage, Spot, load_passages, load_sequels, passages_of
from acquis.store.tables import ROOM


def sentence_key(work: str, sentence: str) -> str:
    """The name of a sentence in any workspace."""
    return subject_id("link", None, 1, (work, sentence))


@dataclass(frozen=True, slots=True)
class Evidence:
    """A later passage, or a whole account of an edition, before its words are read: see `Sequels.read`.

    `passage` is the id of the passage; None of an account, whose telling sentence is looked for.
    """

    frame: Frame
    passage: int | None
    score: float
    relation: Relation
    reasons: tuple[str, ...]
    by: str | None = None


@dataclass(slots=True)
class Sequels:
    """Found passages by the sentence of the promise, the documents they stand in, and people's links."""

    found: Mapping[Spot, Sequence[Found]]
    frames: Mapping[int, Frame]
    linked: dict[Spot, list[Evidence]]
    rejected: set[tuple[Spot, int]]
    days: dict[str, list[tuple[date, int]]] = field(default_factory=dict)
    counted: dict[tuple[int, frozenset[str]], int] = field(default_factory=dict)

    def linked_to(self, pledge: Pledge) -> list[Evidence]:
        """What people linked to a promise, the last word first."""
        return self.linked.get(pledge.spot, [])

    def candidates(self, pledge: Pledge) -> list[Found]:
        """What was found in documents that count and nobody linked or rejected, the best first."""
        spot = pledge.spot
        linked = {one.passage for one in self.linked.get(spot, ())}
        return [
            one
            for one in self.found.get(spot, ())
            if one.passage // ROOM in self.frames
            and one.passage not in linked
            and (spot, one.passage) not in self.rejected
        ]

    def evidence(self, found: Found) -> Evidence:
        """A candidate with the document it stands in."""
        return Evidence(self.frame_of(found), found.passage, found.score, found.relation, found.reasons)

    def frame_of(self, found: Found) -> Frame:
        """The document that a candidate stands in."""
        return self.frames[found.passage // ROOM]

    def searched(self, pledge: Pledge) -> int:
        """How many later documents of its parties or series there are."""
        frame = pledge.frame
        asked = frame.row, frozenset(pledge.parties)
        if asked not in self.counted:
            self.counted[asked] = len(self._later(frame.counts_from, asked[1]) - {frame.row})
        return self.counted[asked]

    def _later(self, day: date | None, circle: frozenset[str]) -> set[int]:
        """The row ids of the documents of these actors that are surely later than a day."""
        if day is None:
            return set()
        if not self.days:
            self._sort()
        after = day + timedelta(days=1), 0
        dated = [self.days.get(code, []) for code in circle]
        return {row for days in dated for _, row in days[bisect_left(days, after) :]}

    def _sort(self) -> None:
        """The documents of every actor by their days."""
        for frame in self.frames.values():
            if frame.earliest is not None:
                for code in frame.actors:
                    self.days.setdefault(code, []).append((frame.earliest, frame.row))
        for days in self.days.values():
            days.sort()


class Reader:
    """Reads the words of evidence, each passage once."""

    def __init__(self, connection: Connection, evidence: Iterable[Evidence]) -> None:
        shown = list(evidence)
        self._passages = load_passages(
            connection, sorted({one.passage for one in shown if one.passage is not None})
        )
        accounts = {one.frame.row for one in shown if one.passage is None}
        self._telling = {row: telling_passage(passages_of(connection, row)) for row in sorted(accounts)}

    def read(self, one: Evidence) -> Sequel:
        """Evidence with its sentence; of a document without any, its title."""
        passage = self._telling.get(one.frame.row) if one.passage is None else self._passages.get(one.passage)
        sentence = " ".join(passage.text.split()) if passage else one.frame.title
        return Sequel(
            key=sentence_key(one.frame.work, sentence),
            frame=one.frame,
            address=passage.address if passage else "",
            sentence=sentence,
            start=passage.start if passage else 0,
            end=passage.end if passage else 0,
            score=one.score,
            relation=one.relation,
            reasons=one.reasons,
            by=one.by,
        )


def load_found(
    connection: Connection, frames: Mapping[str, Frame], pledges: Sequence[Pledge], links: Links
) -> Sequels:
    """What was found for these promises in the documents that count."""
    rows = {one.frame.row for one in pledges}
    by_row = {frame.row: frame for frame in frames.values()}
    found = load_sequels(connection, rows if len(rows) * 2 < len(frames) else None)
    sequels = Sequels(found, by_row, {}, set())
    works = {frame.work: frame for frame in frames.values()}
    for judgement in links.sequels:
        _place(connection, judgement, works, pledges, sequels)
    return sequels


def _place(
    connection: Connection,
    judgement: Judgement,
    works: Mapping[str, Frame],
    pledges: Sequence[Pledge],
    into: Sequels,
) -> None:
    """Find both ends of a link again in the texts as they are now."""
    ends = [
        _passage_at(connection, anchor.work, works, judgement, at)
        for at, anchor in enumerate(judgement.subject.anchors)
    ]
    if ends[0] is None or ends[1] is None:
        return
    row, passage = ends[0]
    for pledge in pledges:
        sentence = pledge.claim.sentence
        if pledge.frame.row == row and sentence.start < passage.end and passage.start < sentence.end:
            if judgement.verdict == "reject":
                into.rejected.add((pledge.spot, ends[1][1].id))
            else:
                into.linked.setdefault(pledge.spot, []).insert(0, _linked(into, ends[1][1].id, judgement))


def _linked(sequels: Sequels, passage: int, judgement: Judgement) -> Evidence:
    why = (judgement.why or "linked by a person",)
    relation = judgement.relation or "done"
    return Evidence(sequels.frames[passage // ROOM], passage, 1.0, relation, why, judgement.by)


def _passage_at(
    connection: Connection, work: str, works: Mapping[str, Frame], judgement: Judgement, at: int
) -> tuple[int, Passage] | None:
    frame = works.get(work)
    if frame is None:
        return None
    place = resolve(judgement.subject.anchors[at], load_document(connection, frame.row).text)
    if place.nearness == "lost":
        return None
    touching = [p for p in passages_of(connection, frame.row) if p.start < place.end and place.start < p.end]
    return (frame.row, touching[0]) if touching else None

"""What the search found for promises, and what people said of it, ready for the ledger."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from sqlalchemy import Connection

from acquis.analysis.links import NO_LINKS, Links
from acquis.analysis.pledges import Pledge
from acquis.analysis.telling import telling_passage
from acquis.model.anchor import Anchor
from acquis.model.frame import Frame
from acquis.model.judgement import Judgement
from acquis.model.marking import Marking, highest
from acquis.model.promise import Relation, Sequel
from acquis.store.anchors import resolve
from acquis.store.documents import load_document
from acquis.store.sentences import sentence_key
from acquis.store.sequels import Found, Passage, Spot, load_passages, load_sequels, passages_of
from acquis.store.tables import ROOM


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
    marked: Marking = Marking.CLEAR


@dataclass(slots=True)
class Sequels:
    """Found passages by the sentence of the promise, the documents they stand in, and people's links.

    `parted` are documents of which a person said that they do not tell what became of a promise; `marked` is how
    high what people said of a promise is marked.
    """

    found: Known
    frames: Mapping[int, Frame]
    linked: dict[Spot, list[Evidence]]
    rejected: set[tuple[Spot, int]]
    links: Links = NO_LINKS
    parted: set[tuple[Spot, int]] = field(default_factory=set)
    marked: dict[Spot, Marking] = field(default_factory=dict)
    days: dict[str, list[tuple[date, int]]] = field(default_factory=dict)
    counted: dict[tuple[int, frozenset[str]], int] = field(default_factory=dict)

    def linked_to(self, pledge: Pledge) -> list[Evidence]:
        """What people linked to a promise, what was said last first."""
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

    def marking(self, pledge: Pledge, evidence: Evidence | None) -> Marking:
        """The highest of a promise and of all that people said that its status may rest on."""
        works = {one.work for one in (pledge.frame, evidence.frame if evidence else None) if one}
        said = self.links.marking_of(works) if pledge.series else Marking.CLEAR
        return highest([pledge.marking, self.marked.get(pledge.spot, Marking.CLEAR), said])

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


def in_one_line(text: str) -> str:
    """A sentence with single blanks; most have no others."""
    return " ".join(text.split()) if "\n" in text or "  " in text or "\t" in text else text.strip()


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
        sentence = in_one_line(passage.text) if passage else one.frame.title
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
            marked=one.marked,
        )


Known = Mapping[Spot, Sequence[Found]]


def read_found(connection: Connection, frames: Mapping[str, Frame], pledges: Sequence[Pledge]) -> Known:
    """What was found for these promises of a memory's documents, or for all where most of them are meant."""
    rows = {one.frame.row for one in pledges}
    return load_sequels(connection, rows if len(rows) * 2 < len(frames) else None)


def place_links(
    connection: Connection, found: Known, frames: Mapping[str, Frame], pledges: Sequence[Pledge], links: Links
) -> Sequels:
    """What was found, beside what people said of these promises, in the documents that count."""
    by_row = {frame.row: frame for frame in frames.values()}
    sequels = Sequels(found, by_row, {}, set(), links)
    placing = _Placing(connection, {frame.work: frame for frame in frames.values()}, pledges)
    for judgement in links.sequels:
        placing.place(judgement, sequels)
    return sequels


class _Placing:
    """Finds both ends of links again in the texts as they are now; each document is loaded once."""

    def __init__(self, connection: Connection, works: Mapping[str, Frame], pledges: Sequence[Pledge]) -> None:
        self._connection = connection
        self._works = works
        self._pledges: dict[int, list[Pledge]] = {}
        for pledge in pledges:
            self._pledges.setdefault(pledge.frame.row, []).append(pledge)
        self._texts: dict[int, tuple[str, list[Passage]]] = {}

    def place(self, judgement: Judgement, into: Sequels) -> None:
        """Put what a person said beside every promise that its first end touches."""
        first, second = judgement.subject.anchors
        home = self._works.get(first.work)
        if home is None or second.work not in self._works:
            return
        mine = self._pledges.get(home.row)
        place = self._resolved(first) if mine else None
        sequel = self._passage(second) if place else None
        if place is None or sequel is None:
            return
        for pledge in mine or ():
            if _overlap(place, (pledge.claim.sentence.start, pledge.claim.sentence.end)):
                self._say(judgement, pledge.spot, sequel, into)

    def _say(self, judgement: Judgement, spot: Spot, sequel: Passage, into: Sequels) -> None:
        """What is said last counts; the same words may have been judged in another version of the document."""
        frame = into.frames[sequel.id // ROOM]
        linked = into.linked.setdefault(spot, [])
        linked[:] = [one for one in linked if one.passage != sequel.id]
        into.rejected.discard((spot, sequel.id))
        into.parted.discard((spot, frame.row))
        into.marked[spot] = max(into.marked.get(spot, Marking.CLEAR), judgement.marking)
        if judgement.verdict == "reject":
            into.rejected.add((spot, sequel.id))
            telling = telling_passage(self._load(frame.row)[1])
            if telling is not None and telling.id == sequel.id:
                into.parted.add((spot, frame.row))
            return
        linked.insert(0, _linked(frame, sequel.id, judgement))

    def _passage(self, anchor: Anchor) -> Passage | None:
        """The sentence that has most of the words of an anchor."""
        place = self._resolved(anchor)
        if place is None:
            return None
        _, parts = self._load(self._works[anchor.work].row)
        best = max(parts, key=lambda one: (_overlap(place, (one.start, one.end)), -one.start), default=None)
        return best if best and _overlap(place, (best.start, best.end)) else None

    def _resolved(self, anchor: Anchor) -> tuple[int, int] | None:
        place = resolve(anchor, self._load(self._works[anchor.work].row)[0])
        return None if place.nearness == "lost" else (place.start, place.end)

    def _load(self, row: int) -> tuple[str, list[Passage]]:
        if row not in self._texts:
            self._texts[row] = load_document(self._connection, row).text, passages_of(self._connection, row)
        return self._texts[row]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _linked(frame: Frame, passage: int, judgement: Judgement) -> Evidence:
    why = (judgement.why or "linked by a person",)
    relation = judgement.relation or "done"
    return Evidence(frame, passage, 1.0, relation, why, judgement.by, judgement.marking)

"""What the search found for promises, and what people said of it, ready for the ledger."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.circles import circle_of
from acquis.analysis.clear import clear_one
from acquis.analysis.links import Links
from acquis.analysis.pledges import Pledge
from acquis.analysis.telling import telling_passage
from acquis.model.frame import Frame
from acquis.model.judgement import Judgement, subject_id
from acquis.model.promise import Promise, Sequel
from acquis.store.anchors import resolve
from acquis.store.documents import load_document
from acquis.store.sequels import Found, Passage, Spot, load_passages, load_sequels, passages_of
from acquis.store.tables import ROOM

MOST = 5  # candidates that are kept in mind for each promise


def sentence_key(work: str, sentence: str) -> str:
    """The name of a sentence in any workspace."""
    return subject_id("link", None, 1, (work, sentence))


@dataclass(slots=True)
class Sequels:
    """Found passages by the sentence of the promise, the documents they stand in, and people's links."""

    found: Mapping[Spot, Sequence[Found]]
    frames: Mapping[int, Frame]
    linked: dict[Spot, list[tuple[int, Judgement]]]
    rejected: set[tuple[Spot, int]]
    days: dict[str, list[date]] = field(default_factory=dict)

    def of(self, pledge: Pledge) -> tuple[Sequel, ...]:
        """The best candidates in documents that count, what people linked first."""
        spot = pledge.spot
        linked = self.linked.get(spot, ())
        by_person = [self._linked(passage, judgement) for passage, judgement in linked]
        known = {passage for passage, _ in linked}
        rest = [one for one in self._counting(spot) if one.passage not in known]
        return (*by_person, *(self._sequel(one) for one in rest[:MOST]))

    def clear(self, pledge: Pledge) -> Sequel | None:
        """The one that settles the promise by rule, where one leaves no doubt."""
        best = clear_one(self._counting(pledge.spot), self._frame_of)
        return None if best is None else self._sequel(best)

    def searched(self, pledge: Pledge) -> int:
        """How many later documents of its parties or series there are."""
        latest = pledge.frame.latest
        if not self.days:
            self._count()
        if latest is None:
            return 0
        circle = max((self.days.get(code, []) for code in pledge.parties), key=len, default=[])
        return len(circle) - bisect_right(circle, latest)

    def _count(self) -> None:
        """The days of the documents of every actor, in order."""
        for frame in self.frames.values():
            day = frame.earliest
            if day is not None:
                for code in circle_of(frame):
                    self.days.setdefault(code, []).append(day)
        for days in self.days.values():
            days.sort()

    def _counting(self, spot: Spot) -> list[Found]:
        return [
            one for one in self.found.get(spot, ())
            if one.passage // ROOM in self.frames and (spot, one.passage) not in self.rejected
        ]  # fmt: skip

    def _frame_of(self, found: Found) -> Frame:
        return self.frames[found.passage // ROOM]

    def _sequel(self, found: Found) -> Sequel:
        """A candidate whose sentence is read later, by its passage's id in `start`."""
        return Sequel(
            key="", frame=self._frame_of(found), address="", sentence="", start=found.passage, end=-1,
            score=found.score, relation=found.relation, reasons=found.reasons,
        )  # fmt: skip

    def _linked(self, passage: int, judgement: Judgement) -> Sequel:
        return Sequel(
            key="", frame=self.frames[passage // ROOM], address="", sentence="", start=passage, end=-1, score=1.0,
            relation=judgement.relation or "done", reasons=(judgement.why or "linked by a person",), by=judgement.by,
        )  # fmt: skip

    def with_sentences(
        self, connection: Connection, promises: Iterable[Promise], candidates: int
    ) -> Iterator[Promise]:
        """The promises with the words of their evidence and of their best candidates."""
        kept = [replace(one, candidates=one.candidates[:candidates]) for one in promises]
        shown = [each for one in kept for each in (one.evidence, *one.candidates) if each]
        passages = load_passages(connection, sorted({each.start for each in shown if each.end < 0}))
        telling: dict[int, Passage | None] = {}
        for each in shown:
            if each.end == 0 and each.frame.row not in telling:
                telling[each.frame.row] = telling_passage(passages_of(connection, each.frame.row))
        for one in kept:
            evidence = one.evidence and _read(one.evidence, passages, telling)
            yield replace(
                one,
                evidence=evidence,
                candidates=tuple(_read(each, passages, telling) for each in one.candidates),
            )


def _read(sequel: Sequel, passages: Mapping[int, Passage], telling: Mapping[int, Passage | None]) -> Sequel:
    passage = passages.get(sequel.start) if sequel.end < 0 else telling.get(sequel.frame.row)
    if passage is None:
        return replace(sequel, sentence=sequel.frame.title, start=0, end=0)
    sentence = " ".join(passage.text.split())
    key = sentence_key(sequel.frame.work, sentence)
    return replace(
        sequel, key=key, address=passage.address, sentence=sentence, start=passage.start, end=passage.end
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
                into.linked.setdefault(pledge.spot, []).append((ends[1][1].id, judgement))


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

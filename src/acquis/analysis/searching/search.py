"""The promises of one document in; the best later sentences for each, with what they do and why, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from sqlalchemy import Connection

from acquis.analysis.searching.asking import ask
from acquis.analysis.searching.index import Home, Index, Query
from acquis.analysis.searching.keeping import LEAST, Standing, keep_best
from acquis.analysis.searching.likeness import features, reasons_of, score_of
from acquis.analysis.searching.relations import relate
from acquis.analysis.searching.settling import settles
from acquis.analysis.searching.terms import Said, read_said
from acquis.store.sequels import Found, Passage, Spot, load_passages, passages_of
from acquis.vocabulary.lexicon import Lexicon

# Raised whenever the same documents would give other candidates: then all is searched anew.
SEARCHER = "1"
# Candidates that are compared in full, of those that share something.
_COMPARED = 60
PlaceOf = Callable[[Found], Standing]


class Level(NamedTuple):
    """The documents marked no higher than `marking`, and where the one that promises stands among them.

    Each marking is searched among what its readers may see: what they may not see does not move what they see.
    """

    marking: int
    passages: Index
    home: Home


class Told:
    """The passages of a document that promises something."""

    def __init__(self, connection: Connection, row: int, actors: Lexicon) -> None:
        self._passages = passages_of(connection, row)
        self._actors = actors

    def query(self, level: Level, spot: Spot) -> Query:
        """What to look for: the sentence, with what stands before it and above it."""
        at = self._at(spot)
        before = self._said(at - 1) if at > 0 else None
        above = [n for n, passage in enumerate(self._passages[: at + 1]) if passage.kind == "heading"]
        section = above[-1] if above else None
        sentence = self.sentence(spot)
        return ask(
            level.passages, sentence, read_said(sentence, self._actors), level.home, before=before,
            section=self._said(section) if section is not None and section != at else None,
        )  # fmt: skip

    def sentence(self, spot: Spot) -> str:
        """The words of a promise: all passages that its sentence covers."""
        inside = [p.text for p in self._passages if p.start < spot[2] and spot[1] < p.end]
        return " ".join(inside)

    def _at(self, spot: Spot) -> int:
        return next((n for n, p in enumerate(self._passages) if p.end > spot[1]), 0)

    def _said(self, at: int) -> Said:
        passage: Passage = self._passages[at]
        return read_said(passage.text, self._actors)


def search_document(
    connection: Connection,
    levels: Sequence[Level],
    told: Told,
    known: Mapping[Spot, Sequence[Found]],
    place_of: PlaceOf,
) -> list[tuple[Spot, list[Found]]]:
    """For each promise (its sentence, with the candidates that are known already) the best of these and of the levels."""
    queries = {spot: {level.marking: (level, told.query(level, spot)) for level in levels} for spot in known}
    best = {
        spot: keep_best([*known[spot], *(one for each in asked.values() for one in _find(*each))], place_of)
        for spot, asked in queries.items()
    }
    new = {one.passage for found in best.values() for one in found if not one.reasons}
    texts = load_passages(connection, sorted(new))

    def explained(spot: Spot, promise: str, one: Found) -> Found:
        """A candidate that was known keeps what it has."""
        if one.reasons:
            return one
        level, query = queries[spot][place_of(one)[0]]
        return _explained(level.passages, query, promise, one, texts[one.passage].text)

    return [
        (spot, [explained(spot, promise, one) for one in found])
        for spot, found in best.items()
        for promise in (told.sentence(spot),)
    ]


def _find(level: Level, query: Query) -> list[Found]:
    """The passages of this very marking that may tell of a promise, by their score alone."""
    index = level.passages
    return [
        Found(index.ids[number], score, "done", ())
        for first, number in index.nearest(query, _COMPARED)
        if index.homes[index.home_of[number]].marking == level.marking
        and (score := round(score_of(features(index, query, number, first)), 4)) >= LEAST
    ]


def _explained(index: Index, query: Query, promise: str, found: Found, later: str) -> Found:
    """A candidate with what it does with the promise, and why it is one."""
    told = relate(promise, later)
    clear = settles(promise, later, told.relation)
    flags = [clear, "in part" if told.in_part else None, "dated" if told.dated else None]
    reasons = (*reasons_of(index, query, index.at(found.passage), later), *filter(None, flags))
    return Found(found.passage, found.score, told.relation, reasons, clear is not None)

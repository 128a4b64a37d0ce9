"""The promises of one document in; the best later sentences for each, with what they do and why, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

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

# Candidates that are compared in full, of those that share something.
_COMPARED = 80
PlaceOf = Callable[[Found], Standing]


class Told:
    """The passages of a document that promises something, and where it stands among the others."""

    def __init__(self, connection: Connection, home: Home, actors: Lexicon) -> None:
        self.home = home
        self._passages = passages_of(connection, home.row)
        self._actors = actors

    def query(self, index: Index, spot: Spot) -> Query:
        """What to look for: the sentence, with what stands before it and above it."""
        at = self._at(spot)
        before = self._said(at - 1) if at > 0 else None
        section = next((n for n in range(at, -1, -1) if self._passages[n].kind == "heading"), None)
        sentence = self.sentence(spot)
        return ask(
            index, sentence, read_said(sentence, self._actors), self.home, before=before,
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
    connection: Connection, index: Index, told: Told, known: Mapping[Spot, Sequence[Found]], place_of: PlaceOf
) -> list[tuple[Spot, list[Found]]]:
    """For each promise (its sentence, with the candidates that are known already) the best of these and of the index."""
    queries = {spot: told.query(index, spot) for spot in known}
    best = {
        spot: keep_best([*known[spot], *_find(index, query)], place_of) for spot, query in queries.items()
    }
    new = {one.passage for found in best.values() for one in found if not one.reasons}
    texts = load_passages(connection, sorted(new))
    return [
        (spot, [_explained(index, queries[spot], promise, one, texts) for one in found])
        for spot, found in best.items()
        for promise in (told.sentence(spot),)
    ]


def _find(index: Index, query: Query) -> list[Found]:
    """The passages that may tell of a promise, by their score alone."""
    return [
        Found(index.ids[number], score, "done", ())
        for first, number in index.nearest(query, _COMPARED)
        if (score := round(score_of(features(index, query, number, first)), 4)) >= LEAST
    ]


def _explained(index: Index, query: Query, promise: str, found: Found, texts: Mapping[int, Passage]) -> Found:
    """A candidate with what it does with the promise, and why it is one; one that was known keeps what it has."""
    if found.reasons:
        return found
    later = texts[found.passage].text
    told = relate(promise, later)
    clear = settles(promise, later, told.relation)
    flags = [clear, "in part" if told.in_part else None, "dated" if told.dated else None]
    reasons = (*reasons_of(index, query, index.at(found.passage)), *filter(None, flags))
    return Found(found.passage, found.score, told.relation, reasons, clear is not None)

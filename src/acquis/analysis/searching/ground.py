"""Documents out of the store as an index needs them: their homes, and their passages as they are compared."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, select

from acquis.analysis.searching.index import Home, Index, ordinal
from acquis.analysis.searching.terms import Said, read_said, terms_of
from acquis.model.frame import Frame
from acquis.store.tables import passages
from acquis.vocabulary import Vocabulary
from acquis.vocabulary.lexicon import Lexicon

_SMALL_GROUP = 10


def homes_of(frames: Iterable[Frame], index: Index, actors: Lexicon, vocabulary: Vocabulary) -> list[Home]:
    """The documents that have a day, the oldest first."""
    dated = [frame for frame in frames if frame.earliest is not None]
    ordered = sorted(dated, key=lambda frame: (ordinal(frame.earliest), ordinal(frame.latest), frame.key))
    return [_home(frame, index, actors, vocabulary) for frame in ordered]


def _home(frame: Frame, index: Index, actors: Lexicon, vocabulary: Vocabulary) -> Home:
    titled = read_said(frame.title, actors)
    # A meeting that is planned for a time was told of before it.
    last = frame.earliest if frame.planned else frame.latest
    return Home(
        row=frame.row,
        first=ordinal(frame.earliest),
        last=ordinal(last),
        marking=int(frame.marking),
        circle=circle_of(frame.actors, vocabulary),
        title=frozenset(map(index.number, titled.terms)),
        named=titled.actors,
    )


def actor_terms(vocabulary: Vocabulary) -> frozenset[str]:
    """The terms of all names of States and groups."""
    actors = (*vocabulary.of_kind("state"), *vocabulary.of_kind("group"))
    names = (
        name
        for actor in actors
        for name in (actor.name, *(each.text for each in actor.names), *actor.adjectives)
    )
    return frozenset(term for name in names for term in terms_of(name))


def circle_of(codes: tuple[str, ...], vocabulary: Vocabulary) -> frozenset[str]:
    """Whose a document is; a small group counts with its members, who follow up what it promised."""
    found = set(codes)
    for code in codes:
        found.update(_members(code, vocabulary))
    return frozenset(found)


def _members(code: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    concept = vocabulary.by_code(code)
    if concept is None or concept.kind != "group" or not 0 < len(concept.members) <= _SMALL_GROUP:
        return ()
    return tuple(member for member, _, _ in concept.members)


def passages_said(connection: Connection, row: int, actors: Lexicon) -> list[tuple[int, Said]]:
    """The passages of one document by id, as they are compared; footnotes are left out, for they claim nothing."""
    query = select(passages.c.id, passages.c.kind, passages.c.text).where(
        passages.c.document_id == row, passages.c.kind != "footnote"
    )
    rows = connection.execute(query.order_by(passages.c.id))
    return [
        (passage_id, read_said(text, actors, heading=kind == "heading")) for passage_id, kind, text in rows
    ]

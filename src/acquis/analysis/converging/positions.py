"""A concept or a proposal in; who leans how on it, with the sentences, and who leans otherwise than before, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.converging.placing import Found, newest_first, of_concepts, of_proposal, placed_positions
from acquis.analysis.converging.proposals import Sought, read_sought
from acquis.analysis.hearing import ALWAYS, Period, look
from acquis.analysis.states import States, states_of
from acquis.errors import RequestError
from acquis.model.marking import Viewer
from acquis.model.positions import Move, Position, Positions
from acquis.vocabulary import Vocabulary, load_vocabulary
from acquis.vocabulary.lexicon import lexicon_of
from acquis.vocabulary.lookup import find_concepts

_ACTORS = ("state.", "group.", "institution.")


@dataclass(frozen=True, slots=True)
class Sides:
    """Whose positions, of which days. `state`, `region` and `group` narrow; a group includes its members."""

    state: str | None = None
    region: str | None = None
    group: str | None = None
    period: Period = ALWAYS


@dataclass(frozen=True, slots=True)
class _Subject:
    """What is asked for: ids of concepts, or a proposal."""

    words: str
    concepts: frozenset[str]
    sought: Sought | None


def find_positions(
    connection: Connection, viewer: Viewer, files: tuple[Path, ...], asked: str, sides: Sides,
    *, as_proposal: bool = False,
) -> Positions:  # fmt: skip
    """Positions on a concept of the vocabulary, else on a proposal in these words; the newest first.

    Raises RequestError for an actor, and with the nearest names for words that no concept and no finding has;
    NotKept where there is no document.
    """
    vocabulary, states = load_vocabulary(files), states_of(files)
    if sides.region is not None:
        states.counted((), region=sides.region)  # refuses a region there is not
    subject = _subject(vocabulary, files, asked, as_proposal=as_proposal)
    found = _heard(connection, viewer, vocabulary, subject, sides)
    placed = placed_positions(found, subject.concepts, states, vocabulary)
    every = tuple(one.position for one in placed)
    kept = tuple(one for one in every if _is_asked(one, sides, states))
    return Positions(
        asked=asked,
        concepts=tuple(sorted(subject.concepts)),
        positions=newest_first(kept),
        moves=tuple(moves_of(kept)),
        documents=len(found.hearing.documents),
        undated=found.hearing.undated,
        remarks=tuple(_remarks(subject, every, found, vocabulary)),
    )


def _heard(
    connection: Connection, viewer: Viewer, vocabulary: Vocabulary, subject: _Subject, sides: Sides
) -> Found:
    if subject.concepts:
        return of_concepts(connection, viewer, subject.concepts, subject.sought, sides.period)
    looked = look(connection, viewer, sides.period)
    found = of_proposal(connection, viewer, looked, subject.sought)
    if not found.hearing.voices:
        _refuse(vocabulary, subject)
    return found


def _subject(vocabulary: Vocabulary, files: tuple[Path, ...], asked: str, *, as_proposal: bool) -> _Subject:
    sought = read_sought(asked, lexicon_of(files, ("state", "group")))
    try:
        concepts = frozenset() if as_proposal else find_concepts(vocabulary, asked)
    except RequestError:
        concepts = frozenset()
    if concepts and all(one.startswith(_ACTORS) for one in concepts):
        raise RequestError(
            f"{asked!r} is an actor; positions are on a topic, provision or proposal (--state narrows to an actor)"
        )
    if not concepts and sought is None:
        raise RequestError(
            f"{asked!r} names nothing to have a position on; give a topic, provision or proposal"
        )
    return _Subject(asked, frozenset(one for one in concepts if not one.startswith(_ACTORS)), sought)


def _refuse(vocabulary: Vocabulary, subject: _Subject) -> None:
    try:
        find_concepts(vocabulary, subject.words)
    except RequestError as problem:
        raise RequestError(f"{problem} (and no finding speaks of a proposal in these words)") from problem
    raise RequestError(f"no finding speaks of a proposal in the words {subject.words!r}")


def _is_asked(one: Position, sides: Sides, states: States) -> bool:
    if sides.state is not None and one.actor != sides.state:
        return False
    if sides.region is not None and states.region(one.actor) != sides.region:
        return False
    return sides.group is None or one.actor == sides.group or one.actor in states.members_of(sides.group)


def moves_of(positions: Sequence[Position]) -> Iterator[Move]:
    """Where an actor, itself or with others, leans otherwise than in the document before; the oldest first."""
    last: dict[str, Position] = {}
    for one in positions:
        if one.lean is None or one.manner == "told by another" or one.utterance.day is None:
            continue
        before = last.get(one.actor)
        if before is not None and before.utterance.document == one.utterance.document:
            continue  # for and against in one text is no change over time
        if before is not None and before.lean is not None and _side(before.lean) != _side(one.lean):
            yield Move(one.actor, before, one)
        last[one.actor] = one


def _side(lean: float) -> int:
    return (lean > 0) - (lean < 0)


def _remarks(
    subject: _Subject, every: Sequence[Position], found: Found, vocabulary: Vocabulary
) -> Iterator[str]:
    if not subject.concepts and subject.sought is not None:
        names = [
            vocabulary.get(one).code for one in sorted(subject.sought.actors) if one.startswith("state.")
        ]
        makers = {one.actor for one in every if one.stance == "proposes"}
        yield f"found by its words: {', '.join(subject.sought.terms)}; short names of it in the same texts included"
        for code in names:
            if code and code not in makers:
                yield f"no sentence is found in which {code} itself proposes it"
    if found.elsewhere:
        yield f"left out, for they do not speak of cyberspace: {found.elsewhere}"
    both = sorted({one.actor for one in _contradicted(every)})
    if both:
        yield f"for and against in one document: {', '.join(both)}"


def _contradicted(every: Iterable[Position]) -> Iterator[Position]:
    """Positions of actors that lean both ways in one document."""
    first: dict[tuple[str, str], Position] = {}
    for one in every:
        if one.lean is None or one.lean == 0:
            continue
        before = first.setdefault((one.actor, one.utterance.document), one)
        if before.lean is not None and before.lean * one.lean < 0:
            yield one

"""A concept or a proposal in; who leans how on it, with the sentences, and who leans otherwise than before, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlalchemy import Connection

from acquis.analysis.converging.proposals import Mention, Sought, find_mentions, read_sought
from acquis.analysis.converging.stances import Taken, is_threat, qualified, stance_of
from acquis.analysis.hearing import (
    ALWAYS, Hearing, Period, hear, look, manner_of, read_utterances, with_voices,
)  # fmt: skip
from acquis.analysis.states import States, states_of
from acquis.errors import RequestError
from acquis.model.marking import Viewer
from acquis.model.positions import ActorKind, Move, Position, Positions
from acquis.model.utterance import Utterance
from acquis.store.spoken import Hunt, Spoken, find_naming, find_sentences, find_spoken
from acquis.store.voices import Listening, Voice
from acquis.vocabulary import Vocabulary, load_vocabulary
from acquis.vocabulary.lexicon import lexicon_of
from acquis.vocabulary.lookup import find_concepts

_ACTORS = ("state.", "group.", "institution.")
_MOST_DOCUMENTS = 3_000  # that are read through for a proposal, the newest first
_AGREES = re.compile(
    r"\b(?:agrees?|concurs?|align\w*(?: (?:itself|ourselves|themselves))?|"
    r"(?:fully )?associat\w+(?: (?:itself|ourselves|themselves))?) with\b|"
    r"\bshares? (?:the|its|their) (?:view|position|concern|doubt|hesitation)s? (?:of|expressed by)\b",
    re.I,
)


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
    found = _of_concepts(connection, viewer, subject, sides)
    if found is None:
        found = _of_proposal(connection, viewer, subject, sides)
        if not found.hearing.voices:
            _refuse(vocabulary, subject)
    every = _shared(tuple(_positions(found, subject, states, vocabulary)), vocabulary)
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
        raise RequestError(f"{asked!r} names nothing to have a position on; give a topic, provision or proposal")
    return _Subject(asked, frozenset(one for one in concepts if not one.startswith(_ACTORS)), sought)


def _refuse(vocabulary: Vocabulary, subject: _Subject) -> None:
    try:
        find_concepts(vocabulary, subject.words)
    except RequestError as problem:
        raise RequestError(f"{problem} (and no finding speaks of a proposal in these words)") from problem
    raise RequestError(f"no finding speaks of a proposal in the words {subject.words!r}")


@dataclass(frozen=True, slots=True)
class _Found:
    """What was heard: voices with their utterances, and of a proposal how each names it."""

    hearing: Hearing
    utterances: Mapping[int, Utterance]
    naming: Mapping[int, str]


def _of_concepts(
    connection: Connection, viewer: Viewer, subject: _Subject, sides: Sides
) -> _Found | None:
    """What is linked to the concepts, and what names them in the words that were asked for."""
    if not subject.concepts:
        return None
    hearing = hear(connection, viewer, Listening(concepts=subject.concepts), sides.period)
    once = {voice.claim: voice for voice in hearing.voices}
    naming: dict[int, str] = {}
    if subject.sought is not None and len(subject.sought.terms) > 1:
        for one in mentions_of(connection, viewer, hearing, subject.sought):
            if one.naming == "in full" and one.spoken.claim not in once:
                once[one.spoken.claim] = voice_of(one.spoken)
                naming[one.spoken.claim] = "by its words"
    hearing = with_voices(hearing, once.values())
    return _Found(hearing, read_utterances(connection, viewer, hearing, hearing.voices), naming)


def _of_proposal(connection: Connection, viewer: Viewer, subject: _Subject, sides: Sides) -> _Found:
    hearing = look(connection, viewer, sides.period)
    mentions = mentions_of(connection, viewer, hearing, subject.sought)
    hearing = with_voices(hearing, map(voice_of, (one.spoken for one in mentions)))
    naming = {one.spoken.claim: one.naming for one in mentions}
    return _Found(hearing, read_utterances(connection, viewer, hearing, hearing.voices), naming)


def mentions_of(
    connection: Connection, viewer: Viewer, hearing: Hearing, sought: Sought | None
) -> list[Mention]:
    """The findings of the hearing's documents that speak of a proposal, of the newest documents if there are many."""
    if sought is None:
        return []
    rows = find_naming(connection, viewer, sought.query)
    newest = frozenset([row for row in hearing.documents if row in rows][-_MOST_DOCUMENTS:])
    spoken = find_spoken(connection, viewer, Hunt(documents=newest))
    return list(find_mentions(sought, find_sentences(connection, viewer, newest), spoken))


def voice_of(one: Spoken) -> Voice:
    """The finding as a voice on no concept."""
    return Voice(one.claim, one.document, None, one.act, one.owners, one.element, "found", one.confidence)


def _positions(
    found: _Found, subject: _Subject, states: States, vocabulary: Vocabulary
) -> Iterator[Position]:
    """A position for every owner of every finding, the oldest first."""
    proposal = not subject.concepts
    threat = not proposal and any(is_threat(one, {one: _element(one, vocabulary)}) for one in subject.concepts)
    for voice in found.hearing.voices:
        utterance = found.utterances.get(voice.claim)
        if utterance is None:
            continue
        taken = stance_of(utterance.act, utterance.confidence, threat=threat, proposal=proposal)
        taken = qualified(taken, utterance.act, utterance.sentence)
        naming = found.naming.get(voice.claim, "")
        if utterance.act == "call" and naming in ("in short", "just before"):
            taken = Taken("mentions it", None)  # what else is asked for with it in mind
        for owner in utterance.owners:
            yield Position(
                actor=owner,
                kind=kind_of(owner, states),
                stance=taken.stance,
                lean=taken.lean,
                manner=manner_of(found.hearing.documents[voice.document], owner),
                utterance=utterance,
                why=taken.why,
                about=naming,
            )


def newest_first(positions: Sequence[Position]) -> tuple[Position, ...]:
    """From the newest day to the oldest; those without a day last."""
    dated = [one for one in positions if one.utterance.day is not None]
    return (*dated[::-1], *(one for one in positions if one.utterance.day is None))


def _element(concept: str, vocabulary: Vocabulary) -> str | None:
    return vocabulary.get(concept).element if concept in vocabulary.concepts.entries else None


def kind_of(actor: str, states: States) -> ActorKind:
    """A State, a group of States, or another."""
    if actor in states.by_code:
        return "State"
    return "group" if actor in states.by_group or (actor.isupper() and "-" in actor) else "other"


def _shared(positions: tuple[Position, ...], vocabulary: Vocabulary) -> tuple[Position, ...]:
    """Who agrees with another takes the side that the other takes, which may be against."""
    leans = {one.actor: one for one in positions if one.lean is not None and not _agreed_with(one, vocabulary)}
    return tuple(_sharing(one, leans, vocabulary) for one in positions)


def _agreed_with(one: Position, vocabulary: Vocabulary) -> list[str]:
    """The codes of those whose position is shared in the sentence: named right after the words that say so."""
    if one.stance not in ("supports", "affirms it"):
        return []
    agrees = _AGREES.search(one.utterance.sentence)
    if agrees is None:
        return []
    codes = (vocabulary.get(target).code for target in one.utterance.targets if target.startswith("state."))
    return [code for code in codes if code and code != one.actor]


def _sharing(one: Position, leans: Mapping[str, Position], vocabulary: Vocabulary) -> Position:
    for code in _agreed_with(one, vocabulary):
        other = leans.get(code)
        if other is not None and other.lean is not None:
            concept = vocabulary.by_code(code)
            stance = "objects" if other.lean < 0 else "supports"
            why = f"agrees with {concept.name if concept else code}, which {other.stance}"
            return replace(one, stance=stance, lean=other.lean, why=why)
    return one


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
    subject: _Subject, every: Sequence[Position], found: _Found, vocabulary: Vocabulary
) -> Iterator[str]:
    if not subject.concepts and subject.sought is not None:
        names = [vocabulary.get(one).code for one in sorted(subject.sought.actors) if one.startswith("state.")]
        makers = {one.actor for one in every if one.stance == "proposes"}
        yield f"found by its words: {', '.join(subject.sought.terms)}; short names of it in the same texts included"
        for code in names:
            if code and code not in makers:
                yield f"no sentence is found in which {code} itself proposes it"
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



"""Findings on a concept or a proposal in; each with the stance its owner takes in it, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from sqlalchemy import Connection

from acquis.analysis.converging.cyber import find_field
from acquis.analysis.converging.proposals import Mention, Sought, find_mentions, names_it
from acquis.analysis.converging.stances import Taken, is_threat, qualified, stance_of
from acquis.analysis.hearing import (
    Hearing,
    Period,
    hear,
    manner_of,
    read_utterances,
    with_voices,
)  # fmt: skip
from acquis.analysis.states import States
from acquis.model.marking import Viewer
from acquis.model.positions import ActorKind, Position, Stance
from acquis.model.utterance import Utterance
from acquis.store.spoken import Hunt, Spoken, find_naming, find_sentences, find_spoken
from acquis.store.voices import Listening, Voice
from acquis.vocabulary import Vocabulary

_MOST_DOCUMENTS = 1_000  # that are read through for a proposal, the newest first
_AGREES = re.compile(
    r"\b(?:agrees?|concurs?|align\w*(?: (?:itself|ourselves|themselves))?|"
    r"(?:fully )?associat\w+(?: (?:itself|ourselves|themselves))?) with\b|"
    r"\bshares? (?:the|its|their) (?:view|position|concern|doubt|hesitation)s? (?:of|expressed by)\b",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Found:
    """What was heard: voices with their utterances (by row id of the finding), and how each names a proposal.

    `elsewhere` counts findings on the concept that do not speak of cyberspace, and were left out.
    """

    hearing: Hearing
    utterances: Mapping[int, Utterance]
    naming: Mapping[int, str]
    elsewhere: int = 0


class Placed(NamedTuple):
    """A position with the row ids of the finding it is of, and of its document."""

    claim: int
    document: int
    position: Position


def of_concepts(
    connection: Connection, viewer: Viewer, concepts: frozenset[str], sought: Sought | None, period: Period
) -> Found:
    """What is linked to the concepts, and what names them in the words that were asked for."""
    hearing = hear(connection, viewer, Listening(concepts=concepts), period)
    every = {voice.claim: voice for voice in hearing.voices}
    field = find_field(connection, viewer)
    once = {claim: voice for claim, voice in every.items() if field.holds(voice)}
    naming: dict[int, str] = {}
    if sought is not None and len(sought.terms) > 1:
        for one in mentions_of(connection, viewer, hearing, sought):
            if one.naming == "in full" and one.spoken.claim not in every:
                once[one.spoken.claim] = voice_of(one.spoken)
                naming[one.spoken.claim] = "by its words"
    elsewhere = len(every.keys() - once.keys())
    return _found(connection, viewer, with_voices(hearing, once.values()), naming, elsewhere)


def of_proposal(connection: Connection, viewer: Viewer, hearing: Hearing, sought: Sought | None) -> Found:
    """What speaks of a proposal in the documents of a hearing."""
    mentions = mentions_of(connection, viewer, hearing, sought)
    hearing = with_voices(hearing, map(voice_of, (one.spoken for one in mentions)))
    return _found(connection, viewer, hearing, {one.spoken.claim: one.naming for one in mentions}, 0)


def _found(
    connection: Connection, viewer: Viewer, hearing: Hearing, naming: Mapping[int, str], elsewhere: int
) -> Found:
    return Found(hearing, read_utterances(connection, viewer, hearing, hearing.voices), naming, elsewhere)


def mentions_of(
    connection: Connection, viewer: Viewer, hearing: Hearing, sought: Sought | None
) -> list[Mention]:
    """The findings of the hearing's documents that speak of a proposal, of the newest documents if there are many."""
    if sought is None:
        return []
    named = [
        one for one in find_naming(connection, viewer, sought.query) if one.document in hearing.documents
    ]
    full = {one.passage: one.document for one in named if names_it(sought, one.words)}
    rows = set(full.values())
    newest = frozenset([row for row in hearing.documents if row in rows][-_MOST_DOCUMENTS:])
    spoken = find_spoken(connection, viewer, Hunt(documents=newest))
    return list(find_mentions(sought, full.keys(), find_sentences(connection, viewer, newest), spoken))


def voice_of(one: Spoken) -> Voice:
    """The finding as a voice on no concept."""
    return Voice(one.claim, one.document, None, one.act, one.owners, one.element, "found", one.confidence)


def placed_positions(
    found: Found, concepts: Iterable[str], states: States, vocabulary: Vocabulary
) -> tuple[Placed, ...]:
    """A position for every owner of every finding, the oldest first; without concepts they are on a proposal."""
    asked = tuple(concepts)
    threat = any(is_threat(one, {one: _element(one, vocabulary)}) for one in asked)
    every = tuple(_placed(found, states, threat=threat, proposal=not asked))
    leans = {
        one.position.actor: one.position
        for one in every
        if one.position.lean is not None and not _agreed_with(one.position, vocabulary)
    }
    return tuple(one._replace(position=_sharing(one.position, leans, vocabulary)) for one in every)


def _placed(found: Found, states: States, *, threat: bool, proposal: bool) -> Iterator[Placed]:
    for voice in found.hearing.voices:
        utterance = found.utterances.get(voice.claim)
        if utterance is None:
            continue
        naming = found.naming.get(voice.claim, "")
        taken = _taken(utterance, naming, threat=threat, proposal=proposal)
        for owner in utterance.owners:
            manner = manner_of(found.hearing.documents[voice.document], owner)
            kind = kind_of(owner, states)
            one = Position(owner, kind, taken.stance, taken.lean, manner, utterance, taken.why, naming)
            yield Placed(voice.claim, voice.document, one)


def _taken(utterance: Utterance, naming: str, *, threat: bool, proposal: bool) -> Taken:
    if utterance.act == "call" and naming in ("in short", "just before"):
        return Taken("mentions it", None)  # what else is asked for with it in mind
    taken = stance_of(utterance.act, utterance.confidence, threat=threat, proposal=proposal)
    return qualified(taken, utterance.act, utterance.sentence)


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


def _agreed_with(one: Position, vocabulary: Vocabulary) -> list[str]:
    """The codes of those whose position is shared in the sentence: named right after the words that say so."""
    if one.stance not in ("supports", "affirms it"):
        return []
    agrees = _AGREES.search(one.utterance.sentence)
    if agrees is None:
        return []
    codes = (
        vocabulary.get(target).code
        for target in one.utterance.targets
        if target.startswith("state.") and target in vocabulary.concepts
    )
    return [code for code in codes if code and code != one.actor]


def _sharing(one: Position, leans: Mapping[str, Position], vocabulary: Vocabulary) -> Position:
    for code in _agreed_with(one, vocabulary):
        other = leans.get(code)
        if other is not None and other.lean is not None:
            concept = vocabulary.by_code(code)
            stance: Stance = "objects" if other.lean < 0 else "supports"
            why = f"agrees with {concept.name if concept else code}, which {other.stance}"
            return replace(one, stance=stance, lean=other.lean, why=why)
    return one

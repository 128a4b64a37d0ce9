"""Proposals as others know them in; the findings of others that speak of each, and what they do with it, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sqlalchemy import Connection

from acquis.analysis.hearing import Hearing, manner_of, read_utterances
from acquis.analysis.proposals.bearing import bearing_of, stand_of
from acquis.analysis.proposals.known import BY, Known, query_by_name, query_by_owner
from acquis.grammar.tokens import tokenize
from acquis.model.claim import Act
from acquis.model.marking import Viewer
from acquis.model.proposal import Reaction, Standing
from acquis.model.utterance import Utterance
from acquis.store.mentions import find_at, find_mentions
from acquis.store.sequels import Passage, load_passages
from acquis.store.tables import ROOM
from acquis.store.voices import Heard, Voice
from acquis.vocabulary import Vocabulary
from acquis.vocabulary.lexicon import Lexicon, Mention

# Sentences that are looked at for each proposal: by its name, by its owners' names.
_BY_NAME, _BY_OWNER = 300, 100
# Sentences of a paragraph that may still speak of what one of it named: at all, and where they say "the line".
_FOLLOWING, _REACH = 3, 6
_FOLLOWS = "follows the sentence that names it"
# Of several findings in one sentence the one that says most of where its owner stands.
_ORDER: tuple[Act, ...] = (
    "objection",
    "support",
    "concern",
    "condemnation",
    "affirmation",
    "call",
    "commitment",
)
_PLAIN: tuple[Act, ...] = ("support", "objection")
_WITH_ANOTHER = re.compile(r"\b(?:agrees?|aligns?|associates?|concurs?)\b[\w\s]{0,30}\bwith\b", re.I)


class Spoken(NamedTuple):
    """A sentence that speaks of a proposal: why it is known, and the sentence that names it where that is before it.

    It is `close` where it is of the weeks of the proposal, or says whose it is: of others a doubt is about anything.
    """

    passage: Passage
    why: str
    naming: str | None
    close: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """What reactions are looked for in: the documents a viewer may see, and the names of actors."""

    viewer: Viewer
    documents: Mapping[int, Heard]
    vocabulary: Vocabulary
    actors: Lexicon


def find_standings(
    connection: Connection, ground: Ground, shown: Sequence[Known]
) -> list[tuple[Standing, ...]]:
    """For each proposal, the actors who speak of it, with their sentences."""
    spoken = [_spoken(connection, ground, one) for one in shown]
    passages = {one.passage.id for each in spoken for one in each}
    at: dict[int, list[tuple[int, Act]]] = {}
    for claim, passage, act in find_at(connection, ground.viewer, passages):
        at.setdefault(passage, []).append((claim, act))
    words = _read(connection, ground, at)
    return [
        _standings(known, ground, _reactions(known, each, at, words))
        for known, each in zip(shown, spoken, strict=True)
    ]


def _spoken(connection: Connection, ground: Ground, known: Known) -> list[Spoken]:
    """The sentences that name a proposal, and those after them in their paragraphs, each once."""
    queries = [(query_by_name(idea), _BY_NAME) for idea in known.names]
    by_owner = query_by_owner(known.owners, ground.vocabulary)
    queries += [(by_owner, _BY_OWNER)] if by_owner else []
    found = [
        at for query, most in queries for at in find_mentions(connection, ground.viewer, query, most=most)
    ]
    near = load_passages(connection, {at + on for at in found for on in range(_REACH + 1)})
    spoken: dict[int, Spoken] = {}
    for at in sorted(set(found)):
        heard = ground.documents.get(at // ROOM)
        why = known.reason(near[at].text, heard) if heard else None
        if heard is not None and why is not None and not _of_another(near[at].text, ground, known):
            close = known.near(heard) or known.theirs(near[at].text)
            spoken[at] = Spoken(near[at], why, None, close)
    for one in [one for one in spoken.values() if one.close]:
        for after in _following(one.passage, near, ground, known):
            spoken.setdefault(after.id, Spoken(after, _FOLLOWS, one.passage.text, close=True))
    return sorted(spoken.values(), key=lambda one: one.passage.id)


def _following(
    naming: Passage, near: Mapping[int, Passage], ground: Ground, known: Known
) -> Iterator[Passage]:
    """The next sentences of the paragraph: up to one that names another State all, after it what names its head."""
    mine = {f"state.{code}" for code in (*known.owners, *ground.documents[naming.id // ROOM].actors)}
    alone = True
    for on in range(1, _REACH + 1):
        after = near.get(naming.id + on)
        if after is None or after.address != naming.address or after.kind != naming.kind:
            return
        alone = alone and on <= _FOLLOWING and _states(after.text, ground.actors) <= mine
        if alone or known.head_in(after.text):
            yield after


def _states(text: str, actors: Lexicon) -> set[str]:
    return {one.concept_id for one in _mentions(text, actors) if one.concept_id.startswith("state.")}


def _of_another(text: str, ground: Ground, known: Known) -> bool:
    """Does a sentence say that somebody else proposed what it speaks of?"""
    places = {match.end() for match in BY.finditer(text)}
    if not places or known.theirs(text):
        return False
    named = (one for one in _mentions(text, ground.actors) if {one.start, one.start + len("the ")} & places)
    return any(ground.vocabulary.get(one.concept_id).code not in known.owners for one in named)


def _mentions(text: str, actors: Lexicon) -> list[Mention]:
    tokens = tokenize(text)
    return actors.find(text, tokens.words, tokens.starts, tokens.ends)


def _read(
    connection: Connection, ground: Ground, at: Mapping[int, list[tuple[int, Act]]]
) -> dict[int, Utterance]:
    """The words of all these findings, read once."""
    voices = tuple(
        Voice(claim, passage // ROOM, None, act, (), None, "found", 0.0)
        for passage, found in at.items()
        for claim, act in found
        if passage // ROOM in ground.documents
    )
    return read_utterances(connection, ground.viewer, Hearing(ground.documents, voices), voices)


def _reactions(
    known: Known,
    spoken: Iterable[Spoken],
    at: Mapping[int, list[tuple[int, Act]]],
    words: Mapping[int, Utterance],
) -> Iterator[tuple[int, Reaction]]:
    """What others say of it, one finding for each owner and sentence, with the row id of the document."""
    for one in spoken:
        seen: set[str] = set()
        here = [(act, words[claim]) for claim, act in at.get(one.passage.id, ()) if claim in words]
        for act, said in sorted(here, key=lambda each: _rank(each[0])):
            bearing = bearing_of(act, one.passage.text) if one.close or act in _PLAIN else None
            if bearing is None or not _others(said, known) - seen or _with_another(said, known):
                continue
            seen |= set(said.owners)
            yield one.passage.id // ROOM, Reaction(said, bearing, one.why, one.naming)


def _others(said: Utterance, known: Known) -> set[str]:
    """Who says it; nobody where those who proposed it do."""
    return set(said.owners) if set(said.owners).isdisjoint(known.owners) else set()


def _rank(act: Act) -> int:
    return _ORDER.index(act) if act in _ORDER else len(_ORDER)


def _with_another(said: Utterance, known: Known) -> bool:
    """Does it agree with somebody else, and not with who proposed it?"""
    if not _WITH_ANOTHER.search(said.sentence):
        return False
    named = {one.removeprefix("state.") for one in said.targets if one.startswith("state.")}
    return bool({*named, *said.addressees} - set(known.owners))


def _standings(
    known: Known, ground: Ground, reactions: Iterable[tuple[int, Reaction]]
) -> tuple[Standing, ...]:
    """The reactions by actor, in the order of their first days."""
    order = {row: number for number, row in enumerate(ground.documents)}
    by_actor: dict[str, list[tuple[int, Reaction]]] = {}
    for row, reaction in sorted(reactions, key=lambda one: order[one[0]]):
        for owner in reaction.said.owners:
            by_actor.setdefault(owner, []).append((row, reaction))
    return tuple(_standing(actor, ground, told) for actor, told in by_actor.items())


def _standing(actor: str, ground: Ground, told: Sequence[tuple[int, Reaction]]) -> Standing:
    last = told[-1][0]
    stand = stand_of(reaction.bearing for row, reaction in told if row == last)
    return Standing(actor, stand, manner_of(ground.documents[last], actor), tuple(one for _, one in told))

"""Proposals as others know them in; sentences of later drafts and agreed texts that may have taken them up, out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from sqlalchemy import Connection

from acquis.analysis.hearing import day_of
from acquis.analysis.proposals.known import Known, query_by_name, shares_name
from acquis.analysis.proposals.naming import terms_in
from acquis.analysis.proposals.proposing import Idea
from acquis.analysis.proposals.reactions import Ground
from acquis.analysis.searching.rarity import rarity
from acquis.analysis.searching.terms import plain_text, term_of
from acquis.grammar.words import plain_words
from acquis.model.marking import Marking
from acquis.model.proposal import Uptake
from acquis.store.mentions import Shared, find_mentions
from acquis.store.rows import title_of
from acquis.store.sentences import sentence_key
from acquis.store.sequels import Passage, load_passages
from acquis.store.tables import ROOM
from acquis.store.voices import Heard

# Texts that several write or that a chair sums up: a State's own words take nothing up for the others.
TAKING_UP = Shared(("agreed", "endorsed", "proposed", "chairs-summary"), ("report", "resolution"))
_LOOKED_AT, _SHOWN = 300, 3
# What a sentence has of the name counts so much, what it has of all that the proposal says the rest.
_NAME = 0.7
_TELLING = 3.0


class _Near(NamedTuple):
    """A later sentence with its likeness, and the sentence of the proposal it is most like."""

    score: float
    passage: Passage
    idea: Idea


def later_texts(known: Known, documents: Mapping[int, Heard]) -> frozenset[int]:
    """The texts that could have taken a proposal up: of these of several those of a day surely not before it."""
    first = known.first
    if first is None:
        return frozenset()
    day, own = first.isoformat(), {idea.words.voice.document for idea in known.ideas}
    return frozenset(
        row
        for row, heard in documents.items()
        if heard.earliest and heard.earliest >= day and row not in own and not _of_their_own(known, heard)
    )


def _of_their_own(known: Known, heard: Heard) -> bool:
    """Is it a text of those alone who proposed it, such as their working paper?"""
    return bool(heard.actors) and set(heard.actors) <= set(known.owners)


def find_uptakes(
    connection: Connection, ground: Ground, known: Known, keys: Mapping[int, str], later: frozenset[int]
) -> tuple[Uptake, ...]:
    """The sentences of later texts that are most like it, the likeliest first. `keys` are those of its findings."""
    near: dict[int, _Near] = {}
    if not later:
        return ()
    for idea in known.names:
        ids = find_mentions(connection, ground.viewer, query_by_name(idea), most=_LOOKED_AT, shared=TAKING_UP)
        for at, passage in load_passages(connection, [one for one in ids if one // ROOM in later]).items():
            score = likeness(idea, passage.text)
            if score and (at not in near or score > near[at].score):
                near[at] = _Near(score, passage, idea)
    best = sorted(near.values(), key=lambda one: (-one.score, one.passage.id))[:_SHOWN]
    return tuple(_uptake(one, ground.documents[one.passage.id // ROOM], keys) for one in best)


def likeness(idea: Idea, later: str) -> float:
    """How much of a proposal a later sentence has, 0 to 1: of its name, and of all its telling words."""
    found = shares_name(idea, later)
    if not found:
        return 0.0
    named = sum(idea.named.worth[term] for term in found) / idea.named.total
    worth = {term: rarity(term) for term in terms_in(idea.words.text) if rarity(term) >= _TELLING}
    terms = set(terms_in(later))
    whole = sum(value for term, value in worth.items() if term in terms) / (sum(worth.values()) or 1.0)
    return round(_NAME * named + (1 - _NAME) * whole, 2)


def shared_words(idea: Idea, later: str) -> tuple[str, ...]:
    """The words of a later sentence that the proposal has too, as they are printed there without case."""
    mine = {term for term in terms_in(idea.words.text) if rarity(term) >= _TELLING}
    return tuple(dict.fromkeys(word for word in plain_words(plain_text(later)) if term_of(word) in mine))


def _uptake(one: _Near, heard: Heard, keys: Mapping[int, str]) -> Uptake:
    sentence = " ".join(one.passage.text.split())
    return Uptake(
        key=sentence_key(heard.work, one.passage.text),
        of=keys.get(one.idea.words.voice.claim, ""),
        sentence=sentence,
        address=one.passage.address,
        document=heard.key,
        title=title_of(heard.title, heard.location),
        day=day_of(heard),
        text_status=heard.text_status,
        actors=heard.actors,
        marking=Marking(heard.marking),
        score=one.score,
        shared=shared_words(one.idea, one.passage.text),
        url=heard.url,
    )

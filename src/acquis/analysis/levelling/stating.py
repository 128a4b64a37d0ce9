"""Voices to needs, offers and steps: those that speak of capacity on ICTs, each with what it is about.

Words are read lean for all, and whole for those that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, NamedTuple

from sqlalchemy import Connection

from acquis.analysis.hearing import Hearing, manner_of
from acquis.analysis.levelling.capacity import (
    needs_capacity,
    offers_capacity,
    points_to_icts,
    promises_to_share,
    tells_of_a_step,
    tells_of_ict,
    tells_of_icts,
)  # fmt: skip
from acquis.analysis.levelling.subjects import subjects_of
from acquis.analysis.states import States, spelt
from acquis.model.claim import Act
from acquis.model.levelling import Stated
from acquis.model.utterance import Utterance
from acquis.store.voice_words import find_neighbours, find_openings, find_said
from acquis.store.voices import Voice
from acquis.vocabulary import Vocabulary

# What readers may take an offer for; of these only what says plainly that it shares is one.
ALSO: tuple[Act, ...] = ("commitment", "support", "call")
ACTS: tuple[Act, ...] = ("need", "offer", *ALSO, "report")
Role = Literal["need", "offer", "done"]
_GENERAL = frozenset(
    {"provision.framework", "provision.norms", "provision.cbm", "provision.cap.principles", "topic.capacity-building",
     "topic.next_meeting", "topic.un", "topic.international_security", "threat.malicious"}
)  # fmt: skip
_RECENT = 3  # times as many statements as are shown are gone through for their subjects
_KINDS = ("provision.", "threat.", "topic.")


class Spoken(NamedTuple):
    """One actor's need, offer or step, lean: the voice and the sentence."""

    role: Role
    owner: str
    voice: Voice
    text: str


@dataclass(frozen=True, slots=True)
class Listener:
    """What sentences are judged by: the hearing, the States and groups, the words of the vocabulary."""

    hearing: Hearing
    states: States
    vocabulary: Vocabulary

    def is_actor(self, owner: str) -> bool:
        """Is it a State or a group?"""
        return owner in self.states.by_code or owner in self.states.by_group

    def is_group(self, owner: str) -> bool:
        """Is it a group?"""
        return owner not in self.states.by_code


def find_spoken(connection: Connection, listener: Listener) -> list[Spoken]:
    """Every need, offer and step on ICTs, in the order of days, the same sentence of an actor once."""
    owners = _owners(listener)
    voices = [one for one in listener.hearing.voices if one.act in ACTS and owners(one)]
    texts = find_said(connection, (one.claim for one in voices))
    likely = [
        (role, one)
        for one in voices
        if (role := _role(one, texts[one.claim], owners(one), listener.vocabulary))
    ]
    strange = _strange(connection, listener, [one for role, one in likely if role != "done"], texts)
    found: dict[tuple[Role, str, str], Spoken] = {}
    for role, voice in likely:
        if voice.claim not in strange:
            for owner in owners(voice):
                plain = " ".join(texts[voice.claim].split())
                found[role, owner, plain] = Spoken(role, owner, voice, plain)
    return list(found.values())


def _owners(listener: Listener) -> Callable[[Voice], tuple[str, ...]]:
    """The States and groups that state it in their own text; what others tell of them is not theirs here."""
    known: dict[tuple[int, tuple[str, ...]], tuple[str, ...]] = {}

    def owners(voice: Voice) -> tuple[str, ...]:
        alike = (voice.document, voice.owners)
        if alike not in known:
            heard = listener.hearing.documents[voice.document]
            known[alike] = tuple(
                owner for owner in voice.owners
                if listener.is_actor(owner) and manner_of(heard, owner) != "told by another"
            )  # fmt: skip
        return known[alike]

    return owners


def _role(voice: Voice, text: str, owners: tuple[str, ...], vocabulary: Vocabulary) -> Role | None:
    if voice.act == "report":
        return "done" if tells_of_a_step(text) else None
    if voice.act == "need":
        actors = (vocabulary.by_code(owner) for owner in owners)
        return (
            "need" if any(needs_capacity(text, spelt(actor) if actor else None) for actor in actors) else None
        )
    shared = offers_capacity(text) if voice.act == "offer" else promises_to_share(text)
    return "offer" if shared else None


def _strange(
    connection: Connection, listener: Listener, voices: Iterable[Voice], texts: Mapping[int, str]
) -> set[int]:
    """The findings that are not about ICTs: by their words, their neighbours, or their whole document."""
    open_ones = [one for one in voices if not tells_of_ict(texts[one.claim])]
    beside = find_neighbours(connection, (one.claim for one in open_ones))
    rest = [one for one in open_ones if not points_to_icts(texts[one.claim], beside[one.claim])]
    openings = find_openings(connection, {one.document for one in rest})
    titles = {row: listener.hearing.documents[row].title for row in openings}
    on_icts = {row for row, said in openings.items() if tells_of_icts(titles[row], said)}
    return {one.claim for one in rest if one.document not in on_icts}


def latest(spoken: Sequence[Spoken], most: int) -> tuple[list[Spoken], int]:
    """Of one actor on the same subjects the last word, of the most recent; how many earlier ones are left out."""
    recent = spoken[-_RECENT * most :]
    last: dict[tuple[str, tuple[str, ...]], Spoken] = {}
    for one in recent:
        alike = (one.owner, subjects_of(one.text))
        last.pop(alike, None)
        last[alike] = one
    kept = list(last.values())[-most:]
    return kept, len(last) - len(kept) + len(spoken) - len(recent)


def stated(spoken: Sequence[Spoken], words: Mapping[int, Utterance], listener: Listener) -> Iterator[Stated]:
    """Needs or offers with their words, by actor and day."""
    for one in sorted(spoken, key=lambda one: one.owner):
        told = words[one.voice.claim]
        yield Stated(
            one.owner, listener.is_group(one.owner), all_subjects(one, told, listener.vocabulary), told,
            tuple(code for code in told.addressees if code not in told.owners and listener.is_actor(code)),
        )  # fmt: skip


def all_subjects(one: Spoken, told: Utterance, vocabulary: Vocabulary) -> tuple[str, ...]:
    """By its words, and by the provisions, threats and topics that it is linked to."""
    linked = (
        vocabulary.get(target).name for target in told.targets
        if target.startswith(_KINDS) and target not in _GENERAL and target in vocabulary.concepts.entries
    )  # fmt: skip
    return tuple(dict.fromkeys((*subjects_of(one.text), *linked)))

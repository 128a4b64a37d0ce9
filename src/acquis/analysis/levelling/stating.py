"""Voices to needs, offers and steps: those that speak of capacity on ICTs, each with what it is about.

Words are read lean for all, and whole for those that are shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Literal, NamedTuple

from sqlalchemy import Connection

from acquis.analysis.hearing import Hearing, manner_of
from acquis.analysis.levelling.capacity import (
    needs_capacity,
    offers_capacity,
    on_icts,
    promises_to_share,
    tells_plainly,
    tells_of_icts,
)  # fmt: skip
from acquis.analysis.levelling.subjects import subjects_of
from acquis.analysis.states import States, spelt
from acquis.model.claim import Act
from acquis.model.levelling import Stated
from acquis.model.utterance import Utterance
from acquis.store.voice_words import Said, find_openings, find_said
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
_KINDS = ("provision.", "threat.", "topic.")


class Spoken(NamedTuple):
    """One actor's need, offer or step, lean: the voice, the sentence, and its subjects by words."""

    role: Role
    owner: str
    voice: Voice
    text: str
    subjects: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Listener:
    """What sentences are judged by: the hearing, the States and groups, the words of the vocabulary."""

    hearing: Hearing
    states: States
    vocabulary: Vocabulary

    def owners(self, voice: Voice) -> list[str]:
        """The States and groups that state it in their own text; what others tell of them is not theirs here."""
        heard = self.hearing.documents[voice.document]
        return [
            owner for owner in voice.owners
            if (owner in self.states.by_code or owner in self.states.by_group)
            and manner_of(heard, owner) != "told by another"
        ]  # fmt: skip

    def is_group(self, owner: str) -> bool:
        """Is it a group?"""
        return owner not in self.states.by_code


def find_spoken(connection: Connection, listener: Listener) -> list[Spoken]:
    """Every need, offer and step on ICTs, in the order of days, the same sentence of an actor once."""
    voices = [one for one in listener.hearing.voices if one.act in ACTS and listener.owners(one)]
    texts = find_said(connection, (one.claim for one in voices))
    likely = [(one, role) for one in voices if (role := _role(one, texts[one.claim].text, listener))]
    beside = find_said(connection, (one.claim for one, role in likely if role != "done"), around=True)
    on_matter = _on_matter(connection, listener, [one for one, role in likely if role != "done"])
    found: dict[tuple[str, str, str], Spoken] = {}
    for voice, role in likely:
        text = texts[voice.claim].text
        if role == "done" or on_matter(voice, beside[voice.claim]):
            for owner in listener.owners(voice):
                plain = " ".join(text.split())
                found.setdefault((role, owner, plain), Spoken(role, owner, voice, plain, subjects_of(plain)))
    return list(found.values())


def _role(voice: Voice, text: str, listener: Listener) -> Role | None:
    if voice.act == "report":
        return "done" if tells_plainly(text) else None
    if voice.act == "need":
        return "need" if any(_needs(text, owner, listener) for owner in listener.owners(voice)) else None
    shared = offers_capacity(text) if voice.act == "offer" else promises_to_share(text)
    return "offer" if shared else None


def _needs(text: str, owner: str, listener: Listener) -> bool:
    actor = listener.vocabulary.by_code(owner)
    return needs_capacity(text, spelt(actor) if actor else None)


def _on_matter(
    connection: Connection, listener: Listener, voices: Iterable[Voice]
) -> Callable[[Voice, Said], bool]:
    """Whether a sentence is about ICTs, by itself, its neighbours or its whole document."""
    openings = find_openings(connection, {one.document for one in voices})

    @cache
    def all_of_it(document: int) -> bool:
        return tells_of_icts(listener.hearing.documents[document].title, openings.get(document, []))

    return lambda voice, said: on_icts(said, document=all_of_it(voice.document))


def latest(spoken: Iterable[Spoken], most: int) -> tuple[list[Spoken], int]:
    """Of one actor on the same subjects the last word; how many statements of the most recent are left out."""
    last: dict[tuple[str, tuple[str, ...]], Spoken] = {}
    for one in spoken:
        last.pop((one.owner, one.subjects), None)
        last[one.owner, one.subjects] = one
    kept = list(last.values())
    return kept[-most:], max(0, len(kept) - most)


def stated(spoken: Sequence[Spoken], words: Mapping[int, Utterance], listener: Listener) -> Iterator[Stated]:
    """Needs or offers with their words, by actor and day."""
    for one in sorted(spoken, key=lambda one: one.owner):
        told = words[one.voice.claim]
        yield Stated(
            one.owner, listener.is_group(one.owner), all_subjects(one, told, listener.vocabulary), told,
            tuple(code for code in told.addressees if code not in told.owners and _is_actor(code, listener)),
        )  # fmt: skip


def _is_actor(code: str, listener: Listener) -> bool:
    return code in listener.states.by_code or code in listener.states.by_group


def all_subjects(one: Spoken, told: Utterance, vocabulary: Vocabulary) -> tuple[str, ...]:
    """By its words, and by the provisions, threats and topics that it is linked to."""
    linked = (
        vocabulary.get(target).name for target in told.targets
        if target.startswith(_KINDS) and target not in _GENERAL and target in vocabulary.concepts.entries
    )  # fmt: skip
    return tuple(dict.fromkeys((*one.subjects, *linked)))

"""A proposal's sentences in; what it is known by in the texts of others, and whether a sentence names it, out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from acquis.analysis.proposals.naming import terms_in
from acquis.analysis.proposals.proposing import Idea
from acquis.grammar.query import And, Node, Or, Phrase, Word, join
from acquis.grammar.words import plain_words
from acquis.store.voices import Heard
from acquis.vocabulary import Vocabulary

# A sentence names it that has half of its name, or two neighbouring words of it, and these tell enough.
_HALF, _TELLING, _PAIR = 0.5, 8.0, 9.5
# A name that tells little counts in texts of the same days, or beside the name of who proposed it.
_WEAK = 14.0
_SESSION = 45  # days: papers go round before they are presented, and are spoken of for a session
_DEFINITE = frozenset(("the", "this", "that", "its", "their", "such"))
_THINGS = "proposal proposed suggestion suggested paper initiative idea circulated tabled".split()
_MOST_NAMES = 8
_NOUNS = r"(?:proposals?|suggestions?|ideas?|papers?|initiatives?|plans?|concepts?|concept notes?)"
_DONE = r"(?:proposed|suggested|put forward|circulated|tabled|offered|presented|submitted|announced)"


@dataclass(frozen=True, slots=True)
class Known:
    """A proposal as others know it. `alone` says that its owners have no other one of these days."""

    ideas: tuple[Idea, ...]
    heard: tuple[Heard, ...]
    owners: tuple[str, ...]
    alone: bool
    by_name: re.Pattern[str] | None

    @property
    def first(self) -> date | None:
        """The day it was first made on; None where no text that makes it has a date."""
        days = [day for one in self.heard if (day := _day(one.earliest))]
        return min(days, default=None)

    def near(self, heard: Heard) -> bool:
        """May a document be of the days on which it was made? One without a date may."""
        first, last = _day(heard.earliest), _day(heard.latest)
        if first is None or last is None:
            return True
        return any(
            (made := _day(one.earliest)) is None
            or (
                made.toordinal() - _SESSION <= last.toordinal()
                and first.toordinal() <= made.toordinal() + _SESSION
            )
            for one in self.heard
        )

    def before(self, heard: Heard) -> bool:
        """Is a document surely older than the session in which it was first made?"""
        last = _day(heard.latest)
        return bool(self.first and last and last.toordinal() < self.first.toordinal() - _SESSION)

    def reason(self, text: str, heard: Heard) -> str | None:
        """Why a sentence of a document names it, in words; None where it does not."""
        if self.before(heard):
            return None
        attributed = bool(self.by_name and self.by_name.search(text))
        shared = max((self._shared(idea, text) for idea in self.ideas), key=len)
        if shared and (self._strong or attributed or self.near(heard)):
            return f"names it: {' '.join(shared)}"
        if attributed and ((self.alone and self.near(heard)) or self._touches(text)):
            return "names what they proposed"
        return None

    def head_in(self, text: str) -> bool:
        """Does a sentence speak of "the line", where the proposal is a consultation line?"""
        words = plain_words(text)
        return any(
            word in _DEFINITE and terms_in(after) == (idea.named.head,)
            for word, after in pairwise(words)
            for idea in self.ideas
        )

    @property
    def _strong(self) -> bool:
        return any(idea.named.total >= _WEAK for idea in self.ideas)

    def _touches(self, text: str) -> bool:
        terms = set(terms_in(text))
        return any(not terms.isdisjoint(idea.named.worth) for idea in self.ideas)

    @staticmethod
    def _shared(idea: Idea, text: str) -> list[str]:
        """The words of its name that a sentence has, in the order of the name, where they are enough to name it."""
        found = shares_name(idea, text)
        return [word for word in idea.named.words if not found.isdisjoint(terms_in(word))] if found else []


def shares_name(idea: Idea, text: str) -> frozenset[str]:
    """The terms of the name that a sentence has, where they are enough to name the thing; else none."""
    worth, terms = idea.named.worth, terms_in(text)
    found = frozenset(terms) & worth.keys()
    told = sum(worth[term] for term in found)
    if len(found) >= 2 and told >= _TELLING and told >= _HALF * idea.named.total:
        return found
    neighbours = set(pairwise(terms_in(" ".join(idea.named.words)))) & set(pairwise(terms))
    if any(worth.get(one, 0.0) + worth.get(other, 0.0) >= _PAIR for one, other in neighbours):
        return found
    return frozenset()


def query_by_name(idea: Idea) -> Node:
    """What a sentence must have to be looked at: one of the two rarest words of the name beside another one of it."""
    words = list(dict.fromkeys(idea.named.words))
    rarest = sorted(words, key=lambda word: (-_worth(idea, word), word))[:2]
    pairs = {tuple(sorted((one, other))) for one in rarest for other in words if one != other}
    parts: list[Node] = [And((Word(one), Word(other))) for one, other in sorted(pairs)]
    return join(Or, parts) if parts else Word(words[0])


def _worth(idea: Idea, word: str) -> float:
    return sum(idea.named.worth.get(term, 0.0) for term in terms_in(word))


def query_by_owner(owners: Sequence[str], vocabulary: Vocabulary) -> Node | None:
    """Sentences that have a name of an owner beside a word for what is proposed."""
    names = [plain_words(name) for code in owners for name in names_of(code, vocabulary)]
    said: list[Node] = [
        Word(words[0]) if len(words) == 1 else Phrase(tuple(words)) for words in names if words
    ]
    return And((join(Or, said), Or(tuple(map(Word, _THINGS))))) if said else None


def names_of(code: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The names under which an actor is spoken of."""
    concept = vocabulary.by_code(code)
    if concept is None:
        return (code,)
    names = (concept.name, *(one.text for one in concept.names if not one.weak))
    return tuple(dict.fromkeys(names))[:_MOST_NAMES]


def attribution(owners: Sequence[str], vocabulary: Vocabulary) -> re.Pattern[str] | None:
    """How a text says that something is the proposal of these: "the paper of Cassena", "as proposed by Cassena"."""
    names = [re.escape(name) for code in owners for name in names_of(code, vocabulary)]
    if not names:
        return None
    name = f"(?:the )?(?:{'|'.join(names)})\\b"
    return re.compile(
        rf"\b{_NOUNS}\b[^.;]{{0,60}}?\b(?:of|by|from|made by)\s+{name}|\b{name}(?:['’]s?)?\s+(?:\w+\s+){{0,2}}{_NOUNS}\b|"
        rf"\b{_DONE} by {name}"
    )


def known_of(ideas: Sequence[Idea], documents: Mapping[int, Heard], vocabulary: Vocabulary) -> Known:
    """A proposal as others know it."""
    owners = tuple(dict.fromkeys(code for idea in ideas for code in idea.owners))
    heard = tuple(documents[idea.words.voice.document] for idea in ideas)
    return Known(tuple(ideas), heard, owners, False, attribution(owners, vocabulary))


def _day(words: str | None) -> date | None:
    """A day of a document as the store has it: some last days are of no month."""
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        return date.fromisoformat(f"{words[:8]}28") if re.fullmatch(r"\d{4}-\d\d-\d\d", words) else None

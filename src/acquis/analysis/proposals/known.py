"""A proposal's sentences in; what it is known by in the texts of others, and whether a sentence names it, out."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from itertools import pairwise

from acquis.analysis.proposals.naming import terms_in
from acquis.analysis.proposals.proposing import Idea
from acquis.grammar.query import And, Node, Or, Phrase, Word, join
from acquis.grammar.words import plain_words
from acquis.store.voices import Heard
from acquis.vocabulary import Vocabulary

# A sentence names it that has half of its name, or two neighbouring words of it, and these tell enough.
_HALF, _TELLING, _PAIR = 0.5, 8.0, 9.5
# Of a text of other weeks the whole name is asked for: so many terms, that tell so much.
_WHOLE, _WHOLE_TERMS = 14.0, 3
_WIDE = 62  # days that a document may be of, at most, to be of certain weeks
_MOST_OWNERS, _MOST_FORMS = 4, 3  # whose names, and how many different ones of the proposal, are looked for
_SESSION = 45  # days: papers go round before they are presented, and are spoken of for a session
_DEFINITE = frozenset(("the", "this", "that", "its", "their", "such"))
_THINGS = "proposal proposed suggestion suggested paper initiative idea circulated tabled".split()
_MOST_NAMES = 8
_NOUNS = r"(?:proposals?|suggestions?|ideas?|papers?|initiatives?|plans?|concepts?|concept notes?)"
_DONE = r"(?:proposed|suggested|put forward|circulated|tabled|offered|presented|submitted|announced)"
# What follows is who proposed it: "proposed by", "the paper of".
BY = re.compile(rf"\b(?:{_DONE} by|{_NOUNS} (?:of|by|from)) (?:the )?")


@dataclass(frozen=True, slots=True)
class Known:
    """A proposal as others know it. `names` are its ideas of different names, the first ones; `called` are the names of
    its owners; `alone` says that these have no other one of these days.
    """

    ideas: tuple[Idea, ...]
    names: tuple[Idea, ...]
    heard: tuple[Heard, ...]
    owners: tuple[str, ...]
    by_owner: re.Pattern[str] | None
    called: tuple[str, ...] = ()
    alone: bool = False

    @property
    def first(self) -> date | None:
        """The day it was first made on; None where no text that makes it has a date."""
        return min((day for one in self.heard if (day := _day(one.earliest))), default=None)

    def near(self, heard: Heard) -> bool:
        """May a document be of the weeks in which it was made? One without a date may; one of a year may not."""
        return any(_near(one, heard) for one in self.heard)

    def before(self, heard: Heard) -> bool:
        """Is a document surely older than the weeks in which it was first made?"""
        first, last = self.first, _day(heard.latest)
        return bool(first and last and (first - last).days > _SESSION)

    def reason(self, text: str, heard: Heard) -> str | None:
        """Why a sentence of a document names it, in words; None where it does not.

        A sentence of other weeks must have its whole name, or say whose proposal it speaks of.
        """
        if self.before(heard):
            return None
        theirs, near = self.theirs(text), self.near(heard)
        shared = max((shared_name(idea, text, whole=not (near or theirs)) for idea in self.names), key=len)
        if shared:
            return f"names it: {' '.join(shared)}"
        if theirs and ((self.alone and near) or self._touches(text)):
            return "names what they proposed"
        return None

    def theirs(self, text: str) -> bool:
        """Does a sentence say that it speaks of what these proposed?"""
        if self.by_owner is None or not any(name in text for name in self.called):
            return False
        return bool(self.by_owner.search(text))

    def head_in(self, text: str) -> bool:
        """Does a sentence speak of "the line", where the proposal is a consultation line?"""
        words = plain_words(text)
        return any(
            word in _DEFINITE and terms_in(after) == (idea.named.head,)
            for word, after in pairwise(words)
            for idea in self.names
        )

    def _touches(self, text: str) -> bool:
        terms = terms_in(text)
        return any(not idea.named.worth.keys().isdisjoint(terms) for idea in self.names)


def shared_name(idea: Idea, text: str, *, whole: bool = False) -> list[str]:
    """The words of the name that a sentence has, in the order of the name, where they are enough to name the thing.

    `whole` asks for the whole of a plain name that tells enough, in neighbouring words.
    """
    found = shares_name(idea, text)
    if not found or (whole and not _has_whole(idea, text)):
        return []
    return [word for word in idea.named.words if not found.isdisjoint(terms_in(word))]


def _has_whole(idea: Idea, text: str) -> bool:
    named = idea.named
    if not named.plain or named.total < _WHOLE or len(named.worth) < _WHOLE_TERMS:
        return False
    name, terms = list(terms_in(" ".join(named.words))), terms_in(text)
    return any(list(terms[at : at + len(name)]) == name for at in range(len(terms) - len(name) + 1))


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
    names = [plain_words(name) for code in owners[:_MOST_OWNERS] for name in names_of(code, vocabulary)]
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
    names = {frozenset(idea.named.worth): idea for idea in reversed(ideas)}
    heard = {row: documents[row] for row in (idea.words.voice.document for idea in ideas)}
    return Known(
        ideas=tuple(ideas),
        names=tuple(names.values())[::-1][:_MOST_FORMS],
        heard=tuple(heard.values()),
        owners=owners,
        by_owner=attribution(owners[:_MOST_OWNERS], vocabulary),
        called=tuple(name for code in owners[:_MOST_OWNERS] for name in names_of(code, vocabulary)),
    )


def _near(made: Heard, heard: Heard) -> bool:
    days = [_day(words) for words in (made.earliest, made.latest, heard.earliest, heard.latest)]
    if None in days:
        return True
    made_first, made_last, first, last = (day.toordinal() for day in days if day)
    if max(made_last - made_first, last - first) > _WIDE:
        return False
    return made_first - _SESSION <= last and first <= made_last + _SESSION


@lru_cache(maxsize=1 << 15)
def _day(words: str | None) -> date | None:
    """A day of a document as the store has it: some last days are of no month."""
    if not words:
        return None
    try:
        return date.fromisoformat(words)
    except ValueError:
        return date.fromisoformat(f"{words[:8]}28") if re.fullmatch(r"\d{4}-\d\d-\d\d", words) else None

"""A proposal in free words in; the findings that speak of it, also where they call it by half its name, out.

"The consultation line of Cassena" is spoken of in full ("a voluntary incident consultation line"); then, in the same
document, in short ("the line"); then not by name at all, in the sentences after ("we are in favour in principle").
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal, NamedTuple

from acquis.analysis.converging.stances import is_conditional
from acquis.analysis.searching.rarity import rarity
from acquis.analysis.searching.terms import plain_text, term_of
from acquis.grammar.query import And, Node, Or, Prefix, Word, join
from acquis.grammar.tokens import tokenize
from acquis.grammar.words import plain_words, stem
from acquis.store.spoken import Sentence, Spoken
from acquis.vocabulary.lexicon import Lexicon

Naming = Literal["in full", "in short", "just before"]
_FRAMES = frozenset(
    map(
        term_of,
        "proposal proposed idea suggestion initiative call concept establishment creation adoption".split(),
    )
)
_OF = frozenset("of for on by to in from with that which".split())
_ENOUGH = 0.7  # of what the words of the proposal are worth: one of three may be missing
_NEAR = 12  # words between the first and the last word of a name
_FOLLOWING = 3  # sentences after a name in which "it" may still mean it
_THIN = 3  # terms of a sentence that has no other subject
_MEANS_IT = re.compile(r"\b(?:it|them)\b", re.I)
_ANSWERS = frozenset({"support", "objection", "need"})


@dataclass(frozen=True, slots=True)
class Sought:
    """A proposal: its terms in order, the last word of its name, and the ids of the actors it is said to come from."""

    words: str
    terms: tuple[str, ...]
    head: str
    actors: frozenset[str]

    @property
    def query(self) -> Node:
        """What finds the sentences that may name it."""
        if len(self.terms) == 1:
            return Word(self.head)
        prefixes: list[Node] = [Prefix(term) for term in self.terms]
        if len(prefixes) < 3:
            return join(And, prefixes)
        pairs = [And((a, b)) for at, a in enumerate(prefixes[:4]) for b in prefixes[at + 1 : 4]]
        return Or(tuple(pairs))


class Mention(NamedTuple):
    """A finding that speaks of the proposal, and how."""

    spoken: Spoken
    naming: Naming


def read_sought(words: str, actors: Lexicon) -> Sought | None:
    """What is looked for; None where no word of it tells anything."""
    plain, named = _without_actors(plain_text(words), actors)
    told = plain_words(plain)
    terms = tuple(dict.fromkeys(term for term in map(term_of, told) if term and term not in _FRAMES))
    if not terms:
        return None
    return Sought(words, terms, _head(told), named)


def _without_actors(words: str, actors: Lexicon) -> tuple[str, frozenset[str]]:
    tokens = tokenize(words)
    mentions = actors.find(words, tokens.words, tokens.starts, tokens.ends)
    for one in sorted(mentions, key=lambda mention: -mention.start):
        words = f"{words[: one.start]} {words[one.end :]}"
    return words, frozenset(one.concept_id for one in mentions)


def _head(told: list[str]) -> str:
    """The last word of the name itself: "register" of "public register of recommendations"."""
    name: list[str] = []
    for word in told:
        term = term_of(word)
        if name and word in _OF:
            break
        if term and term not in _FRAMES:
            name.append(word)
    return name[-1] if name else ""


def find_mentions(
    sought: Sought, full: Collection[int], sentences: Iterable[Sentence], spoken: Iterable[Spoken]
) -> Iterator[Mention]:
    """The findings of these documents (both in the order of their texts) that speak of the proposal.

    `full` are the row ids of the sentences that name it in full (`names_it`).
    """
    short = _short_name(sought.head)
    claims: dict[int, list[Spoken]] = {}
    for one in spoken:
        claims.setdefault(one.passage, []).append(one)
    for _, some in groupby(sentences, key=lambda one: one.document):
        yield from _mentions_of_document(_Names(sought, short, full), list(some), claims)


def _short_name(head: str) -> re.Pattern[str]:
    """ "The line", "this new line", "a line of this kind"; of no word nothing."""
    word = re.escape(head) or r"(?!)"
    return re.compile(
        rf"\b(?:the|this|that|such an?|its|their|our)\s+(?:[\w-]+\s+)?{word}s?\b"
        rf"|\ban? {word} (?:of this kind|like this)\b",
        re.I,
    )


class _Names(NamedTuple):
    """By what a sentence is known to name the proposal."""

    sought: Sought
    short: re.Pattern[str]
    full: Collection[int]

    def naming(self, sentence: Sentence, *, known: bool) -> Naming | None:
        """How a sentence names it; a short name counts where the full one was said before."""
        if sentence.passage in self.full:
            return "in full"
        return "in short" if known and self.short.search(sentence.words) else None


def _mentions_of_document(
    names: _Names, sentences: list[Sentence], spoken: Mapping[int, list[Spoken]]
) -> Iterator[Mention]:
    known, since, address = False, _FOLLOWING, ""
    for sentence in sentences:
        claims, since = spoken.get(sentence.passage, []), since + 1
        naming = names.naming(sentence, known=known)
        if naming is not None:
            known, since, address = True, 0, sentence.address
            yield from (Mention(one, naming) for one in claims if _is_of_it(names, one, len(claims)))
        elif known and since <= _FOLLOWING and sentence.address == address:
            carried = [one for one in claims if _carries(one)]
            yield from (Mention(one, "just before") for one in carried)
            if not carried:
                since = _FOLLOWING  # another matter came between


def names_it(sought: Sought, words: str) -> bool:
    """Do the words hold the name, or nearly all of it, close together? Of one word alone, the word itself."""
    if len(sought.terms) == 1:
        return stem(sought.head) in map(stem, plain_words(words))
    told, (worth, needed) = _terms_told(words), _worth_of(sought.terms)
    places = [at for at, term in enumerate(told) if term in worth]
    for number, first in enumerate(places):
        near = {told[at] for at in places[number : number + 2 * len(worth)] if at - first < _NEAR}
        if sum(worth[term] for term in near) >= needed:
            return True
    return False


@lru_cache(maxsize=1 << 16)
def _terms_told(words: str) -> tuple[str, ...]:
    """The term of every word in order: one sentence is looked at for several proposals."""
    return tuple(map(term_of, plain_words(words)))


@lru_cache(maxsize=64)
def _worth_of(terms: tuple[str, ...]) -> tuple[dict[str, float], float]:
    """What each term of a name is worth, and how much of it a sentence must have."""
    worth = {term: rarity(term) or 0.1 for term in terms}
    return worth, sum(worth.values()) * (_ENOUGH if len(worth) > 2 else 1.0)


def _is_of_it(names: _Names, one: Spoken, of: int) -> bool:
    """Of several findings in the sentence, is this one of the proposal?"""
    if of == 1 or names_it(names.sought, one.clause) or names.short.search(one.clause):
        return True
    return one.act in _ANSWERS and bool(re.search(r"\bit\b", one.clause, re.I))


def _carries(one: Spoken) -> bool:
    if one.act not in _ANSWERS:
        return False
    terms = {term_of(word) for word in plain_words(one.sentence)} - {""}
    return len(terms) <= _THIN or bool(_MEANS_IT.search(one.clause)) or is_conditional(one.sentence)

"""A sentence that proposes something in; the name of the thing, and the terms it is known by again, out."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import lru_cache

from acquis.analysis.searching.rarity import rarity
from acquis.analysis.searching.terms import plain_text, term_of
from acquis.grammar.words import plain_words
from acquis.vocabulary import Vocabulary

_PROPOSES = re.compile(
    r"\b(?:propos(?:e|es|ed|ing)|suggest(?:s|ed|ing)?|recommend(?:s|ed)?|put(?:s|ting)? forward|submit(?:s|ted)?|"
    r"tabled?|advocate[sd]?|calls? for|would like to see|see merit in|invites?|requests?)\b[:\s]*",
    re.I,
)
_WORD = r"[^\W_][\w’'&./-]*"
# Where a name ends: what follows says what it is for, what it does, where and when.
_STOPS = frozenset(
    """
    that which who whom whose by for with to on in at under from between and or should shall will would can could may
    must be is are was were has have had as into so where when while if among through during before after including
    within against without using based than not it they we i you this these those them their own a an itself saying again once
    twice annexed each every
    """.split()
)
_SMALL = re.compile(r"(?<!\w)(?:an?|one|two|three|four|five|six)\s+", re.I)
_THAT = re.compile(r"^\W*(?:that\s+)?")
_THE = re.compile(r"^(?:the|our|its|their)\s+", re.I)
_NAMED = re.compile(r"(?:the\s+)?([A-Z][\w’'&-]*(?:\s+(?:of|for|on|and|the|to|in)\s+[A-Z][\w’'&-]*|\s+[A-Z][\w’'&-]*)+)")  # fmt: skip
_LEADS = re.compile(
    r"(?:to\s+)?(?:the\s+)?(?:establish(?:ment|ing)?|creat(?:e|ion|ing)|adopt(?:ion|ing)?|elaborat(?:e|ion|ing)|"
    r"launch(?:ing)?|negotiation|conven(?:e|ing)|holding|development|introduction|conclusion|formation|idea|adding|add)"
    r"\s+(?:of\s+)?",
    re.I,
)
_LONGEST = 7  # words in a name
_LEAST = 8.0  # the rarities of its terms, added up: two that are not everywhere
_FEWEST_TERMS = 2
_REACH = 400  # characters of a sentence in which the name is looked for
_TELLING = 4  # terms that a proposal without a name of its own is known by
_RARE = 3.0
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Named:
    """What is proposed: `name` in the words of the sentence, its `words` in order, and what each of its terms is worth.

    `head` is the last term of the name: "the line" of a consultation line. It is `plain` where the sentence gives the
    thing a name ("a consultation line"): a proper name is often of something that is there already, and other words
    only tell what it is about.
    """

    name: str
    words: tuple[str, ...]
    worth: dict[str, float]
    head: str
    plain: bool

    @property
    def total(self) -> float:
        """What all its terms are worth."""
        return sum(self.worth.values())

    def share(self, terms: Collection[str]) -> float:
        """How much of it stands in these terms, 0 to 1."""
        return sum([value for term, value in self.worth.items() if term in terms]) / self.total


def name_proposal(sentence: str, states: frozenset[str]) -> Named | None:
    """The name of what a sentence proposes; None where it has too few telling words. `states` are terms of names of
    States, which name nobody's proposal.
    """
    words = " ".join(plain_text(sentence).split())[:_REACH]
    after, begins = _after(words)
    for name, plain in _names(after, begins=begins):
        named = _named(name, states, plain=plain)
        if len(named.worth) >= _FEWEST_TERMS and named.total >= _LEAST:
            return named
    return _by_rarest(after, states)


def _after(words: str) -> tuple[str, bool]:
    """What follows the verb of proposing, and whether the thing itself begins it; a list item is the thing itself."""
    verb = _PROPOSES.search(words)
    rest = _THAT.sub("", words[verb.end() :] if verb else words)
    lead = _LEADS.match(rest)
    return (rest[lead.end() :], True) if lead else (rest, verb is None)


def _names(after: str, *, begins: bool) -> Iterator[tuple[str, bool]]:
    """What may be the name, the likeliest first, and whether it is plain: after "a"; in capitals; how it begins."""
    yield from ((_phrase(after[article.end() :]), True) for article in _SMALL.finditer(after))
    yield from ((match[1], False) for match in _NAMED.finditer(after))
    if begins:
        yield _phrase(_THE.sub("", after)), True


def _phrase(words: str) -> str:
    """The words up to a stop, at most so many."""
    kept: list[str] = []
    for match in re.finditer(rf"{_WORD}|[^\w\s]", words[:_REACH]):
        word = match.group()
        if not word[0].isalnum() or word.lower() in _STOPS or len(kept) == _LONGEST:
            break
        kept.append(word)
    while kept and kept[-1].lower() in ("of", "the"):
        kept.pop()
    return " ".join(kept).rstrip(".’'-/")


def _named(name: str, states: frozenset[str], *, plain: bool) -> Named:
    words = tuple(word for word in plain_words(name) if term_of(word))
    terms = [term_of(word) for word in words]
    worth = {term: rarity(term) for term in terms if term not in states and not term.isdigit()}
    head = next((term for term in reversed(_heads(name)) if term in worth), "")
    return Named(name, words, worth, head, plain)


def _heads(name: str) -> list[str]:
    """The terms before "of": the head of "register of recommendations" is the register."""
    return [term for word in plain_words(name.split(" of ", maxsplit=1)[0]) if (term := term_of(word))]


def _by_rarest(after: str, states: frozenset[str]) -> Named | None:
    """A proposal without a name: known by the rarest of its words."""
    words = [
        word for word in dict.fromkeys(plain_words(after)) if (term := term_of(word)) and not term.isdigit()
    ]
    telling = [word for word in words if rarity(term_of(word)) >= _RARE and term_of(word) not in states]
    best = set(sorted(telling, key=lambda word: (-rarity(term_of(word)), word))[:_TELLING])
    kept = tuple(word for word in words if word in best)
    worth = {term_of(word): rarity(term_of(word)) for word in kept}
    if len(worth) < _FEWEST_TERMS:
        return None
    return Named(_shortened(after), kept, worth, "", plain=False)


def _shortened(words: str) -> str:
    return words if len(words) <= _SHOWN else f"{words[:_SHOWN].rpartition(' ')[0]} …"


@lru_cache(maxsize=1 << 14)
def terms_in(text: str) -> tuple[str, ...]:
    """The terms of a sentence, in order."""
    return tuple(filter(None, map(term_of, plain_words(plain_text(text)))))


def state_terms(vocabulary: Vocabulary) -> frozenset[str]:
    """The terms of the names of States."""
    names = (
        name
        for one in vocabulary.of_kind("state")
        for name in (one.name, *(each.text for each in one.names), *one.adjectives)
    )
    return frozenset(term for name in names for term in map(term_of, plain_words(name)) if term)

"""An act and its words in; the stance it takes towards what it is about, and how far it leans, out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from acquis.grammar.query import Node, Or, Phrase
from acquis.model.claim import Act
from acquis.model.positions import Stance

# A finding that is less sure takes no side where a side would be news.
SURE = 0.5
FOR, ON_CONDITIONS, OPEN, AGAINST = 1.0, 0.5, 0.0, -1.0
_STANCES: Mapping[Act, Stance] = {
    "proposal": "proposes", "support": "supports", "commitment": "acts on it", "report": "acts on it",
    "offer": "acts on it", "call": "calls for it", "need": "calls for it", "affirmation": "affirms it",
    "concern": "is concerned", "condemnation": "is concerned", "objection": "objects", "exchange": "mentions it",
}  # fmt: skip
# What one speaks of on the way to a proposal is no yes to it.
_OF_PROPOSALS: Mapping[Act, Stance] = {
    **_STANCES, "report": "mentions it", "affirmation": "mentions it", "need": "mentions it",
    "condemnation": "objects",
}  # fmt: skip
_LEANS: Mapping[Stance, float | None] = {
    "proposes": FOR, "supports": FOR, "acts on it": FOR, "calls for it": FOR, "affirms it": FOR,
    "supports on conditions": ON_CONDITIONS, "keeps it open": OPEN, "objects": AGAINST, "is concerned": None,
    "mentions it": None,
}  # fmt: skip
_TAKING_SIDES: frozenset[Act] = frozenset({"objection", "support", "proposal", "condemnation"})
_CONDITIONAL: frozenset[Act] = frozenset(
    {"support", "affirmation", "commitment", "call", "need", "proposal", "offer"}
)
# Phrases as the index of words finds them; the pattern below reads the sentences that are shown.
_PHRASES = (
    "provided that", "providing that", "only if", "as long as", "so long as", "on the understanding", "on condition",
    "on the condition", "on three conditions", "on two conditions", "on certain conditions", "on one condition",
    "on the premise", "subject to", "conditional on", "conditional upon", "with the proviso",
)  # fmt: skip
_CONDITION = re.compile(
    r"\b(?:provid(?:ed|ing) (?:that|it|they|the)|only if|(?:as|so) long as|on the (?:clear )?understanding|"
    r"on (?:the )?condition(?: that)?|on (?:\w+ )?conditions|on the premise|"
    r"subject to (?:these|those|this|that|the|further|its|our|some|certain|clarif\w*|agreement)|"
    r"conditional (?:up)?on|with the proviso|if it is not used|if these points)\b",
    re.I,
)
_OPEN = re.compile(
    r"\b(?:keeps? an open mind|reserv(?:es?|ing) (?:its|our|their) positions?|"
    r"(?:is|are|remains?) (?:still )?(?:un)?decided|"
    r"not yet in a position to|remains? open to|(?:still )?(?:study|consider)ing (?:it|the proposal|this proposal))\b",
    re.I,
)
# To deny that two things clash is no objection to either.
_NO_CLASH = re.compile(
    r"\bnot (?:see|regard|view|consider)\b.{3,120}\b(?:rivals?|competing|competitors?|contradict\w+|incompatible|"
    r"mutually exclusive|alternatives?|substitutes?|at odds)\b",
    re.I | re.S,
)
# "The fund suggested by Gavria" is nobody's proposal but Gavria's.
_OF_ANOTHER = re.compile(r"\b(?:proposed|suggested|submitted|tabled|put forward|advanced) by\b", re.I)


class Taken(NamedTuple):
    """A stance, how far it leans, and the words that say why."""

    stance: Stance
    lean: float | None
    why: str = ""


def conditional_query() -> Node:
    """What finds the sentences that may lay down a condition."""
    return Or(tuple(Phrase(tuple(words.split())) for words in _PHRASES))


def open_query() -> Node:
    """What finds the sentences that may keep a matter open."""
    phrases = (
        "keeps an open mind", "keep an open mind", "reserves its position", "reserve our position",
        "reserves our position", "reserve its position", "not yet in a position",
    )  # fmt: skip
    return Or(tuple(Phrase(tuple(words.split())) for words in phrases))


def stance_of(act: Act, confidence: float, *, threat: bool = False, proposal: bool = False) -> Taken:
    """The stance of a finding by its act alone.

    Concern about a threat shares the view that it is one; what is objected to in the same breath as a threat is not
    told by the act, so that it takes no side.
    """
    if act in _TAKING_SIDES and confidence < SURE:
        return Taken("mentions it", None, "the act is not sure")
    stance = (_OF_PROPOSALS if proposal else _STANCES)[act]
    if threat:
        lean = FOR if act in ("concern", "condemnation") else None if stance == "objects" else _LEANS[stance]
        return Taken(stance, lean)
    return Taken(stance, _LEANS[stance])


def qualified(taken: Taken, act: Act, words: str) -> Taken:
    """The stance once its words are read: conditions, a mind kept open, the denial of a clash."""
    if act == "objection" and _NO_CLASH.search(words):
        return Taken("mentions it", None, "denies a clash")
    if act == "proposal" and _OF_ANOTHER.search(words):
        return Taken("mentions it", None, "proposed by another")
    if (opened := _OPEN.search(words)) is not None:
        return Taken("keeps it open", OPEN, opened.group())
    condition = _CONDITION.search(words) if act in _CONDITIONAL else None
    if condition is not None and (taken.lean is None or taken.lean > 0):
        return Taken("supports on conditions", ON_CONDITIONS, condition.group())
    return taken


def is_conditional(words: str) -> bool:
    """Do the words lay down a condition?"""
    return bool(_CONDITION.search(words))


def is_threat(concept: str, elements: Mapping[str, str | None]) -> bool:
    """Is the concept a threat, which one recognises rather than backs?"""
    return concept.startswith("threat.") or elements.get(concept) == "threats"


def lean_of(leans: Iterable[float]) -> float:
    """Of several in one document, the middle: what is for and against at once is near 0."""
    held = list(leans)
    return sum(held) / len(held)

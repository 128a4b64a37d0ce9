"""Findings with their words in; the things that one proposes and others answer by name, out.

A name is two words side by side ("voucher fund", "consultation line") in a proposal of one actor and in the support or
objection of two others, who speak in other documents. What the vocabulary has a name for is an issue already.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from acquis.analysis.converging.stances import SURE
from acquis.analysis.searching.rarity import rarity
from acquis.analysis.searching.terms import plain_text, term_of
from acquis.grammar.words import plain_words
from acquis.model.claim import Act
from acquis.model.concept import ConceptKind
from acquis.store.spoken import Spoken
from acquis.vocabulary import Vocabulary

ACTS: tuple[Act, ...] = ("proposal", "support", "objection")
MOST_FINDINGS = 5_000  # the newest are read
_MOST = 12
_ANSWERING = 2
_KINDS: tuple[ConceptKind, ...] = ("provision", "recommendation", "topic", "threat", "process", "instrument")
_RARE = 8.0  # what the two words are worth together
COMMON = frozenset(
    map(term_of, "propose proposal support supports oppose suggest suggestion welcome session states state group chair "
        "delegation statement report member members government international united nations new strongly next week "
        "day year years".split())
)  # fmt: skip


@dataclass(slots=True)
class _Heard:
    """Who proposes and who answers under a name, and the words as they stand."""

    proposing: set[str] = field(default_factory=set)
    answering: set[str] = field(default_factory=set)
    claims: set[int] = field(default_factory=set)
    words: str = ""


def recurring_proposals(spoken: Sequence[Spoken], vocabulary: Vocabulary) -> list[str]:
    """The names in findings on cyberspace, those that most answer first; of names that share a word, the one that more answer."""
    heard: dict[tuple[str, str], _Heard] = {}
    sure = [one for one in spoken if one.confidence >= SURE]
    _gather(heard, (one for one in sure if one.act == "proposal"), proposing=True)
    _gather(heard, (one for one in sure if one.act != "proposal"), proposing=False)
    known = _known_pairs(vocabulary)
    found = {
        pair: one for pair, one in heard.items()
        if one.proposing and len(one.answering - one.proposing) >= _ANSWERING and pair not in known
    }  # fmt: skip
    return _apart(found)


def _gather(heard: dict[tuple[str, str], _Heard], spoken: Iterable[Spoken], *, proposing: bool) -> None:
    """Proposals make names; answers only add to the names there are."""
    for one in spoken:
        words = plain_words(plain_text(one.clause))
        for first, second in pairwise(words):
            pair = (term_of(first), term_of(second))
            if not proposing and pair not in heard:
                continue
            if not _is_name(pair):
                continue
            entry = heard.setdefault(pair, _Heard())
            entry.words = entry.words or f"{first} {second}"
            (entry.proposing if proposing else entry.answering).update(one.owners)
            entry.claims.add(one.claim)


def _is_name(pair: tuple[str, str]) -> bool:
    first, second = pair
    if not first or not second or first in COMMON or second in COMMON or first.isdigit() or second.isdigit():
        return False
    return rarity(first) + rarity(second) >= _RARE


def _known_pairs(vocabulary: Vocabulary) -> frozenset[tuple[str, str]]:
    """Neighbours in the names of all that is an issue already."""
    named = (one for kind in _KINDS for one in vocabulary.of_kind(kind))
    words = (text for one in named for text in (one.name, *(name.text for name in one.names), *one.keywords))
    return frozenset(pair for text in words for pair in pairwise(map(term_of, plain_words(text))))


def _apart(found: Mapping[tuple[str, str], _Heard]) -> list[str]:
    order = sorted(found, key=lambda pair: (-len(found[pair].answering | found[pair].proposing), pair))
    kept: list[tuple[str, str]] = []
    for pair in order:
        near = (other for other in kept if set(pair) & set(other))
        if not any(
            len(found[pair].claims & found[other].claims) * 2 > len(found[pair].claims) for other in near
        ):
            kept.append(pair)
    return [found[pair].words for pair in kept[:_MOST]]

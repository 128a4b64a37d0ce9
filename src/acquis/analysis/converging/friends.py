"""Findings with their words in; pairs of sentences with the same key words and perhaps another meaning, out.

Two actors use the same rare words side by side, or name the same concept, neither against it, and set them in frames
that exclude each other (`frames.py`). Nobody but a person can say whether they mean the same: each pair is proposed
with its reasons, and what a person says of it stays.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import NamedTuple

from acquis.analysis.converging.frames import DISTANCE, Clash, Framing, clashes, read_frames
from acquis.analysis.converging.recurring import COMMON
from acquis.analysis.searching.rarity import RAREST, rarity
from acquis.analysis.searching.terms import plain_text, term_of
from acquis.grammar.words import plain_words
from acquis.model.claim import Act
from acquis.store.spoken import Spoken

ACTS: tuple[Act, ...] = ("proposal", "support", "affirmation", "call", "commitment", "concern", "objection")
MOST_FINDINGS = 20_000  # the newest are read
_AGAINST: frozenset[Act] = frozenset({"objection"})
_RARE = 8.0  # what two neighbours are worth together
_OF_A_KEY = 3  # pairs of one key that are proposed
_SOON = 60  # characters after the words of distance
_LEAST = 0.3  # below that nothing is proposed
_BY_KEY = 24  # sentences of one key that are compared, those in the most frames first


@dataclass(frozen=True, slots=True)
class Used:
    """One use of key words: the finding, its owner, the key as it is printed, and the frames of the sentence."""

    spoken: Spoken
    owner: str
    shown: str
    framing: Framing
    place: tuple[str, str]

    @classmethod
    def told(cls, spoken: Spoken) -> Used:
        """A use that a person pointed to, whatever its words."""
        return cls(spoken, spoken.owners[0] if spoken.owners else "", "", Framing({}), ("", spoken.sentence))


class Candidate(NamedTuple):
    """Two uses that may be false friends, what they share, why, and how much speaks for it."""

    one: Used
    other: Used
    shared: str
    reasons: tuple[str, ...]
    score: float


def find_candidates(
    spoken: Iterable[Spoken],
    concepts: Mapping[int, Sequence[str]],
    names: Mapping[str, str],
    own: Mapping[int, str],
) -> list[Candidate]:
    """Pairs, those that most speaks for first; a sentence stands in one pair of a key at most.

    `concepts` are the ids that findings (row ids) name, `names` what these are called, `own` the key of the document by
    its row, to order by what does not depend on rows.
    """
    framed = [(one, read_frames(one.sentence)) for one in spoken if one.owners]
    # A plain use is half of a pair only where another holds the same words at arm's length.
    distant = {
        key
        for one, framing in framed
        if framing.distant
        for key, _ in _keys(one, concepts.get(one.claim, ()), names)
    }
    keys: dict[object, list[Used]] = {}
    for one, framing in framed:
        if not framing.any and not distant:
            continue
        place = (own.get(one.document, ""), one.sentence)
        for key, shown in _keys(one, concepts.get(one.claim, ()), names):
            if framing.any or key in distant:
                keys.setdefault(key, []).append(Used(one, one.owners[0], shown, framing, place))
    found = [pair for key in sorted(keys, key=repr) for pair in _pairs(key, keys[key])]
    return _distinct(sorted(found, key=lambda one: (-one.score, one.one.place, one.other.place)))


def _keys(one: Spoken, concepts: Sequence[str], names: Mapping[str, str]) -> Iterator[tuple[object, str]]:
    """The concepts, and the rare neighbours among the words, of a sentence."""
    for concept in concepts:
        if concept in names:
            yield concept, names[concept]
    words = plain_words(plain_text(one.sentence))
    for first, second in pairwise(words):
        pair = term_of(first), term_of(second)
        if all(pair) and not any(map(str.isdigit, pair)) and not set(pair) & COMMON and _worth(pair) >= _RARE:
            yield pair, f"{first} {second}"


def _worth(pair: Iterable[str]) -> float:
    return sum(map(rarity, pair))


def _pairs(key: object, uses: Sequence[Used]) -> list[Candidate]:
    if len({one.owner for one in uses}) < 2:
        return []
    most = sorted(uses, key=lambda one: (-len(one.framing.words), one.place))[:_BY_KEY]
    found = [
        pair for one, other in combinations(most, 2) if (pair := _candidate(key, one, other)) is not None
    ]
    return sorted(found, key=lambda one: (-one.score, one.one.place, one.other.place))[:_OF_A_KEY]


def _candidate(key: object, one: Used, other: Used) -> Candidate | None:
    if one.owner == other.owner or set(one.spoken.owners) & set(other.spoken.owners):
        return None
    if one.spoken.act in _AGAINST and other.spoken.act in _AGAINST:
        return None
    first, second = (one, other) if one.place <= other.place else (other, one)
    apart = [clash for clash in clashes(first.framing, second.framing) if _is_of(clash, first, second, key)]
    openly = first.spoken.act in _AGAINST or second.spoken.act in _AGAINST
    if not apart or openly:
        return None  # who objects in so many words is no false friend, but plainly of another mind
    rare = min(1.0, _worth(key) / (2 * RAREST)) if isinstance(key, tuple) else 0.8
    score = rare * min(1.0, 0.6 * max(clash.weight for clash in apart) + 0.2 * len(apart))
    if score < _LEAST:
        return None
    return Candidate(
        first, second, first.shown, tuple(_reason(first, second, clash) for clash in apart), score
    )


def _is_of(clash: Clash, one: Used, other: Used, key: object) -> bool:
    """Is it these words that are held at arm's length: do they, or words of the other sentence, follow soon?"""
    if DISTANCE.name not in (clash.one, clash.other):
        return True
    used, words = (one, clash.one_words) if clash.one == DISTANCE.name else (other, clash.other_words)
    after = " ".join(plain_words(used.spoken.sentence.partition(words)[2][:_SOON]))
    if isinstance(key, tuple):
        return used.shown in after
    plain = other if used is one else one
    shared = {term_of(word) for word in after.split()} & {
        term_of(word) for word in plain_words(plain.spoken.sentence)
    }
    return _worth(shared - {""}) >= _RARE


def _reason(one: Used, other: Used, clash: Clash) -> str:
    mine = f"{one.owner}: {clash.one}" + (f" («{clash.one_words}»)" if clash.one_words else "")
    theirs = f"{other.owner}: {clash.other}" + (f" («{clash.other_words}»)" if clash.other_words else "")
    return f"{mine}; {theirs}"


def _distinct(found: Iterable[Candidate]) -> list[Candidate]:
    """Two sentences make one pair, under the key that most speaks for."""
    seen: set[frozenset[tuple[str, str]]] = set()
    kept = []
    for one in found:
        places = frozenset((one.one.place, one.other.place))
        if places not in seen:
            seen.add(places)
            kept.append(one)
    return kept

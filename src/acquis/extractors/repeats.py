"""What is said twice is one claim with two places: a lead and the body, a summary and its detail."""

from __future__ import annotations

from dataclasses import replace

from acquis.grammar.tokens import Tokens
from acquis.model.claim import Claim, Place

_ALIKE = 0.75
_FEWEST_WORDS = 6
_LOOK_BACK = 400

_Row = tuple[int, frozenset[str]]


def join_repeats(claims: list[Claim], tokens: Tokens) -> tuple[Claim, ...]:
    """The claims with near-repeats of the same act and owners joined to the first."""
    kept: list[Claim] = []
    also: dict[int, list[Place]] = {}
    by_key: dict[tuple[str, tuple[str, ...]], list[_Row]] = {}
    for claim in claims:
        first, last = tokens.within(claim.evidence.start, claim.evidence.end)
        words = frozenset(tokens.words[first:last])
        rows = by_key.setdefault((claim.act, claim.owners), [])
        twin = _twin(words, rows)
        if twin is None:
            rows.append((len(kept), words))
            kept.append(claim)
        else:
            also.setdefault(twin, []).append(claim.place)
    for at, places in also.items():
        kept[at] = replace(kept[at], also=tuple(places))
    return tuple(kept)


def _twin(words: frozenset[str], rows: list[_Row]) -> int | None:
    """The first of the last rows that shares three quarters of all words; of other lengths none can."""
    count = len(words)
    if count < _FEWEST_WORDS:
        return None
    fewest, most = max(_FEWEST_WORDS, count * _ALIKE), count / _ALIKE
    for at, other in rows[-_LOOK_BACK:]:
        if fewest <= len(other) <= most:
            shared = len(words & other)
            if shared >= _ALIKE * (count + len(other) - shared):
                return at
    return None

"""What is said twice is one claim with two places: a lead and the body, a summary and its detail."""

from __future__ import annotations

import re
from dataclasses import replace

from acquis.model.claim import Claim

_WORD = re.compile(r"[^\W_]+")
_ALIKE = 0.75
_FEWEST_WORDS = 6


def join_repeats(claims: list[Claim]) -> tuple[Claim, ...]:
    """The claims with near-repeats of the same act and owners joined to the first."""
    kept: list[Claim] = []
    by_key: dict[tuple[str, tuple[str, ...]], list[tuple[int, frozenset[str]]]] = {}
    for claim in claims:
        words = frozenset(word.lower() for word in _WORD.findall(claim.evidence.quote))
        rows = by_key.setdefault((claim.act, claim.owners), [])
        twin = next((at for at, other in rows[-400:] if _alike(words, other)), None)
        if twin is None:
            rows.append((len(kept), words))
            kept.append(claim)
        else:
            kept[twin] = replace(kept[twin], also=(*kept[twin].also, claim.place))
    return tuple(kept)


def _alike(words: frozenset[str], other: frozenset[str]) -> bool:
    if min(len(words), len(other)) < _FEWEST_WORDS or len(words) > 2 * len(other) or len(other) > 2 * len(words):
        return False
    return len(words & other) >= _ALIKE * len(words | other)

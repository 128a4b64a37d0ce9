"""The sentence of a promise in; its terms with their weights out: what is promised counts most, what for, less."""

from __future__ import annotations

import re
import unicodedata

from acquis.analysis.searching.terms import plain_text, terms_of

_VERB = re.compile(
    r"\b(?:(?:have |has |had )?(?:agreed?|decided?|committed?|pledged?|intends?|plans?|planned|looks? forward|"
    r"looking forward|determined)\s+(?:to|that)|will(?: also| continue to| soon| further| then)?|shall|is to|are to|"
    r"going to|'ll)\s+",
    re.I,
)
_CLAUSE = re.compile(r"\b(?:to|that|which|who|including|in order|so that|by|through|as part|for)\b")
_LEAD_IN = re.compile(r"\s*([^:.]{4,80}):")
_WORD = re.compile(r"[^\W_]+")
_NEAR = 12  # characters after the verb in which no new clause begins
_BEFORE, _CAPITAL = 0.35, 0.3
_BY_CLAUSE = (1.0, 0.75, 0.5)


def weigh_promise(sentence: str) -> dict[str, float]:
    """Each term of a promise with its weight: its place in the sentence, not yet its rarity."""
    words = unicodedata.normalize("NFC", plain_text(sentence))
    start = _begin(words)
    clauses = [match.start() for match in _CLAUSE.finditer(words, start + _NEAR)]
    weights: dict[str, float] = {}
    for match in _WORD.finditer(words):
        for term in terms_of(match.group()):
            weight = (
                _BEFORE
                if match.start() < start
                else _BY_CLAUSE[min(2, sum(c <= match.start() for c in clauses))]
            )
            if match.start() and match.group()[0].isupper():
                weight += _CAPITAL
            weights[term] = max(weights.get(term, 0.0), weight)
    return weights


def _begin(words: str) -> int:
    """Where what is promised begins: after the verb of promising, or at a lead-in that names it."""
    verb, lead = _VERB.search(words), _LEAD_IN.match(words)
    if verb is None or (lead is not None and lead.end() < verb.start()):
        return 0
    return verb.end()

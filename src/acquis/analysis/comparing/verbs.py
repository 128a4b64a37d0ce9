"""A finding in, the verb that carries it out: "agreed to hold", "will take place", "takes note of"."""

from __future__ import annotations

from acquis.extractors.action_verbs import FORMS
from acquis.extractors.cues import CueHit, find_cues
from acquis.grammar.tokens import Tokens, tokenize
from acquis.model.claim import Claim

_OPEN = frozenset("to will shall would should must may can could might not also jointly".split())
_CHAIN = 5  # words after the cue among which the verb that is promised stands
_READ = 1_500
# What follows a verb that is more than the verb alone.
_PARTICLES = frozenset("place note on upon of".split())


def carrying_verb(claim: Claim, words: str) -> str:
    """The words of the cue that shows the act, with the verb that is promised or asked for; "" where none is seen."""
    tokens = tokenize(words[:_READ])
    hits = find_cues(tokens.words, 0, len(tokens.words))
    hit = _showing(claim, hits)
    if hit is None:
        return ""
    last = _with_verb(tokens, hit.last)
    return " ".join(tokens.text[tokens.starts[hit.first] : tokens.ends[last]].split())


def same_verb(a: str, b: str) -> bool:
    """Do two verbs differ in form only ("agrees to hold", "agreed to hold")?"""
    return [_lemma(word) for word in a.lower().split()] == [_lemma(word) for word in b.lower().split()]


def _showing(claim: Claim, hits: list[CueHit]) -> CueHit | None:
    """The cue that the rule names, else the first of the act."""
    name = claim.rule.partition(".")[2]
    fitting = [hit for hit in hits if hit.cue.act == claim.act]
    return next((hit for hit in fitting if hit.cue.name == name), next(iter(fitting), None))


def _with_verb(tokens: Tokens, last: int) -> int:
    """The last token of the cue with the verb under it."""
    end = last
    if tokens.words[last] in _OPEN:
        reach = range(last + 1, min(last + 1 + _CHAIN, len(tokens.words)))
        end = next((at for at in reach if tokens.words[at] in FORMS), last)
    following = tokens.words[end + 1] if end + 1 < len(tokens.words) else ""
    return end + 1 if following in _PARTICLES and end > last else end


def _lemma(word: str) -> str:
    return FORMS[word].lemma if word in FORMS else word.rstrip("s")

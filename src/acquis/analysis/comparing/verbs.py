"""A finding in, the verb that carries it out: "agreed to hold", "will take place", "takes note of"."""

from __future__ import annotations

import re

from acquis.analysis.comparing.wording import COMMON
from acquis.extractors.action_verbs import FORMS
from acquis.extractors.cue_table import CUES
from acquis.extractors.cues import CueHit, find_cues, verb_forms
from acquis.grammar.tokens import tokenize
from acquis.model.claim import Claim

_OPEN = frozenset("to will shall would should must may can could might".split())
_PASSED = frozenset("to also jointly together further now today therefore thus then not both all".split())
_DETERMINERS = frozenset("the a an all its our their other for this that".split())
_WHEN = frozenset("where when if whenever wherever only".split())
_CHAIN, _LINKS = 5, 3  # words from one verb to the next, verbs in a chain
_VERBS = (
    frozenset(FORMS)
    | _OPEN
    | frozenset(form for verb in re.findall(r"([a-z]+)~", CUES) for form in verb_forms(verb))
)
_READ = 1_500
# What follows a verb that is more than the verb alone.
_PARTICLES = frozenset("place note on upon of".split())


def carrying_verb(claim: Claim, words: str) -> str:
    """The words of the cue that shows the act, with the verb that is promised or asked for; "" where none is seen."""
    tokens = tokenize(words[:_READ])
    hits = find_cues(tokens.words, 0, len(tokens.words))
    hit = _showing(claim, hits, tokens.words)
    if hit is None:
        return ""
    last = _with_verb(tokens.words, hit.last)
    while last > hit.first and tokens.words[last] in _DETERMINERS:
        last -= 1
    return " ".join(tokens.text[tokens.starts[hit.first] : tokens.ends[last]].split())


def same_verb(a: str, b: str) -> bool:
    """Do two verbs differ in form, or in a word like "also", only ("agrees to hold", "agreed to hold")?"""
    return _lemmas(a) == _lemmas(b)


def _showing(claim: Claim, hits: list[CueHit], words: list[str]) -> CueHit | None:
    """The cue that the rule names, else the first of the act, else the first of any; one that has a verb."""
    name = claim.rule.partition(".")[2]
    verbal = [hit for hit in hits if any(word in _VERBS for word in words[hit.first : hit.last + 1])]
    own = [hit for hit in verbal if hit.cue.act == claim.act]
    named = [hit for hit in own if hit.cue.name == name]
    return next(iter(named or own or verbal), None)


def _with_verb(words: list[str], last: int) -> int:
    """The last token of the cue with the verb under it: "will" with "continue to support"."""
    end = last
    for _ in range(_LINKS):
        if words[end] not in _OPEN and (end == last or words[end + 1 : end + 2] != ["to"]):
            break
        following = _next_verb(words, end)
        if following is None:
            break
        end = following
    after = words[end + 1] if end + 1 < len(words) else ""
    return end + 1 if after in _PARTICLES and end > last else end


def _next_verb(words: list[str], at: int) -> int | None:
    """The verb under an auxiliary: a known one near by ("should, where possible, take"), else the very next word."""
    reach = range(at + 1, min(at + 1 + _CHAIN, len(words)))
    near = [place for place in reach if words[place] not in _PASSED]
    known = next((place for place in near if words[place] in FORMS), None)
    if known is not None:
        return known
    return near[0] if near and words[near[0]] not in COMMON and words[near[0]] not in _WHEN else None


def _lemmas(verb: str) -> list[str]:
    words = [word for word in verb.lower().split() if word not in _PASSED]
    return [FORMS[word].lemma if word in FORMS else word.rstrip("s") for word in words]

"""At whom a sentence of blame is aimed: the State that is said to have acted, not the one that suffered.

In: a sentence and the States it names. Out: those of them that the words blame, oppose or call on.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from acquis.analysis.states import spelt, states_of
from acquis.model.concept import Concept

_LONG = 1_500  # characters of a sentence that are looked at
# What stands before the name of a State that is said to act, or is called on.
_ACTOR_BEFORE = re.compile(
    r"\b(?:by|from|attribut\w+ to|responsibility (?:of|lies with)|call(?:s|ed|ing)? (?:up)?on|urg(?:e|es|ed|ing)|"
    r"(?:proposals?|position|conduct|actions?|behaviou?r|activities|(?:cyber-?)?(?:operations?|attacks?)|campaigns?|actors?|use) (?:of|by|"
    r"from)|condemn(?:s|ed|ing)?|blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing))\s+(?:the\s+)?"
    r"(?:(?:authorities|government|intelligence services|(?:state-sponsored )?actors) (?:of|in) (?:the )?)?$",
    re.I,
)
# What stands after it: conduct of its own.
_CONDUCT = (
    r"(?:malicious|irresponsible|illegal|unlawful|hostile|state-sponsored|cyber\w*|military|intelligence|ongoing|"
    r"reckless|destructive|aggressive|persistent|continued|proposed)"
)
_ACTS = re.compile(
    rf"^\s+(?:{_CONDUCT}[\s,-]+(?:and\s+)?){{0,4}}(?:attack|campaign|operation|activit|aggression|conduct|behaviou?r|"
    r"actor|hacker|interference|use\b|misuse|refus|fail|denial|invasion|war\b|efforts?\b|practices?\b|unwillingness|threats?\b|theft|proposal|draft|initiative|disinformation|"
    r"intrusion|violation|actions?\b|cyber-?\s?(?:attack|operation|espionage))\w*",
    re.I,
)
_HAS_ACTED = re.compile(
    r"^\s*,?\s*(?:has|have|had|continues?|must|should)\s+(?:\w+\s+){0,3}?(?:conduct|carri|attack|violat|use|fail|refus|"
    r"interfer|target|hack|stop|cease|refrain|launch|misus|disrupt|undermin|destabili)\w*",
    re.I,
)
_POSSESSIVE = re.compile(r"^'s?(?=\s)")
_AROUND = 80


def blamed(sentence: str, states: Iterable[str], files: tuple[Path, ...]) -> frozenset[str]:
    """The States among those named that the sentence is aimed at. What only suffers, or only stands near, is not."""
    words = sentence[:_LONG].replace("’", "'")
    return frozenset(code for code in states if _is_blamed(words, code, files))


def _is_blamed(words: str, code: str, files: tuple[Path, ...]) -> bool:
    concept = states_of(files).by_code.get(code)
    if concept is None:
        return False
    return any(_acts(words, match, concept) for match in spelt(concept).finditer(words))


def _acts(words: str, match: re.Match[str], concept: Concept) -> bool:
    """Does the State that is named here do what is blamed?"""
    before = words[max(0, match.start() - _AROUND) : match.start()]
    after = words[match.end() : match.end() + _AROUND]
    if _ACTOR_BEFORE.search(before) or _HAS_ACTED.match(after):
        return True
    # "Kaldeen's attacks" and "Kaldeeni attacks" are of Kaldeen; a "Kaldeen attack" may be one on it.
    owning = _POSSESSIVE.match(after)
    own = match.group() in concept.adjectives or owning
    return bool(own and _ACTS.match(after[owning.end() :] if owning else after))

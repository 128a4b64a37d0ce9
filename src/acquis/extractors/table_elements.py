"""Elements that only the setting tells: at a cyber dialogue, "the next round" is one of its own rounds.

In: the head of a document; a passage of one that tells of a standing cyber dialogue. Out: elements by place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from acquis.model.claim import Act, Element

_ROUND = r"(?:dialogues?|consultations?|talks|working (?:group|party)|rounds?|meetings?|editions?)"
_TABLE = re.compile(
    r"\b(?:cyber[\w-]*|ICTs?|information security)\b(?:[\s/–-]+[\w’'.&-]+){0,5}?[\s–-]+(?:dialogues?|consultations|talks|"
    r"working (?:group|party))\b|"
    r"\b(?:dialogues?|consultations|talks|working (?:group|party)(?: meeting)?)\s+(?:on|to|for)\s+(?:[\w’'.&-]+\s+){0,5}?"
    r"(?:cyber[\w-]*|ICTs?)\b",
    re.I,
)
_HELD = re.compile(
    rf"\b(?:held|hold|holding|met|meet|convened?|convening|host(?:ed|ing)?|resumed?|continu(?:e|ed|ing)|took place|"
    rf"take place|launched|established)\b[^.;]{{0,240}}?\b{_ROUND}\b|"
    rf"(?<!before the )(?<!ahead of the )\b(?:next|another|future|third|second|regular) (?:[\w’'.–-]+ ){{0,6}}?{_ROUND}\b|"
    rf"^(?:The|This|These|Our) (?:[\w’'.–-]+ ){{0,4}}?(?:dialogues?|consultations?|talks|meeting|round)\b",
    re.I,
)
_OTHER_ROUND = re.compile(
    r"\b(?:briefed|spoke|discussed|exchanged|deliberated|covered|focus\w*|addressed|welcomed|noted|stressed)\b",
    re.I,
)
_LANDSCAPE = re.compile(
    r"\b(?:threat (?:landscape|situation|environment|picture|assessments?|perceptions?|actors?|trends?)|"
    r"threats? (?:to|in|from|posed)|(?:malicious|illegal|illicit|hostile|malign) (?:cyber|ICT)[\w -]{0,20}activit\w+|"
    r"ransomware attacks?|malware|cyber ?attacks?)\b",
    re.I,
)
_OTHER_WORRY = re.compile(
    r"\b(?:participation|negotiat\w+|mandate|modalit\w+|draft|consensus|multistakeholder|multi-stakeholder|divide|gaps?|"
    r"capacity|resources|frauds?|scams?|human rights|trade|maritime|standards)\b",
    re.I,
)
_TRAINING = re.compile(
    r"\b(?:train(?:ing|ings|ed)|second(?:ed|ment)|scholarships?|mentor\w*|workshops?|lessons of|study visits?)\b",
    re.I,
)
_GOOD_CYBERSPACE = re.compile(r"\b(?:open|free|secure|stable|peaceful)\b[\w, -]{0,60}\bcyber ?space\b", re.I)
_WORRIES: frozenset[Act] = frozenset({"concern", "condemnation"})
_TOLD: frozenset[Act] = frozenset({"report", "exchange"})


@lru_cache(maxsize=8)
def tells_of_cyber_table(head: str) -> bool:
    """Does the head of a document name a standing dialogue on cyberspace?"""
    return _TABLE.search(head) is not None


def at_table(words: str, act: Act | None, threatens: bool) -> Iterator[tuple[int, Element]]:
    """The elements that a passage has by being told at such a table, with the place of their words."""
    held = _HELD.search(words) if act in ("report", "exchange", "commitment") else None
    if held and not _OTHER_ROUND.search(words, 0, held.start()):
        yield held.start(), "institutional-dialogue"
    if act in _WORRIES and not threatens and not _OTHER_WORRY.search(words):
        yield len(words), "threats"
    if act in _TOLD and (landscape := _LANDSCAPE.search(words)):
        yield landscape.start(), "threats"
    if act in ("commitment", "offer", "need") and (training := _TRAINING.search(words)):
        yield training.start(), "capacity-building"
    if act == "affirmation" and (good := _GOOD_CYBERSPACE.search(words)):
        yield good.start(), "norms"

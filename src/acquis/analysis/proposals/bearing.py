"""A finding's act and sentence in; what it does with a proposal that it speaks of, out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from acquis.model.claim import Act
from acquis.model.proposal import Bearing, Stand

_RESISTS = re.compile(
    r"\b(?:cannot|can ?not|could not|do(?:es)? not|did not|will not|would not|not (?:yet )?(?:in a position|able|ready|prepared|"
    r"willing) to|unable to)\s+(?:\w+\s+){0,2}?(?:support|accept|agree|join|endorse|go along|wish|want|favou?r)\b|"
    r"\b(?:opposes?|opposed to|objects? to|rejects?|are against|is against)\b|"
    r"\bnot (?:\w+ )?(?:convinced|persuaded|in favou?r)\b|\b(?:no|little) (?:added value|need|merit)\b|\bpremature\b",
    re.I,
)
_CONDITION = re.compile(
    r"\b(?:only if|provided that|provided it|on (?:the |one |two |three |several |certain )?conditions?|subject to|"
    r"as long as|so long as|on the understanding that|if (?:it|they|these|this|those|such)\b|unless|depending on|"
    r"contingent on|conditional)\b",
    re.I,
)
_RESERVES = re.compile(
    r"\breserves? (?:\w+ )?(?:position|judge?ment|right)|\bkeeps? an open mind\b|\b(?:prepared|willing|ready) to (?:study|look|"
    r"consider|examine)\b|\bneeds? more time\b",
    re.I,
)
_DOUBTS = re.compile(
    r"\bhesita(?:tion|te)s?\b|\b(?:have|has) (?:\w+ )?(?:doubts|questions|misgivings)\b", re.I
)
_BACKS = re.compile(
    r"\b(?:supports?|endorses?|welcomes?|in favou?r|favou?rs?|co-?sponsors?|joins?|agrees? (?:with|to)|go along|"
    r"sees? (?:the )?(?:merit|appeal|value))\b",
    re.I,
)
_JOINING = re.compile(
    r"\b(?:could|can|would|will|might|may)\s+(?:\w+ ){0,2}?(?:support|join|accept|agree|go along)\b", re.I
)


def bearing_of(act: Act, sentence: str) -> Bearing | None:
    """What the sentence does; None where it only speaks of it."""
    resists, reserves = bool(_RESISTS.search(sentence)), bool(_RESERVES.search(sentence))
    if _CONDITION.search(sentence) and not resists and (act == "support" or _JOINING.search(sentence)):
        return "sets conditions"
    if _CONDITION.search(sentence) and act == "objection" and re.search(r"\bunless\b", sentence, re.I):
        return "sets conditions"
    if reserves:
        return "reserves its position"
    if resists or act == "objection":
        return "resists"
    if act in ("concern", "condemnation") or _DOUBTS.search(sentence):
        return "is concerned"
    return "backs" if act == "support" or (act != "report" and _BACKS.search(sentence)) else None


def stand_of(bearings: Iterable[Bearing]) -> Stand:
    """Where an actor stands whose words do all this: a condition or a reservation says more than what it qualifies."""
    found = set(bearings)
    for told in ("sets conditions", "reserves its position"):
        if told in found:
            return told
    if {"backs", "resists"} <= found:
        return "backs and resists"
    return next(told for told in ("resists", "backs", "is concerned") if told in found)

"""How sure a promise is that is told of the own side, by who acts, what is done, and where it is said.

In: a verb of the future with its subject. Out: a confidence, 0 where it is no promise: bodies and office holders
promise every action, things only what is set for a day, and in speech only deeds count.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from acquis.extractors.foretold_words import COUNTED, TALKS, UNDERTAKINGS_DO
from acquis.extractors.own_side import Own
from acquis.extractors.passages import Passage

# What is told in other words than those of the future, and what of it needs a day.
_LIGHT = {
    "begun": 0.6, "to-be": 0.6, "founded": 0.55, "pledged": 0.65, "planned": 0.65, "welcomed": 0.6, "given": 0.6, "awaited": 0.55, "proposed": 0.55,
}  # fmt: skip
_ONLY_TIMED = ("begun", "to-be", "proposed")
# Marks of speech: there a deed counts only with a day.
_SPOKEN = ("ll", "going")
# What is no more than talk in "we'll do our part", "we'll meet the challenge".
_VAGUE = frozenset("do act take make find meet start begin follow put look address expand".split())
_MADE_PUBLIC = re.compile(
    r"\W*be (?:\w+ly )?(?:released|announced|published|finali[sz]ed|launched|unveiled|submitted)\b"
)
# What a briefing keeps telling reporters that they will get.
_CHAT = re.compile(
    r"\W*(?:be )?(?:\w+ ){0,4}(?:details?|information|updates?|readout|guidance|more on|you|it|that|this|them|those)\b"
)
_BY = re.compile(r"\bbe (?:\w+ )?(?:co-)?(?:chaired|led|headed|hosted|convened) by\b")
_FOLLOWED = ("be followed by", "soon be followed by")
_OPPORTUNITY = re.compile(r"\W*\w+ (?:\w+ ){0,2}opportunit")
_FIGURE = re.compile(r"\$|\b\d|\b(?:million|billion|grants?|hundreds|thousands)\b")


class Said(NamedTuple):
    """A verb of the future: who acts if told, what is done, the mark that points ahead, and the words after it."""

    own: Own | None
    deed: str
    mark: str = ""
    after: str = ""


def is_made_public(after: str) -> bool:
    """Do the words after a mark tell that something is published or handed in ("be released")?"""
    return _MADE_PUBLIC.match(after) is not None


def weight_of(said: Said, passage: Passage, *, timed: bool, room: bool, read_out: bool = False) -> float:
    """How sure a promise is; 0 where it is none.

    `room`: it is said in a room of States, to a chair. `read_out`: it stands in what a briefing opens with.
    """
    deed, _, verb = said.deed.partition(":")
    kind = said.own.kind if said.own else "none"
    if verb in TALKS and kind != "agent":
        return 0.0
    if room:
        return 0.65 if kind == "we" and deed in ("deed", "opening", "intent") else 0.0
    if passage.turn is not None or said.mark in _SPOKEN:
        return (
            0.0
            if _CHAT.match(said.after)
            else _spoken(
                said, deed, kind, strict=_strict(said, passage, read_out), passage=passage, timed=timed
            )
        )
    if kind in ("we", "agent"):
        return 0.0 if verb == "follow" else _of_agents(deed, said.after, timed=timed)
    if kind == "he" and deed in _LIGHT:
        return _of_agents(deed, said.after, timed=timed)
    if kind == "he":
        return 0.65 if deed in ("deed", "opening", "intent") else 0.0
    return _of_things(deed, kind, verb, said.after, timed=timed)


def _of_agents(deed: str, after: str, *, timed: bool) -> float:
    """Own bodies, office holders and "we" promise every action; what is being begun only with a day to come."""
    if deed in _LIGHT:
        return _LIGHT[deed] if timed or deed not in _ONLY_TIMED else 0.0
    if deed == "passive":
        return 0.65 if timed or _BY.search(after) else 0.0
    return 0.75 if timed and deed in ("deed", "opening", "intent") else 0.7


def _of_things(deed: str, kind: str, verb: str, after: str, *, timed: bool) -> float:
    """Things promise openings and deeds done by nobody named, on a day; undertakings what they were made for."""
    if deed == "planned":
        return 0.6 if kind == "thing" else 0.0
    if deed in ("passive", "to-be"):
        return 0.65 if timed or after.lstrip().startswith(_FOLLOWED) else 0.0
    if kind != "thing":
        opens = kind == "which" and deed == "opening" and timed
        return 0.6 if opens or (kind == "this" and verb in ("include", "focus")) else 0.0
    if deed == "opening" and timed:
        return 0.65
    if _OPPORTUNITY.match(after):
        return 0.0
    counted = verb not in COUNTED or _FIGURE.search(after) is not None
    return 0.6 if verb in UNDERTAKINGS_DO and counted else 0.0


def _strict(said: Said, passage: Passage, read_out: bool) -> bool:
    interview = passage.turn is not None and passage.turn.interview
    return (interview and not read_out) or said.mark in ("going", "ready")


def _spoken(said: Said, deed: str, kind: str, *, strict: bool, passage: Passage, timed: bool) -> float:
    """In speech only deeds of the own side count, and in an interview only those set for a day."""
    verb = said.deed.partition(":")[2]
    if deed == "passive" and kind in ("none", "thing"):
        return 0.6 if timed and (not strict or is_made_public(said.after)) else 0.0
    if said.mark == "ll" and kind == "we" and passage.turn is None and verb not in _VAGUE:
        return 0.6
    if kind == "thing" and not _of_things(deed, kind, verb, said.after, timed=timed):
        return 0.0
    if kind == "we" and passage.turn is not None and passage.turn.interview and verb in _VAGUE:
        return 0.6 if timed else 0.0
    if kind in ("none", "this", "which") or deed in _LIGHT or deed == "action":
        return 0.0
    return 0.6 if timed or not (strict or kind == "thing") else 0.0

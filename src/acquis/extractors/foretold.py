"""Promises told of the own side: "the Task Force will appoint …", "he will host …", "the pilot will be followed by …".

In: a passage with its frame and the acts found in it so far. Out: those acts, with the promise among them. What a
body or office holder of one's own will do is a promise; what a thing will do only where it is a deed set for a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from acquis.extractors.acts import SETTLED, ActFound
from acquis.extractors.foretold_words import (
    ACTIONS,
    ADVERBS,
    DEEDS,
    GERUNDS,
    COUNTED,
    OPENINGS,
    ORDERED,
    PARTICIPLES,
    UNDERTAKINGS_DO,
    is_timed,
)
from acquis.extractors.frame import Frame
from acquis.extractors.material import Material, reference_year
from acquis.extractors.own_side import Own, own_before
from acquis.extractors.passages import Passage

RULE = "commitment.foretold"
_AHEAD_MARKS = frozenset("will shall ll going plan plans planning intend intends due scheduled set ready offering".split())
_OTHER_MARKS = frozenset(
    "intent intention intentions plan plans readiness willingness decision directing tasking instructing asking launching announcing"
    " establishing creating starting held hosted launched signed convened published intend".split()
)
MARKS = _AHEAD_MARKS | _OTHER_MARKS
_AHEAD = re.compile(
    r"(?:\b(?:will|shall)\b|[’']ll\b|(?:\b(?:is|are|am)|[’'](?:re|m|s)) (?:also |now |currently |actively )?"
    r"(?:going|due|set|scheduled|slated|planning|ready|poised|prepared|offering|pleased to announce that \w+ will) to\b|"
    r"\b(?:also )?(?:plans?|intends?) to\b)"
)
_INTENT = re.compile(
    r"\b(?:express|reaffirm|reiterat|announc|confirm|declar|stat|shar|underscor|convey|underlin|voic)\w* (?:also )?"
    r"(?:(?:his|her|their|its|our|my|the|a|an) )(?:[\w’-]+ ){0,3}?(?:intent|intention|intentions|plans?|readiness|willingness|decision)(?: is)? to (?=\w)"
)
_DIRECTS = re.compile(
    r"(?:\b(?:is|are|am)|[’'](?:m|re)) (?:also |today )?(?:directing|instructing|tasking|asking) (?:my|our|his|her|its|the)\b[^.;]{0,120}? to (?=\w)"
)
_BEGINS = re.compile(
    r"(?:\b(?:is|are|am)|[’'](?:m|re)) (?:also |today |now )?(?:launching|announcing|establishing|creating|starting)\b"
)
_TO_BE = re.compile(r"(?<!need )(?<!needs )(?<!has )(?<!have )(?<!likely )(?<!expected )(?<!continue )(?<!ought )\bto be (?=\w)")
_BARE = re.compile(r"\W*(?:And |We )?(?:also |further )?(?:[Ii]ntend|[Pp]lan) to (?=\w)")
_TOGETHER = re.compile(
    r"\W*(?:The|Both|All)(?: \w+)? (?:leaders|sides|ministers|Leaders|Sides|Ministers|[Pp]residents|[Gg]overnments|[Pp]articipants|"
    r"[Oo]fficials|[Dd]elegations|[Pp]arties|[Cc]ountries|[Mm]embers|[Pp]rincipals|[Cc]o-[Cc]hairs)\b|\W*(?:They|We)\b"
)
_CONDITION = re.compile(r"\b(?:[Ii]f|[Uu]nless|would|were to|[Ss]hould (?:we|they|he|she|it|the))\b")
_WORD = re.compile(r"[\w’'-]+")
_DENIED = frozenset("not never no neither nor hardly".split())
_FROM = frozenset("begin start continue continues work seek aim strive proceed".split())
_VERB_REACH, _DIARY = 90, 2
# Marks of speech: there a deed counts only with a day.
_SPOKEN = re.compile(r"[’']|going")
_BY = re.compile(r"\bbe (?:\w+ )?(?:co-)?(?:chaired|led|headed|hosted|convened) by\b")
_FOLLOWED = ("be followed by", "soon be followed by")
_FIGURE = re.compile(r"\$|\b\d|\b(?:million|billion|grants?|hundreds|thousands)\b")


class _Said(NamedTuple):
    """A verb of the future: where it stands, who acts, and what is done."""

    own: Own | None
    deed: str
    mark: str
    after: str


def with_foretold(
    material: Material, passage: Passage, frame: Frame, found: list[ActFound]
) -> list[ActFound]:
    """The acts of a passage with the promise told of the own side, if it holds one that was not found."""
    if frame.actors in ((), ("UN",)) or any(act.act in ("commitment", "offer") for act in found):
        return found
    first, last = material.tokens.within(passage.start, passage.end)
    marks = MARKS.intersection(material.tokens.words[first:last])
    if not marks or material.document.text[passage.end - 1] in "?:":
        return found
    promise = _promise(material, passage, frame, marks)
    return found if promise is None else [*[act for act in found if act.confidence >= SETTLED][:1], promise]


def foretells(words: Sequence[str]) -> bool:
    """Is there a word among these that can point ahead?"""
    return not _AHEAD_MARKS.isdisjoint(words)


def _promise(material: Material, passage: Passage, frame: Frame, marks: frozenset[str]) -> ActFound | None:
    words = material.words(passage)
    told = _ahead(material, passage, frame, words) if marks & _AHEAD_MARKS else []
    if marks & _OTHER_MARKS:
        told += _otherwise(material, passage, frame, words)
    if not told or _CONDITION.search(words):
        return None
    timed = is_timed(words, reference_year(material.document)) or _in_diary(material, passage)
    for said in told:
        if confidence := _weight(said, passage, frame, timed=timed):
            return ActFound("commitment", None, RULE, confidence, said.own.owners if said.own else ())
    return None


def _in_diary(material: Material, passage: Passage) -> bool:
    """Does what is said in a briefing go on with the day of the sentences right before it?"""
    if passage.turn is None:
        return False
    for before in material.passages[max(0, passage.index - _DIARY) : passage.index]:
        words = material.words(before)
        if before.turn == passage.turn and is_timed(words, None) and _AHEAD.search(words):
            return True
    return False


def _ahead(material: Material, passage: Passage, frame: Frame, words: str) -> list[_Said]:
    """The verbs of the future in a passage, in order, each with who acts."""
    told = []
    for match in _AHEAD.finditer(words):
        after = words[match.end() : match.end() + _VERB_REACH]
        if deed := deed_of(after):
            told.append(_Said(_own(material, passage, frame, match.start()), deed, match.group(), after))
    return told


def _otherwise(material: Material, passage: Passage, frame: Frame, words: str) -> list[_Said]:
    """What is said to come in other words: "expressed its intention to", "is launching", "to be held"."""
    told = []
    for pattern in (_INTENT, _DIRECTS):
        if (match := pattern.search(words)) and deed_of(words[match.end() : match.end() + _VERB_REACH]):
            own = _own(material, passage, frame, match.start())
            told.append(_Said(own or (Own("we", ()) if _TOGETHER.match(words) else None), "intent", "", ""))
    if match := _BEGINS.search(words):
        told.append(_Said(_own(material, passage, frame, match.start()), "begun", "", ""))
    if (match := _TO_BE.search(words)) and _passive(_following(words[match.end() : match.end() + _VERB_REACH])):
        told.append(_Said(None, "to-be", "", ""))
    if (match := _BARE.match(words)) and deed_of(words[match.end() : match.end() + _VERB_REACH]):
        told.append(_Said(Own("we", ()), "deed", "", ""))
    return told


def _own(material: Material, passage: Passage, frame: Frame, at: int) -> Own | None:
    return own_before(material, frame, passage.start, passage.start + at)


def deed_of(words: str) -> str:
    """What the words after "will" foretell: a deed, an action, an opening, a passive; "" for anything else."""
    following = _following(words)
    if not following:
        return ""
    verb = following[0]
    if verb == "be":
        after = _following(" ".join(following[1:]))
        lemma = GERUNDS.get(after[0]) if after else None
        return "passive" if _passive(after) else ("deed" if lemma in DEEDS else "action") if lemma else ""
    if verb in _FROM and following[1:2] == ["to"]:
        return "action" if deed_of(" ".join(following[2:])) else ""
    if verb in ("take", "go", "come") and following[1:2] in (["place"], ["effect"], ["live"], ["online"]):
        return "opening"
    if verb in ("set", "step", "roll", "stand", "put", "make") and following[1:2] in (["up"], ["out"], ["forward"], ["available"]):
        return "deed"
    return _class_of(verb)


def _class_of(verb: str) -> str:
    if verb in OPENINGS:
        return f"opening:{verb}"
    if verb in DEEDS or verb in ACTIONS:
        return f"{'deed' if verb in DEEDS else 'action'}:{verb}"
    return ""


def _following(words: str) -> list[str]:
    """The words from the first that is no adverb; none where the verb is denied."""
    found = [word.lower() for word in _WORD.findall(words)]
    at = 0
    while at < len(found) and (found[at] in ADVERBS or found[at].endswith("ly")):
        at += 1
    return [] if _DENIED.intersection(found[at : at + 2]) else found[at:]


def _passive(following: list[str]) -> bool:
    return bool(following) and following[0] in PARTICIPLES


def _weight(said: _Said, passage: Passage, frame: Frame, *, timed: bool) -> float:
    """How sure a promise is; 0 where it is none."""
    deed, _, verb = said.deed.partition(":")
    kind = said.own.kind if said.own else "none"
    if frame.setting.forum is not None:
        return 0.65 if kind == "we" and deed in ("deed", "opening", "intent") else 0.0
    if passage.turn is not None or _SPOKEN.search(said.mark):
        interview = passage.turn is not None and passage.turn.interview
        return _spoken(deed, kind, timed=timed, strict=interview or _SPOKEN.search(said.mark) is not None)
    if said.mark == "shall" and not (timed and deed in ("deed", "action", "opening")) and verb not in ORDERED:
        return 0.0
    if kind in ("we", "agent"):
        return _of_agents(deed, said.after, timed=timed)
    if kind == "he":
        return 0.65 if deed in ("deed", "opening", "intent") else 0.0
    return _of_things(deed, kind, verb, said.after, timed=timed)


def _of_agents(deed: str, after: str, *, timed: bool) -> float:
    """Own bodies, office holders and "we" promise every action; what is being begun only with a day to come."""
    if deed in ("begun", "to-be"):
        return 0.6 if timed else 0.0
    if deed == "passive":
        return 0.65 if timed or _BY.search(after) else 0.0
    return 0.75 if timed and deed in ("deed", "opening", "intent") else 0.7


def _of_things(deed: str, kind: str, verb: str, after: str, *, timed: bool) -> float:
    """Things promise openings and deeds done by nobody named, on a day; undertakings what they were made for."""
    if deed in ("passive", "to-be"):
        return 0.65 if timed or after.lstrip().startswith(_FOLLOWED) else 0.0
    if kind != "thing":
        return 0.6 if kind == "which" and deed == "opening" and timed else 0.0
    if deed == "opening" and timed:
        return 0.65
    counted = verb not in COUNTED or _FIGURE.search(after) is not None
    return 0.6 if verb in UNDERTAKINGS_DO and counted else 0.0


def _spoken(deed: str, kind: str, *, timed: bool, strict: bool) -> float:
    """In speech only deeds of the own side count, and in an interview only those set for a day."""
    if kind == "none" or deed in ("begun", "to-be", "action"):
        return 0.6 if timed and deed == "passive" and not strict else 0.0
    return 0.6 if timed or not (strict or kind == "thing") else 0.0

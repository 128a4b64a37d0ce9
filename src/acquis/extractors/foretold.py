"""Promises told of the own side: "the Task Force will appoint …", "he will host …", "the pilot will be followed by …".

In: a passage with its frame and the acts found in it so far. Out: those acts, with the promise among them. What a
body or office holder of one's own will do is a promise; what a thing will do only where it is a deed set for a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from acquis.extractors.acts import SETTLED, ActFound
from acquis.extractors.due import find_due
from acquis.extractors.foretold_verbs import (
    AHEAD_MARKS,
    after_mark,
    deed_of,
    is_passive,
    is_standing,
    places_ahead,
)
from acquis.extractors.foretold_weight import Said, weight_of
from acquis.extractors.foretold_words import is_timed
from acquis.extractors.frame import Frame
from acquis.extractors.heads import provenance
from acquis.extractors.material import Material, reference_year
from acquis.extractors.own_side import Own, own_before
from acquis.extractors.passages import Passage

RULE = "commitment.foretold"
_PROMISED = frozenset(("commitment", "offer"))
_INTENTS = frozenset("intent intention intentions plan plans readiness willingness decision".split())
_DIRECTING = frozenset("directing tasking instructing".split())
_BEGINNING = frozenset("launching announcing establishing creating starting".split())
_TO_BE_DONE = frozenset("held hosted launched signed convened published".split())
_OTHER_MARKS = _INTENTS | _DIRECTING | _BEGINNING | _TO_BE_DONE | {"intend", "plan"}
_MARKS = AHEAD_MARKS | _OTHER_MARKS
_NEXT = re.compile(r"\bwill\b|[’']ll\b|going to\b")
_INTENT = re.compile(
    r"\b(?:express|reaffirm|reiterat|announc|confirm|declar|stat|shar|underscor|convey|underlin|voic)\w* (?:also )?"
    r"(?:(?:his|her|their|its|our|my|the|a|an) |(?=plans ))(?:(?!of )[\w’-]+ ){0,3}?(?:intent|intention|intentions|plans?|readiness|willingness|decision)(?: is)? to (?=\w)"
)
_DIRECTS = re.compile(
    r"(?:\b(?:is|are|am)|[’'](?:m|re)) (?:also |today )?(?:directing|instructing|tasking) (?:my|our|his|her|its|the)\b"
    r"[^.;]{0,60}?\b(?:Secretar|Attorney|Director|Administrator|Minister|Ambassador|[Dd]epartment|[Aa]genc|[Oo]fficial|[Tt]eam|Cabinet|[Gg]overnment|[Mm]inist)"
    r"[^.;]{0,120}? to (?=\w)"
)
_BEGINS = re.compile(
    r"(?:\b(?:is|are|am)|[’'](?:m|re)) (?:also |today |now )?(?:launching|announcing|establishing|creating|starting)\b"
)
_TO_BE = re.compile(
    r"\b(?:[Mm]eetings?|[Dd]ialogues?|[Ss]ummit|[Cc]onference|[Mm]inisterial|[Ff]orum|[Ss]essions?|[Rr]ound|[Cc]onsultations|[Tt]alks|"
    r"[Ee]xercise|[Ww]orkshop|Council|[Ii]nitiative|[Ss]tudy|[Rr]eport|[Pp]ilot|[Pp]rogram(?:me)?|[Pp]roject|[Aa]greement)\b[^;]{0,120}? to be (?=\w)"
)
_BARE = re.compile(r"\W*(?:And |We )?(?:also |further )?(?:[Ii]ntend|[Pp]lan) to (?=\w)")
_TOGETHER = re.compile(
    r"\W*(?:The|Both|All)(?: \w+)? (?:leaders|sides|ministers|Leaders|Sides|Ministers|[Pp]residents|[Gg]overnments|[Pp]articipants|"
    r"[Oo]fficials|[Dd]elegations|[Pp]arties|[Cc]ountries|[Mm]embers|[Pp]rincipals|[Cc]o-[Cc]hairs)\b|\W*(?:They|We)\b"
)
_CONDITION = re.compile(r"\b(?:[Ii]f|whether|[Uu]nless|would|were to|[Ss]hould (?:we|they|he|she|it|the))\b")
_ROOM = re.compile(
    r"\bOEWG\b|[Oo]pen-ended [Ww]orking [Gg]roup|\bGGE\b|[Gg]eneral [Dd]ebate|[Gg]eneral Assembly|(?<!National )Security Council|(?:First|Ad Hoc) Committee|"
    r"\b(?:Mr\.?|Mister|Madam) (?:Chair|President)\b|\bThank you,? Chair\b"
)
_JOURNEY = re.compile(r"\b(?:[Tt]rip|[Tt]ravels|[Jj]ourney|[Ii]tinerary|[Ss]chedule)\b")
_GOES_ON = re.compile(
    r"\W*(?:And |There, |Then,? )?(?:[Hh]e|[Ss]he|[Tt]he (?:Vice )?President) (?:will|is going to|plans)\b"
)
_DIARISTS = ("agent", "he")
_DIARY, _LONGEST_DIARY, _HEAD = 2, 8, 300
_ANNOUNCED = ("announc", "declar", "said", "stat")


def with_foretold(
    material: Material, passage: Passage, frame: Frame, words: Sequence[str], found: list[ActFound]
) -> list[ActFound]:  # fmt: skip
    """The acts of a passage with the promise told of the own side, if its `words` hold one that was not found."""
    marks = _MARKS.intersection(words)
    if not marks or frame.actors in ((), ("UN",)) or any(act.act in _PROMISED for act in found):
        return found
    if material.document.text[passage.end - 1] in "?:":
        return found
    promise = _promise(material, passage, frame, marks)
    if promise is None:
        return found
    return [
        *[act for act in found if act.confidence >= SETTLED and not _announces(act, material)][:1],
        promise,
    ]


def _announces(act: ActFound, material: Material) -> bool:
    """Is an act only the announcing of the promise ("announced that it will publish")?"""
    return act.cue is not None and material.tokens.words[act.cue.hit.first].startswith(_ANNOUNCED)


def _promise(material: Material, passage: Passage, frame: Frame, marks: frozenset[str]) -> ActFound | None:
    words = material.words(passage)
    told = _ahead(material, passage, frame, words, marks & AHEAD_MARKS)
    if marks & _OTHER_MARKS:
        told += _otherwise(material, passage, frame, words, marks)
    room = bool(told) and _in_room(material, frame)
    told = [said for said in told if weight_of(said, passage, timed=True, room=room)]
    if not told or _CONDITION.search(words):
        return None
    named = is_timed(words, reference_year(material.document))
    for said in told:
        timed = named or (
            said.own is not None and said.own.kind in _DIARISTS and _in_diary(material, passage)
        )
        if confidence := weight_of(said, passage, timed=timed, room=room):
            return ActFound("commitment", None, RULE, confidence, said.own.owners if said.own else ())
    return None


def _in_room(material: Material, frame: Frame) -> bool:
    """Is it said in a room of the United Nations, where a chair, a secretariat and groups of all States act too?"""
    document = material.document
    return frame.setting.forum is not None or _is_room(
        document.title or "", provenance(material), document.text
    )


@lru_cache(maxsize=4)
def _is_room(title: str, source: str, text: str) -> bool:
    return _ROOM.search(f"{title} {source} {text[:_HEAD]}") is not None


def _in_diary(material: Material, passage: Passage) -> bool:
    """Does what is said in a briefing go on with the day, or the journey, of the sentences right before it?

    A row of "He will … He will also …" is one diary.
    """
    if passage.turn is None:
        return False
    read = 0
    for before in reversed(material.passages[max(0, passage.index - _LONGEST_DIARY) : passage.index]):
        words = material.words(before)
        if before.turn != passage.turn or read == _DIARY:
            return False
        if _NEXT.search(words) and (is_timed(words, None) or _JOURNEY.search(words)):
            return True
        read += _GOES_ON.match(words) is None
    return False


def _ahead(
    material: Material, passage: Passage, frame: Frame, words: str, marks: frozenset[str]
) -> list[Said]:  # fmt: skip
    """The verbs of the future in a passage, in order, each with who acts."""
    told = []
    for start, mark, end in places_ahead(words, marks):
        after = after_mark(words, end)
        deed = deed_of(after)
        if not deed or (passage.turn is not None and deed.startswith("action")):
            continue
        if mark != "shall" or not is_standing(words, deed):
            told.append(Said(_own(material, passage, frame, start), deed, mark, after))
    return told


def _otherwise(
    material: Material, passage: Passage, frame: Frame, words: str, marks: frozenset[str]
) -> list[Said]:  # fmt: skip
    """What is said to come in other words: "expressed its intention to", "is launching", "to be held"."""
    told = []
    for pattern, needed in ((_INTENT, _INTENTS), (_DIRECTS, _DIRECTING)):
        match = pattern.search(words) if marks & needed else None
        if match and deed_of(after_mark(words, match.end())):
            own = _own(material, passage, frame, match.start())
            told.append(Said(own or (Own("we", ()) if _TOGETHER.match(words) else None), "intent"))
    if marks & _BEGINNING and (match := _BEGINS.search(words)):
        told.append(Said(_own(material, passage, frame, match.start()), "begun"))
    if " to be " in words and (match := _TO_BE.search(words)) and _is_to_come(material, passage, match):
        told.append(Said(None, "to-be"))
    if (match := _BARE.match(words)) and deed_of(after_mark(words, match.end())):
        told.append(Said(Own("we", ()), "deed"))
    return told


def _is_to_come(material: Material, passage: Passage, found: re.Match[str]) -> bool:
    """Is it to be done on a day that lies after the day of the text?"""
    if not is_passive(after_mark(found.string, found.end())):
        return False
    due, today = find_due(material, (passage.start + found.start(), passage.end)), material.reference_date
    return bool(due and (today is None or due.latest is None or due.latest > today))


def _own(material: Material, passage: Passage, frame: Frame, at: int) -> Own | None:
    return own_before(material, frame, passage.start, passage.start + at)

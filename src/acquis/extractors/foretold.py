"""Promises told of the own side: "the Task Force will appoint …", "he will host …", "the pilot will be followed by …".

In: a passage with its frame and the acts found in it so far. Out: those acts, with the promise among them. What a
body or office holder of one's own will do is a promise; what a thing will do only where it is a deed set for a day.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from acquis.extractors.acts import SETTLED, ActFound
from acquis.extractors.foretold_lists import LISTED, is_listed
from acquis.extractors.foretold_otherwise import OTHER_MARKS, SPOKEN_MARKS, told_otherwise
from acquis.extractors.foretold_verbs import (
    AHEAD_MARKS,
    after_mark,
    deed_of,
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
_MARKS, _SAID_MARKS = AHEAD_MARKS | OTHER_MARKS, AHEAD_MARKS | SPOKEN_MARKS
_NEXT = re.compile(r"\bwill\b|[’']ll\b|going to\b")
_CONDITION = re.compile(r"\b(?:[Ii]f|whether|[Uu]nless|would|were to|[Ss]hould (?:we|they|he|she|it|the))\b")
_ROOM = re.compile(
    r"\bOEWG\b|[Oo]pen-ended [Ww]orking [Gg]roup|\bGGE\b|[Gg]eneral [Dd]ebate|[Gg]eneral Assembly|(?<!National )Security Council|(?:First|Ad Hoc) Committee|"
    r"\b(?:Mr\.?|Mister|Madam) (?:Chair|President)\b|\bThank you,? Chair\b"
)
_JOURNEY = re.compile(r"\b(?:[Tt]rip|[Tt]ravels|[Jj]ourney|[Ii]tinerary|[Ss]chedule)\b")
_GOES_ON = re.compile(
    r"\W*(?:And |There, |Then,? )?(?:[Hh]e|[Ss]he|[Tt]he (?:Vice )?President) (?:will|is going to|plans)\b"
)
# What a lead-in itself promises: its items are only names.
_NAMING = frozenset(("nominate", "appoint"))
_LISTED_WEIGHT = 0.7
_DIARISTS = ("agent", "he")
_DIARY, _LONGEST_DIARY, _HEAD = 2, 8, 300
_ANNOUNCED = ("announc", "declar", "said", "stat")


def with_foretold(
    material: Material, passage: Passage, frame: Frame, words: Sequence[str], found: list[ActFound]
) -> list[ActFound]:  # fmt: skip
    """The acts of a passage with the promise told of the own side, if its `words` hold one that was not found."""
    marks = (_SAID_MARKS if passage.turn else _MARKS).intersection(words)
    listed = passage.opens and words[0] in LISTED and is_listed(material, passage)
    if not (marks or listed) or frame.actors in ((), ("UN",)) or any(act.act in _PROMISED for act in found):
        return found
    if listed:
        return [ActFound("commitment", None, RULE, _LISTED_WEIGHT)]
    mark = material.document.text[passage.end - 1]
    if mark == "?" or (mark == ":" and not _NAMING.intersection(words)):
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
    if marks & OTHER_MARKS:
        told += told_otherwise(material, passage, frame, words, marks)
    room = bool(told) and _in_room(material, frame)
    told = [said for said in told if weight_of(said, passage, timed=True, room=room)]
    if not told or _CONDITION.search(words):
        return None
    named = is_timed(words, reference_year(material.document))
    read_out = passage.turn is not None and _before_questions(material, passage)
    for said in told:
        timed = named or (
            said.own is not None and said.own.kind in _DIARISTS and _in_diary(material, passage)
        )
        if confidence := weight_of(said, passage, timed=timed, room=room, read_out=read_out):
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


def _before_questions(material: Material, passage: Passage) -> bool:
    """Is it said before anybody asks: in what is read out at the beginning of a briefing?"""
    asked = next((other.index for other in material.passages if other.turn and other.turn.asks), -1)
    return passage.index < asked


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


def _own(material: Material, passage: Passage, frame: Frame, at: int) -> Own | None:
    return own_before(material, frame, passage.start, passage.start + at)

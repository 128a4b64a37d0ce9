"""Where a text tells of its meeting: the sentences that say it was held, with other meetings' words blanked.

In: material. Out: `Event`s in the order of the text; their words keep their offsets, so that dates and places
found in them stand where they stand in the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from acquis.extractors.material import Material
from acquis.extractors.passages import Passage

MEETING_NOUN = (
    r"(?:(?:sub-?)?dialogues?|consultations?|talks|meetings?|summits?|round[- ]?tables?|working (?:group|"
    r"party)s?|"
    r"joint (?:commission|committee)|(?:steering|task|contact) (?:groups?|force|committee)|"
    r"ministerial(?! level)|conferences?|"
    r"forum|workshops?|seminar|symposium|exchanges?(?! of)|2 ?\+ ?2|videoconference|retreat|gatherings?|"
    r"council|colloquium)"
)
HELD = (
    r"(?:met|meets|held|holds|took place|takes place|(?:has|have|had) taken place|convened|convenes|hosted|"
    r"co-?hosted|hosts|gathered|"
    r"assembled|concluded|co-?chaired|chaired|conducted|was organi[sz]ed|briefed|travel+ed|visited|"
    r"wrapped up|"
    r"organi[sz]ed|spoke|came together|opened|led|participated|attended|had (?:a|the) (?:meeting|call|talks)|"
    r"(?:paid|pays|undertook|made) (?:an? |his |her |their )?(?:[\w-]+ ){0,3}visit|(?:was|were) received by)"
)
WILL = (
    r"(?:will (?:be (?:held|hosted|organi[sz]ed|convened)|take place|hold|host|meet|convene|gather|"
    r"co-?chair|co-?host|travel|visit|be received by|pay (?:an? )?(?:[\w-]+ ){0,3}visit)|"
    r"(?:is|are) (?:scheduled|due|set|expected|planned) to (?:be held|take place|meet|hold|be hosted)|"
    r"to be held|"
    r"(?:is|are) (?:scheduled|planned|slated) for)"
)
_HELD = re.compile(
    rf"\b{HELD}\b|\bhav(?:e|ing) (?:convened|met|gathered)\b|\bsummit\b|\b(?:was|were) held\b", re.I
)
_WILL = re.compile(rf"\b{WILL}\b", re.I)
_NEXT = re.compile(
    r"\b(?:next|subsequent|forthcoming|upcoming|future) (?!week|month|year)(?:(?:\w[\w.’'/–-]*|&) ){0,8}?"
    rf"(?:{MEETING_NOUN}|rounds?|editions?|sessions?|iterations?|one)\b",
    re.I,
)
# What is told of other meetings: from such a cue to the end of its clause.
_ELSEWHERE = re.compile(
    r"\b(?:(?<!the )following\b(?! (?:topics|issues|areas|themes))|since (?:the|their|its)|after (?:the|"
    r"their|its)|building (?:up)?on|"
    r"build(?:s|ing)? on|recall(?:ed|s|ing)?|as a follow-?up|(?:in|as) follow-?up (?:to|of)|further to|"
    r"ahead of|prior to|in preparation (?:for|of)|"
    r"in the (?:lead-?up|run-?up) to|previous(?:ly)?|the (?:last|preceding|earlier) (?:\w+ ){0,4}(?:held|"
    r"took place|dialogue|meeting|round|consultations)|"
    r"pursuant to|in line with|in accordance with|as (?:agreed|announced|decided|set out|laid out)|(?:was|"
    r"were|been) (?:first )?(?:launched|established|announced|signed|created)|"
    r"which (?:was|were) |having (?:been )?(?:launched|established|signed)|outcomes? (?:of|from)|"
    r"agreed (?:to|that|on)|decided to|look(?:s|ed|ing)? forward|"
    r"(?:welcom(?:ed|es?|ing)|commended|praised|took note of|noted|highlighted|celebrated) (?:with satisfaction )?"
    r"(?:the|that|our|their)(?! (?:[\w-]+ ){0,4}(?:delegation|side|minister|president|ambassador))|"
    r"last (?:year|month)[’']s)\b",
    re.I,
)
_CLAUSE_END = re.compile(
    r"[;:]|,(?=\s+(?:and\s+)?(?:the|both|officials|on|in|we|[A-Z]\w+\s+(?:and|held|met|hosted))\b|"
    r"\s+[A-Z][^,;]{0,90}\b(?:held|met|hosted|convened|briefed)\b)|$",
    re.M,
)
# "Bern, 30.11.2022 - ", "NEW DELHI, 5 May 2023: ": where and when the news was written.
_DATELINE = re.compile(
    r"\s*(?:[A-Z][\w.’'-]+(?:,? [A-Z][\w.’'-]+){0,4},?\s*(?:[/|(]\s*)?)?"
    r"(?:\d{1,2}[./ ]\w{1,9}[./ ]\d{2,4}|[A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?|\d{4}-\d\d-\d\d|"
    r"\d{1,2} [A-Z][a-z]{2,8})\)?\s*[-–—:|/]\s+"
)
_FUTURE = re.compile(r"\b(?:will|to be|to|shall|would|scheduled|going)\b(?: \w+)?(?: be)? $", re.I)
_EARLIER = re.compile(
    r"\b(?:the|their|its|an?) (?:first|second|third|fourth|fifth|sixth|last|previous|inaugural)\b"
    r"(?: [\w-]+){0,6}? (?:was|were|took|had been|have been)\b|^In (?:19|20)\d\d\b"
)
# Letterheads and lines of release that stand before the text itself.
_FRAME_LINE = re.compile(
    r"\W*(?:media note|press (?:release|note|statement)|joint statement|office of the spokesperson|for immediate release|"
    r"begin text|the (?:full )?text of (?:the|this) (?:following |joint )*(?:statement|communiqu[eé]|declaration)"
    r"[^.]{0,400}|the following is the text of [^.]{0,300}|"
    r"(?:[A-Z][\w. ]{1,30}, )?(?:\d{1,2} [a-z]+|[a-z]+ \d{1,2},?) \d{4})\W*",
    re.I,
)
LONGEST_SENTENCE = 4_000
_LEAD = 14


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence that tells of the meeting. `words` is as long as the sentence, other meetings blanked."""

    passage: Passage
    words: str


def find_events(material: Material) -> tuple[tuple[Event, ...], bool]:
    """The sentences that tell of the meeting, and whether it is only planned.

    An announcement promises the meeting before it tells of earlier ones.
    """
    lead = [p for p in lead_passages(material, _LEAD) if not (p.heading and p.index == 0)]
    events = [Event(p, without_others(lead_words(material, p))) for p in lead]
    held = tuple(event for event in events if _tells_held(event.words))
    told = next((event.passage.index for event in held if not event.passage.heading), None)
    planned = tuple(_planned(material, lead, told))
    if planned and (told is None or planned[0].passage.index < told):
        return planned, True
    return held, False


def _planned(material: Material, lead: list[Passage], told: int | None) -> Iterator[Event]:
    """The sentences that promise the meeting, without what they tell of earlier ones."""
    for passage in lead:
        words = (
            without_others(lead_words(material, passage))
            if told is not None
            else lead_words(material, passage)
        )
        if earlier := _EARLIER.search(words):
            end = _CLAUSE_END.search(words, earlier.end())
            stop = end.start() if end else len(words)
            words = words[: earlier.start()] + " " * (stop - earlier.start()) + words[stop:]
        if _WILL.search(words):
            yield Event(passage, words)


def lead_passages(material: Material, count: int) -> tuple[Passage, ...]:
    """The first passages, as many more as letterheads and release lines take up."""
    stop, left = 0, count
    while stop < len(material.passages) and left > 0:
        left -= not is_frame_line(material.words(material.passages[stop])[:500])
        stop += 1
    return material.passages[:stop]


def is_frame_line(words: str) -> bool:
    """Is this a letterhead or a line of release, no sentence of the text?"""
    return bool(_FRAME_LINE.fullmatch(words))


def lead_words(material: Material, passage: Passage) -> str:
    """The words of a passage, cut where no sentence is so long."""
    return material.words(passage)[:LONGEST_SENTENCE]


def _tells_held(words: str) -> bool:
    """Is there a verb of meeting that is not in the future?"""
    return any(
        not _FUTURE.search(words[max(0, match.start() - 24) : match.start()])
        for match in _HELD.finditer(words)
    )


def without_others(words: str) -> str:
    """The words with what they say of other meetings (earlier, next, framing ones) made blank."""
    if line := _DATELINE.match(words):
        words = " " * line.end() + words[line.end() :]
    if _NEXT.search(words):
        cut = _NEXT.search(words)
        clause = max(words.rfind(", ", 0, cut.start()), words.rfind(" and ", 0, cut.start()), 0) if cut else 0
        words = words[:clause] + " " * (len(words) - clause)
    at = 0
    while found := _ELSEWHERE.search(words, at):
        end = _CLAUSE_END.search(words, min(found.end() + 1, len(words)))
        stop = end.start() if end else len(words)
        words = words[: found.start()] + " " * (stop - found.start()) + words[stop:]
        at = max(stop, found.start() + 1)
    return words

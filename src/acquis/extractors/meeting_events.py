"""Where a text tells of its meeting: the sentences that say it was held, with other meetings' words blanked.

In: material. Out: `Event`s in the order of the text; their words keep their offsets, so that dates and places
found in them stand where they stand in the document.
"""

from __future__ import annotations

import re
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
    r"organi[sz]ed|spoke|came together|opened|led|participated|attended|had (?:a|the) (?:meeting|call|talks))"
)
WILL = (
    r"(?:will (?:be (?:held|hosted|organi[sz]ed|convened)|take place|hold|host|meet|convene|gather|"
    r"co-?chair|co-?host|travel|visit)|"
    r"(?:is|are) (?:scheduled|due|set|expected|planned) to (?:be held|take place|meet|hold|be hosted)|"
    r"to be held|"
    r"(?:is|are) (?:scheduled|planned|slated) for)"
)
_HELD = re.compile(
    rf"\b{HELD}\b|\bhav(?:e|ing) (?:convened|met|gathered)\b|\bsummit\b|\b(?:was|were) held\b", re.I
)
_WILL = re.compile(rf"\b{WILL}\b", re.I)
_NEXT = re.compile(
    r"\b(?:next|subsequent|forthcoming|upcoming|future) (?:(?:\w[\w.’'/–-]*|&) ){0,8}?"
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
LONGEST_SENTENCE = 4_000
_LEAD = 14


@dataclass(frozen=True, slots=True)
class Event:
    """A sentence that tells of the meeting. `words` is as long as the sentence, other meetings blanked."""

    passage: Passage
    words: str


def find_events(material: Material) -> tuple[tuple[Event, ...], bool]:
    """The sentences that tell of the meeting, and whether it is only planned."""
    lead = [p for p in material.passages[:_LEAD] if not (p.heading and p.index == 0)]
    events = [Event(p, without_others(lead_words(material, p))) for p in lead]
    held = tuple(event for event in events if _tells_held(event.words))
    if any(not event.passage.heading for event in held):
        return held, False
    planned = tuple(Event(p, words) for p in lead if _WILL.search(words := lead_words(material, p)))
    return (planned, True) if planned else (held, False)


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

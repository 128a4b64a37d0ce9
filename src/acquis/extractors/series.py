"""Which edition of which series the meeting is.

In: title and events. Out: the series by name, and its ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.extractors.material import Material
from acquis.extractors.meeting_events import (
    MEETING_NOUN,
    WILL,
    Event,
    lead_passages,
    lead_words,
    without_others,
)

_WORDS = re.findall(
    r"\w+",
    """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth
    fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    """,
)
_VALUES = {word: at for at, word in enumerate(_WORDS, 1)} | {"inaugural": 1, "maiden": 1}
_ORDINAL = rf"(?P<word>{'|'.join(_VALUES)}|\d{{1,2}}(?:[ \u2060]?(?:st|nd|rd|th)))"
_EDITION = re.compile(
    rf"\b{_ORDINAL}(?:[- ]ever)?,?\s+(?P<between>(?:[\w.’'&()+/–-]+,?\s+){{0,10}}?)"
    rf"(?P<noun>{MEETING_NOUN}|editions?|rounds?|iterations?|sessions?)\b(?P<after>[^.;]{{0,60}})",
    re.I,
)
_THEIRS = re.compile(
    rf"\b(?:held|convened|conducted|concluded|hosted) (?:its|their|the|our) {_ORDINAL}\b", re.I
)
_FIRST_TIME = re.compile(
    r"\b(?:met|held|convened|took place|meeting|gathered)\b[^.;]{0,80}\bfor the first time\b", re.I
)
_DECOY_BEFORE = re.compile(
    r"\b(?:sidelines?|margins?|ahead|part|context|outcomes?|since|before|after|preparation|"
    r"preparations|participation)\b[^.;,]{0,30}$"
    r"|\b(?:next|upcoming|discussed|welcomed|regarding|on|address(?:ed)?) (?:the )?$",
    re.I,
)
_DECOY_BETWEEN = re.compile(
    r"\b(?:time|step|steps|committee|which|that|who|was|were|will|to|in|at|by|anniversary|week|quarter|half|"
    r"phase|party|day|secretary|"
    r"minister|general|protocol|country|countries|report|world|line)\b",
    re.I,
)
_DECOY_AFTER = re.compile(
    r"^\s*(?:of|for) the (?:UN|United|General|OEWG|Open|Ad Hoc|Human Rights|Conference|First|GGE|Group of|"
    r"IGF|Internet|Global|"
    r"Security|Commission)\b|^ Committee",
    re.I,
)
# "Joint statement on the fifth meeting" is about it; "views on the fifth meeting" is not of it.
_TITLED = re.compile(r"\b(?:statement|communiqu[eé]|release|note|readout|news) (?:on|of|from) the $", re.I)
_OCCASION = re.compile(r"\b(?:on the occasion of|during) (?:the )?$", re.I)


# Sentences beside the telling ones may number a meeting of another time.
_OTHER_TIME = re.compile(
    rf"^In (?:19|20)\d\d\b|\b{WILL}\b|\b(?:is|are) to (?:take place|be held|be convened)\b", re.I
)


def find_ordinal(material: Material, events: tuple[Event, ...]) -> int | None:
    """The number of the edition: from the title, the telling sentences, then the sentences beside them."""
    title = without_others(material.document.title or "")
    told = {event.passage.index for event in events}
    lead = (lead_words(material, p) for p in lead_passages(material, 8) if p.index not in told)
    beside = (without_others(words) for words in lead if not _OTHER_TIME.search(words))
    late: int | None = None
    for words in (title, *(event.words for event in events[:6]), *beside):
        for value, framed in _ordinals(words):
            if not framed:
                return value
            late = late or value
    return late


def _ordinals(words: str) -> Iterator[tuple[int, bool]]:
    """The editions a sentence numbers; the flag marks one that only frames it ("on the occasion of")."""
    if _FIRST_TIME.search(words):
        yield 1, False
    for match in _EDITION.finditer(words):
        before = _TITLED.sub("", words[max(0, match.start() - 60) : match.start()])
        if _DECOY_BETWEEN.search(match["between"]) or _DECOY_AFTER.match(match["after"]):
            continue
        if not _DECOY_BEFORE.search(before):
            yield _value(match["word"]), bool(_OCCASION.search(before))
    if theirs := _THEIRS.search(words):
        yield _value(theirs["word"]), False


def _value(word: str) -> int:
    return _VALUES.get(word.lower()) or int(re.sub(r"\D", "", word))


_PROPER = re.compile(
    r"(?P<name>(?:[A-Z][\w.’'&+/–-]*\s+(?:(?:of|for|and|on|the)\s+(?=[A-Z]))*){1,9}"
    r"(?:Dialogues?|Consultations?|Talks|Meetings?|Summit|Working Group|Joint (?:Commission|Committee)|"
    r"Steering Groups?|Forum|Roundtable|"
    r"Council|Senior Cyber Group|Task Force|Exchange)(?:\s+on\s+(?:the\s+)?(?:(?!(?:January|February|March|"
    r"April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|"
    r"Friday)\b)[A-Z][\w’'–-]*(?:\s+(?:and|of|for|the|in)(?=\s+[A-Z]))?\s*){1,6})?)"
)
_LEADING = re.compile(
    rf"^(?:(?:The|Joint|Statement|Readout|Readouts|Press|Release|Communiqu[eé]|on|of|the|from|following|"
    rf"Following|Note|{'|'.join(_WORDS)}|"
    r"\d{1,2}(?:st|nd|rd|th)?|inaugural|annual)\s+)+",
    re.I,
)
_HEADLINE = re.compile(
    r"^.*\b(?:Convenes?|Holds?|Held|Hosts?|Concludes?|Launch(?:es)?)\s+(?=[A-Z])|\s+(?:Held|Convened|Hosted)\b.*$"
)
_POSSESSIVE = re.compile(
    r"\w[’']s?\s+(?:\w+\s+)*(?:Meetings?|Call|Talks)$|^North Atlantic Council|^Security Council|"
    r"National Security Council"
)
_PLAIN = re.compile(
    r"\b(?P<name>(?:(?:cyber|policy|security|digital|political|strategic|cybersecurity|cyberspace|"
    r"high-level)\s+){1,3}(?:dialogue|consultations|talks|working group))\b",
    re.I,
)


def series_named(words: str) -> list[str]:
    """The names of series that a sentence writes out, without their numbers."""
    names = (_LEADING.sub("", _HEADLINE.sub("", match["name"])) for match in _PROPER.finditer(words))
    return [" ".join(name.split()) for name in names if len(name.split()) >= 2]


def ordinal_named(words: str) -> int | None:
    """The number of the edition that a sentence speaks of, decoys included: "the third Dialogue" is 3."""
    match = _EDITION.search(words)
    return None if match is None or _DECOY_BETWEEN.search(match["between"]) else _value(match["word"])


def find_series(material: Material, events: tuple[Event, ...], parties: tuple[str, ...]) -> str | None:
    """The name of the series without its number; "Consultations of A and B" become "A-B Consultations"."""
    title = material.document.title or ""
    for words in (title, *(event.words for event in events[:4])):
        for match in _PROPER.finditer(words):
            told = _HEADLINE.sub("", match["name"])
            name = " ".join(_LEADING.sub("", told).split()).rstrip("’'")
            if len(name.split()) >= 2 and not _POSSESSIVE.search(name):
                return _with_parties(material, name, parties)
    for words in (title, *(event.words for event in events[:4])):
        if plain := _PLAIN.search(words):
            return _with_parties(material, plain["name"].title(), parties)
    return None


def _with_parties(material: Material, name: str, parties: tuple[str, ...]) -> str:
    """A bare name ("Cyber Consultations") is told apart by its parties."""
    if not 2 <= len(parties) <= 3 or re.search(r"[A-Za-z.]-[A-Z]|–[A-Z]|\b[A-Z]{2,}\b", name):
        return name
    concepts = [material.vocabulary.by_code(code) for code in parties]
    if any(concept and concept.name in name for concept in concepts):
        return name
    names = [concept.name if concept else code for concept, code in zip(concepts, parties, strict=True)]
    return f"{'-'.join(names)} {name}"

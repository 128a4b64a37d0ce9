"""What a meeting is held under: the instrument, summit or statement that it stands on.

In: title, events and parties. Out: names as printed. A frame ("under", "in the framework of") counts in any
sentence on the meeting; a basis ("builds on", "as agreed at", "gives effect to") where the meeting or its
founding is the subject.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.extractors.material import Material, actor_code
from acquis.extractors.meeting_events import MEETING_NOUN, Event, lead_words
from acquis.extractors.names import find_names

_CAPITAL = r"[A-Z\d][\w.’'&–-]*"
_NAME = (
    rf"(?:the\s+)?(?:\d{{4}}\s+)?(?P<name>{_CAPITAL}(?:(?:\s+(?:of|for|and|on|to|in|the|between)){{0,3}}\s+{_CAPITAL}|"
    rf"(?<=\w),(?=\s+{_CAPITAL}(?:,\s+{_CAPITAL})*,?\s+and\s+{_CAPITAL}\s+[A-Z]))*)"
)
_FRAME = re.compile(
    r"\b(?i:(?:under|within|pursuant to)(?: the)?(?: (?:auspices|framework|umbrella|aegis|context|ambit|"
    r"scope|provisions|terms) of)?|in the (?:framework|context|ambit) of|established by|as part of|"
    rf"(?:set out|foreseen|provided for|envisaged|mandated) (?:in|by|under))\s+{_NAME}"
)
_BASIS = re.compile(
    r"\b(?i:(?:gave|gives?|giving|to give) (?:\w+ )?effect to|(?<!to )(?:builds?|built|building) (?:up)?on|"
    r"(?:in line|in accordance|consistent) with|further to|in implementation of|implement(?:s|ed|ing)|"
    r"(?:as |in )?(?:a )?follow(?:s|ed|ing)?[- ]?up (?:on|of|to)|stem(?:s|med|ming) from|on the basis of|"
    r"(?:agreed|announced|decided|launched|established|set up|created|mandated|called for|outlined|endorsed|"
    r"envisioned|laid out)\s+(?:up)?(?:on|in|at|during|by|under|following|after)|"
    rf"(?:launch|establishment|creation) of [^.;]{{3,60}}? (?:following|at|under|after|during))\s+{_NAME}"
)
_ALSO = re.compile(rf"(?:,[^,.;]{{1,40}},)?\s+and(?: (?:to|under|with|on|of))? (?=the ){_NAME}")
_INSTRUMENT = re.compile(
    r"\b(?:Agreement|Treaty|Memorandum|Partnership|Framework|Initiative|Arrangement|Declaration|Charter|"
    r"Plan|Roadmap|Road Map|Accord|Convention|Protocol|Pact|Mechanism|Programme|Program|Compact|MoU|MOU|Strategy)\b"
)
_OCCASION = re.compile(r"\b(?:Statement|Communiqu[eé]|Vision|Agenda|Summit|Consensus|Work ?plan)\b")
_ABOUT = re.compile(
    rf"(?:^|,\s+)(?:the|this|these|our|their)\s+(?:[\w’'.–-]+\s+){{0,6}}?(?:{MEETING_NOUN}|discussions|working group)\b",
    re.I,
)
_HELD_UNDER = re.compile(r"\bheld under|\bdialogue|\bmeeting|\bconsultations", re.I)
_READ, _MOST, _SUBJECT = 12, 3, 240


def find_under(material: Material, events: tuple[Event, ...], parties: tuple[str, ...]) -> tuple[str, ...]:
    """What the meeting is held under, as the text frames or founds it; else what the title is about."""
    found: list[str] = []
    told = {event.passage.index for event in events}
    for passage in material.passages[:_READ]:
        words = lead_words(material, passage)
        if passage.index in told or _HELD_UNDER.search(words):
            found += (name for name in _named(_FRAME, words) if _INSTRUMENT.search(name))
        if passage.index in told or _ABOUT.search(words, 0, _SUBJECT) or "orking Group" in words:
            found += (
                name for name in _named(_BASIS, words) if _INSTRUMENT.search(name) or _OCCASION.search(name)
            )
    return tuple(dict.fromkeys(found))[:_MOST] or _named_in_title(material, parties)


def _named(cue: re.Pattern[str], words: str) -> Iterator[str]:
    """The names after a cue, and the one that "and to the …" adds."""
    for match in cue.finditer(words):
        yield " ".join(match["name"].split()).strip(" -–.,")
        if also := _ALSO.match(words, match.end()):
            yield " ".join(also["name"].split()).strip(" -–.,")


def _named_in_title(material: Material, parties: tuple[str, ...]) -> tuple[str, ...]:
    """A small group or an instrument that the title names and that is no party: AUKUS, a declaration."""
    title = material.document.title or ""
    for named in find_names(material.vocabulary, title, ("group", "instrument", "process")):
        whole_meeting = (
            bool(re.match(rf"\s+(?:\w+\s+){{0,3}}{MEETING_NOUN}\b", title[named.end :], re.I))
            and named.concept.kind == "process"
        )
        if named.concept.kind != "group" and not whole_meeting:
            return (title[named.start : named.end],)
        if (
            named.concept.kind == "group"
            and actor_code(named.concept) not in parties
            and len(parties) <= 5
            and named.concept.type == "minilateral"
        ):
            return (named.concept.name,) if re.search(rf"\b{MEETING_NOUN}\b", title, re.I) else ()
    return ()

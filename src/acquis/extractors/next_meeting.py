"""When and where the parties meet again.

In: material and the date of this meeting. Out: a `NextMeeting`, also without place and date, or None.
"""

from __future__ import annotations

import re
from dataclasses import replace

from acquis.extractors.material import Material
from acquis.extractors.meeting_events import MEETING_NOUN
from acquis.extractors.venue import place_in, state_in
from acquis.grammar.dates import find_dates
from acquis.model.meeting import NextMeeting
from acquis.model.when import When

_NEXT = re.compile(
    rf"\b(?:next|subsequent|upcoming|forthcoming) (?:(?:\w[\w.’'/–-]*|&|–) ){{0,8}}?(?:{MEETING_NOUN}|"
    rf"rounds?|editions?|iterations?|one|sessions?)\b"
    r"|\b(?:will|to|shall|would|plan(?:s|ned)? to|intends? to) (?:re)?(?:meet|convene|gather) (?:again|next|"
    r"in (?:19|20)\d\d)\b"
    rf"|\b(?:will|to|would|look(?:s|ed|ing)? forward to) (?:hold|holding|host|hosting|convene|convening|"
    rf"reconvene) (?:(?:an?|the|its|their|our|another|third|second) )?"
    rf"(?:[\w-]+ ){{0,6}}?(?:{MEETING_NOUN}|rounds?)\b"
    rf"|\b(?:{MEETING_NOUN}|round|edition) (?:will|would|is to|is expected to|is scheduled to|shall) "
    rf"(?:be held|"
    rf"take place|be hosted|be convened|convene)\b"
    rf"|\blook(?:s|ed|ing)? forward to (?:the|their|its) (?:\d{{1,2}}(?:st|nd|rd|th)|second|third|fourth|fifth|sixth|"
    rf"seventh|eighth|ninth|tenth) (?:[\w-]+ ){{0,5}}?(?:{MEETING_NOUN}|rounds?|editions?)\b"
    r"|\bmeet again\b"
    r"|\b(?:continue|resume) (?:the|their|this|these) (?:\w+ )?(?:exchanges?|dialogue|consultations|talks) in [A-Z]",
    re.I,
)
_OTHERS = re.compile(
    r"\b(?:OEWG|Open-ended|General Assembly|Security Council|GGE|Committee|COP ?\d|G20|G7|NATO Summit|"
    r"working level|expert level|IGF|Conference of|"
    r"session of the|next (?:steps|generation)|substantive session|Internet Governance Forum|seminars?|"
    r"workshops?|conferences? on|exercise)\b"
)
_STRONG = re.compile(
    rf"\bnext (?:(?:\w[\w.’'/–-]*|&|–) ){{0,8}}?(?:{MEETING_NOUN}|rounds?|editions?|iterations?|one)\b|"
    rf"meet again",
    re.I,
)
_MONTHS_IN_YEAR = re.compile(r"(\d{4})-\d\d/\1-\d\d$")


def promises_meeting(words: str) -> bool:
    """Does a sentence promise that the parties meet again?"""
    match = _NEXT.search(words)
    return match is not None and not _OTHERS.search(words[match.start() : match.end() + 80])


def find_next(material: Material, when: When | None) -> NextMeeting | None:
    """The next meeting that the text promises: best the last sentence that calls it so."""
    weak: NextMeeting | None = None
    for passage in reversed(material.passages):
        words = material.words(passage)
        match = _NEXT.search(words)
        if match is None or len(words) > 1500:
            continue
        strong = bool(_STRONG.search(words))
        if _OTHERS.search(words[match.start() : match.end() + 80]):
            continue
        found = _read(material, passage.start + match.start(), passage.end, when)
        if strong:
            return found
        if (found.place or found.when) and "working group" not in match.group().lower():
            weak = weak or found
    return weak


def _read(material: Material, start: int, end: int, when: When | None) -> NextMeeting:
    reference = (when.latest if when else None) or material.reference_date
    dates = find_dates(material.document.text, start, end, reference=reference)
    told = [
        m.when for m in dates if m.kind != "name" and m.cue != "since" and (m.when.edtf or m.kind == "vague")
    ]
    settled = next((found for found in told if found.edtf), None)
    venue = place_in(material, start, end)
    place = venue.place if venue else state_in(material, start, end)
    return NextMeeting(place, _calendar(settled) if settled else next(iter(told), None))


def _calendar(when: When) -> When:
    """The calendar value that a part of a year settles: "early 2025" is 2025."""
    part = _MONTHS_IN_YEAR.match(when.edtf or "")
    return replace(when, edtf=part[1]) if part else when

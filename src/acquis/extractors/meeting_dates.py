"""When the meeting was: the days that stand with the verb of meeting.

In: the events and the title. Out: one `When`, or None where the text settles no day ("this week").
"""

from __future__ import annotations

import re
from datetime import date

from acquis.extractors.material import Material
from acquis.extractors.meeting_events import HELD, MEETING_NOUN, WILL, Event
from acquis.grammar.dates import DateMention, find_dates
from acquis.model.when import When

_HELD = re.compile(rf"\b(?:{HELD}|{WILL}|was held|were held)\b", re.I)
_OTHER = re.compile(
    r"\b(?:signed|adopted|announced|established|launched|dated|agreed|released|issued|published|endorsed|"
    r"inaugurated by|"
    r"created|effective|entered into force|elected|appointed|recalling|deadline|statement of|laid out)\b",
    re.I,
)
_NOUN = re.compile(rf"\b{MEETING_NOUN}\b", re.I)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CITY_BEFORE = re.compile(r"(?:^|[–—(-]\s*|\n\s*)[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?, $")
_WEEK = re.compile(r"\bweek\b", re.I)


def find_meeting_date(material: Material, events: tuple[Event, ...]) -> When | None:
    """The day or days of the meeting; a month where the text gives no day."""
    reference = _reference(material)
    told = [(event, dates) for event in events if (dates := _dates_of(event, reference))]
    for event, dates in told:
        if days := [mention for mention in dates if _DAY.match(mention.when.edtf or "")]:
            days = [mention for mention in days if not _is_dateline(event.words, mention)] or days
            return _joined(days[: _steps(event.words, days)])
    title = material.document.title or ""
    named = find_dates(title, reference=reference) if _NOUN.search(title) else []
    months = [
        mention
        for dates in [*(dates for _, dates in told), named]
        for mention in dates
        if mention.kind in ("day", "range", "month")
    ]
    return months[0].when if months else None


def _is_dateline(words: str, mention: DateMention) -> bool:
    """Does a bare "City, " open the date: where and when the news was written?"""
    return bool(_CITY_BEFORE.search(words[max(0, mention.start - 40) : mention.start]))


def _reference(material: Material) -> date | None:
    """The day that dates without a year count from: publication, else the first full date of the head."""
    if material.reference_date:
        return material.reference_date
    head = [*find_dates(material.document.provenance or ""), *find_dates(material.document.text[:600])]
    if found := next((m.when.latest for m in head if m.when.latest and m.kind in ("day", "range")), None):
        return found
    year = re.search(r"\b(?:19|20)\d\d\b", material.document.published or material.document.provenance or "")
    return date(int(year[0]), 12, 31) if year else None


def _dates_of(event: Event, reference: date | None) -> list[DateMention]:
    """The dates of one sentence that its verb of meeting governs."""
    found = []
    for mention in find_dates(event.words, reference=reference):
        if (
            mention.when.edtf is None
            or mention.kind in ("name", "season", "year")
            or _WEEK.search(mention.when.words)
        ):
            continue
        if _governed(event.words, mention):
            found.append(mention)
    return found


def _governed(words: str, mention: DateMention) -> bool:
    """The last verb before the date is one of meeting; a date in front waits for one, or for the noun."""
    held = [match.end() for match in _HELD.finditer(words, 0, mention.start)]
    other = [match.end() for match in _OTHER.finditer(words, 0, mention.start)]
    if held or other:
        return max(held, default=-1) > max(other, default=-1)
    return bool(_HELD.search(words, mention.end) or _NOUN.search(words, mention.end))


def _steps(words: str, days: list[DateMention]) -> int:
    """How many of the days belong together: each after the first has a verb of meeting of its own."""
    count = 1
    while count < len(days) and _HELD.search(words, days[count - 1].end, days[count].start):
        count += 1
    return count


def _joined(days: list[DateMention]) -> When:
    """One `When` from the first to the last day told in one sentence."""
    first = min(days, key=lambda mention: mention.when.start or "")
    last = max(days, key=lambda mention: mention.when.end or "")
    if first is last or first.when.start == last.when.start:
        return first.when
    words = f"{first.when.words} … {last.when.words}"
    inferred = first.when.inferred or last.when.inferred
    return When(f"{first.when.start}/{last.when.end}", words, first.when.earliest, last.when.latest, inferred)

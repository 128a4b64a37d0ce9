"""Where the meeting was: a named place after "in" or "at" in a sentence that tells of it, or online.

In: the events, or any span. Out: the place as the vocabulary or the text names it, and its country's code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from acquis.extractors.material import Material
from acquis.extractors.meeting_events import Event
from acquis.vocabulary.lexicon import Mention

VIRTUAL = "virtual"


@dataclass(frozen=True, slots=True)
class Venue:
    """A place by name, or "virtual" without a country."""

    place: str
    country: str | None = None


_BEFORE = re.compile(
    r"(?<!ambassador )(?<!embassy )(?<!mission )(?<!based )(?<!representative )(?<!permanent "
    r")(?<!delegation )(?<!processes )"
    r"\b(?:in|at|to|near|planned for|scheduled for)\s+(?:the\s+)?(?:(?:city|town|capital|margins|historic|"
    r"beautiful|heart|"
    r"capital city|port city) (?:of )?){0,2}$",
    re.I,
)
_VISIT_TO = re.compile(r"\bvisit(?:ed)?(?: to)?\s+(?=(?:the )?[A-Z])")
_DATED = re.compile(r",? \(?(?:\d{1,2} )?[A-Z][a-z]{2,8}\.? \d")
_HEAD = 1_200
_CITY_AFTER_HOUSE = re.compile(r"\b(?:in|at) (?:the )?[A-Z][^.;]{3,90}(?:,| in) $")
_ONLINE = re.compile(
    r"\bvirtual(?:ly)?\b(?! (?:assets?|currenc|private|world|sessions? of))|"
    r"\bvideo[- ]?(?:tele)?[- ]?conferenc\w*|\bteleconferenc\w*|"
    r"\bvideo[- ]?link\b|\b(?:by|via|through|over) (?:secure )?(?:video|VTC|phone|telephone|zoom|webex)\b|"
    r"\bVTC\b|"
    r"\b(?:held|met|place|conducted|convened|gathered|meeting|dialogue|consultations|format) online\b|"
    r"\bonline (?:meeting|format|mode|dialogue|session)\b",
    re.I,
)
_HOST_CITY = re.compile(r"(?P<city>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:hosted|was the venue|welcomed)\b")
_HOST_STATE = re.compile(r"\bin\s+(?:the\s+)?$", re.I)
_HOUSE = re.compile(r".*\b(?:House|Palace|Palais|Castle|Hall|Hotel|Street|Museum|University)$")
_HYBRID = re.compile(r"\bhybrid (?:format|mode|meeting|form|fashion)|\bin[- ]person\b", re.I)
_NAMED = re.compile(
    r"\b(?:in|at) (?P<name>[A-Z][\w’'-]+(?:[ -](?:[A-Z][\w’'-]+)){0,2})(?P<country>,? \(?[A-Z][\w "
    r"]{2,30}\)?)?"
    r"(?=,| on | in | at | next | from | between | today| yesterday|\.| this | under | with |$)"
)
_NO_PLACE = re.compile(
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|Cyber|Track|"
    r"Spring|Summer|Autumn|Winter|Person|Accordance|Addition|Response|Support|The|This|Phase|His|Her|Their|"
    r"Cyberspace|Europe|Asia|Africa|[A-Z]{2,})$"
)


def find_venue(material: Material, events: tuple[Event, ...]) -> Venue | None:
    """The venue named in the first sentence that names one."""
    for event in events:
        if (host := _HOST_CITY.search(event.words)) and (
            venue := _city_at(material, event.passage.start + host.start("city"))
        ):
            return venue
        if _ONLINE.search(event.words) and not _HYBRID.search(event.words):
            return Venue(VIRTUAL)
        start = event.passage.start
        if venue := place_in(material, start, start + len(event.words), words=event.words):
            return venue
    title = material.document.title or ""
    return Venue(VIRTUAL) if events and _ONLINE.search(title) else _visited_city(material)


def _visited_city(material: Material) -> Venue | None:
    """The city of the dateline, where it lies in the State that was visited."""
    text = material.document.text[:_HEAD]
    visited = {
        code
        for visit in _VISIT_TO.finditer(text)
        for _, code in material.actors_in(visit.end(), visit.end() + 5, adjectives=False)
    }
    for mention in material.mentions_in(0, len(text)) if visited else ():
        venue = _venue_of(material, mention)
        if venue and venue.country in visited and _DATED.match(text, mention.end):
            return venue
    return None


def state_in(material: Material, start: int, end: int) -> str | None:
    """The State a span names as venue where it names no city: "in Galvia"; who hosts may do so elsewhere."""
    text = material.document.text
    for mention in material.mentions_in(start, end):
        concept = material.concept(mention, "state")
        if concept and _HOST_STATE.search(text[max(start, mention.start - 24) : mention.start]):
            return concept.name
    return None


def _city_at(material: Material, at: int) -> Venue | None:
    return next((_venue_of(material, mention) for mention in material.mentions_in(at, at + 1)), None)


def place_in(material: Material, start: int, end: int, *, words: str | None = None) -> Venue | None:
    """The place a span names after a preposition; `words` are the span's own with parts blanked."""
    text = words if words is not None else material.document.text[start:end]
    for mention in material.mentions_in(start, end):
        at = mention.start - start
        if text[at : at + 1].isspace() or not _stands_as_place(text, at):
            continue
        if venue := _venue_of(material, mention):
            return venue
    return _unlisted(material, text, start)


def _stands_as_place(text: str, at: int) -> bool:
    before = text[max(0, at - 110) : at]
    return bool(_BEFORE.search(before) or _CITY_AFTER_HOUSE.search(before))


def _venue_of(material: Material, mention: Mention) -> Venue | None:
    for sense in mention.senses:
        concept = material.vocabulary.concepts[sense.concept_id]
        if concept.kind == "place":
            return Venue(concept.name, concept.country)
    return None


def _unlisted(material: Material, text: str, start: int) -> Venue | None:
    """A place the vocabulary does not know: capitals after "in" that are no other known name."""
    for match in _NAMED.finditer(text):
        first = match["name"].split()[0]
        span = (start + match.start("name"), start + match.end("name"))
        if _NO_PLACE.match(first) or _HOUSE.match(match["name"]) or material.mentions_in(*span):
            continue
        codes = [code for _, code in material.actors_in(span[1], span[1] + len(match["country"] or ""))]
        return Venue(match["name"], codes[0] if codes else None)
    return None

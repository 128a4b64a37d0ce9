"""Lists of bodies: "the Home Office, DSIT and the Ministries of Defence and Justice" to one body each.

In: a span of the text, the side it belongs to. Out: `ListedBody`s, acronyms in full, with their party. A name
keeps its own commas and "and": a piece that is no body itself belongs to the one before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from acquis.extractors.known_bodies import full_name
from acquis.extractors.list_pieces import (
    ACRONYM,
    COMMAS,
    GROUPS,
    HEAD,
    LEADING,
    PLURAL,
    SEPARATOR,
    find_pieces,
    known_institution,
)
from acquis.extractors.material import Material, actor_code
from acquis.model.concept import Concept


@dataclass(frozen=True, slots=True)
class ListedBody:
    """One body by its full name, and its State or group."""

    name: str
    party: str | None = None


_SINGULAR = {
    "Ministries": "Ministry",
    "Departments": "Department",
    "Governments": "Government",
    "Offices": "Office",
    "Directorates": "Directorate",
}
_BRACKETED = re.compile(r"\s*\([^)]*\)?")
_TRAILING = re.compile(
    r"\s+(?:also|who|which|that|for(?!\s+(?:the\s+)?[A-Z])|to|in|at|on|all|were|was|has|have|participated|attended|took part|"
    r"among others)\b.*$"
)
_SENT = re.compile(r"\b(?:Mission|Delegation|Embassy|Ambassador)\b")
_OF_STATE = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?$")


def read_bodies(
    material: Material,
    span: tuple[int, int],
    side: str | None,
    parties: tuple[str, ...],
    *,
    also: Literal["states", "people"] | None = None,
) -> list[ListedBody]:
    """The bodies in a span; `also` takes States and groups, or people by their calling, beside them."""
    found: list[ListedBody] = []
    plural: tuple[str, str] | None = None
    holder: str | None = None
    for begin, last in find_pieces(material, *span, COMMAS if also == "people" else SEPARATOR):
        first, raw = begin, material.document.text[begin:last]
        if opened := PLURAL.match(raw):
            plural = (_SINGULAR[opened["head"]], opened["of"])
            first += opened.end()
            raw = raw[opened.end() :]
        elif HEAD.search(raw) or raw[:1].islower() or raw.strip().isupper():
            listed = raw.startswith("the ") and not HEAD.search(raw)
            plural = plural if listed or raw.strip() == "Treasury" else None
        holder = _holder(material, begin, last, holder)
        body = _expanded(material, raw, first, last, plural, holder or side) if plural else None
        body = body or _body(material, first, last, holder or side, parties)
        if body is None and also == "states":
            body = _state(material, first, last, side)
        if body is None and also == "people" and GROUPS.search(raw):
            body = ListedBody(_clean(raw, keep=True))
        if body:
            found.append(body)
    return found


def _expanded(
    material: Material, raw: str, start: int, end: int, plural: tuple[str, str], side: str | None
) -> ListedBody | None:
    """One of "the Departments of Justice, Homeland Security and Commerce"."""
    words = _clean(raw)
    if words == "Treasury":
        return ListedBody("Department of the Treasury", side or "US")
    if not words or not words[0].isupper() or HEAD.search(words):
        return None
    actors = material.actors_in(start - 4, end)
    party = (
        actors[-1][1]
        if actors and (plural[0] == "Government" or _OF_STATE.search(raw[: actors[-1][0].start - start]))
        else side
    )
    if plural[0] == "Government":
        name = f"{plural[0]} of {'the ' if raw.startswith('the ') else ''}{words}"
        return ListedBody(name, party) if actors else None
    name = f"{plural[0]} {plural[1]} {words}"
    return ListedBody(name, party or _side_of_name(material, name))


def _side_of_name(material: Material, name: str) -> str | None:
    senses = material.vocabulary.senses.get(name.lower(), ())
    sides = {
        material.vocabulary.concepts[s.concept_id].side for s in senses if s.form == "name" and not s.weak
    }
    return sides.pop() if len(sides) == 1 else None


def _body(
    material: Material, start: int, end: int, side: str | None, parties: tuple[str, ...]
) -> ListedBody | None:
    text = material.document.text
    raw = text[start:end]
    sides = (side,) if side else parties
    for mention in material.mentions_in(start, end):
        concept = known_institution(material, mention, sides)
        if concept is None:
            continue
        head = LEADING.sub("", text[start : mention.start].strip() + " ").strip()
        if head and HEAD.search(head):
            break
        own = _own_state(material, start, end)
        printed = text[mention.start : mention.end]
        return ListedBody(
            full_name(concept, printed),
            own
            or (side if side and not _settles(concept, printed, parties) else None)
            or concept.side
            or side,
        )
    if (
        not HEAD.search(raw)
        and not (ACRONYM.match(raw.strip()) and len(raw.strip()) > 2)
        and not re.search(r"\bgovernment$", raw.strip())
    ):
        return None
    own = _own_state(material, start, end)
    name = _without_state(material, start, end)
    return (
        ListedBody(name, own or side or _named_party(material, start, end, parties))
        if name and len(name.split()) <= 14 and re.search(r"[A-Z]", name)
        else None
    )


def _named_party(material: Material, start: int, end: int, parties: tuple[str, ...]) -> str | None:
    """The one party inside a name: "Royal Gavrian Police", "Public Safety Gavria"."""
    named = {code for _, code in material.actors_in(start, end) if code in parties}
    return named.pop() if len(named) == 1 else None


def _holder(material: Material, start: int, end: int, before: str | None) -> str | None:
    """Whose the body is by "Gavria's Ministry X, Agency Y and Office Z": also of those that follow bare."""
    text = material.document.text
    for mention, code in material.actors_in(start, end)[:1]:
        if mention.start - start < 5 and text[mention.end : mention.end + 2] in ("’s", "'s"):
            return code
    return (
        None
        if text[max(0, start - 4) : start].lower() == "the " or text[start:end].startswith("the ")
        else before
    )


def _settles(concept: Concept, printed: str, parties: tuple[str, ...]) -> bool:
    """Does a known name alone tell its State: of a party, and no name that each State may use?"""
    return concept.side in parties and bool(ACRONYM.match(printed.strip()) or concept.side == "EU")


def _own_state(material: Material, start: int, end: int) -> str | None:
    """The State in the name of a body itself: "… of Gavria", "Gavrian …"; not whom a mission is sent to."""
    text = material.document.text
    for mention, code in material.actors_in(start, end):
        before = text[start : mention.start]
        named = _OF_STATE.search(before) or not LEADING.sub("", f"{before.strip()} ").strip()
        if named and (not before.strip() or not _SENT.search(text[mention.start : end][:60])):
            return code
    return None


def _without_state(material: Material, start: int, end: int) -> str:
    text = material.document.text
    actors = material.actors_in(start, end)
    if actors:
        first, mention = actors[0][0], actors[-1][0]
        if first.start - start < 5 and text[first.end : first.end + 2] in ("’s", "'s"):
            return _clean(text[first.end + 2 : end])
        before = text[start : mention.start]
        if (
            _OF_STATE.search(before)
            and not text[mention.end : end].strip(" ,.")
            and len(_clean(before).split()) > 2
        ):
            return _clean(_OF_STATE.sub("", before))
    return _clean(text[start:end])


def _state(material: Material, start: int, end: int, side: str | None) -> ListedBody | None:
    for mention, code in material.actors_in(start, end):
        concept = material.concept(mention, "state", "group")
        if concept:
            return ListedBody(
                _clean(material.document.text[start:end]) or concept.name, actor_code(concept) or code
            )
    return None


def _clean(words: str, *, keep: bool = False) -> str:
    words = _BRACKETED.sub("", " ".join(words.split()))
    words = _TRAILING.sub("", words) if not keep else words
    return (words if keep else LEADING.sub("", words)).strip(" ,.;:()")

"""Lists of bodies: "the Home Office, DSIT and the Ministries of Defence and Justice" to one body each.

In: a span of the text, the side it belongs to. Out: `ListedBody`s, acronyms in full, with their party. A name
keeps its own commas and "and": a piece that is no body itself belongs to the one before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from acquis.extractors.bodies import full_name
from acquis.extractors.material import Material, actor_code
from acquis.model.concept import Concept
from acquis.vocabulary.lexicon import Mention


@dataclass(frozen=True, slots=True)
class ListedBody:
    """One body by its full name, and its State or group."""

    name: str
    party: str | None = None


_SEPARATOR = re.compile(
    r"(?:,|;)?\s+(?:and|as well as|&(?=\s+the\b)|along with|together with|plus)\s+(?:also\s+)?|[,;]\s+"
)
_COMMAS = re.compile(r",\s+(?:and\s+)?")
_HEAD = re.compile(
    r"\b(?:Ministr(?:y|ies)|Departments?|Agenc(?:y|ies)|Authority|Council|Commission|Secretariat|Cabinet|"
    r"Service|Command|Police|Embassy|Mission|"
    r"Chancellery|Cent(?:re|er)|Institute|Administration|Bank|Treasury|Office|Bureau|Directorate|Forces?|"
    r"University|Board|Committee|"
    r"Organi[sz]ation|CERT[-\w]*|CSIRT[-\w]*|Government|Parliament|Prosecutor[\w’' -]*|Inspectorate|"
    r"Division|Intelligence|Guard|Army|Investigation|Delegation|Public Safety|Prosecutors?|"
    r"Commissioner|Response Team|Academy|Foundation|Regulator|Laboratory|Corporation)\b"
)
_PLURAL = re.compile(
    r"^(?:the\s+)?(?:[\w.]+\s+)?(?P<head>Ministries|Departments|Governments|Offices|"
    r"Directorates)\s+(?P<of>of|for)\s+(?:the\s+)?"
)
_SINGULAR = {
    "Ministries": "Ministry",
    "Departments": "Department",
    "Governments": "Government",
    "Offices": "Office",
    "Directorates": "Directorate",
}
_GROUPS = re.compile(
    r"\b(?:executives|representatives|ambassadors|leaders|educators|companies|experts|academia|academics|"
    r"industry|private sector|civil society|governors|mayors|"
    r"counterparts|dignitaries|partners|stakeholders|chief executives)\b"
)
_LEADING = re.compile(
    r"^(?:(?:the|its|their|by|from|of|also|both|across|other|relevant|various|senior|including|and|to|with|"
    r"members|"
    r"(?:officials|representatives|experts|delegates|colleagues|staff|members|participants|observers|"
    r"counterparts) (?:from|of)(?: across)?(?: the)?)\s+)+",
    re.I,
)
_BRACKETED = re.compile(r"\s*\([^)]*\)?")
_TRAILING = re.compile(
    r"\s+(?:also|who|which|that|for(?!\s+(?:the\s+)?[A-Z])|to|in|at|on|all|were|was|has|have|participated|attended|took part|"
    r"among others)\b.*$"
)
_ACRONYM = re.compile(r"^(?:the )?[A-Z][A-Za-z]*[A-Z][A-Za-z-]*$")
_SENT = re.compile(r"\b(?:Mission|Delegation|Embassy|Ambassador)\b")
_OF_STATE = re.compile(r"\s+(?:of|from)\s+(?:the\s+)?$")


def names_a_body(words: str) -> bool:
    """Does one of the words head the name of a body?"""
    return _HEAD.search(words) is not None


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
    for begin, last in _pieces(material, *span, _COMMAS if also == "people" else _SEPARATOR):
        first, raw = begin, material.document.text[begin:last]
        if opened := _PLURAL.match(raw):
            plural = (_SINGULAR[opened["head"]], opened["of"])
            first += opened.end()
            raw = raw[opened.end() :]
        elif _HEAD.search(raw) or raw[:1].islower():
            plural = None if not raw.startswith("the ") or _HEAD.search(raw) else plural
        holder = _holder(material, begin, last, holder)
        body = _expanded(material, raw, first, last, plural, holder or side) if plural else None
        body = body or _body(material, first, last, holder or side, parties)
        if body is None and also == "states":
            body = _state(material, first, last, side)
        if body is None and also == "people" and _GROUPS.search(raw):
            body = ListedBody(_clean(raw, keep=True))
        if body:
            found.append(body)
    return found


def _pieces(material: Material, start: int, end: int, separator: re.Pattern[str]) -> list[tuple[int, int]]:
    """The items of a list; a piece that cannot stand alone is joined to the one before it."""
    text = material.document.text
    inside = [
        (m.start, m.end)
        for m in material.mentions_in(start, end)
        if material.concept(m, "institution", "state", "group")
    ]
    cuts = [
        match.span()
        for match in separator.finditer(text, start, end)
        if not any(a < match.start() < b for a, b in inside)
    ]
    pieces: list[tuple[int, int]] = []
    at, plural = start, False
    for stop, following in _without_portfolios(text, start, [*cuts, (end, end)]):
        words = text[at:stop]
        before = plural
        plural = bool(_PLURAL.match(_LEADING.sub("", words))) or (plural and not _HEAD.search(words))
        alone = plural or not pieces or _stands_alone(material, at, stop)
        if words.strip():
            if alone and (not pieces or plural or before or _whole(material, *pieces[-1])):
                lead = _LEADING.match(words)
                keep = lead is None or (bool(_GROUPS.search(words)) and not _HEAD.search(words))
                pieces.append((at if keep else at + (lead.end() if lead else 0), stop))
            else:
                pieces[-1] = (pieces[-1][0], stop)
        at = following
    return pieces


def _without_portfolios(text: str, start: int, cuts: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Cuts without the "and" inside one portfolio: "Departments of Trade and Industry, Home Affairs and Defence"."""
    kept: list[tuple[int, int]] = []
    plural, at = False, start
    for number, (stop, following) in enumerate(cuts):
        words = text[at:stop]
        plural = bool(_PLURAL.match(_LEADING.sub("", words))) or (plural and not _HEAD.search(words))
        after = [text[a:b] for (_, a), (b, _) in pairwise(cuts[number : number + 3])]
        joins = text[stop:following].strip() == "and" and len(after) == 2
        if not (plural and joins and not any(_HEAD.search(piece) or piece[:1].islower() for piece in after)):
            kept.append((stop, following))
        at = following
    return kept


def _whole(material: Material, start: int, end: int) -> bool:
    """False for a first half such as "Digital" of "Digital and Intelligence Service"."""
    words = material.document.text[start:end]
    return not words[:1].isupper() or len(words.split()) > 2 or _stands_alone(material, start, end)


def _stands_alone(material: Material, start: int, end: int) -> bool:
    words = material.document.text[start:end]
    if words[:1].islower() or _HEAD.search(words) or _ACRONYM.match(words.strip()):
        return True
    return any(
        _institution(material, mention, ()) or material.concept(mention, "state", "group")
        for mention in material.mentions_in(start, end)
    )


def _institution(material: Material, mention: Mention, sides: tuple[str, ...]) -> Concept | None:
    """The body a mention means; of several, the one of these sides."""
    senses = [
        (material.vocabulary.concepts[sense.concept_id], sense)
        for sense in mention.senses
        if sense.form == "name"
    ]
    bodies = [concept for concept, _ in senses if concept.kind == "institution"]
    fitting = [concept for concept in bodies if concept.side in sides]
    if fitting:
        return fitting[0]
    strong = [concept for concept, sense in senses if concept.kind == "institution" and not sense.weak]
    return strong[0] if len(strong) == 1 and len(bodies) == 1 else None


def _expanded(
    material: Material, raw: str, start: int, end: int, plural: tuple[str, str], side: str | None
) -> ListedBody | None:
    """One of "the Departments of Justice, Homeland Security and Commerce"."""
    words = _clean(raw)
    if not words or not words[0].isupper() or _HEAD.search(words):
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
        concept = _institution(material, mention, sides)
        if concept is None:
            continue
        head = _LEADING.sub("", text[start : mention.start].strip() + " ").strip()
        if head and _HEAD.search(head):
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
        not _HEAD.search(raw)
        and not (_ACRONYM.match(raw.strip()) and len(raw.strip()) > 2)
        and not re.search(r"\bgovernment$", raw.strip())
    ):
        return None
    own = _own_state(material, start, end)
    name = _without_state(material, start, end)
    return (
        ListedBody(name, own or side)
        if name and len(name.split()) <= 14 and re.search(r"[A-Z]", name)
        else None
    )


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
    return concept.side in parties and bool(_ACRONYM.match(printed.strip()) or concept.side == "EU")


def _own_state(material: Material, start: int, end: int) -> str | None:
    """The State in the name of a body itself: "… of Gavria", "Gavrian …"; not whom a mission is sent to."""
    text = material.document.text
    for mention, code in material.actors_in(start, end):
        before = text[start : mention.start]
        named = _OF_STATE.search(before) or not _LEADING.sub("", f"{before.strip()} ").strip()
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
    return (words if keep else _LEADING.sub("", words)).strip(" ,.;:()")

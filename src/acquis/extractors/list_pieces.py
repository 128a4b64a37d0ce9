"""A list of bodies cut into its items: a name keeps its own commas and "and".

In: a span of the text. Out: the spans of the items; the words that head the name of a body.
"""

from __future__ import annotations

import re
from itertools import pairwise

from acquis.extractors.material import Material
from acquis.model.concept import Concept
from acquis.vocabulary.lexicon import Mention

SEPARATOR = re.compile(
    r"(?:,|;)?\s+(?:and|as well as|&(?=\s+the\b)|along with|together with|plus)\s+(?:also\s+)?|[,;]\s+"
)
COMMAS = re.compile(r",\s+(?:and\s+)?")
HEAD = re.compile(
    r"\b(?:Ministr(?:y|ies)|Departments?|Agenc(?:y|ies)|Authority|Council|Commission|Secretariat|Cabinet|"
    r"Service|Command|Police|Embassy|Mission|"
    r"Chancellery|Cent(?:re|er)|Institute|Administration|Bank|Treasury|Office|Bureau|Directorate|Forces?|"
    r"University|Board|Committee|"
    r"Organi[sz]ation|CERT[-\w]*|CSIRT[-\w]*|Government|Parliament|Prosecutor[\w’' -]*|Inspectorate|"
    r"Division|Unit|Guard|Army|Investigation|Delegation|Public Safety|Prosecutors?|"
    r"Commissioner|Response Team|Academy|Foundation|Regulator|Laboratory|Corporation)\b"
)
PLURAL = re.compile(
    r"^(?:the\s+)?(?:[\w.]+\s+)?(?P<head>Ministries|Departments|Governments|Offices|"
    r"Directorates)\s+(?P<of>of|for)\s+(?:the\s+)?"
)
GROUPS = re.compile(
    r"\b(?:executives|representatives|ambassadors|leaders|educators|companies|experts|academia|academics|"
    r"industry|private sector|civil society|governors|mayors|"
    r"counterparts|dignitaries|partners|stakeholders|chief executives)\b"
)
LEADING = re.compile(
    r"^(?:(?:the|its|their|by|from|of|also|both|across|other|relevant|various|senior|including|and|to|with|"
    r"members|"
    r"(?:officials|representatives|experts|delegates|colleagues|staff|members|participants|observers|"
    r"counterparts) (?:from|of)(?: across)?(?: the)?)\s+)+",
    re.I,
)
ACRONYM = re.compile(r"^(?:the )?[A-Z][A-Za-z]*[A-Z][A-Za-z-]*$")


def names_a_body(words: str) -> bool:
    """Does one of the words head the name of a body?"""
    return HEAD.search(words) is not None


def find_pieces(
    material: Material, start: int, end: int, separator: re.Pattern[str]
) -> list[tuple[int, int]]:
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
        plural = bool(PLURAL.match(LEADING.sub("", words))) or (plural and not HEAD.search(words))
        alone = plural or not pieces or _stands_alone(material, at, stop)
        if words.strip():
            if alone and (not pieces or plural or before or _whole(material, *pieces[-1])):
                lead = LEADING.match(words)
                keep = lead is None or (bool(GROUPS.search(words)) and not HEAD.search(words))
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
        plural = bool(PLURAL.match(LEADING.sub("", words))) or (plural and not HEAD.search(words))
        after = [text[a:b] for (_, a), (b, _) in pairwise(cuts[number : number + 3])]
        joins = text[stop:following].strip() == "and" and len(after) == 2
        if not (plural and joins and not any(HEAD.search(piece) or piece[:1].islower() for piece in after)):
            kept.append((stop, following))
        at = following
    return kept


def _whole(material: Material, start: int, end: int) -> bool:
    """False for a first half such as "Digital" of "Digital and Intelligence Service"."""
    words = material.document.text[start:end]
    return not words[:1].isupper() or len(words.split()) > 2 or _stands_alone(material, start, end)


def _stands_alone(material: Material, start: int, end: int) -> bool:
    words = material.document.text[start:end]
    if words[:1].islower() or HEAD.search(words) or ACRONYM.match(words.strip()):
        return True
    return any(
        known_institution(material, mention, ()) or material.concept(mention, "state", "group")
        for mention in material.mentions_in(start, end)
    )


def known_institution(material: Material, mention: Mention, sides: tuple[str, ...]) -> Concept | None:
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

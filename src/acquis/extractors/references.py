"""What a statement refers to: instruments, bodies and documents, and States whose act or words it takes up.

In: a document and who speaks. Out: State and group codes, and names, each once, in the order of the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from acquis.extractors.material import Material, actor_code
from acquis.extractors.passages import Passage
from acquis.extractors.printed_names import find_printed_documents
from acquis.grammar.symbols import find_symbols
from acquis.model.concept import Concept
from acquis.vocabulary.lexicon import Mention

# Groupings that say what a State is, not who did something.
_NO_REFERENCE = frozenset({"SIDS", "LDCS", "LLDCS", "G7", "G20", "P5"})
# Bodies whose holders preside: naming them is courtesy.
_ADDRESSED = frozenset({"institution.un.chair", "institution.un.pga"})
_BODIES = ("institution.", "group.")
_UN = "institution.un"
# Groups that records name by code; others stand as printed.
_CODED = frozenset(
    [
        "EU",
        "ASEAN",
        "AU",
        "NATO",
        "OSCE",
        "OAS",
        "CARICOM",
        "PIF",
        "QUAD",
        "AUKUS",
        "BRICS",
        "NAM",
        "AFRICAN-GROUP",
        "ARAB-GROUP",
        "LAC-GROUP",
        "NORDICS",
        "BALTICS",
        "NORDIC-BALTIC-8",
        "CANZ",
        "CRI",
        "FIVE-EYES",
    ]
)
_ACT_AFTER = re.compile(
    r"(?:\s*,?\s+(?:and|as well as)\s+[A-Z][\w’' -]{2,40})?\s+(?:also |jointly |recently |already )?"
    r"(?:has|have|had|highlighted|proposed|suggested|said|stated|noted|presented|submitted|launched|"
    r"raised|mentioned|made|put forward|introduced|"
    r"hosted|led|organi[sz]ed|called|outlined|shared|continues|conducted|attacked|are\b|is\b|will)\b"
)
_SAID_AFTER = re.compile(
    r"(?:['’]s?)?\s+(?:delegation|delegate|colleague|representative|ambassador|proposal|statement|"
    r"intervention|initiative|paper|working paper|presentation|"
    r"Government|Administration|presidency|chairmanship|malicious|cyber|State-sponsored|military|"
    r"intelligence|aggression|war)\b",
    re.I,
)
_ACT_BEFORE = re.compile(
    r"\b(?:by|(?:government|administration|delegations?|representatives?|ambassadors?|colleagues?|"
    r"statements?|interventions?|remarks|proposals?|initiatives?|papers?|behalf|"
    r"withdrawal|attack|invasion|aggression|relations|protest) (?:of|from|by|with)|thank|thanks to|"
    r"applaud|commend|congratulate|condemn|joining|join|including|following|"
    r"echo|align(?:s|ed)? with)\s+(?:the\s+)?(?:(?:distinguished|"
    r"honou?rable)\s+\w+\s+of\s+)?(?:(?-i:[A-Z])[\w’'.-]+(?: (?:of (?:the "
    r")?)?(?-i:[A-Z])[\w’'.-]+){0,3},?\s+(?:and\s+)?(?:the\s+)?){0,3}$",
    re.I,
)
_NATIONALITY_AFTER = re.compile(
    r"\s+(?:delegation|delegate|colleagues?|representative|ambassador|proposal|initiative|Government|"
    r"Administration|presidency)\b"
)
_MODIFIER_AFTER = re.compile(
    r"\s+(?!and\b|to\b|in\b|on\b|of\b|as\b|is\b|are\b|has\b|have\b|must\b|should\b|will\b|can\b|for\b|"
    r"at\b|with\b|or\b|by\b|that\b|itself\b|members?\b)[a-z]|\s+[A-Z]"
)
_LAW = re.compile(
    r"nternational (?:[Hh]umanitarian |[Hh]uman [Rr]ights )?[Ll]aw\b"
)  # a literal beginning: fast
_FRAMEWORK = re.compile(
    r"\b(?:our|the|this|agreed|of the) framework\b(?! (?:of|for|convention|agreement|decision))", re.I
)
_GUIDING = re.compile(r"\b(?:your|the Chair['’]s|Chair['’]s) (?:guiding|guidance) questions\b", re.I)
_GUIDES = frozenset({"guiding", "guidance"})
_SYMBOL_SIGN = re.compile(r"/(?=(?:RES|AC|C|CONF|HRC|DEC|CN|PV|PRST|\d\d?)\b)(?<=[ASE0-9]/)")
_ROOM = re.compile(r"\bOEWG\b|\bopen-ended working group\b", re.I)
_ACRONYM = re.compile(r"[A-Z][A-Za-z&.-]{1,9}$")


class Reference(NamedTuple):
    """One reference: where it stands, what decides that two are one, and how it is printed in a record."""

    start: int
    end: int
    key: str
    name: str


def find_references(material: Material, speaker: frozenset[str]) -> tuple[str, ...]:
    """The references of a statement by `speaker` (codes), first mention first."""
    found = [*_named(material, speaker), *_patterned(material)]
    taken = [(reference.start, reference.end) for reference in found]
    taken += [(m.start, m.end) for m in material.mentions if m.concept_id.startswith(_BODIES)]
    found += [
        Reference(start, end, name.lower(), name)
        for start, end, name in find_printed_documents(material, taken)
    ]
    names: dict[str, str] = {}
    for reference in sorted(found):
        held = names.get(reference.key)
        if held is None or (_ACRONYM.match(held) and not _ACRONYM.match(reference.name)):
            names[reference.key] = reference.name
    return tuple(dict.fromkeys(names.values()))


def _named(material: Material, speaker: frozenset[str]) -> Iterator[Reference]:
    """References among the names of the vocabulary."""
    for mention in material.mentions:
        concept = material.concept(
            mention, "instrument", "institution", "process", "group", "state", "provision"
        )
        if concept is None:
            continue
        name = _name(material, mention, concept, speaker)
        if name:
            yield Reference(mention.start, mention.end, concept.id, name)


def _name(material: Material, mention: Mention, concept: Concept, speaker: frozenset[str]) -> str | None:
    text = material.document.text
    if text[mention.end : mention.end + 1] == "/":
        return None  # the beginning of a longer symbol
    printed = " ".join(text[mention.start : mention.end].split())
    if concept.kind == "state":
        code = actor_code(concept)
        return code if code not in speaker and _acts(text, mention, printed, concept) else None
    if concept.kind == "group":
        code = actor_code(concept)
        if code in speaker or code in _NO_REFERENCE or only_modifies(text, mention):
            return None
        return code if code in _CODED else printed
    if concept.kind == "provision":
        return printed if concept.id == "provision.framework" else None
    if concept.kind == "institution":
        return _body(text, mention, concept, printed) if concept.side not in speaker else None
    if concept.kind == "instrument":
        return concept.name if _ACRONYM.match(printed) or "/" in printed else printed
    return "OEWG" if printed.endswith("OEWG") else printed


def _body(text: str, mention: Mention, concept: Concept, printed: str) -> str | None:
    """A body, unless it is only addressed, or its name only describes another noun."""
    if concept.id in _ADDRESSED or (concept.id == _UN and not _stands_alone(text, mention)):
        return None
    return concept.name if _ACRONYM.match(printed) else printed


def _acts(text: str, mention: Mention, printed: str, concept: Concept) -> bool:
    """Is the State's act or statement referred to, and not only the State named?"""
    if printed in concept.adjectives:
        return _NATIONALITY_AFTER.match(text, mention.end) is not None
    before = text[max(0, mention.start - 60) : mention.start]
    if _ACT_BEFORE.search(before):
        return True
    return _SAID_AFTER.match(text, mention.end) is not None or _ACT_AFTER.match(text, mention.end) is not None


def only_modifies(text: str, mention: Mention) -> bool:
    """Does the name only describe the noun behind it ("EU regulation")?"""
    return _MODIFIER_AFTER.match(text, mention.end) is not None


def _stands_alone(text: str, mention: Mention) -> bool:
    before = text[max(0, mention.start - 16) : mention.start].lower()
    return (
        before.endswith("the ")
        and not before.endswith(("at the ", "charter of the "))
        and not only_modifies(text, mention)
    )


def _patterned(material: Material) -> Iterator[Reference]:
    """International law, the framework, the Chair's questions, symbols outside the vocabulary."""
    text = material.document.text
    for match in _LAW.finditer(text):
        name = " ".join(f"i{match.group()}".lower().split())
        yield Reference(match.start(), match.end(), name, name)
    if "framework" in text and _ROOM.search(text) and (named := _FRAMEWORK.search(text)):
        name = "framework of responsible State behaviour"
        yield Reference(named.start(), named.end(), "provision.framework", name)
    if not _GUIDES.isdisjoint(material.tokens.words) and (asked := _GUIDING.search(text)):
        yield Reference(asked.start(), asked.end(), "guiding questions", "Chair's guiding questions")
    for passage in _with_symbols(material):
        for symbol in find_symbols(text, passage.start, passage.end):
            known = any(
                mention.end >= symbol.end for mention in material.mentions_in(symbol.start, symbol.end)
            )
            if symbol.kind not in ("norm", "cbm") and not known:
                yield Reference(symbol.start, symbol.end, symbol.symbol, symbol.symbol)


def _with_symbols(material: Material) -> Iterator[Passage]:
    """The passages in which a document may be cited by symbol or number."""
    text, held = material.document.text, -1
    for match in _SYMBOL_SIGN.finditer(text):
        at = bisect_right(material.passages, match.start(), key=lambda passage: passage.start) - 1
        if at > held:
            held = at
            yield material.passages[at]

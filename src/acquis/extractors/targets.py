"""What one passage is about: its element, and the concepts of the vocabulary it is aimed at.

In: a span of the text. Out: `Targets`; for a whole document, the set of its elements.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import cast

from acquis.extractors.elements import View, elements_of, speaks_of_ict
from acquis.extractors.material import Material
from acquis.extractors.provisions import About, find_links
from acquis.extractors.table_elements import tells_of_cyber_table
from acquis.model.claim import Act, Element
from acquis.model.concept import ConceptKind
from acquis.model.provision_link import ProvisionLink
from acquis.vocabulary.lexicon import Mention

_KINDS: tuple[ConceptKind, ...] = ("threat", "process", "instrument", "topic", "state")
_BEFORE, _AFTER = 3, 2
_ROOMS = (
    "OEWG",
    "pen-ended Working Group",
    "pen-Ended Working Group",
    "pen-ended working group",
    "Global Mechanism",
)
_POINTS_BACK = re.compile(
    r"\W*(?:(?:\w+,? ){0,3}?|(?:\w+,? ){0,8}?(?=such |these |those ))(?:this|these|those|such|they|it|its|their)\b"
    r"(?! (?:past|year|years|week|month|months|session|Assembly|Hall|country|nation))|"
    r"[^.]{0,200}\b(?:such|these|those) (?:\w+ )?(?:attacks|criminals|crimes|threats|technolog\w+|tools|actors|groups|"
    r"activities|acts|incidents|operations|norms|rules|issues|weapons|networks|hackers)\b|"
    r"[^.]{0,200}\b(?:this|that) malicious activity\b",
    re.I,
)
# A sentence that lists the dangers of the time, or is about another of them, leaves no ICTs to point back to.
_OTHER_MATTERS = re.compile(
    r"\b(?:climate|nuclear|pandemic|COVID|poverty|migra\w+|hunger|food|deserti\w+|energy|ocean|refugees?|"
    r"disarmament|piracy|peacekeep\w+)\b",
    re.I,
)
_OWN_MATTERS = re.compile(_OTHER_MATTERS.pattern + r"|\b(?:terroris\w+|army|armies)\b", re.I)
_MADE_WITH_CYBER = re.compile(r"\b[Cc]yber(?!net)")
# Names of ICTs that other fields seldom use: they are meant by themselves; the others where neighbours are on ICTs.
_OTHER_NAMES = re.compile(
    r"\binformation space\b|\b(?:malicious|criminal|hostile|ab)[ -]?use of (?:\w+ ){0,3}technolog",
    re.I,
)
_NEAR_NAMES = re.compile(
    r"\bdigital (?:age|era|world|realm|sphere|revolution|divide|gap|tools|means|platforms)\b|\bsocial (?:media|networks)\b|"
    r"\bartificial intelligence\b|\b(?:new|emerging|modern) technolog|"
    r"\b(?:dis|mis)information\b|\bfake news\b",
    re.I,
)
_LEAD = 2_500
_OPENING = 600
_LEFT_TO_LINKS = ("threats", "institutional-dialogue")
_TOLD: tuple[tuple[Element, re.Pattern[str]], ...] = (
    (
        "threats",
        re.compile(
            r"\bmalicious|\b(?:dis|mis)information\b|\bfake news\b|\bcyber-?\s?(?:insecurity|espionage)\b",
            re.I,
        ),
    ),
    ("institutional-dialogue", re.compile(r"\bOEWG\b|\bopen-ended working group on (?:security|ICT)", re.I)),
    (
        "norms",
        re.compile(
            r"\bcritical (?:\w+ )?infrastructure|"
            r"\b(?:combat|counter|fight|tackl)\w* (?:\w+ ){0,3}cyber-?\s?(?:security )?threats",
            re.I,
        ),
    ),
)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True, slots=True)
class Targets:
    """`element` is the first of the six that the passage is about; `targets` are vocabulary ids in order.

    `links` say of the provisions among them why they are; `elements` are all those of the linked provisions and the
    passage's own.
    """

    element: Element | None = None
    targets: tuple[str, ...] = ()
    links: tuple[ProvisionLink, ...] = ()
    elements: tuple[Element, ...] = ()


def find_targets(material: Material, start: int, end: int, *, act: Act | None = None) -> Targets:
    """The element and targets of `text[start:end]`; the act tells whether a threat is meant or its remedy."""
    at = max(0, bisect_right(material.passages, start, key=lambda passage: passage.start) - 1)
    near = any(material.spoken[max(0, at - _BEFORE) : at + _AFTER + 1]) or _in_room(material)
    before = at > 0 and material.spoken[at - 1]
    view = _view(material, (start, end), before=before, near=near, table=_at_table(material))
    elements = elements_of(view, act=act)
    about = about_icts(material, start, end)
    links = find_links(material, (start, end), about=about, stem=_stem(material, at))
    more = _told(material.document.text[start:end]) if about else []
    targets = dict.fromkeys((*_concepts(material, start, end), *(link.provision for link in links)))
    element = elements[0] if elements else None
    return Targets(element, tuple(targets), links, _all_elements(material, element, links, more))


def _all_elements(
    material: Material, element: Element | None, links: Sequence[ProvisionLink], more: Sequence[Element]
) -> tuple[Element, ...]:
    """The elements of what is linked, and the passage's own where links are not the better judge.

    They are of threats, which neighbours suggest too easily, and of dialogues between sides, which build confidence.
    """
    linked = [material.vocabulary.get(link.provision).element for link in links]
    own = [] if element in _LEFT_TO_LINKS else [element]
    return cast(tuple[Element, ...], tuple(one for one in dict.fromkeys([*linked, *own, *more]) if one))


def _told(text: str) -> list[Element]:
    """Elements that a sentence on or beside ICTs is about by words that no provision is certain of."""
    return [element for element, words in _TOLD if words.search(text)]


def about_icts(material: Material, start: int, end: int) -> About | None:
    """How `text[start:end]` is about ICTs, or None: what links to provisions begin with."""
    if material.on_framework or _in_room(material) or _at_table(material):
        return "context"
    at = max(0, bisect_right(material.passages, start, key=lambda passage: passage.start) - 1)
    spoken = material.spoken
    stem = _stem(material, at)
    if _speaks(material, start, end):
        return "own"
    if any(spoken[at : at + 1]) or (stem and _speaks(material, *stem)):
        return "context"  # the rest of the sentence speaks of them, or its lead-in
    if at and spoken[at - 1] and _points_back(material, at, (start, end)):
        return "context"
    if not any(spoken[max(0, at - _BEFORE) : at + _AFTER + 1]):
        return None
    return "context" if _NEAR_NAMES.search(material.document.text, start, end) else "near"


def _points_back(material: Material, at: int, span: tuple[int, int]) -> bool:
    text, before = material.document.text, material.passages[at - 1]
    if _OTHER_MATTERS.search(text, before.start, before.end) or _OWN_MATTERS.search(text, *span):
        return False
    return _POINTS_BACK.match(text, *span) is not None


def _speaks(material: Material, start: int, end: int) -> bool:
    first, last = material.tokens.within(start, end)
    text = material.document.text[start:end]
    # Of the many words made with "cyber", cybernetics is a field of its own.
    if speaks_of_ict(text, material.tokens.words[first:last]):
        return True
    return bool(_MADE_WITH_CYBER.search(text) or _OTHER_NAMES.search(text))


def _stem(material: Material, at: int) -> tuple[int, int] | None:
    return material.passages[at].stem if material.passages else None


def find_elements(material: Material, spoken: Sequence[bool]) -> set[Element]:
    """All elements of passages on ICTs (`spoken`, from `ict_passages`) and of those beside them."""
    found: set[Element] = set()
    for at in _beside(spoken):
        passage = material.passages[at]
        if not passage.heading:
            view = _view(material, (passage.start, passage.end), before=at > 0 and spoken[at - 1], near=True)
            found.update(elements_of(view))
    return found


def _beside(spoken: Sequence[bool]) -> list[int]:
    """The indexes of passages on ICTs, and of those close to them."""
    close = {near for at, told in enumerate(spoken) if told for near in range(at - _AFTER, at + _BEFORE + 1)}
    return [at for at in range(len(spoken)) if at in close]


def ict_passages(material: Material) -> Sequence[bool]:
    """For each passage of a document, whether it speaks of ICTs; in a room on ICTs, all do."""
    return [True] * len(material.passages) if _in_room(material) else material.spoken


def _in_room(material: Material) -> bool:
    """Is this a text for a working group on ICTs, where every passage is about them?"""
    document = material.document
    return _names_room(f"{document.provenance or ''}\n{document.title or ''}", document.text[:_LEAD])


@lru_cache(maxsize=4)
def _names_room(heads: str, lead: str) -> bool:
    return any(room in heads or room in lead for room in _ROOMS)


def _at_table(material: Material) -> bool:
    """Does the document tell of a cyber dialogue? Then every passage is about ICTs."""
    document = material.document
    opens = next((p.start for p in material.passages if not p.heading), 0)
    return tells_of_cyber_table(f"{document.title or ''}\n{document.text[: opens + _OPENING]}")


def _view(
    material: Material, span: tuple[int, int], *, before: bool, near: bool, table: bool = False
) -> View:
    first, last = material.tokens.within(*span)
    text, tokens = material.document.text[span[0] : span[1]], material.tokens.words[first:last]
    return View(text, tokens, speaks_of_ict(text, tokens), before or table, near or table, table)


def _concepts(material: Material, start: int, end: int) -> list[str]:
    found: list[str] = []
    for mention in material.mentions_in(start, end):
        concept_id = _meant(material, mention)
        if concept_id and concept_id not in found:
            found.append(concept_id)
    return found


def _meant(material: Material, mention: Mention) -> str | None:
    """What a name means here; of namesakes ("OEWG"), the one of the document's time."""
    concept = material.concept(mention, *_KINDS)
    if concept is None:
        return None
    rivals = [
        sense
        for sense in mention.senses
        if material.vocabulary.get(sense.concept_id).kind == concept.kind
        and not sense.weak
        and sense.form == "name"
    ]
    if len(rivals) < 2:
        return concept.id
    year = _YEAR.search(material.document.published or material.document.provenance or "")
    day = material.document.published or (f"{year.group()}-07" if year else "9999")
    valid = [s for s in rivals if (s.since or "") <= day and (s.until is None or day <= s.until)]
    return (valid or rivals)[-1].concept_id

"""Bodies that the vocabulary knows: which one a name means here, and its name in full.

In: material and a mention. Out: the institution, and its name as printed or in full.
"""

from __future__ import annotations

import re

from acquis.extractors.material import Material
from acquis.model.concept import Concept
from acquis.vocabulary.lexicon import Mention

_SHORT_FORM = re.compile(r"[A-Z][\w.]*[A-Z][\w.]*|DG [A-Z]\w+")
_ACRONYM = re.compile(r"[A-Z]{3,}$")
IS_POST = re.compile(
    r"^(?:Coordinator|Director|Ambassador)\b|(?:Director|Representative|Coordinator|Co-ordinator|"
    r"Secretary-General|Chair|Envoy|General|President|Commissioner|Advis[eo]r)$"
)
_ATTRIBUTE = re.compile(
    r" (?:Affairs|Policy|Division|Department|Issues|Section|Relations|Desk|Matters|Unit)\b"
)


def party_institution(material: Material, mention: Mention, parties: tuple[str, ...]) -> Concept | None:
    """The body a mention means: of several the one of a party; a general name only if it means one."""
    text = material.document.text
    if IS_POST.search(text[mention.start : mention.end]) or _ATTRIBUTE.match(text, mention.end):
        return None
    if re.search(
        r"\b(?:to|for|with|in charge of)(?: the)? $", text[max(0, mention.start - 20) : mention.start]
    ):
        return None
    meant = [
        material.vocabulary.concepts[sense.concept_id] for sense in mention.senses if sense.form == "name"
    ]
    several_words = mention.last > mention.first
    named = [
        material.vocabulary.concepts[sense.concept_id]
        for sense in mention.senses
        if sense.form == "name"
        and (not sense.weak or several_words or _ACRONYM.match(text[mention.start : mention.end]))
    ]
    if fitting := [concept for concept in named if concept.kind == "institution" and concept.side in parties]:
        return fitting[0]
    if len([concept for concept in meant if concept.kind == "institution"]) > 1:
        return None
    concept = material.concept(mention, "institution")
    if concept is None:
        for sense in mention.senses:
            weak = material.vocabulary.concepts[sense.concept_id]
            if weak.kind == "institution" and len(mention.senses) == 1 and mention.last > mention.first:
                return weak
    return concept


def printed_name(text: str, mention: Mention) -> str:
    """The name as it stands in the text."""
    return text[mention.start : mention.end]


def full_name(concept: Concept, printed: str) -> str:
    """The name as printed; an acronym in full."""
    plain = printed.strip()
    if _SHORT_FORM.fullmatch(plain):
        return concept.name
    return re.sub(r"^the\s+", "", " ".join(plain.split()), flags=re.I)

"""When and where a promise falls due: dates with a cue that points ahead, and a named place."""

from __future__ import annotations

from acquis.extractors.material import Material, reference_year
from acquis.grammar.dates import DateMention, find_dates
from acquis.model.when import When

# So many words may stand before a date that opens a sentence ("By the end of 2022, we will …").
_OPENING = 4
_BACKWARD = frozenset({"since", "from", "of", "during", "after", "following", "until"})


def find_due(material: Material, span: tuple[int, int], promised: int | None = None) -> When | None:
    """The date a promise falls due, if the words settle one that is not past; the interval keeps its precision.

    `promised` is where the verb of promising stands, if one is known: a date behind it comes before one inside what
    leads up to it ("as we celebrate 40 years in 2022, we commit to …"), unless that opens the sentence ("In 2022, we …").
    """
    found = [
        mention
        for mention in find_dates(material.document.text, *span, reference=material.reference_date)
        if _points_ahead(material, mention) and not _past(material, mention)
    ]
    if promised is not None and found and _in_aside(material, span[0], found[0], promised):
        found = [mention for mention in found if mention.start > promised] or found
    return found[0].when if found else None


def _in_aside(material: Material, start: int, mention: DateMention, promised: int) -> bool:
    """Does a date stand before the verb of promising, and not at the head of the sentence?"""
    return mention.start < promised and len(material.document.text[start : mention.start].split()) > _OPENING


def _points_ahead(material: Material, mention: DateMention) -> bool:
    """Has a date a cue like "by" or "in", and not right after what was done ("adopted in 2021")?"""
    if not mention.when.edtf or mention.cue in _BACKWARD or mention.kind in ("name", "vague"):
        return False
    if mention.cue is None:
        reference = material.reference_date
        latest = mention.when.latest if mention.kind == "relative" else None
        return bool(latest and reference and latest > reference)
    before = material.document.text[max(0, mention.start - 60) : mention.start].lower().split()
    before = [word for word in before if word != mention.cue][-2:]
    return not (before and before[-1].endswith("ed") and before[0] not in ("be", "been"))


def _past(material: Material, mention: DateMention) -> bool:
    latest, reference = mention.when.latest, material.reference_date
    if latest is None:
        return False
    if reference:
        return latest < reference
    year = reference_year(material.document)
    return bool(year and latest.year < year)


def find_venue(material: Material, span: tuple[int, int]) -> str | None:
    """The place named after "in" or "at" inside the words of a promise, as printed."""
    words = material.tokens.words
    for mention in material.mentions_in(*span):
        before = words[mention.first - 1] if mention.first else ""
        if before in ("in", "at") and material.concept(mention, "place"):
            return material.document.text[mention.start : mention.end]
    return None

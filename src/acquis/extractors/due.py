"""When and where a promise falls due: dates with a cue that points ahead, and a named place."""

from __future__ import annotations

from datetime import date

from acquis.extractors.material import Material
from acquis.grammar.dates import DateMention, find_dates
from acquis.model.when import When

_BACKWARD = frozenset({"since", "from", "of", "during", "after", "following", "until"})


def find_due(material: Material, span: tuple[int, int]) -> When | None:
    """The date a promise falls due, if the words settle one that is not past; the interval keeps its precision."""
    reference = material.reference_date
    for mention in find_dates(material.document.text, *span, reference=reference):
        if mention.when.edtf and mention.cue and mention.cue not in _BACKWARD and mention.kind not in ("name", "vague"):
            if not _past(mention, reference):
                return mention.when
    return None


def _past(mention: DateMention, reference: date | None) -> bool:
    return bool(reference and mention.when.latest and mention.when.latest < reference)


def find_venue(material: Material, span: tuple[int, int]) -> str | None:
    """The place named after "in" or "at" inside the words of a promise, as printed."""
    words = material.tokens.words
    for mention in material.mentions_in(*span):
        before = words[mention.first - 1] if mention.first else ""
        if before in ("in", "at") and material.concept(mention, "place"):
            return material.document.text[mention.start : mention.end]
    return None

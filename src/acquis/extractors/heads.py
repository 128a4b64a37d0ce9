"""The lines that stand over a statement: title, address block, provenance.

In: a document. Out: short strings in which speaker, forum, session and agenda item are looked for.
"""

from __future__ import annotations

import re

from acquis.extractors.material import Material

_GREETING = re.compile(
    r"(?:thank you|thanks|(?:mr|madam|mister|dear|honou?rable|distinguished|your)\b\.?|chair\b|"
    r"chairperson|excellenc|colleagues|"
    r"i (?:have|am|thank|would|wish)|it is|allow me|at the outset|let me|we\b|my )",
    re.I,
)
_SENTENCE = re.compile(r"[.!?][\]'\"”’)]*$")
_LONGEST_LINE = 300
_MOST_LINES = 8


def head_lines(material: Material) -> tuple[str, ...]:
    """The title and the lines above the first sentence of the text, without repeats."""
    document = material.document
    lines = [document.title] if document.title else []
    for paragraph in document.paragraphs[:_MOST_LINES]:
        words = " ".join(document.text[paragraph.start : paragraph.end].split())
        if _GREETING.match(words) or len(words) > _LONGEST_LINE:
            break
        if paragraph.kind != "heading" and _SENTENCE.search(words) and len(words.split()) > 8:
            break
        if paragraph.kind == "item":
            break
        if words not in lines:
            lines.append(words)
    return tuple(lines)


def provenance(material: Material) -> str:
    """What the archive says of the source, in free words; empty where it says nothing."""
    return material.document.provenance or ""

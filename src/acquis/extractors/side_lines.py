"""Participants printed side by side: "Aldoria: Ministry A, Agency B", or a list under "From the Aldorian side:".

In: material and parties. Out: the spans of such lists with the code of their side.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from acquis.extractors.list_pieces import names_a_body
from acquis.extractors.material import Material
from acquis.extractors.passages import Passage
from acquis.extractors.sides import sides_in

_OPENS = re.compile(
    r"\W*(?:(?:participants|attendees)\W+)?(?:(?:from|on|for|participants|representatives|officials|delegation|members)\s+)*(?:of\s+|from\s+)?(?:the\s+)?"
    r"(?:(?:part|delegation|side) of\s+)?(?:the\s+)?",
    re.I,
)
_CLOSES = re.compile(
    r"(?:[’']s)?\s*(?:(?:side|delegation|participants|team|attendees|representatives|part)\b)?\s*(?:\([^)]{1,40}\)\s*)?"
    r"(?:[:–—]\s*|$)",
    re.I,
)
_TELLS = re.compile(
    r"\b(?:will|was|were|is|are|has|have|met|held|agreed|discussed|welcomed|stressed|said|and its)\b"
)
_LONGEST_NAME, _LONGEST_LIST, _READ = 60, 2_000, 120


def side_lists(material: Material, parties: tuple[str, ...]) -> Iterator[tuple[int, int, str]]:
    """The spans of the lists, each with the party it belongs to."""
    side: str | None = None
    for passage in material.passages[:_READ]:
        opened = _opening(material, passage, parties) if passage.opens else None
        if opened:
            begin, code = opened
            side = code if begin >= passage.end else None
            span = (begin, min(passage.paragraph.end, begin + _LONGEST_LIST))
        elif side and passage.paragraph.kind == "item":
            code, span = side, (passage.start, passage.end)
        else:
            side = side if side and passage.heading else None
            continue
        words = material.document.text[slice(*span)]
        if names_a_body(words) and not _TELLS.search(words):
            yield *span, code


def _opening(material: Material, passage: Passage, parties: tuple[str, ...]) -> tuple[int, str] | None:
    """Where the list begins and whose it is, if a party alone opens the passage."""
    text = material.document.text
    for side in sides_in(material, passage.start, min(passage.end, passage.start + _LONGEST_NAME)):
        closes = _CLOSES.match(text, side.end, passage.end)
        if side.code in parties and closes and _OPENS.fullmatch(text, passage.start, side.start):
            return closes.end(), side.code
    return None

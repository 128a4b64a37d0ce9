"""Lists without marks: paragraphs that begin with "Establish …" below a lead-in such as "the Initiative will:".

In: a passage that opens a paragraph. Out: whether it is an item of such a list. Every paragraph between must begin
with a verb in the same form.
"""

from __future__ import annotations

import re

from acquis.extractors.act_stems import stem_act
from acquis.extractors.foretold_words import ACTIONS, DEEDS
from acquis.extractors.material import Material
from acquis.extractors.passages import Passage

LISTED: frozenset[str] = DEEDS | ACTIONS
_WILL_DO = re.compile(r"\b(?:will|shall|to|plans? to|committed to)(?: also)?:\W*\Z")
_FIRST_WORD = re.compile(r"\W*([A-Z]\w+)\b")
_FARTHEST = 40


def is_listed(material: Material, passage: Passage) -> bool:
    """Is a paragraph an item under a lead-in that promises, though no mark shows it?"""
    if (
        not passage.opens
        or passage.stem is not None
        or passage.turn is not None
        or not _opens(material, passage)
    ):
        return False
    for before in reversed(material.passages[max(0, passage.index - _FARTHEST) : passage.index]):
        words = material.words(before)
        if words.rstrip(" *_").endswith(":"):
            return _WILL_DO.search(words) is not None and stem_act(words) == "commitment"
        if before.heading or (before.opens and not _opens(material, before)):
            return False
    return False


def _opens(material: Material, passage: Passage) -> bool:
    first = _FIRST_WORD.match(material.document.text, passage.start, passage.end)
    return first is not None and first.group(1).lower() in LISTED

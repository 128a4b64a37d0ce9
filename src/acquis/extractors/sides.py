"""The parties named in a span as sides of a table, with "the EU side" read as the EU.

In: material and a span. Out: `Side`s in the order of the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from acquis.extractors.material import Material, actor_code

_SIDE = re.compile(r"(?P<the>the\s+)?.*?(?P<side>\s+side)$", re.I | re.S)


class Side(NamedTuple):
    """A State or group by its code, and the place of its bare name."""

    start: int
    end: int
    code: str


def sides_in(material: Material, start: int, end: int) -> Iterator[Side]:
    """The States and groups of a span; a name that holds the word "side" stands without it."""
    text = material.document.text
    for mention in material.mentions_in(start, end):
        concept = material.concept(mention, "state", "group")
        if concept:
            yield Side(mention.start, mention.end, actor_code(concept))
            continue
        match = _SIDE.fullmatch(text[mention.start : mention.end])
        group = material.vocabulary.concepts[mention.concept_id]
        if match and group.kind == "group":
            first = mention.start + len(match["the"] or "")
            yield Side(first, mention.end - len(match["side"]), actor_code(group))

"""Which provisions a passage speaks to: by their names and keywords, where it is about ICTs.

In: a span of the text. Out: links with their reasons, in the order of the text.
"""

from __future__ import annotations

from acquis.extractors.material import Material
from acquis.model.provision_link import ProvisionLink

_NAMED, _KEYWORD = 0.95, 0.6


def find_links(material: Material, start: int, end: int, *, about_icts: bool) -> tuple[ProvisionLink, ...]:
    """The provisions that `text[start:end]` speaks to; nothing where it is not about ICTs, by itself or its neighbours."""
    if not about_icts:
        return ()
    found: dict[str, ProvisionLink] = {}
    for mention in material.mentions_in(start, end):
        words = " ".join(material.document.text[mention.start : mention.end].split())
        for sense in mention.senses:
            if sense.concept_id.startswith("provision.") and not sense.weak and sense.form != "not":
                how, score = ("keyword", _KEYWORD) if sense.form == "keyword" else ("named", _NAMED)
                known = found.get(sense.concept_id)
                if known is None or known.score < score:
                    found[sense.concept_id] = ProvisionLink(sense.concept_id, score, f"{how}: “{words}”")
    return tuple(found.values())

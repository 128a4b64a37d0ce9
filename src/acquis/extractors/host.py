"""The State that tells of a meeting, and so sat there.

In: material. Out: the code of the publisher, or of the first body that acts.
"""

from __future__ import annotations

from acquis.extractors.material import Material
from acquis.extractors.names import code_of_publisher, find_names


def find_host(material: Material) -> str | None:
    """The State that tells of the meeting: its publisher, or the side of the first body that acts."""
    document = material.document
    if code := code_of_publisher(material.vocabulary, document.publisher, document.url):
        return code
    if document.provenance and (named := find_names(material.vocabulary, document.provenance)):
        return named[0].code
    lead = material.passages[:3]
    for mention in material.mentions_in(0, lead[-1].end if lead else 0):
        concept = material.concept(mention, "institution", "state")
        if concept and (concept.side or concept.code):
            return concept.side or concept.code
    return None

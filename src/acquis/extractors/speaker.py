"""The speaker of a statement: State or group, person and post, on whose behalf, aligned with whom."""

from __future__ import annotations

from acquis.extractors.material import Material
from acquis.model.statement import Speaker


def find_speaker(material: Material) -> Speaker:
    """The speaker named in the title, the provenance or the first sentences."""
    for passage in material.passages[:3]:
        for _, code in material.actors_in(passage.start, passage.end):
            return Speaker((code,))
    return Speaker()

"""Claims."""

from __future__ import annotations

from acquis.extractors.frame import Frame
from acquis.extractors.material import Material
from acquis.model.claim import Claim


def find_claims(material: Material, frame: Frame) -> tuple[Claim, ...]:
    """The claims of a document."""
    return ()

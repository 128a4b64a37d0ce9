"""Statement."""

from __future__ import annotations

from acquis.extractors.frame import Frame
from acquis.extractors.material import Material
from acquis.model.claim import Claim
from acquis.model.statement import Speaker, Statement


def find_statement(material: Material, frame: Frame, claims: tuple[Claim, ...]) -> Statement:
    """The frame of a statement."""
    return Statement(frame.speaker or Speaker())

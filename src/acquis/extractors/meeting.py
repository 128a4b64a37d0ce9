"""Meeting."""

from __future__ import annotations

from acquis.extractors.frame import Frame
from acquis.extractors.material import Material
from acquis.model.claim import Claim
from acquis.model.meeting import Meeting


def find_meeting(material: Material, frame: Frame, claims: tuple[Claim, ...]) -> Meeting:
    """The meeting a communique records."""
    return Meeting(parties=frame.parties)

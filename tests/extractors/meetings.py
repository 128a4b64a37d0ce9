"""The meetings of texts of invented States."""

from __future__ import annotations

from invented import prepared

from acquis.extractors.frame import find_frame
from acquis.extractors.meeting import find_meeting
from acquis.model.meeting import Meeting


def meeting_of(text: str) -> Meeting:
    """The meeting of a communique."""
    material = prepared(text)
    return find_meeting(material, find_frame(material), ())

"""The meeting a communique records, put together from its findings.

In: material, frame and claims. Out: one `Meeting`; what the text leaves open stays None or empty.
"""

from __future__ import annotations

from acquis.extractors.attendance import find_attendance
from acquis.extractors.frame import Frame
from acquis.extractors.material import Material
from acquis.extractors.meeting_dates import find_meeting_date
from acquis.extractors.meeting_events import find_events
from acquis.extractors.next_meeting import find_next
from acquis.extractors.roles import find_chairs
from acquis.extractors.series import find_ordinal, find_series
from acquis.extractors.topics import find_topics
from acquis.extractors.under import find_under
from acquis.extractors.venue import find_venue
from acquis.model.claim import Claim
from acquis.model.meeting import Meeting


def find_meeting(material: Material, frame: Frame, claims: tuple[Claim, ...]) -> Meeting:
    """The meeting a communique records."""
    events, planned = find_events(material)
    when = find_meeting_date(material, events)
    venue = find_venue(material, events)
    chairs = find_chairs(material, events, frame.parties)
    attendance = find_attendance(material, events, frame.parties)
    return Meeting(
        series=find_series(material, events, frame.parties),
        ordinal=find_ordinal(material, events),
        when=when,
        place=venue.place if venue else None,
        country_of_place=venue.country if venue else None,
        status="planned" if planned else "held",
        parties=frame.parties,
        under=find_under(material, events, frame.parties),
        chairs=chairs,
        participants=attendance.participants,
        observers=attendance.observers,
        topics=find_topics(material),
        next=None if planned else find_next(material, when),
    )

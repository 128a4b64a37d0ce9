"""Two parties in; the findings of the other side that a brief tells of out, without reading all that it ever said."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.briefing.positions import AGREED, POSITIONS, RECENT, is_position
from acquis.model.frame import Frame
from acquis.model.kept import KeptClaim
from acquis.model.marking import Viewer
from acquis.store.claims import Wanted, find_claims
from acquis.store.voices import Listening, Voice, find_voices

_AT_ONCE = 300
_ACTS = tuple(dict.fromkeys((*sorted(AGREED), *POSITIONS)))


def find_spoken(
    connection: Connection, viewer: Viewer, frames: Mapping[str, Frame], pair: tuple[str, str]
) -> tuple[KeptClaim, ...]:
    """What both own, and of what the second says without the first all that may be among its latest positions."""
    us, them = pair
    days = {frame.row: frame.latest or date.min for frame in frames.values()}
    voices = find_voices(connection, viewer, Listening(acts=_ACTS, owner=them))
    counting = [one for one in voices if one.document in days]
    shared = [one for one in counting if us in one.owners]
    alone = [one for one in counting if us not in one.owners and one.act in POSITIONS]
    alone.sort(key=lambda one: days[one.document], reverse=True)
    return (*_read(connection, viewer, shared), *_latest(connection, viewer, alone, days))


def _read(connection: Connection, viewer: Viewer, voices: Sequence[Voice]) -> list[KeptClaim]:
    return find_claims(connection, viewer, Wanted(claim_ids=frozenset(one.claim for one in voices)))


def _latest(
    connection: Connection, viewer: Viewer, voices: Sequence[Voice], days: Mapping[int, date]
) -> list[KeptClaim]:
    """Findings from the newest on, until they are older than the newest position by more than counts as late."""
    found: list[KeptClaim] = []
    newest: date | None = None
    for at in range(0, len(voices), _AT_ONCE):
        portion = voices[at : at + _AT_ONCE]
        if newest is not None and (newest - days[portion[0].document]).days > RECENT:
            break
        read = _read(connection, viewer, portion)
        found += read
        if newest is None and any(map(is_position, read)):
            home = {one.claim: days[one.document] for one in portion}
            newest = max(home[one.row] for one in read if is_position(one))
    return found

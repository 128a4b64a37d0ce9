"""Frames of documents in; who chaired, took part or spoke, for whom, with their posts over time, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.links import Links, read_links
from acquis.analysis.people import same_name
from acquis.model.attendance import Appearance, Attendant
from acquis.model.frame import Frame
from acquis.model.marking import Viewer
from acquis.model.meeting import Meeting, Role
from acquis.store.frames import find_frames
from acquis.store.judgements import find_judgements

_Named = tuple[str, str | None, Appearance]  # name, party, where
_Group = list[_Named]


def find_attendants(connection: Connection, viewer: Viewer) -> tuple[Attendant, ...]:
    """Everybody whom the documents name at a meeting or as a speaker: by party, then persons before bodies, by name.

    Two spellings of one party are one person where `same_name` says so, or a person has linked them.
    """
    frames = find_frames(connection, viewer)
    return gather(frames, read_links(find_judgements(connection, viewer)))


def gather(frames: Iterable[Frame], links: Links) -> tuple[Attendant, ...]:
    """The attendants of frames."""
    named = [one for frame in frames for one in _named(frame)]
    persons = [_attendant(group, person=True) for group in _persons(named, links)]
    bodies = [_attendant(group, person=False) for group in _bodies(named)]
    return tuple(sorted((*persons, *bodies), key=_order))


def _order(one: Attendant) -> tuple[str, bool, str]:
    return one.party or "~", not one.person, one.name.casefold()


def _named(frame: Frame) -> Iterator[_Named]:
    meeting, speaker = frame.meeting, frame.speaker
    if meeting is not None:
        for role in (*meeting.chairs, *meeting.participants, *meeting.observers):
            name = role.name or role.organisation or role.post
            if name:
                yield _printed(name), role.party, _appearance(role, meeting, frame)
    if speaker is not None and speaker.person:
        party = next(iter((*speaker.on_behalf_of, *speaker.actors)), None)
        seen = Appearance("speaker", _printed(speaker.person), speaker.post, None, None, None, frame)
        yield _printed(speaker.person), party, seen


def _appearance(role: Role, meeting: Meeting, frame: Frame) -> Appearance:
    name = _printed(role.name) if role.name else None
    return Appearance(role.role, name, role.post, role.organisation, meeting.series, meeting.when, frame)


def _printed(name: str) -> str:
    return " ".join(name.split())


def _persons(named: Iterable[_Named], links: Links) -> Iterator[_Group]:
    """Spellings are put together once each, so that many documents of one person cost no more than one."""
    spelt: dict[tuple[str | None, str], _Group] = {}
    for one in named:
        if one[2].name is not None:
            spelt.setdefault((one[1], one[0]), []).append(one)
    parties: dict[str | None, list[_Group]] = {}
    for (party, name), found in spelt.items():
        groups = parties.setdefault(party, [])
        home = next((group for group in groups if _is_one(name, group, links)), None)
        if home is None:
            groups.append(list(found))
        else:
            home.extend(found)
    for groups in parties.values():
        yield from groups


def _is_one(name: str, group: _Group, links: Links) -> bool:
    """Is a name one of a group's? What people say of it goes first."""
    others = {other for other, _, _ in group}
    pairs = {frozenset({name, other}) for other in others}
    if pairs & links.two_persons:
        return False
    return bool(pairs & links.one_person) or all(same_name(name, other) for other in others)


def _bodies(named: Iterable[_Named]) -> Iterator[_Group]:
    found: dict[tuple[str | None, str], _Group] = {}
    for one in named:
        if one[2].name is None:
            found.setdefault((one[1], one[0].casefold()), []).append(one)
    yield from found.values()


def _attendant(group: _Group, *, person: bool) -> Attendant:
    spellings = Counter(name for name, _, _ in group)
    ordered = tuple(sorted(spellings, key=lambda name: (-spellings[name], -len(name), name)))
    seen = sorted((one for _, _, one in group), key=_day)
    return Attendant(ordered[0], person, ordered, group[0][1], tuple(seen))


def _day(one: Appearance) -> tuple[date, str]:
    day = one.when.earliest if one.when else None
    return day or one.frame.earliest or date.max, one.frame.key

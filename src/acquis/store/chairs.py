"""A name in; the person who chaired under it, and where it is printed first, out."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Connection

from acquis.errors import NotKept
from acquis.grammar.words import plain_words
from acquis.model.anchor import Anchor
from acquis.model.frame import Frame
from acquis.model.marking import EVERYTHING, Marking
from acquis.store.anchors import places_of
from acquis.store.documents import load_document
from acquis.store.frames import find_frames

_NEAREST = 3
_NEAR = 60  # of 100, by rapidfuzz's weighted ratio
_SHOWN = 60


class Chair(NamedTuple):
    """A spelling of a name, where it is printed first, and how that document is marked."""

    name: str
    anchor: Anchor
    marking: Marking


def find_chair(connection: Connection, words: str) -> Chair:
    """Who chaired a meeting under this name, in any case; raises NotKept with the nearest names.

    Two spellings may differ by no more than an accent, so the name as it is typed goes first.
    """
    printed = _printed(find_frames(connection, EVERYTHING))
    wanted = " ".join(words.split())
    name = wanted if wanted in printed else _by_words(printed, wanted)
    if name is None:
        raise NotKept(_unknown(words, printed))
    frame = printed[name]
    return Chair(name, _anchor(connection, frame, name), frame.marking)


def _printed(frames: Iterable[Frame]) -> dict[str, Frame]:
    """Every spelling with the first document that has it."""
    found: dict[str, Frame] = {}
    for frame in frames:
        for role in frame.meeting.chairs if frame.meeting else ():
            if role.name:
                found.setdefault(" ".join(role.name.split()), frame)
    return found


def _by_words(names: Iterable[str], wanted: str) -> str | None:
    words = plain_words(wanted)
    return next((name for name in names if words and plain_words(name) == words), None)


def _anchor(connection: Connection, frame: Frame, name: str) -> Anchor:
    """Where the name stands; a name that the reader put together has no place, only its work."""
    text = load_document(connection, frame.row).text
    place = next(iter(places_of(name, text)), None)
    return Anchor.at(frame.work, text, *place) if place else Anchor(frame.work, name, "", "")


def _unknown(words: str, names: Iterable[str]) -> str:
    from rapidfuzz import fuzz, process  # late: needed by a misspelt name only

    near = process.extract(
        words[:100], list(names), scorer=fuzz.WRatio, processor=str.lower, limit=_NEAREST, score_cutoff=_NEAR
    )
    meant = ", ".join(name for name, _, _ in near)
    shown = words if len(words) <= _SHOWN else f"{words[:_SHOWN]}…"
    return f"nobody called {shown!r} chaired a meeting here" + (f"; did you mean {meant}?" if meant else "")

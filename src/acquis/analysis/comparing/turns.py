"""Marked words in, the words of commitment that were exchanged out: which became which, and softer or firmer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from acquis.analysis.comparing.scales import Phrase, find_verbs, turn_of
from acquis.analysis.comparing.wording import changes_of
from acquis.model.comparison import Piece, Turn


class Exchanged(NamedTuple):
    """Words of commitment that went, and those that came in their stead; either may be empty."""

    gone: str
    come: str
    turn: Turn


def exchanged_verbs(pieces: Sequence[Piece]) -> Iterator[Exchanged]:
    """Each change that touches words of commitment; one that only changed their form is none."""
    for gone, come in changes_of(pieces):
        before, after = find_verbs(gone), find_verbs(come)
        if [one.scales for one in before] != [one.scales for one in after]:
            yield Exchanged(_joined(before), _joined(after), turn_of(before, after))


def _joined(found: Sequence[Phrase]) -> str:
    return " … ".join(one.words for one in found)

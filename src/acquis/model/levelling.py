"""Levelling up: shares by region with what they rest on, needs beside offers and steps reported, a proposed matching."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.marking import Marking, highest
from acquis.model.utterance import Utterance


@dataclass(frozen=True, slots=True)
class Share:
    """Of the States of a region: how many report a step of an element, speak to it, are heard only through a group.

    `reporting` counts what they report themselves or others confirm; `speaking` those with any act of their own;
    `silent` those of whom there is no evidence. `share` is that of the reporting among all who are heard, with its
    Wilson interval of 95 % (`low`, `high`); all three are None where documents or States are too few to say.
    """

    region: str
    element: str
    states: int
    reporting: int
    speaking: int
    group_only: int
    silent: int
    documents: int
    share: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Stated:
    """A need or an offer. `owner` is a State or group code, `group` whether it is a group's; `subjects` are words for
    what it is about, `for_whom` the States and groups that the text makes the offer to (none: to all)."""

    owner: str
    group: bool
    subjects: tuple[str, ...]
    utterance: Utterance
    for_whom: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Done:
    """A State that reports having done something on a subject: a passage that others could reuse."""

    owner: str
    subjects: tuple[str, ...]
    utterance: Utterance


@dataclass(frozen=True, slots=True)
class Subject:
    """Needs, offers and steps reported on one subject, each by owner and day. `done_in_all` counts the States behind
    `done`, of which the latest are shown."""

    name: str
    needs: tuple[Stated, ...]
    offers: tuple[Stated, ...]
    done: tuple[Done, ...]
    done_in_all: int


@dataclass(frozen=True, slots=True)
class Pair:
    """A proposed partner: one need, one offer, how well they fit (0 to 1) and why, in words."""

    need: Stated
    offer: Stated
    score: float
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Unmatched:
    """A need left without a partner, and what is missing."""

    need: Stated
    missing: str


@dataclass(frozen=True, slots=True)
class Levelling:
    """What could level up: for people to judge, never a ranking. `documents` counts all that were looked through,
    `undated` those left out of a period for want of a date; `left_out` counts needs and offers beyond what is matched."""

    shares: tuple[Share, ...]
    subjects: tuple[Subject, ...]
    pairs: tuple[Pair, ...]
    unmatched: tuple[Unmatched, ...]
    documents: int
    undated: int
    left_out: int
    counted: Marking

    @property
    def marking(self) -> Marking:
        """The highest of all that is counted and shown."""
        shown: list[Stated | Done] = []
        for each in self.subjects:
            shown += (*each.needs, *each.offers, *each.done)
        return highest((self.counted, *(one.utterance.marking for one in shown)))

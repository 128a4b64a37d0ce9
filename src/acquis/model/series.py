"""A series of meetings with its editions; the documents on one edition are its accounts."""

from __future__ import annotations

from dataclasses import dataclass

from acquis.model.frame import Frame
from acquis.model.meeting import Meeting
from acquis.model.when import When


@dataclass(frozen=True, slots=True)
class Account:
    """One document on one edition. `side` is the party that published it, where that is known."""

    frame: Frame
    meeting: Meeting
    side: str | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """One meeting of a series, with every account of it. `inferred` marks a number counted from its neighbours.

    `held` is False while all accounts only announce it. `place` is None where the accounts give none, or differ.
    """

    ordinal: int | None
    inferred: bool
    held: bool
    when: When | None
    place: str | None
    accounts: tuple[Account, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """What somebody was at one edition, word for word; `name` is the spelling used there."""

    edition: Edition
    name: str
    post: str | None
    organisation: str | None
    document: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who chaired, over the editions, whatever the spelling. `party` is the side they sat on."""

    name: str
    spellings: tuple[str, ...]
    party: str | None
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Series:
    """Meetings of the same parties on the same matter, the oldest first, under the name used most.

    `names` are all names it goes by in the texts.
    """

    name: str
    names: tuple[str, ...]
    parties: tuple[str, ...]
    editions: tuple[Edition, ...]
    people: tuple[Person, ...] = ()

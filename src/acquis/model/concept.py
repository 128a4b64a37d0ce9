"""A concept of the field: a State, body, process, instrument, provision, threat, topic or place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ConceptKind = Literal[
    "state", "group", "institution", "process", "instrument", "provision", "recommendation", "threat", "topic",
    "act", "place", "element",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """One name of a concept, with the days between which it is valid (ISO dates or years; None = open).

    `exact_case` names count only as written ("US", not "us"); `weak` names are too general to settle anything
    alone ("the Commission"): they need the concept's side, forum or full name near by.
    """

    text: str
    since: str | None = None
    until: str | None = None
    exact_case: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a provision is agreed. `basis` is "seen" (checked) or "recalled" (not checked)."""

    symbol: str
    paragraph: str
    basis: str


@dataclass(frozen=True, slots=True)
class Concept:
    """One entry of the vocabulary, SKOS-like: preferred name, other names, names that mean something else.

    `id` is `<kind>.<key>` and unique; `code` is the ISO or group code of an actor; `adjectives` are adjectival
    and combining forms ("French", "Indo-"); `not_names` are phrases that contain a name but mean something else;
    `members` are (State code, since, until); `element` is one of the six element ids; `side` is the code of the
    State or group an institution belongs to, `country` the code of the State a place lies in; `provision` is what
    a recommendation asks for; `codes_in_titles` are short forms that count only in the title of a meeting;
    `member` and `observer` are standing in the United Nations; `group`, `strength` and `registers` belong to acts.
    """

    id: str
    kind: ConceptKind
    name: str
    names: tuple[Name, ...] = ()
    adjectives: tuple[str, ...] = ()
    not_names: tuple[str, ...] = ()
    code: str | None = None
    side: str | None = None
    region: str | None = None
    element: str | None = None
    parent: str | None = None
    since: str | None = None
    until: str | None = None
    members: tuple[tuple[str, str | None, str | None], ...] = ()
    citations: tuple[Citation, ...] = ()
    keywords: tuple[str, ...] = ()
    summary: str | None = None
    note: str | None = None
    country: str | None = None
    provision: str | None = None
    addressee: str | None = None
    codes_in_titles: tuple[str, ...] = ()
    member: bool = False
    observer: bool = False
    speaks_as_one: bool = False
    type: str | None = None
    size: int | None = None
    group: str | None = None
    strength: int | None = None
    registers: tuple[str, ...] = ()

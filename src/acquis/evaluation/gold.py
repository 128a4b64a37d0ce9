"""Gold files in (JSON beside a text), typed annotations out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from acquis.errors import GoldError

Body: TypeAlias = tuple[str, str | None]
_TEXTS = (".txt", ".md")


@dataclass(frozen=True, slots=True)
class GoldChair:
    """A chair as annotated."""

    name: str | None
    post: str | None
    organisation: str | None
    party: str | None


@dataclass(frozen=True, slots=True)
class GoldMeeting:
    """A meeting as annotated. `inferred` dates and `_alt` values may be given or left out."""

    parties: frozenset[str]
    ordinal: int | None
    start: str | None
    end: str | None
    inferred: str
    place: str | None
    country_of_place: str | None
    chairs: tuple[GoldChair, ...]
    participants: tuple[Body, ...]
    observers: tuple[Body, ...]
    under: tuple[str, ...]
    under_alt: tuple[str, ...]
    topics: tuple[str, ...]
    topics_alt: tuple[str, ...]
    next_place: str | None
    next_when: str | None


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """A statement as annotated. `forum_told` is false where only the source tells the forum, not the text."""

    actors: tuple[str, ...]
    on_behalf_of: tuple[str, ...]
    forum: str | None
    forum_told: bool
    agenda_item: str | None
    references: tuple[str, ...]
    threats: tuple[str, ...]
    other_threats: tuple[str, ...]
    elements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoldClaim:
    """A claim as annotated: its act, the acts that would also do, and the words its sentence begins with."""

    act: str
    starts_with: str
    owners: frozenset[str]
    owners_uncertain: bool
    alternatives: tuple[str, ...]
    due: str | None
    element: str | None
    element_told: bool


@dataclass(frozen=True, slots=True)
class Doubtful:
    """A sentence (or, with `act`, one reading of it) that counts neither way."""

    starts_with: str
    act: str | None


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """One annotated document; exactly one of `meeting` and `statement` is set."""

    path: Path
    meeting: GoldMeeting | None
    statement: GoldStatement | None
    claims: tuple[GoldClaim, ...]
    doubtful: tuple[Doubtful, ...]


def read_gold(folder: Path) -> tuple[GoldDocument, ...]:
    """All annotated documents at any depth of a folder; raises GoldError for none, or a malformed one."""
    pairs = [(file, text) for file in sorted(folder.rglob("*.json")) if (text := _text_beside(file))]
    if not pairs:
        raise GoldError(f"{folder}: no gold documents; expected pairs NAME.json with NAME.txt or NAME.md")
    return tuple(_document(_load(file), text) for file, text in pairs)


def _text_beside(file: Path) -> Path | None:
    return next((text for suffix in _TEXTS if (text := file.with_suffix(suffix)).exists()), None)


def _load(file: Path) -> _Fields:
    try:
        value = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise GoldError(f"{file}: not a JSON file in UTF-8 ({problem})") from problem
    return _Fields(value, str(file))


def _document(gold: _Fields, text: Path) -> GoldDocument:
    meeting = _meeting(gold.one("meeting")) if gold.has("meeting") else None
    return GoldDocument(
        path=text,
        meeting=meeting,
        statement=None if meeting else _statement(gold),
        claims=tuple(map(_claim, gold.many("claims"))),
        doubtful=tuple(Doubtful(row.needed("starts_with"), row.text("act")) for row in gold.many("doubtful")),
    )


def _meeting(meeting: _Fields) -> GoldMeeting:
    following = meeting.one("next")
    return GoldMeeting(
        parties=frozenset(meeting.texts("parties")),
        ordinal=meeting.number("ordinal"),
        start=meeting.text("start"),
        end=meeting.text("end"),
        inferred=meeting.dump("date_inferred"),
        place=meeting.text("place"),
        country_of_place=meeting.text("country_of_place"),
        chairs=tuple(map(_chair, meeting.many("chairs"))),
        participants=_bodies(meeting, "participants"),
        observers=_bodies(meeting, "observers"),
        under=meeting.texts("under"),
        under_alt=meeting.texts("under_alt"),
        topics=meeting.texts("topics"),
        topics_alt=meeting.texts("topics_alt"),
        next_place=following.text("place"),
        next_when=following.text("when"),
    )


def _chair(row: _Fields) -> GoldChair:
    return GoldChair(row.text("name"), row.text("post"), row.text("organisation"), row.text("party"))


def _bodies(meeting: _Fields, key: str) -> tuple[Body, ...]:
    rows = ((row.text("organisation"), row.text("party")) for row in meeting.many(key))
    return tuple((organisation, party) for organisation, party in rows if organisation)


def _statement(gold: _Fields) -> GoldStatement:
    speaker = gold.one("speaker")
    return GoldStatement(
        actors=speaker.texts("actors"),
        on_behalf_of=speaker.texts("on_behalf_of"),
        forum=gold.text("forum"),
        forum_told=bool(gold.text("forum")) or not gold.filled("source_context"),
        agenda_item=gold.text("agenda_item"),
        references=gold.texts("references"),
        threats=gold.texts("threats"),
        other_threats=gold.texts("other_threats"),
        elements=gold.texts("elements"),
    )


def _claim(row: _Fields) -> GoldClaim:
    return GoldClaim(
        act=row.needed("act"),
        starts_with=row.needed("starts_with"),
        owners=frozenset(row.texts("owners")),
        owners_uncertain=row.filled("owners_uncertain"),
        alternatives=row.texts("alt"),
        due=row.text("due"),
        element=row.text("element"),
        element_told=row.has("element"),
    )


class _Fields:
    """A JSON object whose fields are asked for by type; what is null or absent is None or empty."""

    def __init__(self, value: object, where: str) -> None:
        if not isinstance(value, dict):
            raise GoldError(f"{where}: expected an object, found {value!r:.60}")
        self._value = value
        self._where = where

    def has(self, key: str) -> bool:
        return key in self._value

    def filled(self, key: str) -> bool:
        return bool(self._value.get(key))

    def text(self, key: str) -> str | None:
        value = self._value.get(key)
        if value is not None and not isinstance(value, str):
            raise GoldError(f"{self._where}: {key}: expected a text, found {value!r:.60}")
        return value or None

    def needed(self, key: str) -> str:
        value = self.text(key)
        if value is None:
            raise GoldError(f"{self._where}: {key}: missing in {self._value!r:.80}")
        return value

    def number(self, key: str) -> int | None:
        value = self._value.get(key)
        if value is not None and not isinstance(value, int):
            raise GoldError(f"{self._where}: {key}: expected a number, found {value!r:.60}")
        return value

    def texts(self, key: str) -> tuple[str, ...]:
        values = self._list(key)
        if not all(isinstance(value, str) for value in values):
            raise GoldError(f"{self._where}: {key}: expected a list of texts, found {values!r:.60}")
        return tuple(str(value) for value in values)

    def one(self, key: str) -> _Fields:
        return _Fields(self._value.get(key) or {}, f"{self._where}: {key}")

    def many(self, key: str) -> Iterator[_Fields]:
        return (_Fields(value, f"{self._where}: {key}") for value in self._list(key))

    def dump(self, key: str) -> str:
        return json.dumps(self._value.get(key) or "")

    def _list(self, key: str) -> list[object]:
        value = self._value.get(key)
        if value is not None and not isinstance(value, list):
            raise GoldError(f"{self._where}: {key}: expected a list, found {value!r:.60}")
        return value or []

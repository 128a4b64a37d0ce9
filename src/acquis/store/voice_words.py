"""What answers need of many voices without their bodies: keys and markings, sentences with their neighbours, at whom.

In: row ids of findings. Out: lean values by row id. Who asks has the ids from `find_voices`, which knows the viewer.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sqlalchemy import Connection, select

from acquis.model.marking import Marking
from acquis.store.tables import ROOM, claim_actors, claim_targets, claims, passages

_AT_ONCE = 5_000
_OPENING = 40  # passages of the beginning of a document


class Named(NamedTuple):
    """What names a finding in any workspace, and how high a person's judgement of it is marked."""

    key: str
    least: Marking


class Said(NamedTuple):
    """A sentence with the one before and the one after it, empty where its document has none."""

    text: str
    before: str = ""
    after: str = ""


def find_names(connection: Connection, rows: Iterable[int]) -> dict[int, Named]:
    """The names of findings."""
    found: dict[int, Named] = {}
    for part in _parts(rows):
        query = select(claims.c.id, claims.c.key, claims.c.least).where(claims.c.id.in_(part))
        found |= {row: Named(key, Marking(least)) for row, key, least in connection.execute(query)}
    return found


def find_said(connection: Connection, rows: Iterable[int], *, around: bool = False) -> dict[int, Said]:
    """The sentences of findings; `around` reads their neighbours as well."""
    places: dict[int, int] = {}
    for part in _parts(rows):
        query = select(claims.c.id, claims.c.passage_id).where(claims.c.id.in_(part))
        places |= {row: passage for row, passage in connection.execute(query)}
    beside = (-1, 0, 1) if around else (0,)
    texts = _texts(connection, {passage + step for passage in places.values() for step in beside})
    return {
        row: Said(texts.get(at, ""), *((texts.get(at - 1, ""), texts.get(at + 1, "")) if around else ()))
        for row, at in places.items()
    }


def find_openings(connection: Connection, documents: Iterable[int]) -> dict[int, list[str]]:
    """The first sentences of documents, by row id: where a text says what it is about."""
    found: dict[int, list[str]] = {}
    wanted = {row * ROOM + at for row in documents for at in range(_OPENING)}
    for at, text in sorted(_texts(connection, wanted).items()):
        found.setdefault(at // ROOM, []).append(text)
    return found


def find_aimed(connection: Connection, rows: Iterable[int]) -> dict[int, frozenset[str]]:
    """The States and groups that findings address, and the States among what they are about, as codes."""
    found: dict[int, set[str]] = {}
    for part in _parts(rows):
        named = select(claim_targets.c.claim_id, claim_targets.c.concept).where(
            claim_targets.c.claim_id.in_(part), claim_targets.c.concept.startswith("state.")
        )
        addressed = select(claim_actors.c.claim_id, claim_actors.c.code).where(
            claim_actors.c.claim_id.in_(part), claim_actors.c.part == "addressee"
        )
        for query in (named, addressed):
            for row, code in connection.execute(query):
                found.setdefault(row, set()).add(code.removeprefix("state."))
    return {row: frozenset(codes) for row, codes in found.items()}


def _texts(connection: Connection, wanted: set[int]) -> dict[int, str]:
    found: dict[int, str] = {}
    for part in _parts(wanted):
        query = select(passages.c.id, passages.c.text).where(passages.c.id.in_(part))
        found |= {row: text for row, text in connection.execute(query)}
    return found


def _parts(rows: Iterable[int]) -> Iterator[list[int]]:
    held = sorted(set(rows))
    return (held[at : at + _AT_ONCE] for at in range(0, len(held), _AT_ONCE))


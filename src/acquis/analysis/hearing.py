"""What a viewer hears in a workspace: voices with their documents and days in; utterances with their words out.

Answers over all States count lean voices first, and fetch the words of the few that they show.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from sqlalchemy import Connection

from acquis.errors import NotKept
from acquis.model.kept import KeptClaim
from acquis.model.marking import Viewer
from acquis.model.utterance import Manner, Utterance
from acquis.store.claims import Wanted, find_claims
from acquis.store.rows import title_of
from acquis.store.voices import Heard, Listening, Voice, find_heard, find_voices


class Dated(Protocol):
    """A document with the days that it may be of, ISO dates."""

    @property
    def earliest(self) -> str | None:
        """The first of them."""

    @property
    def latest(self) -> str | None:
        """The last of them."""


@dataclass(frozen=True, slots=True)
class Period:
    """The days that count, ISO dates ("2024", "2024-05", "2024-05-06"), both included; None is open."""

    since: str | None = None
    until: str | None = None

    @property
    def bounded(self) -> bool:
        """Is anything left out?"""
        return bool(self.since or self.until)

    def holds(self, heard: Dated) -> bool:
        """May the document be of these days? One without a date is of no bounded period."""
        if not self.bounded:
            return True
        first, last = heard.earliest or heard.latest, heard.latest or heard.earliest
        if first is None or last is None:
            return False
        return (not self.since or last >= self.since) and (
            not self.until or first[: len(self.until)] <= self.until
        )


ALWAYS = Period()


@dataclass(frozen=True, slots=True)
class Hearing:
    """Voices with the documents they are heard in, both by day. `undated` counts documents left out for want of a date.

    `documents` are all of the period that the viewer may see, with voices or without: what an answer looked through.
    """

    documents: Mapping[int, Heard]
    voices: tuple[Voice, ...]
    undated: int = 0


def look(connection: Connection, viewer: Viewer, period: Period = ALWAYS) -> Hearing:
    """The documents of a period, before any voice in them is heard.

    Raises NotKept where the viewer may see no document at all.
    """
    every = find_heard(connection, viewer)
    if not every:
        raise NotKept("no document in this workspace; `acquis add` reads some")
    documents = {row: heard for row, heard in every.items() if period.holds(heard)}
    undated = sum(heard.earliest is None for heard in every.values()) if period.bounded else 0
    return Hearing(documents, (), undated)


def hear(connection: Connection, viewer: Viewer, listening: Listening, period: Period = ALWAYS) -> Hearing:
    """The voices that are asked for, of a period, in the order of the days of their documents.

    Raises NotKept where the viewer may see no document at all.
    """
    looked = look(connection, viewer, period)
    return with_voices(looked, find_voices(connection, viewer, listening))


def with_voices(hearing: Hearing, voices: Iterable[Voice]) -> Hearing:
    """The same documents with these voices, those that are heard in none of them left out."""
    order = {row: at for at, row in enumerate(hearing.documents)}
    known = (one for one in voices if one.document in order)
    return replace(hearing, voices=tuple(sorted(known, key=lambda one: order[one.document])))


def manner_of(heard: Heard, owner: str) -> Manner:
    """How an owner of a finding is heard in its document (a group's members are heard through it)."""
    if owner not in heard.actors and heard.actors:
        return "told by another"
    return "jointly" if len(heard.actors) > 1 else "itself"


def day_of(heard: Heard) -> str | None:
    """The day of a document as it is shown: of publication, else what its meeting or statement says."""
    if heard.published or heard.earliest is None:
        return heard.published
    return _shortest(heard.earliest, heard.latest or heard.earliest)


def _shortest(first: str, last: str) -> str:
    """ "2024" for all of a year, "2024-05" for all of a month (whose last day is written as the 31st), else both days."""
    if first == last:
        return first
    if (first[4:], last[4:]) == ("-01-01", "-12-31") and first[:4] == last[:4]:
        return first[:4]
    if (first[7:], last[7:]) == ("-01", "-31") and first[:7] == last[:7]:
        return first[:7]
    return f"{first}/{last}"


def read_utterances(
    connection: Connection, viewer: Viewer, hearing: Hearing, voices: Iterable[Voice]
) -> dict[int, Utterance]:
    """The utterances of these voices of the hearing, by row id of their findings, in the order of their days."""
    kept = find_claims(connection, viewer, Wanted(claim_ids=frozenset(one.claim for one in voices)))
    found = {one.row: one for one in kept}
    return {
        voice.claim: _utterance(found[voice.claim], hearing.documents[voice.document])
        for voice in hearing.voices
        if voice.claim in found
    }


def _utterance(one: KeptClaim, heard: Heard) -> Utterance:
    claim = one.claim
    return Utterance(
        key=one.key,
        act=claim.act,
        owners=claim.owners,
        quote=claim.evidence.quote,
        sentence=claim.sentence.quote,
        address=claim.paragraph,
        document=heard.key,
        title=title_of(heard.title, heard.location),
        day=day_of(heard),
        text_status=heard.text_status,
        actors=heard.actors,
        marking=one.marking,
        status=one.status,
        confidence=claim.confidence,
        addressees=claim.addressees,
        grade=claim.grade,
        element=claim.element,
        targets=claim.targets,
        links=claim.links,
        url=heard.url,
    )

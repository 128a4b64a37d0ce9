"""Commitments as the store keeps them in; promises as the ledger counts them out, before anything settles them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from acquis.analysis.series_names import SeriesName, read_series_name
from acquis.extractors.next_meeting import promises_meeting
from acquis.extractors.series import ordinal_named, series_named
from acquis.model.claim import Claim
from acquis.model.frame import Frame
from acquis.model.kept import KeptClaim
from acquis.model.marking import Marking
from acquis.model.series import Edition, Series
from acquis.model.when import When
from acquis.vocabulary.lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Pledge:
    """One commitment with its frame; `series` and `edition` are those of its document, or those it names.

    `meets` says that its words promise a meeting, `meeting` that they promise one of that series; `ordinal` is the number of that meeting, where the
    words give one; `due` is when the promise falls due, in words that may settle no date.
    """

    key: str
    claim: Claim
    frame: Frame
    marking: Marking
    parties: tuple[str, ...]
    series: Series | None
    meets: bool
    meeting: bool
    ordinal: int | None
    due: When | None

    @property
    def spot(self) -> tuple[int, int, int]:
        """Where its sentence stands: the row id of its document, and the span."""
        sentence = self.claim.sentence
        return self.frame.row, sentence.start, sentence.end


@dataclass(frozen=True, slots=True)
class Ground:
    """What pledges are made on: frames by key of document, series, and the names of actors."""

    frames: Mapping[str, Frame]
    series: Sequence[Series]
    actors: Lexicon


def find_pledges(claims: Iterable[KeptClaim], ground: Ground) -> list[Pledge]:
    """The commitments among the claims of these documents, by day of the document and in the order of its text."""
    homes = _homes(ground)
    found = [
        _pledge(
            _Made(one.key, one.claim, one.marking),
            ground.frames[one.document],
            homes.get(one.document),
            ground,
        )
        for one in claims
        if one.claim.act == "commitment" and one.document in ground.frames
    ]
    order = {key: at for at, key in enumerate(ground.frames)}
    return sorted(found, key=lambda one: (order[one.frame.key], one.claim.evidence.start, one.key))


def pledges_among(pledges: Iterable[Pledge], ground: Ground) -> list[Pledge]:
    """Those of the documents of other ground, as they stand on it, in their order."""
    homes = _homes(ground)
    return [
        _pledge(
            _Made(one.key, one.claim, one.marking, one.meets), one.frame, homes.get(one.frame.key), ground
        )
        for one in pledges
        if one.frame.key in ground.frames
    ]


_Home = tuple[Series, Edition]


def _homes(ground: Ground) -> dict[str, _Home]:
    """Series and edition that each document tells of."""
    return {
        account.frame.key: (series, edition)
        for series in ground.series
        for edition in series.editions
        for account in edition.accounts
    }


@dataclass(frozen=True, slots=True)
class _Made:
    """A commitment, as it was made; `meets` where it is known whether it promises a meeting."""

    key: str
    claim: Claim
    marking: Marking
    meets: bool | None = None


def _pledge(made: _Made, frame: Frame, home: _Home | None, ground: Ground) -> Pledge:
    claim = made.claim
    words = " ".join(claim.sentence.quote.split())
    meets = promises_meeting(words) if made.meets is None else made.meets
    series = _series_of(words, claim, home, ground) if meets else home[0] if home else None
    return Pledge(
        key=made.key,
        claim=claim,
        frame=frame,
        marking=made.marking,
        parties=tuple(dict.fromkeys((*claim.owners, *claim.addressees, *frame.actors))),
        series=series,
        meets=meets,
        meeting=meets and series is not None,
        ordinal=ordinal_named(words) if meets else None,
        due=claim.due or (_next_when(frame, series, home) if meets else None),
    )


def _next_when(frame: Frame, series: Series | None, home: _Home | None) -> When | None:
    """What the document says of the next meeting's time, vague words ("mutually convenient") included."""
    if home is None or series is not home[0] or frame.meeting is None or frame.meeting.next is None:
        return None
    return frame.meeting.next.when


def _series_of(
    words: str, claim: Claim, home: _Home | None, ground: Ground
) -> Series | None:  # fmt: skip
    """The series a promised meeting belongs to: the one its words name, else that of its document."""
    owners = frozenset(claim.owners)
    named = [read_series_name(name, ground.actors, owners) for name in series_named(words)]
    for name in named:
        if home and _fits(name, home[0], ground.actors):
            return home[0]
        for series in ground.series:
            if owners == frozenset(series.parties) and _fits(name, series, ground.actors):
                return series
    distinct = [name for name in named if name.matter]
    return None if distinct or home is None else home[0]


def _fits(name: SeriesName, series: Series, actors: Lexicon) -> bool:
    """Is this one of the names of the series? A name that says no matter ("the next Dialogue") is any's."""
    codes = frozenset(series.parties)
    theirs = [read_series_name(each, actors, codes) for each in series.names]
    return any(
        (not name.kind or not each.kind or name.kind == each.kind)
        and (not name.matter or name.matter == each.matter)
        for each in theirs
    )

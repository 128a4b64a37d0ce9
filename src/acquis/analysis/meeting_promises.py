"""A promise to meet again and the series it belongs to in; how the edition that follows settles it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from acquis.grammar.words import plain_words
from acquis.model.frame import Frame
from acquis.model.promise import PromiseStatus
from acquis.model.series import Edition, Series
from acquis.model.when import When


@dataclass(frozen=True, slots=True)
class Foreseen:
    """A meeting as it was promised, by one document: its number, time and place as far as they were said."""

    frame: Frame
    ordinal: int | None
    due: When | None
    place: str | None


@dataclass(frozen=True, slots=True)
class Settled:
    """A status and the rule that gave it, in words; `edition` is the meeting that it rests on."""

    status: PromiseStatus
    why: str
    edition: Edition | None = None


def settle_meeting(foreseen: Foreseen, series: Series) -> Settled | None:
    """What the edition that follows says of the promise; None where none is known.

    Held in the time that was promised: kept; after it: kept late; at another place: kept in part. An announcement
    of another time supersedes the promise, one of the same time affirms it.
    """
    edition = _following(foreseen, series)
    if edition is None:
        return None
    return _by_held(foreseen, edition) if edition.held else _by_announced(foreseen, edition)


def _following(foreseen: Foreseen, series: Series) -> Edition | None:
    """The edition that was promised: that of its number, else the first after the document that promised it.

    An edition of another number is another meeting: the one that was promised is then not known here.
    """
    mine = next((e for e in series.editions if _tells(foreseen.frame, e)), None)
    after = [e for e in series.editions if e is not mine or foreseen.frame.planned]
    number = foreseen.ordinal or _next_number(mine, foreseen)
    if number is not None:
        numbered = [e for e in after if e.ordinal == number and _others(foreseen.frame, e)]
        if numbered:
            return numbered[0]
        after = [e for e in after if e.ordinal is None or e.inferred]
    return next((e for e in after if _later(e, mine, foreseen) and _others(foreseen.frame, e)), None)


def _next_number(mine: Edition | None, foreseen: Foreseen) -> int | None:
    """The number of the meeting after the one that a document tells of."""
    if mine is None or mine.ordinal is None or mine.inferred or foreseen.frame.planned:
        return None
    return mine.ordinal + 1


def _tells(frame: Frame, edition: Edition) -> bool:
    return any(account.frame.key == frame.key for account in edition.accounts)


def _others(frame: Frame, edition: Edition) -> bool:
    """Does another document tell of this edition? What promises a meeting is no evidence that it took place."""
    return any(account.frame.key != frame.key for account in edition.accounts)


def _later(edition: Edition, mine: Edition | None, foreseen: Foreseen) -> bool:
    if mine is not None and mine.ordinal and edition.ordinal and not foreseen.frame.planned:
        return edition.ordinal > mine.ordinal
    start = _first_day(edition)
    since = _first_day(mine) if mine is not None else foreseen.frame.latest
    return start is not None and since is not None and start > since


def _first_day(edition: Edition) -> date | None:
    return edition.when.earliest if edition.when else None


def _by_held(foreseen: Foreseen, edition: Edition) -> Settled:
    late = _is_late(foreseen.due, edition.when)
    moved = _moved(foreseen.place, edition)
    told = f"{_name(edition)} took place{_at(edition)}"
    if late is None:
        status: PromiseStatus = "kept" if not moved else "kept in part"
        timed = "no time was promised" if foreseen.due is None else "when it was due"
        if foreseen.due is not None and (edition.when is None or foreseen.due.latest is None):
            timed = "the words settle no date to hold it to"
        return Settled(status, f"{told}; {timed}{moved}", edition)
    promised = foreseen.due.edtf if foreseen.due else ""
    if late:
        return Settled("kept late", f"{told}; it was due {promised}{moved}", edition)
    early = foreseen.due and edition.when and _precedes(edition.when, foreseen.due)
    timed = f"before what was promised ({promised})" if early else f"as was promised for {promised}"
    return Settled("kept in part" if moved else "kept", f"{told}, {timed}{moved}", edition)


def _precedes(one: When, other: When) -> bool:
    """Does one end before the other begins?"""
    return one.latest is not None and other.earliest is not None and one.latest < other.earliest


def _is_late(due: When | None, held: When | None) -> bool | None:
    """After the last day promised? None where nothing can be compared."""
    if due is None or due.latest is None or held is None or held.latest is None or held.earliest is None:
        return None
    return held.earliest > due.latest


def _moved(place: str | None, edition: Edition) -> str:
    """What to say where the place is another than was promised; empty where it is not, or not known."""
    if not place or not edition.place:
        return ""
    mine, theirs = set(plain_words(place)), set(plain_words(edition.place))
    countries = {a.meeting.country_of_place for a in edition.accounts}
    if mine & theirs or place in countries:
        return ""
    return f"; the place was to be {place}"


def _by_announced(foreseen: Foreseen, edition: Edition) -> Settled | None:
    """An announcement after the promise, in other words than the promise itself."""
    later = [
        a
        for a in edition.accounts
        if a.frame.key != foreseen.frame.key and _is_after(a.frame, foreseen.frame)
    ]
    if not later:
        return None
    due, when = foreseen.due, edition.when
    told = f"{_name(edition)} was announced{_at(edition)}"
    if due is None or due.latest is None or when is None or when.earliest is None or when.latest is None:
        return Settled("re-affirmed", told, edition)
    if when.earliest > due.latest or _precedes(when, due):
        return Settled("superseded", f"{told}; it had been promised for {due.edtf}", edition)
    return Settled("re-affirmed", f"{told}, within what was promised ({due.edtf})", edition)


def _is_after(frame: Frame, other: Frame) -> bool:
    return frame.earliest is not None and other.latest is not None and frame.earliest > other.latest


def _name(edition: Edition) -> str:
    return f"edition {edition.ordinal}" if edition.ordinal else "the next meeting"


def _at(edition: Edition) -> str:
    """ " in London on 2024-12-05 to 2024-12-06", as far as it is told."""
    place = f" in {edition.place}" if edition.place and edition.place != "virtual" else ""
    online = " online" if edition.place == "virtual" else ""
    when = f", {edition.when.edtf.replace('/', ' to ')}" if edition.when and edition.when.edtf else ""
    return f"{place}{online}{when}"

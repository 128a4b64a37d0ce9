"""A link that a person made or undid in; what follows from it, in words, out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.ledger import Asked, settle_ledger
from acquis.analysis.memory import Memory, Names, remember
from acquis.model.anchor import Anchor
from acquis.model.frame import Frame
from acquis.model.judgement import Judgement
from acquis.model.link import Linked
from acquis.model.marking import EVERYTHING
from acquis.model.promise import Promise
from acquis.model.series import Edition, Series
from acquis.store.frames import Moment

_QUOTE = 90
_Home = tuple[Series, Edition]


def tell_link(connection: Connection, names: Names, judgement: Judgement, today: date) -> Linked:
    """What a link changes, for whoever may see all; documents of a day to come count too."""
    if judgement.subject.kind == "pair":
        return Linked(judgement, _of_pair(judgement))
    if judgement.verdict == "withdraw" and judgement.subject.tie != "sequel":
        return Linked(judgement, "kept: what was said last of these two is taken back")
    memory = remember(connection, EVERYTHING, names, Moment())
    if judgement.subject.tie == "edition":
        return Linked(judgement, _of_editions(memory, judgement))
    if judgement.subject.tie == "person":
        return Linked(judgement, _of_persons(memory, judgement))
    days = [frame.latest for frame in memory.frames.values() if frame.latest]
    return _of_sequel(connection, memory, judgement, Asked(max([today, *days])))


def _of_pair(judgement: Judgement) -> str:
    one, other = (f"“{_short(anchor.quote)}”" for anchor in judgement.subject.anchors)
    if judgement.verdict == "withdraw":
        return f"kept: what was said last is taken back of {one} and {other}"
    if judgement.verdict == "reject":
        return f"kept: not proposed again as false friends: {one} and {other}"
    return f"kept: false friends: {one} and {other}"


def _of_editions(memory: Memory, judgement: Judgement) -> str:
    frames = _by_work(memory.frames.values())
    mine = [frames[anchor.work] for anchor in judgement.subject.anchors if anchor.work in frames]
    homes = [_home_of(memory, frame) for frame in mine]
    if judgement.verdict == "accept":
        together = homes[0] if homes else None
        if together is None:
            return (
                "kept: these tell of one meeting; it counts once one of them names the series it belongs to"
            )
        count = len(together[1].accounts)
        return f"{count} documents now tell of {_edition(together)}"
    told = (
        f"“{_short(frame.title)}” of {_edition(home) if home else 'no meeting of a series'}"
        for frame, home in zip(mine, homes, strict=True)
    )
    return f"kept: these tell of two meetings: {', '.join(told)}"


def _home_of(memory: Memory, frame: Frame) -> _Home | None:
    homes = ((series, edition) for series in memory.series for edition in series.editions)
    return next(((s, e) for s, e in homes if any(a.frame.key == frame.key for a in e.accounts)), None)


def _edition(home: _Home) -> str:
    series, edition = home
    when = f" ({edition.when.edtf.replace('/', ' to ')})" if edition.when and edition.when.edtf else ""
    return (
        f"edition {edition.ordinal} of {series.name}{when}"
        if edition.ordinal
        else f"a meeting of {series.name}{when}"
    )


def _of_persons(memory: Memory, judgement: Judgement) -> str:
    one, other = (" ".join(anchor.quote.split()) for anchor in judgement.subject.anchors)
    spelt = [(s.name, set(person.spellings)) for s in memory.series for person in s.people]
    if judgement.verdict == "reject":
        return f"kept: {one} and {other} are two persons"
    shared = [name for name, spellings in spelt if {one, other} <= spellings]
    if not shared:
        return f"kept: {one} and {other} are one person; no series has both of them yet"
    return f"{one} and {other} are now one person in {', '.join(shared)}"


def _of_sequel(connection: Connection, memory: Memory, judgement: Judgement, asked: Asked) -> Linked:
    first, second = judgement.subject.anchors
    promise = _promise_at(connection, memory, first, asked)
    if promise is None:
        return Linked(judgement, "kept; the promise counts in no ledger")
    words = f"“{_short(promise.promised)}” ({promise.key})"
    if judgement.verdict == "withdraw":
        taken_back = f"kept: what was said last of {words} is taken back"
        return Linked(judgement, f"{taken_back}, which is: {promise.status}, {promise.why}")
    if judgement.verdict == "reject":
        return Linked(
            judgement, f"kept: not proposed again for {words}, which is: {promise.status}, {promise.why}"
        )
    remark = _earlier(promise.frame, _by_work(memory.frames.values()).get(second.work))
    if promise.evidence is None or promise.evidence.sentence != " ".join(second.quote.split()):
        return Linked(judgement, f"kept; {words} is: {promise.status}, {promise.why}", remark)
    return Linked(judgement, f"{words} is now: {promise.status}", remark)


def _promise_at(connection: Connection, memory: Memory, anchor: Anchor, asked: Asked) -> Promise | None:
    """The first promise of the sentence, as it stands now."""
    here = [
        one
        for one in memory.pledges
        if one.frame.work == anchor.work and one.claim.sentence.quote.split() == anchor.quote.split()
    ]
    settled = settle_ledger(connection, replace(memory, pledges=tuple(here[:1])), asked) if here else None
    return settled.promises[0] if settled else None


def _earlier(promise: Frame, sequel: Frame | None) -> str:
    """A word of warning where the sequel is of an earlier day: a person may know better than the dates do."""
    told = sequel.latest if sequel else None
    if told is None or promise.earliest is None or told >= promise.earliest:
        return ""
    return f"its sequel is of {told}, before the promise of {promise.earliest}; `acquis unlink` takes the link back"


def _by_work(frames: Iterable[Frame]) -> dict[str, Frame]:
    return {frame.work: frame for frame in frames}


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _QUOTE else f"{line[:_QUOTE].rpartition(' ')[0]} …"

"""Two parties and a day in; what a delegation needs to know before they meet, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.briefing.lines import first, promise_line, shortened
from acquis.analysis.briefing.meetings import (
    differing_lines,
    last_held,
    like_with_like,
    meeting_line,
    moved_lines,
    seats_of,
    single_meeting,
    topics_line,
)
from acquis.analysis.briefing.positions import agreed_lines, position_lines
from acquis.analysis.briefing.spoken import find_spoken
from acquis.analysis.comparing.compare import compare
from acquis.analysis.comparing.given import Given
from acquis.analysis.comparing.names import names_of
from acquis.analysis.ledger import Asked, open_between, refuse_nothing, settle_ledger
from acquis.analysis.memory import Memory, Names, remember
from acquis.errors import NotKept, RequestError
from acquis.model.brief import Brief, BriefLine, Section
from acquis.model.comparison import Comparison, Mode
from acquis.model.frame import Frame
from acquis.model.kept import KeptClaim
from acquis.model.marking import Viewer
from acquis.model.promise import Promise
from acquis.model.series import Account, Edition, Series
from acquis.store.records import kept_record
from acquis.store.rows import series_key

# Lines a section may have, so that the whole is two pages.
_FEW, _SOME, _MANY = 3, 4, 5
_WAITING = ("open", "due", "no evidence yet", "undated", "cannot be checked")
_LEAST_GRADE = 3  # what is promised to go on needs no place in a brief


@dataclass(frozen=True, slots=True)
class Meeting:
    """The meeting that a brief is for. `today` is the last day whose documents count."""

    party: str
    counterpart: str
    on: date
    today: date
    series: str | None = None


@dataclass(frozen=True, slots=True)
class _Desk:
    """All that the sections are made of."""

    meeting: Meeting
    memory: Memory
    promises: tuple[Promise, ...]
    claims: tuple[KeptClaim, ...]
    series: Series | None
    names: Names
    given: Callable[[Frame], Given]

    @property
    def pair(self) -> tuple[str, str]:
        return self.meeting.party, self.meeting.counterpart

    @property
    def last(self) -> Edition | None:
        """The last edition that was held; of two without a series of their own, the last meeting of just these two."""
        at = last_held(self.series) if self.series else None
        if self.series and at is not None:
            return self.series.editions[at]
        return single_meeting(self.memory.frames.values(), self.pair, self.names.vocabulary)

    @property
    def before(self) -> Edition | None:
        at = last_held(self.series) if self.series else None
        held = [e for e in self.series.editions[:at] if e.held] if self.series and at else []
        return held[-1] if held else None

    def compared(self, a: Account, b: Account) -> Iterator[BriefLine]:
        """Both accounts side by side, as lines about where they differ."""
        comparison = self._comparison(a, b, "accounts")
        return differing_lines(comparison, a, b, self.name_of) if comparison else iter(())

    def moved(self, before: Account, now: Account) -> Iterator[BriefLine]:
        """Two editions side by side, as lines about what is new and what is gone."""
        comparison = self._comparison(before, now, "editions")
        return moved_lines(comparison, before, now) if comparison else iter(())

    def _comparison(self, a: Account, b: Account, mode: Mode) -> Comparison | None:
        """None of texts that cannot be compared: in two languages, or one that is not read."""
        try:
            return compare(self.given(a.frame), self.given(b.frame), names_of(self.names.files), mode=mode)
        except RequestError:
            return None

    def name_of(self, code: str) -> str:
        """The name of an actor."""
        concept = self.names.vocabulary.by_code(code)
        return concept.name if concept else code


def _asked(meeting: Meeting) -> Asked:
    """The moment that a brief for a meeting tells of."""
    return Asked(min(meeting.on, meeting.today))


def make_brief(connection: Connection, viewer: Viewer, names: Names, meeting: Meeting) -> Brief:
    """The brief for a meeting. Raises NotKept where no document has both parties, RequestError where none counts yet."""
    asked = _asked(meeting)
    memory = remember(connection, viewer, names, asked.moment)
    if not memory.frames:
        refuse_nothing(connection, viewer, asked.moment)
    series = _series_of(memory.series, meeting)
    claims = find_spoken(connection, viewer, memory.frames, (meeting.party, meeting.counterpart))
    desk = _Desk(
        meeting, memory, _shared(connection, memory, meeting), claims, series,
        names, lambda frame: Given.kept(kept_record(connection, viewer, frame.row)),
    )  # fmt: skip
    if series is None and not desk.promises and not _met(memory, meeting):
        raise NotKept(
            f"no document here has both {meeting.party} and {meeting.counterpart}; `acquis documents` lists what there is"
        )
    sections = (
        _last(desk),
        *_owed(desk),
        _falling_due(desk),
        _agreed(desk),
        _moved(desk),
        _accounts(desk),
        _theirs(desk),
    )
    name = series.name if series else None
    return Brief(meeting.party, meeting.counterpart, meeting.on, name, len(memory.frames), sections)


def _series_of(found: Sequence[Series], meeting: Meeting) -> Series | None:
    """The series that is named, else that of the two parties alone: of several the one that met last."""
    both = {meeting.party, meeting.counterpart}
    fitting = [one for one in found if both <= set(one.parties)]
    if meeting.series:
        wanted = set(series_key(meeting.series).split())
        named = [
            one
            for one in fitting
            if any(wanted <= set(series_key(name).split()) for name in (one.name, *one.names))
        ]
        if not named:
            known = "; ".join(one.name for one in fitting) or "none"
            raise RequestError(
                f"no series {meeting.series!r} of {meeting.party} and {meeting.counterpart}; here is: {known}"
            )
        fitting = named
    elif any(len(one.parties) == len(both) for one in fitting):
        fitting = [one for one in fitting if len(one.parties) == len(both)]
    else:
        return None
    ranked = sorted(fitting, key=lambda one: (len(one.parties) != len(both), -_newest(one), one.name))
    return ranked[0]


def _newest(series: Series) -> int:
    days = [e.when.latest.toordinal() for e in series.editions if e.when and e.when.latest]
    return max(days, default=0)


def _met(memory: Memory, meeting: Meeting) -> bool:
    both = {meeting.party, meeting.counterpart}
    return any(both <= set(frame.actors) for frame in memory.frames.values())


def _shared(connection: Connection, memory: Memory, meeting: Meeting) -> tuple[Promise, ...]:
    """The promises in which both have a part, each meeting once, the newest first."""
    both = {meeting.party, meeting.counterpart}
    # Of meetings all are settled: one may be promised in several accounts.
    may = tuple(one for one in memory.pledges if one.meeting or both <= set(one.parties))
    settled = settle_ledger(connection, replace(memory, pledges=may), _asked(meeting)).promises
    shared = [one for one in settled if both <= set(one.parties) and one.same is None]
    return tuple(reversed(shared))


def _last(desk: _Desk) -> Section:
    title, empty = "Last meeting", "No meeting of these two is in the documents here."
    if desk.last is None:
        return Section(title, (), empty)
    topics = topics_line(desk.last)
    name = desk.series.name if desk.series else shortened(desk.last.accounts[0].frame.title, 120)
    lines = (meeting_line(name, desk.last), *((topics,) if topics else ()))
    return Section(title, lines, empty, seats_of(desk.last, desk.pair))


def _owed(desk: _Desk) -> Iterator[Section]:
    """What each owes alone, and what both owe: what is not settled, first what is most specific."""
    us, them = desk.pair
    both = frozenset(desk.pair)
    for title, owing in ((f"Owed by {us}", {us}), (f"Owed by {them}", {them}), ("Owed by both", both)):
        waiting = [
            one
            for one in desk.promises
            if both & set(one.claim.owners) == owing and one.status in _WAITING and _counts(one)
        ]
        lines, more = first(map(promise_line, sorted(waiting, key=_pressing)), _SOME)
        yield Section(title, lines, "Nothing that is open was found.", more=more)


def _counts(one: Promise) -> bool:
    """Is it worth a line? A meeting is, and what is more than to go on."""
    return one.meeting or (one.claim.grade or 0) >= _LEAST_GRADE


def _pressing(one: Promise) -> tuple[bool, bool, int, int]:
    """Meetings first, then what has a date, then the more specific, then the newer."""
    latest = one.frame.latest
    return (
        not one.meeting,
        one.due is None or one.due.latest is None,
        -(one.claim.grade or 0),
        -(latest.toordinal() if latest else 0),
    )


def _falling_due(desk: _Desk) -> Section:
    falling = open_between(desk.promises, desk.meeting.on)
    ordered = sorted(falling, key=lambda one: one.due.latest or date.max if one.due else date.max)
    lines, more = first(map(promise_line, ordered), _FEW)
    return Section(
        f"What falls due by {desk.meeting.on}", lines, "Nothing with a date until then was found.", more=more
    )


def _agreed(desk: _Desk) -> Section:
    found = agreed_lines(desk.claims, desk.memory.frames, desk.pair, desk.names.vocabulary)
    lines, more = first(found, _MANY)
    return Section("Last agreed words", lines, "No words that both own were found.", more=more)


def _moved(desk: _Desk) -> Section:
    title, empty = "What moved since the edition before", "There is no edition before the last one here."
    if desk.last is None or desk.before is None:
        return Section(title, (), empty)
    told = {account.frame.key for account in desk.before.accounts}
    settled = [
        promise_line(one) for one in desk.promises
        if one.frame.key in told and one.status not in _WAITING
    ]  # fmt: skip
    before, now = like_with_like(desk.last, desk.before)
    lines, more = first((*settled, *desk.moved(before, now)), _SOME)
    writers = (
        ""
        if before.side and before.side == now.side
        else " (accounts of different sides, or of one not named)"
    )
    return Section(f"{title}{writers}", lines, "Nothing moved that the texts tell of.", more=more)


def _accounts(desk: _Desk) -> Section:
    title = "Where the two accounts differ"
    accounts = desk.last.accounts if desk.last else ()
    if len(accounts) < 2:
        return Section(
            title, (), "Only one account of the last meeting is here." if accounts else "No account is here."
        )
    other = next((one for one in accounts[1:] if one.side != accounts[0].side), accounts[1])
    lines, more = first(desk.compared(accounts[0], other), _MANY + 1)
    return Section(title, lines, "The accounts say the same.", more=more)


def _theirs(desk: _Desk) -> Section:
    us, them = desk.pair
    lines, more = first(position_lines(desk.claims, desk.memory.frames, them, (us,)), _FEW)
    return Section(
        f"Latest positions and needs of {them}", lines, f"No statement of {them} alone is here.", more=more
    )

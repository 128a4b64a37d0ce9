"""The ledger: every promise of the documents that count, how it stands on a day, and the words that say so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.clear import clear_one
from acquis.analysis.meeting_promises import Foreseen, settle_meeting
from acquis.analysis.memory import Memory, Names, remember
from acquis.analysis.pledges import Pledge
from acquis.analysis.promised import promised_words
from acquis.analysis.sequels import Evidence, Reader, Sequels
from acquis.analysis.statuses import by_sequel, by_time
from acquis.errors import NothingYet, NotKept
from acquis.model.filters import NO_FILTERS, PromiseFilters
from acquis.model.marking import Marking, Viewer
from acquis.model.promise import Ledger, Promise, PromiseStatus, Relation
from acquis.model.series import Edition
from acquis.store.frames import Moment, anything_counts, find_frames
from acquis.store.history import first_came
from acquis.store.rows import series_key
from acquis.store.sequels import Found


@dataclass(frozen=True, slots=True)
class Asked:
    """What a ledger is asked for: a moment (see `Moment`), filters, how many candidates beside each promise."""

    as_of: date
    known_on: date | None = None
    filters: PromiseFilters = NO_FILTERS
    candidates: int = 0
    known_at: str | None = None

    @property
    def moment(self) -> Moment:
        """What counts."""
        return Moment(self.as_of, self.known_on, self.known_at)


def make_ledger(connection: Connection, viewer: Viewer, names: Names, asked: Asked) -> Ledger:
    """The promises that are asked for, by day, each with its status on that day.

    Raises NotKept where there are no documents, NothingYet where none counts yet.
    """
    refuse_nothing(connection, viewer, asked.moment)
    memory = remember(connection, viewer, names, asked.moment, owner=asked.filters.party)
    return settle_ledger(connection, memory, asked)


def refuse_nothing(connection: Connection, viewer: Viewer, moment: Moment) -> None:
    """Say why where nothing counts: no documents at all, or none by then."""
    if anything_counts(connection, viewer, moment):
        return
    first_at = first_came(connection, viewer)
    if first_at is None:
        raise NotKept("no documents in this workspace yet; `acquis add SOURCE` brings them in")
    known = find_frames(connection, viewer, Moment(None, moment.known_on, moment.known_at))
    if not known:
        raise NothingYet(
            f"nothing was in this workspace on {moment.known_on}; the first document came on {first_at[:10]}"
        )
    first = min(day for frame in known if (day := frame.counts_from))
    raise NothingYet(f"no document is of {moment.as_of} or earlier; the first is of {first}")


def settle_ledger(connection: Connection, memory: Memory, asked: Asked) -> Ledger:
    """The ledger of what is remembered."""
    chosen = [one for one in memory.pledges if is_asked(one, asked.filters)]
    found = memory.found(connection, chosen)
    standing = [_settle(one, found, asked) for one in chosen]
    if asked.filters.statuses:
        standing = [one for one in standing if one.status in asked.filters.statuses]
    days = [day for frame in memory.frames.values() for day in (frame.earliest, frame.latest) if day]
    return Ledger(
        promises=tuple(_told(connection, standing)),
        as_of=asked.as_of,
        known_on=asked.known_on,
        documents=len(memory.frames),
        first=min(days, default=None),
        last=max(days, default=None),
    )


@dataclass(frozen=True, slots=True)
class _Standing:
    """A pledge with its status, before the words of its evidence are read."""

    pledge: Pledge
    status: PromiseStatus
    why: str
    evidence: Evidence | None
    candidates: tuple[Evidence, ...]
    searched: int
    marked: Marking


def _settle(pledge: Pledge, found: Sequels, asked: Asked) -> _Standing:
    """One promise with its status: by a person's link, by the edition that follows, by a clear sequel, by time."""
    searched = found.searched(pledge)
    candidates = found.candidates(pledge)
    settled = _by_link(pledge, found) or _by_edition(pledge, found) or _by_words(pledge, found, candidates)
    status, why, evidence = settled or (*by_time(pledge, asked.as_of, searched), None)
    shown = (found.evidence(one) for one in candidates[: asked.candidates])
    marked = found.marking(pledge, evidence)
    return _Standing(pledge, status, why, evidence, tuple(shown), searched, marked)


_Settlement = tuple[PromiseStatus, str, Evidence | None]


def _by_link(pledge: Pledge, found: Sequels) -> _Settlement | None:
    linked = max(found.linked_to(pledge), key=_finality, default=None)
    return (*by_sequel(pledge, linked), linked) if linked else None


def _finality(linked: Evidence) -> tuple[bool, date]:
    """What ends a promise goes before what says it again, a later document before an earlier one."""
    return linked.relation in ("done", "withdrawn", "replaced"), linked.frame.earliest or date.min


def _by_words(pledge: Pledge, found: Sequels, candidates: Sequence[Found]) -> _Settlement | None:
    """By a later sentence that leaves no doubt; what became of a meeting of a series, its editions tell."""
    clear = None if pledge.meeting else clear_one(pledge, candidates, found.frame_of)
    if clear is None:
        return None
    evidence = found.evidence(clear)
    return (*by_sequel(pledge, evidence), evidence)


def _by_edition(pledge: Pledge, found: Sequels) -> _Settlement | None:
    series = pledge.series
    if series is None or not pledge.meeting:
        return None
    foreseen = Foreseen(pledge.frame, pledge.ordinal, pledge.due, pledge.claim.venue)
    settled = settle_meeting(foreseen, series)
    if settled is None:
        return None
    if settled.edition is None:
        return settled.status, settled.why, None
    account = _account(pledge, settled.edition, found)
    return (settled.status, settled.why, account) if account else None


def _account(pledge: Pledge, edition: Edition, found: Sequels) -> Evidence | None:
    """An account of the edition that is not the promise's own document, nor one that a person said does not tell it."""
    others = (one for one in edition.accounts if one.frame.key != pledge.frame.key)
    account = next((one for one in others if (pledge.spot, one.frame.row) not in found.parted), None)
    if account is None:
        return None
    relation: Relation = "done" if edition.held else "repeated"
    return Evidence(account.frame, None, 1.0, relation, ("the edition that follows",))


def _told(connection: Connection, standing: Sequence[_Standing]) -> Iterator[Promise]:
    """The promises with the words of their evidence and candidates."""
    shown = (each for one in standing for each in (one.evidence, *one.candidates) if each)
    reader = Reader(connection, shown)
    first: dict[tuple[object, ...], str] = {}
    for one in standing:
        pledge = one.pledge
        known = first.setdefault(_meeting_of(pledge), pledge.key)
        yield Promise(
            key=pledge.key,
            claim=pledge.claim,
            frame=pledge.frame,
            promised=promised_words(pledge.claim.evidence.quote),
            parties=pledge.parties,
            series=pledge.series.name if pledge.series else None,
            meeting=pledge.meeting,
            due=pledge.due,
            status=one.status,
            why=one.why,
            evidence=reader.read(one.evidence) if one.evidence else None,
            candidates=tuple(map(reader.read, one.candidates)),
            searched=one.searched,
            same=None if known == pledge.key else known,
            marked=one.marked,
        )


def _meeting_of(pledge: Pledge) -> tuple[object, ...]:
    """What makes two promises one: the same meeting, promised in two accounts of one edition."""
    meeting = pledge.frame.meeting
    if not pledge.meeting or pledge.series is None or meeting is None:
        return (pledge.key,)
    home = next(
        (e for e in pledge.series.editions if any(a.frame.key == pledge.frame.key for a in e.accounts)), None
    )
    edition = home.accounts[0].frame.key if home else meeting.ordinal
    due = pledge.due.edtf if pledge.due else None
    owners = frozenset(pledge.claim.owners)
    return (pledge.series.name, pledge.series.parties, edition, due, pledge.claim.venue, owners)


def is_asked(pledge: Pledge, filters: PromiseFilters) -> bool:
    """Do the filters that need no status let it through?"""
    claim = pledge.claim
    if filters.party and filters.party not in claim.owners:
        return False
    if filters.counterpart and filters.counterpart not in pledge.parties:
        return False
    if filters.grade and (claim.grade or 0) < filters.grade:
        return False
    if filters.about and not filters.about.intersection(claim.targets):
        return False
    return _is_of_series(pledge, filters.series) and _is_of_days(pledge, filters)


def _is_of_series(pledge: Pledge, words: str | None) -> bool:
    if not words:
        return True
    if pledge.series is None:
        return False
    wanted = set(series_key(words).split())
    return any(wanted <= set(series_key(name).split()) for name in (pledge.series.name, *pledge.series.names))


def _is_of_days(pledge: Pledge, filters: PromiseFilters) -> bool:
    frame = pledge.frame
    if filters.since and (frame.latest is None or frame.latest.isoformat() < filters.since):
        return False
    return not filters.until or (
        frame.earliest is not None and frame.earliest.isoformat()[: len(filters.until)] <= filters.until
    )


def open_between(promises: Iterable[Promise], until: date) -> list[Promise]:
    """Those that fall due by a day and of which nothing is known yet."""
    waiting = ("open", "due", "no evidence yet")
    return [
        one for one in promises
        if one.status in waiting and one.due and one.due.latest and one.due.latest <= until
    ]  # fmt: skip

"""Series and their promised meetings in; how each series stands on a day, and which one a name means, out."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.ledger import Asked, refuse_nothing, settle_ledger
from acquis.analysis.memory import Memory, Names, remember
from acquis.errors import NotKept, RequestError
from acquis.grammar.words import normal_words
from acquis.model.marking import Viewer
from acquis.model.promise import Promise, PromiseStatus
from acquis.model.series import Edition, Series
from acquis.model.story import Awaited, Story
from acquis.vocabulary import Vocabulary

# What is settled is awaited no more.
_WAITING: frozenset[PromiseStatus] = frozenset(
    {"open", "due", "no evidence yet", "undated", "cannot be checked", "re-affirmed", "strengthened", "softened"}
)  # fmt: skip
_NEAREST, _NEAR = 3, 55


def tell_stories(
    connection: Connection, viewer: Viewer, names: Names, asked: Asked, *, called: str | None = None
) -> tuple[Story, ...]:
    """The series, or those that a name may mean: the overdue ones first, then by name.

    Raises NotKept where there are none, with the nearest names.
    """
    refuse_nothing(connection, viewer, asked.moment)
    memory = remember(connection, viewer, names, asked.moment)
    chosen = named_series(memory.series, called, names.vocabulary) if called else memory.series
    if not chosen:
        raise NotKept("no document in this workspace tells of a series of meetings")
    meetings = _meetings(connection, memory, asked)
    told = [_story(series, meetings.get(id(series), []), asked.as_of) for series in chosen]
    return tuple(sorted(told, key=lambda one: (-one.overdue, one.series.name, one.series.parties)))


def one_series(series: Sequence[Series], called: str, vocabulary: Vocabulary) -> Series:
    """The one series that a name means. Raises NotKept where there is none, RequestError where there are several."""
    found = named_series(series, called, vocabulary)
    if len(found) > 1:
        some = "; ".join(f"{one.name} ({', '.join(one.parties[:4])})" for one in found[:_NEAREST])
        more = "" if len(found) <= _NEAREST else f" and {len(found) - _NEAREST} more"
        raise RequestError(f"{called!r} names {len(found)} series: {some}{more}; give more of the name")
    return found[0]


def named_series(series: Sequence[Series], called: str, vocabulary: Vocabulary) -> list[Series]:
    """The series with these words in one of their names, or these parties: the one so named, else all that fit.

    Parties may be named by code or name and in any order. Raises NotKept where there is none.
    """
    words = frozenset(normal_words(called))
    fitting = [one for one in series if words and _fits(one, words, vocabulary)]
    exact = [one for one in fitting if any(words == set(normal_words(name)) for name in one.names)]
    if fitting:
        return exact or fitting
    raise NotKept(f"no series {called[:100]!r} in this workspace{_hint(series, called)}")


def _fits(series: Series, words: frozenset[str], vocabulary: Vocabulary) -> bool:
    parties = frozenset(word for code in series.parties for word in _party_words(code, vocabulary))
    return any(words <= parties.union(normal_words(name)) for name in (series.name, *series.names))


def _party_words(code: str, vocabulary: Vocabulary) -> Iterator[str]:
    """The words by which somebody may mean a party: its code, its names."""
    yield code.lower()
    concept = vocabulary.by_code(code)
    if concept is not None:
        for name in (concept.name, *(each.text for each in concept.names), *concept.adjectives):
            yield from normal_words(name)


def _hint(series: Sequence[Series], called: str) -> str:
    from rapidfuzz import fuzz, process  # late: needed by a misspelt name only

    known = list(dict.fromkeys(one.name for one in series))
    near = process.extract(
        called[:100], known, scorer=fuzz.WRatio, processor=str.lower, limit=_NEAREST, score_cutoff=_NEAR
    )
    meant = ", ".join(f"“{name[:80]}”" for name, _, _ in near)
    return f"; did you mean {meant}?" if meant else "; `acquis series` lists them"


def _meetings(connection: Connection, memory: Memory, asked: Asked) -> dict[int, list[Promise]]:
    """The promises of meetings, settled, by the series they are of."""
    pledges = tuple(one for one in memory.pledges if one.meeting and one.series)
    homes = {one.key: id(one.series) for one in pledges}
    found: dict[int, list[Promise]] = {}
    for promise in settle_ledger(connection, replace(memory, pledges=pledges), asked).promises:
        if promise.same is None:
            found.setdefault(homes[promise.key], []).append(promise)
    return found


def _story(series: Series, promises: list[Promise], as_of: date) -> Story:
    held = [edition for edition in series.editions if edition.held]
    last = held[-1] if held else None
    awaited = _announced(series, last, as_of) or _promised(promises, last, as_of)
    return Story(series, as_of, last, tuple(promises), awaited)


def _announced(series: Series, last: Edition | None, as_of: date) -> Awaited | None:
    """The edition that is announced and of which no document says that it was held."""
    after = series.editions[series.editions.index(last) + 1 :] if last else series.editions
    if not after:
        return None
    edition = after[0]
    latest = edition.when.latest if edition.when else None
    overdue = _days_since(latest, as_of)
    why = "no document says that it was held" if overdue else "its day has not come"
    why = why if latest else "the announcement settles no date"
    return Awaited(edition.when, edition.place, "announced", why, overdue, edition=edition)


def _promised(promises: Sequence[Promise], last: Edition | None, as_of: date) -> Awaited | None:
    """The last promise that still waits, made at the last edition or later."""
    since = last.when.earliest if last and last.when else None
    waiting = [
        one for one in promises
        if one.status in _WAITING and (since is None or one.frame.latest is None or one.frame.latest >= since)
    ]  # fmt: skip
    if not waiting:
        return None
    promise = max(waiting, key=lambda one: one.frame.latest or date.min)
    overdue = _days_since(promise.due.latest if promise.due else None, as_of)
    return Awaited(promise.due, _place(promise), promise.status, promise.why, overdue, promise)


def _place(promise: Promise) -> str | None:
    """Where the meeting is to be: as the promise says, else as its document says of the next meeting."""
    meeting = promise.frame.meeting
    following = meeting.next if meeting else None
    return promise.claim.venue or (following.place if following else None)


def _days_since(day: date | None, as_of: date) -> int | None:
    return (as_of - day).days if day is not None and day < as_of else None


def edition_name(edition: Edition) -> str:
    """ "edition 2 (2024-12-05 to 2024-12-06)", "edition 3* (2025)" where the number is inferred."""
    number = (
        f"edition {edition.ordinal}{'*' if edition.inferred else ''}" if edition.ordinal else "the edition"
    )
    when = edition.when.edtf if edition.when else None
    return f"{number} ({when.replace('/', ' to ')})" if when else f"{number} (no date)"

"""A search as it is typed, and as an address carries it, in; what the store is asked out."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, fields, replace
from datetime import UTC, date, datetime
from typing import TypeVar, get_args
from urllib.parse import parse_qsl, urlencode

from acquis.errors import RequestError
from acquis.grammar.edtf import read_edtf
from acquis.model.claim import Act, Element
from acquis.model.document import DocumentKind
from acquis.model.filters import UNDATED, Filters
from acquis.model.when import When
from acquis.store.question import LISTED, Question
from acquis.store.rows import series_key
from acquis.vocabulary import Vocabulary
from acquis.vocabulary.lookup import find_actor, find_concepts

LONGEST_ADDRESS = 4_000
MOST_PARTIES = 8
Known = TypeVar("Known", bound=str)


@dataclass(frozen=True, slots=True)
class TypedSearch:
    """The words and filters of a search, as they were typed; empty asks for nothing.

    `act` may hold several with commas between them, of which a finding has one. `owner` is a code or a name of the
    vocabulary; `party` are owners exactly as the counts of a search have them, all of one finding. `year`, `document`
    and `came` are as in `Filters`; `rejected` is "yes" where findings that a person rejected count too.
    """

    q: str = ""
    act: str = ""
    owner: str = ""
    party: tuple[str, ...] = ()
    about: str = ""
    element: str = ""
    since: str = ""
    until: str = ""
    kind: str = ""
    series: str = ""
    year: str = ""
    document: str = ""
    came: str = ""
    rejected: str = ""

    @classmethod
    def of_address(cls, words: str) -> TypedSearch:
        """The search that the end of an address asks for; what no search knows is passed over. Raises RequestError."""
        if len(words) > LONGEST_ADDRESS:
            raise RequestError(f"a search of more than {LONGEST_ADDRESS:,} characters cannot be kept")
        given: dict[str, list[str]] = defaultdict(list)
        for name, value in parse_qsl(words.removeprefix("?"), max_num_fields=100):
            given[name].append(value)
        known = [one.name for one in fields(cls) if one.name in given and one.name != "party"]
        return cls(**{name: given[name][-1] for name in known}, party=tuple(given["party"]))

    @property
    def address(self) -> str:
        """The end of its address, without a question mark."""
        said = {one.name: getattr(self, one.name) for one in fields(self)}
        return urlencode({name: value for name, value in said.items() if value}, doseq=True)

    def having(self, name: str, value: str) -> TypedSearch:
        """The same with another value of one filter that has a single one."""
        return replace(self, **{name: value})  # type: ignore[arg-type]

    def filters(self, vocabulary: Vocabulary) -> Filters:
        """All that narrows it beside its words. Raises RequestError for what cannot be meant."""
        if len(self.party) > MOST_PARTIES:
            raise RequestError(f"at most {MOST_PARTIES} owners of one finding can be asked for")
        return Filters(
            acts=tuple(filter(None, (one_of(act.strip(), get_args(Act)) for act in self.act.split(",")))),
            owner=find_actor(vocabulary, self.owner) if self.owner else None,
            about=find_concepts(vocabulary, self.about) if self.about else frozenset(),
            element=one_of(self.element, get_args(Element)),
            since=_first_day(self.since),
            until=_last_day(self.until),
            kind=one_of(self.kind, get_args(DocumentKind)),
            series=series_key(self.series) if self.series else None,
            include_rejected=self.rejected == "yes",
            joint=tuple(map(_storable, self.party)),
            year=_year(self.year),
            document=_storable(self.document) or None,
            came_after=_time(self.came),
        )

    def question(
        self, vocabulary: Vocabulary, *, limit: int = 0, offset: int = 0, listed: int = LISTED
    ) -> Question:
        """What the store is asked. Raises RequestError for what cannot be asked."""
        return Question.of(self.q, self.filters(vocabulary), limit=limit, offset=offset, listed=listed)


def one_of(word: str, known: tuple[Known, ...]) -> Known | None:
    """The value that was typed, None where none was. Raises RequestError with those there are."""
    if word and word not in known:
        raise RequestError(f"no {word[:60]!r}; there are {', '.join(known)}")
    return next((one for one in known if one == word), None)


def _storable(words: str) -> str:
    """The same; raises RequestError for what no database holds."""
    if "\x00" in words or any("\ud800" <= sign <= "\udfff" for sign in words):
        raise RequestError("half a character or a zero is no part of a name")
    return words


def _first_day(words: str) -> str | None:
    return _iso(words, _when(words).earliest) if words else None


def _last_day(words: str) -> str | None:
    return _iso(words, _when(words).latest) if words else None


def _when(words: str) -> When:
    when = read_edtf(words)
    if when is None:
        raise RequestError(f"{words[:40]!r} is no date; expected 2031, 2031-05 or 2031-05-02")
    return when


def _iso(words: str, day: date | None) -> str:
    if day is None:
        raise RequestError(f"{words[:40]!r} has no end on that side; expected 2031, 2031-05 or 2031-05-02")
    return day.isoformat()


def _year(words: str) -> str | None:
    if words and words != UNDATED and not (len(words) == 4 and words.isdecimal() and words.isascii()):
        raise RequestError(f"{words[:40]!r} is no year; expected 2031, or {UNDATED}")
    return words or None


def _time(words: str) -> str | None:
    """A time as the store has it."""
    if not words:
        return None
    try:
        at = datetime.fromisoformat(words)
    except ValueError as problem:
        raise RequestError(f"{words[:40]!r} is no time; expected 2031-05-02T10:00:00+00:00") from problem
    try:
        return (
            (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC).isoformat(timespec="microseconds")
        )
    except OverflowError as problem:
        raise RequestError(f"{words[:40]!r} is too far away; expected 2031-05-02T10:00:00+00:00") from problem

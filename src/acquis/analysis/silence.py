"""Two editions of a series in; what the earlier one had and no account of the later one has out.

The texts are compared two by two, as `acquis compare` does; the ledger tells of promises that were taken up in words
which no comparison of two sentences would match.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import Connection

from acquis.analysis.comparing.compare import compare
from acquis.analysis.comparing.given import Given
from acquis.analysis.comparing.modes import is_read
from acquis.analysis.comparing.names import names_of
from acquis.analysis.ledger import Asked, refuse_nothing, settle_ledger
from acquis.analysis.memory import Memory, Names, remember
from acquis.analysis.silent_items import Taken, same_things, silent_items
from acquis.analysis.stories import edition_name, one_series
from acquis.errors import NotKept
from acquis.model.marking import Viewer
from acquis.model.promise import Promise
from acquis.model.series import Account, Edition, Series
from acquis.model.silence import Silence
from acquis.store.records import kept_record

_CANDIDATES = 8


@dataclass(frozen=True, slots=True)
class Wish:
    """Which silence is asked for: words of the name of a series, and the number of the later edition."""

    called: str
    edition: int | None
    as_of: date

    @property
    def asked(self) -> Asked:
        """The ledger of that day, with candidates that stand in for what is silent."""
        return Asked(self.as_of, candidates=_CANDIDATES)


@dataclass(frozen=True, slots=True)
class _Text:
    """An account with its text."""

    account: Account
    given: Given

    @property
    def is_read(self) -> bool:
        """Is it in a language in which findings are looked for?"""
        return is_read(self.given.record)

    def by(self, side: str | None) -> Account:
        """The account with the side that wrote it."""
        return replace(self.account, side=self.account.side or side)


def find_silence(connection: Connection, viewer: Viewer, names: Names, wish: Wish) -> Silence:
    """What the last held edition, or the one of a number, no longer has of what the one before it had.

    Raises NotKept where there is no such series or edition or nothing before it, RequestError where several series
    bear the name.
    """
    asked, compared = wish.asked, names_of(names.files)
    refuse_nothing(connection, viewer, asked.moment)
    memory = remember(connection, viewer, names, asked.moment)
    series = one_series(memory.series, wish.called, names.vocabulary)
    before, after = _editions(series, wish.edition)
    earlier = [_text(connection, viewer, one) for one in before.accounts if one.meeting.status == "held"]
    later = [_text(connection, viewer, one) for one in after.accounts]
    ours, theirs = _readable(earlier, before), _readable(later, after)
    table = [[compare(a.given, b.given, compared, mode="editions") for b in theirs] for a in ours]
    told = tuple(text.by(row[0].a.by) for text, row in zip(ours, table, strict=True))
    heard = tuple(text.by(one.b.by) for text, one in zip(theirs, table[0], strict=True))
    taken = Taken(_promises(connection, memory, asked, told), frozenset(one.frame.key for one in heard))
    items = silent_items(table, same_things([text.given for text in ours], compared), told, taken)
    unread = [text.account for text in (*earlier, *later) if not text.is_read]
    remarks = (*_writers((before, told), (after, heard)), *map(_not_read, unread))
    return Silence(series, before, after, told, heard, tuple(items), remarks)


def _editions(series: Series, number: int | None) -> tuple[Edition, Edition]:
    """The edition before, and the edition of the number or the last one that was held."""
    held = [edition for edition in series.editions if edition.held]
    if not held:
        raise NotKept(f"of {series.name} no edition that was held is here")
    at = len(held) - 1
    if number is not None:
        at = next((n for n, edition in enumerate(held) if edition.ordinal == number), -1)
    if at < 0:
        known = ", ".join(map(edition_name, held))
        raise NotKept(f"of {series.name} no edition {number} that was held is here; there are: {known}")
    if at == 0:
        raise NotKept(f"of {series.name} nothing before {edition_name(held[0])} is here to compare it with")
    return held[at - 1], held[at]


def _text(connection: Connection, viewer: Viewer, account: Account) -> _Text:
    return _Text(account, Given.kept(kept_record(connection, viewer, account.frame.row)))


def _readable(texts: Sequence[_Text], edition: Edition) -> list[_Text]:
    found = [text for text in texts if text.is_read]
    if not found:
        raise NotKept(f"no account of {edition_name(edition)} is in a language that is read")
    return found


def _promises(
    connection: Connection, memory: Memory, asked: Asked, accounts: Sequence[Account]
) -> dict[tuple[str, int], Promise]:
    """The promises of these accounts, settled, by document and place."""
    keys = {account.frame.key for account in accounts}
    pledges = tuple(one for one in memory.pledges if one.frame.key in keys)
    ledger = settle_ledger(connection, replace(memory, pledges=pledges), asked)
    return {(one.frame.key, one.claim.evidence.start): one for one in ledger.promises}


def _writers(*told: tuple[Edition, Sequence[Account]]) -> Iterator[str]:
    """Who wrote the texts: where one side's text is laid beside the other's alone, silence may be its choice of words."""
    sides = [[account.side for account in accounts] for _, accounts in told]
    known = [sorted({side for side in each if side}) for each in sides]
    if known[0] == known[1] and len(known[0]) == 1 and None not in (*sides[0], *sides[1]):
        yield f"both editions are told by {known[0][0]}"
        return
    parts = [
        f"{edition_name(edition)} is told by {' and '.join(each) or 'a side that its text does not name'}"
        for (edition, _), each in zip(told, known, strict=True)
    ]
    choice = (
        ""
        if known[0] and set(known[0]) <= set(known[1])
        else ": silence may be the other side's choice of words"
    )
    yield "; ".join(parts) + choice


def _not_read(account: Account) -> str:
    return f"not compared, for its language is not read: {account.frame.title}"

"""Comparisons of every account of one edition with every account of the next in; what no account of the next has out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import NamedTuple

from acquis.analysis.comparing.compare import compare
from acquis.analysis.comparing.given import Given
from acquis.analysis.comparing.names import Names
from acquis.model.comparison import Comparison, Said, Topic
from acquis.model.promise import Promise, Sequel
from acquis.model.series import Account
from acquis.model.silence import Silent, SilentKind, Told

# The rows of a comparison that are told, the weightiest first.
_KINDS: dict[Topic, SilentKind] = {
    "next meeting": "next meeting", "commitment": "promise", "condemnation": "condemnation", "concern": "concern",
    "topic": "topic", "legal basis": "legal basis", "chair": "chair", "participant": "participant",
    "observer": "observer", "name": "name",
}  # fmt: skip
_ORDER = list(_KINDS.values())


class Item(NamedTuple):
    """Words of one account of the earlier edition, by the number of the account."""

    account: int
    said: Said


Links = Mapping[Item, Sequence[Item]]


@dataclass(frozen=True, slots=True)
class Taken:
    """What the ledger knows: the promises of the earlier edition, by document and place, and the later documents."""

    promises: Mapping[tuple[str, int], Promise]
    later: frozenset[str]

    def promise(self, told: Told) -> Promise | None:
        """The promise that these words make."""
        return self.promises.get((told.account.frame.key, told.said.start))

    def is_up(self, promise: Promise) -> bool:
        """Does its status rest on a sentence of the later edition?"""
        return promise.evidence is not None and promise.evidence.frame.key in self.later

    def nearest(self, promise: Promise) -> Sequel | None:
        """The sentence of the later edition that is likest to it."""
        return next((one for one in promise.candidates if one.frame.key in self.later), None)


def same_things(texts: Sequence[Given], names: Names) -> Links:
    """What two accounts of one edition both tell: the words of each by those of the other."""
    links: dict[Item, list[Item]] = {}
    for (i, a), (k, b) in combinations(enumerate(texts), 2):
        for row in compare(a, b, names, mode="accounts").rows:
            if row.a and row.b:
                links.setdefault(Item(i, row.a), []).append(Item(k, row.b))
                links.setdefault(Item(k, row.b), []).append(Item(i, row.a))
    return links


def silent_items(
    table: Sequence[Sequence[Comparison]], links: Links, accounts: Sequence[Account], taken: Taken
) -> list[Silent]:
    """What the later edition leaves out, the weightiest kinds first; `table[i]` compares account `i` of the earlier one.

    What two accounts tell is one thing: it is left out only where neither finds it in the later edition.
    """
    heard = _heard(table)
    seen: set[Item] = set()
    found: list[Silent] = []
    for kind, item in _alone(table):
        together = [item, *(one for one in links.get(item, ()) if one != item)]
        if heard.isdisjoint(together) and seen.isdisjoint(together):
            found += _silent(kind, [Told(accounts[one.account], one.said) for one in together], taken)
        seen.update(together)
    return sorted(_without_doubles(found), key=lambda one: _ORDER.index(one.kind))


def _heard(table: Sequence[Sequence[Comparison]]) -> set[Item]:
    """The words of the earlier edition that have their like in the later one."""
    return {
        Item(i, row.a)
        for i, compared in enumerate(table)
        for one in compared
        for row in one.rows
        if row.a and row.b
    }


def _alone(table: Sequence[Sequence[Comparison]]) -> Iterator[tuple[SilentKind, Item]]:
    """What every comparison of an account finds in it alone."""
    for i, compared in enumerate(table):
        rows = (
            row for one in compared for row in one.rows if row.standing == "only A" and row.topic in _KINDS
        )
        counts = Counter((_KINDS[row.topic], Item(i, row.a)) for row in rows if row.a)
        yield from (each for each, times in counts.items() if times == len(compared))


def _silent(kind: SilentKind, told: list[Told], taken: Taken) -> Iterator[Silent]:
    """The thing, unless it is a promise that the ledger finds in the later edition."""
    promises = [promise for one in told if (promise := taken.promise(one))]
    if kind != "promise" or not promises:
        yield Silent(kind, tuple(told))
    elif not any(map(taken.is_up, promises)):
        yield Silent(kind, tuple(told), promises[0], taken.nearest(promises[0]))


def _without_doubles(found: Sequence[Silent]) -> Iterator[Silent]:
    """A sentence that promises the next meeting is told as that, and not as a promise again."""
    meetings = [one.told[0] for one in found if one.kind == "next meeting"]
    for one in found:
        if one.kind != "promise" or not any(_overlap(one.told[0], each) for each in meetings):
            yield one


def _overlap(one: Told, other: Told) -> bool:
    same = one.account.frame.key == other.account.frame.key
    return same and one.said.start < other.said.end and other.said.start < one.said.end

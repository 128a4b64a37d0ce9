"""What one edition of a series had and the next one has not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from acquis.model.comparison import Said
from acquis.model.marking import Marking, highest
from acquis.model.promise import Promise, Sequel
from acquis.model.series import Account, Edition, Series

SilentKind = Literal[
    "next meeting",
    "promise",
    "condemnation",
    "concern",
    "topic",
    "legal basis",
    "chair",
    "participant",
    "observer",
    "name",
]


@dataclass(frozen=True, slots=True)
class Told:
    """Words of one account of the earlier edition."""

    account: Account
    said: Said


@dataclass(frozen=True, slots=True)
class Silent:
    """One thing that the earlier edition had: `told` by one of its accounts or by several, each in its own words.

    `promise` is how a promise stands in the ledger, `nearest` the sentence of the later edition that comes nearest to
    it: a candidate, which a person may find to say the same.
    """

    kind: SilentKind
    told: tuple[Told, ...]
    promise: Promise | None = None
    nearest: Sequel | None = None


@dataclass(frozen=True, slots=True)
class Silence:
    """What the accounts of `before` have and no account of `after` has; silence denies nothing.

    `earlier` and `later` are the accounts that were compared, each with the side that wrote it, where that is known.
    `remarks` say who wrote what, and what could not be compared.
    """

    series: Series
    before: Edition
    after: Edition
    earlier: tuple[Account, ...]
    later: tuple[Account, ...]
    items: tuple[Silent, ...]
    remarks: tuple[str, ...]

    @property
    def marking(self) -> Marking:
        """The highest of all texts that were compared, and of the promises shown."""
        texts = (one.frame.marking for one in (*self.earlier, *self.later))
        return highest([*texts, *(one.promise.marking for one in self.items if one.promise)])

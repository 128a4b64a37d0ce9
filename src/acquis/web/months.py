"""The first month, today and a day in; the months that a slider goes through, and a year to either side of the day, out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

_NAMES = "January February March April May June July August September October November December".split()
_YEAR = 12


@dataclass(frozen=True, slots=True)
class Months:
    """Months from `first` (2021-05) to that of `today`; the day that is shown lies in the one numbered `at`, from 0.

    `words` is that day in words. `earlier` and `later` are the months a year away, None where they lie outside.
    """

    first: str
    today: date
    steps: int
    at: int
    words: str
    earlier: str | None
    later: str | None


def months_of(first: date, today: date, shown: date) -> Months | None:
    """The months of a slider; None where the first is still to come."""
    begin, steps = _index(first), _index(today) - _index(first)
    if steps < 0:
        return None
    at = min(max(_index(shown) - begin, 0), steps)
    return Months(
        first=_month(begin),
        today=today,
        steps=steps,
        at=at,
        words=f"today, {day_in_words(today)}" if shown == today else day_in_words(shown),
        earlier=_month(begin + at - _YEAR) if at >= _YEAR else None,
        later=_month(begin + at + _YEAR) if at + _YEAR < steps else None,
    )


def day_in_words(day: date) -> str:
    """ "31 May 2023"."""
    return f"{day.day} {_NAMES[day.month - 1]} {day.year}"


def _index(day: date) -> int:
    return day.year * _YEAR + day.month - 1


def _month(index: int) -> str:
    return f"{index // _YEAR:04}-{index % _YEAR + 1:02}"

"""Days and months with their names or numbers: text at one place in, `Found` values out.

`dates.py` knows where a date may begin; here it is read from there. A day or month without a year takes the
year of the reference date (`inferred`), and no value at all where there is no reference.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal

DateKind = Literal["day", "range", "month", "season", "year", "relative", "vague", "name"]


@dataclass(frozen=True, slots=True)
class Found:
    """A date read at `start`..`end`; `edtf` is None where the words settle no value."""

    start: int
    end: int
    kind: DateKind
    edtf: str | None = None
    earliest: date | None = None
    latest: date | None = None
    inferred: bool = False


@dataclass(frozen=True, slots=True)
class _Part:
    """One day or month of an expression, its year and day None where the text gives none."""

    start: int
    end: int
    year: int | None
    month: int
    day: int | None


WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = {name[:3].lower(): at for at, name in enumerate(month_name) if at}

# "may" and "march" are verbs, "mar" is one too: these need their capital; the others may be written small.
_FULL_MONTH = (
    r"(?:(?i:january|february|april|june|july|august|september|october|november|december)"
    r"|March|MARCH|May|MAY)\b"
)
_SHORT_MONTH = r"(?:(?i:jan|feb|apr|jun|jul|aug|sept?|oct|nov|dec)|Mar|MAR)\b(?:\.(?=[\s,]{0,4}\d))?"
_MONTH = rf"(?:{_FULL_MONTH}|{_SHORT_MONTH})"
YEAR = r"(?:1[89]|20)\d\d(?!\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?i:st|nd|rd|th)?(?!\d)"
_WEEKDAY = rf"(?:(?i:{'|'.join(WEEKDAYS)}),?\s{{1,4}})"
# A line break may fall inside a date, a blank line may not.
_GAP = r"(?:(?:[^\S\n]{1,6}\n?|\n)[^\S\n]{0,4})"
_OF = rf"(?:{_GAP}?(?:of{_GAP}|-)?)"
_TO_YEAR = rf"(?:,?{_GAP}(?:of{_GAP})?|[,-])"
_JOIN = r"(?:\s{0,4}[-‐‑‒–—/]\s{0,4}|\s{1,6}(?:and|to|until|till|through|&)\s{1,6}(?:on\s{1,4})?)"
# "In May 2 States …", "May 13(a)", "March 10:30", "May 12 per cent" are no days of a month.
_NO_COUNT = (
    r"\b(?!\s?\(|:\d|,\d{3}(?!\d)|\s?%"
    r"|\s{1,4}(?:States|delegations|countries|sides|people|per\scent|percent|million)\b)"
)

_DAY_FIRST = re.compile(
    rf"(?P<d1>{_DAY})(?:{_OF}(?P<m1>{_MONTH})(?:{_TO_YEAR}(?P<y1>{YEAR}))?)?"
    rf"(?:(?P<more>(?:,\s{{1,4}}{_DAY}){{0,6}}),?(?P<join>{_JOIN})(?:the\s{{1,4}})?{_WEEKDAY}?"
    rf"(?P<d2>{_DAY}){_OF}(?P<m2>{_MONTH})(?:{_TO_YEAR}(?P<y2>{YEAR}))?)?"
)
_MONTH_FIRST = re.compile(
    rf"(?P<m1>{_MONTH}){_GAP}?(?P<d1>{_DAY}){_NO_COUNT}(?:{_TO_YEAR}(?P<y1>{YEAR}))?"
    rf"(?:(?P<more>(?:,\s{{1,4}}{_DAY}){{0,6}}),?(?P<join>{_JOIN}){_WEEKDAY}?"
    rf"(?:(?P<m2>{_MONTH}){_GAP}?)?(?P<d2>{_DAY}){_NO_COUNT}(?:{_TO_YEAR}(?P<y2>{YEAR}))?)?"
)
_MONTH_ALONE = re.compile(
    rf"(?P<m1>{_MONTH})(?:{_TO_YEAR}(?P<y1>{YEAR}))?"
    rf"(?:(?P<join>{_JOIN})(?P<m2>{_MONTH})(?:{_TO_YEAR}(?P<y2>{YEAR})|(?!\s{{0,6}}\d)))?"
)
_NUMERIC = re.compile(
    r"(?P<a>\d{4}|\d{1,2})(?P<sign>[./-])(?P<b>\d{1,2})(?P=sign)(?P<c>\d{4}|\d{1,2})"
    r"(?:T\d\d[\d:.+Z-]*|(?!\w|[./-]\d))"
)
_ISO_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)(?!\w)")
_DAY_NUMBER = re.compile(_DAY)
_ANY_LEAP_YEAR = date(2000, 12, 31)
_IS_FULL_MONTH = re.compile(_FULL_MONTH)
_NO_DAY_BEFORE = re.compile(r"[/.$€£#+_]\Z|\d[,:-]\Z")


def read_days(text: str, at: int, end: int, *, reference: date | None, ranged: bool) -> list[Found]:
    """The days of an expression that begins with a day number; `ranged` says "between" stands before it."""
    match = _DAY_FIRST.match(text, at, end)
    if match is None or not (match["m1"] or match["m2"]) or _NO_DAY_BEFORE.search(text, max(0, at - 2), at):
        return []
    return _expression(match, reference, ranged)


def read_month_days(text: str, at: int, end: int, *, reference: date | None, ranged: bool) -> list[Found]:
    """The days of an expression that begins with a month name ("December 6-7, 2023")."""
    match = _MONTH_FIRST.match(text, at, end)
    if match is None:
        return []
    if match["d2"] and match["y1"] and not match["m2"]:
        match = _MONTH_FIRST.match(text, at, match.end("y1"))
    return _expression(match, reference, ranged) if match else []


def read_months(text: str, at: int, end: int, *, reference: date | None, ranged: bool) -> list[Found]:
    """One month or a span of months; a month without a year only under its full name."""
    match = _MONTH_ALONE.match(text, at, end)
    if match is None or not (match["y1"] or match["y2"] or _IS_FULL_MONTH.match(text, at, end)):
        return []
    return _expression(match, reference, ranged)


def read_numeric(text: str, at: int, end: int) -> list[Found]:
    """A date in digits; where day and month cannot be told apart, only the year."""
    if _NO_DAY_BEFORE.search(text, max(0, at - 2), at):
        return []
    if match := _ISO_RANGE.match(text, at, end):
        first, last = _iso(match[1]), _iso(match[2])
        return [_span(at, match.end(), first, last)] if first and last and first < last else []
    match = _NUMERIC.match(text, at, end)
    if match is None or (len(match["a"]) == 4) == (len(match["c"]) == 4):
        return []
    stop = match.end() - (match[0][-1] in ".-")
    if len(match["a"]) == 4:
        return _one_day(at, stop, (int(match["a"]), int(match["b"]), int(match["c"])))
    first_number, second, year = int(match["a"]), int(match["b"]), int(match["c"])
    if second > 12:
        return _one_day(at, stop, (year, first_number, second))
    if match["sign"] == "." or first_number > 12 or first_number == second:
        return _one_day(at, stop, (year, second, first_number))
    valid = year >= 1800 and first_number > 0 and second > 0
    return [Found(at, stop, "year", f"{year:04}", date(year, 1, 1), date(year, 12, 31))] if valid else []


def _day_or_none(year: int, month: int, day: int) -> date | None:
    """The day, or None where the calendar has none such."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def month_bounds(year: int, month: int) -> tuple[date, date]:
    """First and last day of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def _iso(words: str) -> date | None:
    year, month, day = words.split("-")
    return _day_or_none(int(year), int(month), int(day))


def _one_day(start: int, end: int, value: tuple[int, int, int]) -> list[Found]:
    day = _day_or_none(*value)
    return [Found(start, end, "day", day.isoformat(), day, day)] if day and day.year >= 1800 else []


def _span(start: int, end: int, first: date, last: date) -> Found:
    return Found(start, end, "range", f"{first}/{last}", first, last)


def _expression(match: re.Match[str], reference: date | None, ranged: bool) -> list[Found]:
    parts = _parts(match)
    inferred = parts[0].year is None
    if inferred:
        parts = _with_reference(parts, reference or _ANY_LEAP_YEAR)
    bounds = [bound for bound in map(_bounds, parts) if bound]
    if len(bounds) < len(parts):
        return []
    if len(parts) == 1 or _is_one_span(bounds, match["join"], ranged):
        found = [_found(match.start(), match.end(), [parts[0], parts[-1]])]
    else:
        found = [_found(part.start, part.end, [part]) for part in parts]
    if not inferred:
        return found
    if reference is None:
        return [Found(one.start, one.end, one.kind) for one in found]
    return [replace(one, inferred=True) for one in found]


def _parts(match: re.Match[str]) -> list[_Part]:
    """The days or months of a match, each with the month and year that it shares with its neighbours."""
    groups = match.groupdict()
    has_days = "d1" in groups
    first_month = _month(match["m1"] or match["m2"])
    last_month = _month(match["m2"] or match["m1"])
    first_year, last_year = _years(match["y1"], match["y2"], wraps=first_month > last_month)
    first_day, last_day = (_day(match["d1"]), _day(match["d2"] or "0")) if has_days else (None, None)
    first_end = max(match.end(name) for name in ("d1", "m1", "y1") if name in groups)
    parts = [_Part(match.start(), first_end, first_year, first_month, first_day)]
    if not match["join"]:
        return parts
    if has_days:
        month_of_more, year_of_more = (first_month, first_year) if match["m1"] else (last_month, last_year)
        for more in _DAY_NUMBER.finditer(match.string, *match.span("more")):
            parts.append(_Part(more.start(), more.end(), year_of_more, month_of_more, _day(more[0])))
    last_start = min(at for at in (match.start("m2"), match.start("d2") if has_days else -1) if at >= 0)
    parts.append(_Part(last_start, match.end(), last_year, last_month, last_day))
    return parts


def _years(first: str | None, last: str | None, *, wraps: bool) -> tuple[int | None, int | None]:
    if first and last:
        return int(first), int(last)
    if last:
        return int(last) - wraps, int(last)
    return (int(first), int(first) + wraps) if first else (None, None)


def _month(words: str) -> int:
    return _MONTHS[words[:3].lower()]


def _day(words: str) -> int:
    return int(words.rstrip("stndrhSTNDRH"))


def _with_reference(parts: Sequence[_Part], reference: date) -> list[_Part]:
    """The reference's year for all; what runs over New Year ends in it, or begins in it late in the year."""
    wraps = parts[0].month > parts[-1].month
    begins = reference.year - (wraps and reference.month <= 6)
    return [replace(part, year=begins + (wraps and part.month < parts[0].month)) for part in parts]


def _bounds(part: _Part) -> tuple[date, date] | None:
    if part.year is None or part.day is None:
        return month_bounds(part.year, part.month) if part.year else None
    day = _day_or_none(part.year, part.month, part.day)
    return (day, day) if day else None


def _is_one_span(bounds: Sequence[tuple[date, date]], join: str, ranged: bool) -> bool:
    """Days that follow each other, or a dash or "to" between them; "5 and 19 March" are two days."""
    if all(after[0] - before[1] == timedelta(days=1) for before, after in pairwise(bounds)):
        return True
    listed = len(bounds) > 2 or "and" in join or "&" in join
    return (ranged or not listed) and bounds[0][0] < bounds[-1][0]


def _found(start: int, end: int, parts: Sequence[_Part]) -> Found:
    kind: DateKind = "range" if parts[0] != parts[-1] else "month" if parts[0].day is None else "day"
    days = [day for part in parts for day in _bounds(part) or ()]
    edtf = "/".join(dict.fromkeys(_name(part) for part in parts))
    return Found(start, end, kind, edtf, days[0], days[-1])


def _name(part: _Part) -> str:
    month = f"{part.year:04}-{part.month:02}"
    return month if part.day is None else f"{month}-{part.day:02}"

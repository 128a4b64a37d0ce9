"""Words that count from another day ("next year", "on Thursday") or settle no day ("in due course").

In: the text, the place of the telling word and the reference date; out: a `Found`, without a value where
there is no reference.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta

from acquis.grammar.calendar_dates import WEEKDAYS, DateKind, Found, month_bounds
from acquis.grammar.year_dates import part_of, season_of, year_of

_WINDOW = 48

_STEPS = {"next": 1, "last": -1}
_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}

_DAY_WORD = re.compile(
    r"(?i:(?P<word>today|tonight|yesterday|tomorrow))\b"
    r"(?![’']s\s(?!meeting|session|debate|discussion|dialogue|event|talks|announcement|statement))"
)
_PERIOD = re.compile(r"(?i:year|month|week)\b(?!-\w)")
_SEASON = re.compile(r"(?:spring|summer|autumn|fall|winter)\b")
_WEEKDAY = re.compile(rf"(?i:{'|'.join(WEEKDAYS)})\b")
_DETERMINER = re.compile(
    r"\b(?P<the>(?i:the)\s{1,6})?(?P<word>(?i:next|last|this\s{1,6}coming|this|current|coming|past))\s{1,6}\Z"
)
_THE = re.compile(r"\b(?i:the)\s{1,6}\Z")
_FORWARD = re.compile(r"\b(?i:by|until|till|before|from)\s{1,6}\Z")

_PLURAL = r"(?:days|weeks|months|years)"
_VAGUE = re.compile(
    r"\b(?i:in\s{1,4}due\s{1,4}course"
    r"|at\s{1,4}an\s{1,4}early\s{1,4}date"
    r"|(?:at\s{1,4})?(?:the|their|its|our|your)\s{1,4}earliest"
    r"(?:\s{1,4}possible)?(?:\s{1,4}(?:mutual\s{1,4})?(?:opportunity|convenience|date|time))?"
    r"|as\s{1,4}soon\s{1,4}as(?:\s{1,4}(?:practically|reasonably))?\s{1,4}(?:possible|practicable|feasible)"
    r"|(?:(?:on|at|for|in)\s{1,4})?(?:(?:a|dates|date|time)\s{1,4})?"
    r"mutually[\s-]{1,4}(?:convenient|agreed|agreeable|acceptable|suitable)\s{1,4}(?:dates?|times?|time\s{1,4}and\s{1,4}date)"
    r"|(?:as\s{1,4}per|at|on|by|per|subject\s{1,4}to)\s{1,4}(?:their\s{1,4})?mutual\s{1,4}convenience"
    r"|in\s{1,4}the\s{1,4}(?:very\s{1,4})?(?:near|foreseeable|not[\s-]{1,2}(?:too|so)[\s-]{1,2}distant)\s{1,4}future"
    r"|(?:at|on)\s{1,4}a\s{1,4}later\s{1,4}(?:date|stage|time)"
    rf"|(?:in|over|within|during|for)\s{{1,4}}(?:the\s{{1,4}})?(?:recent|coming|past|next|last)(?:\s{{1,4}}few)?\s{{1,4}}{_PLURAL}"
    r"|(?<!as\s)(?<!too\s)(?:very\s{1,4})?soon(?!\s{1,4}(?:as|after|before|enough))"
    r"|(?:very\s{1,4})?shortly(?!\s{1,4}(?:after|before|there))"
    r"|(?:more\s{1,4}|most\s{1,4}|until\s{1,4})?recently)\b(?!-)"
)


def read_vague(text: str, at: int, start: int, end: int) -> Found | None:
    """The phrase without a date that has the word at `at` in it; its preposition belongs to the words."""
    for match in _VAGUE.finditer(text, max(start, at - _WINDOW), min(end, at + _WINDOW)):
        if match.start() <= at < match.end():
            return Found(match.start(), match.end(), "vague")
    return None


def read_relative(text: str, at: int, start: int, end: int, *, reference: date | None) -> Found | None:
    """The expression counted from the reference whose telling word stands at `at`."""
    if match := _DAY_WORD.match(text, at, end):
        return _day(at, match.end(), reference, _DAYS[match["word"].lower()])
    left = max(start, at - _WINDOW)
    determiner = _DETERMINER.search(text[left:at])
    begin = left + determiner.start() if determiner else at
    word = determiner["word"].split()[0].lower() if determiner else ""
    if match := _WEEKDAY.match(text, at, end):
        begin += len(determiner["the"] or "") if determiner else 0
        forward = bool(_FORWARD.search(text[left:begin]))
        return _weekday(begin, match, word or ("by" if forward else ""), reference)
    if match := _SEASON.match(text, at, end):
        return _season(begin, match, word, reference) if determiner and not determiner["the"] else None
    match = _PERIOD.match(text, at, end)
    return _period(text, match, left, determiner, reference) if match else None


def month_beside(month: int, word: str, reference: date) -> int:
    """The year of "last July", "next July" or plain "July" seen from the reference date."""
    if word == "last":
        return reference.year - (month >= reference.month)
    if word in ("next", "coming"):
        return reference.year + (month <= reference.month)
    return reference.year


def _day(start: int, end: int, reference: date | None, step: int) -> Found:
    if reference is None:
        return Found(start, end, "relative")
    day = reference + timedelta(days=step)
    return Found(start, end, "relative", day.isoformat(), day, day, True)


def _weekday(start: int, match: re.Match[str], word: str, reference: date | None) -> Found:
    """ "On Thursday" is the nearest one so far; "by" and "next" look forward; "this" stays in its week."""
    if reference is None:
        return Found(start, match.end(), "relative")
    ahead = (WEEKDAYS.index(match[0].lower()) - reference.weekday()) % 7
    if word == "this":
        step = WEEKDAYS.index(match[0].lower()) - reference.weekday()
    elif word in ("next", "coming"):
        step = ahead or 7
    elif word == "by":
        step = ahead
    else:
        step = ahead - 7 if ahead or word in ("last", "past") else 0
    return _day(start, match.end(), reference, step)


def _season(start: int, match: re.Match[str], word: str, reference: date | None) -> Found | None:
    """ "This summer" is of the reference's year; "last" and "next" go by its first month."""
    end = match.end()
    if reference is None:
        return Found(start, end, "relative")
    first_month = {"spring": 3, "summer": 6, "winter": 12}.get(match[0], 9)
    year = year_of(start, end, "season", month_beside(first_month, word, reference))
    return season_of(replace(year, inferred=True), start, match[0])


def _period(
    text: str, match: re.Match[str], left: int, determiner: re.Match[str] | None, reference: date | None
) -> Found | None:
    end, unit = match.end(), match[0].lower()
    if determiner is None:
        return _the_period(text, match, left, reference)
    word = determiner["word"].split()[0].lower()
    begin = left + determiner.start()
    if word == "past" or (determiner["the"] and word != "current"):
        return None if determiner["the"] is None else Found(begin, end, "vague")
    found = _value(begin, end, unit, _STEPS.get(word, 0), reference)
    return part_of(found, text, left, reference)


def _the_period(text: str, match: re.Match[str], left: int, reference: date | None) -> Found | None:
    """ "The year" is a date only after a part of it: "the end of the year"."""
    the = _THE.search(text[left : match.start()])
    if the is None:
        return None
    whole = _value(left + the.start(), match.end(), match[0].lower(), 0, reference)
    found = part_of(whole, text, left, reference)
    return found if found.start < whole.start else None


def _value(start: int, end: int, unit: str, step: int, reference: date | None) -> Found:
    kind: DateKind = "relative"
    if reference is None:
        return Found(start, end, kind)
    if unit == "year":
        return replace(year_of(start, end, kind, reference.year + step), inferred=True)
    if unit == "month":
        count = reference.year * 12 + reference.month - 1 + step
        first, last = month_bounds(count // 12, count % 12 + 1)
        return Found(start, end, kind, f"{first:%Y-%m}", first, last, True)
    monday = reference + timedelta(days=7 * step - reference.weekday())
    sunday = monday + timedelta(days=6)
    return Found(start, end, kind, f"{monday}/{sunday}", monday, sunday, True)

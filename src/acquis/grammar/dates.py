"""Dates of English diplomatic text, each with the words it came from.

In: a text, or a part of it, and the date that relative words count from. Out: `DateMention`s in the order of
the text, which never overlap. One cheap pattern finds where a date may begin; only there is it read.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date

from acquis.grammar.calendar_dates import (
    WEEKDAYS,
    DateKind,
    Found,
    read_days,
    read_month_days,
    read_months,
    read_numeric,
)
from acquis.grammar.relative_dates import month_beside, read_relative, read_vague
from acquis.grammar.year_dates import part_of, read_years
from acquis.model.when import When


@dataclass(frozen=True, slots=True)
class DateMention:
    """A date in a text: `when.words == text[start:end]`.

    `cue` is the preposition before it in small letters ("by", "no later than"); a vague phrase keeps its
    preposition among its words, and `cue` repeats it. A `name` is a date inside a name ("OEWG 2021-2025").
    """

    start: int
    end: int
    when: When
    kind: DateKind
    cue: str | None


_ANCHOR = re.compile(
    r"\b(?:(?P<number>\d+)"
    r"|(?P<month>[JFMASOND](?i:an|eb|ar|pr|ay|un|ul|ug|ep|ct|ov|ec))"
    r"|(?P<weekday>[MTWFS](?i:onday|uesday|ednesday|hursday|riday|aturday|unday)\b)"
    r"|(?P<relative>year\b|month\b|week\b|to(?:day|night|morrow)\b|yesterday\b"
    r"|s(?:pring|ummer)\b|autumn\b|fall\b|winter\b|To(?:day|night|morrow)\b|Yesterday\b)"
    r"|(?P<vague>due\s{1,4}course|early\s{1,4}date|earliest|near\s{1,4}future|foreseeable|mutual|not[\s-](?:too|so)[\s-]"
    r"|later\s{1,4}(?:date|stage|time)|soon\b|Soon\b|shortly|Shortly|recently|Recently"
    r"|(?:recent|coming|past|next|last)\s{1,4}(?:few\s{1,4})?(?:days|weeks|months|years)))"
)
_WEEKDAY_BEFORE_DAY = re.compile(rf"(?i:{'|'.join(WEEKDAYS)}),?\s{{1,4}}(?:the\s{{1,4}})?(?=[\dJFMASOND])")
_BARE_MONTH_CUES = frozenset(
    (
        "in",
        "by",
        "since",
        "until",
        "till",
        "from",
        "during",
        "between",
        "before",
        "after",
        "through",
        "throughout",
    )
)
_CUES = _BARE_MONTH_CUES.union(
    ("about", "around", "at", "beginning", "circa", "dated", "ending", "for", "of", "on", "over", "starting"),
    ("to", "towards", "within"),
)
_LONG_CUES = ("no later than", "not later than", "prior to", "ahead of", "as of", "as per", "up to")
_MONTH_DETERMINER = re.compile(r"\b(?P<word>(?i:last|next|this))\s{1,6}\Z")
_BETWEEN = re.compile(r"\b(?i:between)\s{1,6}(?:the\s{1,6})?\Z")
_CUE_WINDOW = 40
# Relative words count whole weeks and years: the reference must leave room on the calendar.
_FIRST_REFERENCE, _LAST_REFERENCE = 1800, 2199

_COMPACT = re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)")
_SHORT_YEAR = re.compile(r"(?<![\d./])(\d{1,2})([./])(\d{1,2})\2(\d\d)(?![\d./])")
_SMALL_WORD = re.compile(r"\b[a-z]{3,9}\b")
_CALENDAR_DAY = re.compile(r"\d{4}-\d\d-\d\d\Z")


def find_dates(
    text: str, start: int = 0, end: int | None = None, *, reference: date | None = None
) -> list[DateMention]:
    """Every date in `text[start:end]`; words before `start` are not looked at.

    Without `reference`, or with one outside the years 1800 to 2199, what counts from it has no value.
    """
    stop = len(text) if end is None else end
    if reference is not None and not _FIRST_REFERENCE <= reference.year <= _LAST_REFERENCE:
        reference = None
    mentions: list[DateMention] = []
    position = start
    for anchor in _ANCHOR.finditer(text, start, stop):
        if anchor.start() < position:
            continue
        for found in _read(text, anchor, position, stop, reference):
            mentions.append(_mention(text, found, position))
            position = found.end
    return mentions


def read_header_date(words: str) -> str | None:
    """The ISO date of one header line in any usual form, or None where it is ambiguous or not one day."""
    spelled = _SHORT_YEAR.sub(r"\1\2\3\g<2>20\4", _COMPACT.sub(r"\1-\2-\3", words))
    mentions = find_dates(spelled) or find_dates(_SMALL_WORD.sub(lambda word: word[0].capitalize(), spelled))
    days = [mention for mention in mentions if mention.when.start and _CALENDAR_DAY.match(mention.when.start)]
    return days[0].when.edtf if days and days[0].kind == "day" else None


def _read(text: str, anchor: re.Match[str], start: int, end: int, reference: date | None) -> list[Found]:
    at = anchor.start()
    match anchor.lastgroup:
        case "number":
            return _read_number(text, anchor, start, end, reference)
        case "month":
            days = _read_day(text, at, start, end, reference)
            return days or _read_month(text, at, start, end, reference)
        case "weekday":
            return _read_weekday(text, at, start, end, reference)
        case "vague":
            one = read_vague(text, at, start, end)
        case _:
            one = read_relative(text, at, start, end, reference=reference)
    return [one] if one else []


def _read_weekday(text: str, at: int, start: int, end: int, reference: date | None) -> list[Found]:
    day = _WEEKDAY_BEFORE_DAY.match(text, at, end)
    if day and (found := _read_day(text, day.end(), start, end, reference)):
        return [replace(found[0], start=at), *found[1:]]
    one = read_relative(text, at, start, end, reference=reference)
    return [one] if one else []


def _read_number(
    text: str, anchor: re.Match[str], start: int, end: int, reference: date | None
) -> list[Found]:
    at, digits = anchor.start(), anchor.end() - anchor.start()
    if digits > 4 or not anchor[0].isascii():
        return []
    found = read_numeric(text, at, end)
    if digits <= 2:
        return found or _read_day(text, at, start, end, reference)
    if digits == 3:
        return []
    return found or [part_of(year, text, start, reference) for year in read_years(text, at, start, end)]


def _read_day(text: str, at: int, start: int, end: int, reference: date | None) -> list[Found]:
    ranged = bool(_BETWEEN.search(text[max(start, at - 20) : at]))
    read = read_days if text[at].isdecimal() else read_month_days
    return read(text, at, end, reference=reference, ranged=ranged)


def _read_month(text: str, at: int, start: int, end: int, reference: date | None) -> list[Found]:
    ranged = bool(_BETWEEN.search(text[max(start, at - 20) : at]))
    months = read_months(text, at, end, reference=reference, ranged=ranged)
    if not months:
        return []
    first = part_of(months[0], text, start, reference)
    if text[months[-1].end - 1].isdecimal():
        return [first, *months[1:]]
    determiner = _MONTH_DETERMINER.search(text[max(start, first.start - 12) : first.start])
    if determiner:
        return [_beside(first, determiner, reference), *months[1:]]
    placed = first.start < months[0].start or _cue_before(text, first.start, start) in _BARE_MONTH_CUES
    return [first, *months[1:]] if placed else []


def _beside(month: Found, determiner: re.Match[str], reference: date | None) -> Found:
    """The month of "last July" in its own year."""
    begin = month.start - len(determiner[0])
    if reference is None or month.kind != "month" or month.earliest is None or month.latest is None:
        return replace(month, start=begin)
    year = month_beside(month.earliest.month, determiner["word"].lower(), reference)
    moved = read_months(f"{month.earliest:%B} {year}", 0, 20, reference=None, ranged=False)[0]
    return replace(moved, start=begin, end=month.end, inferred=True)


def _mention(text: str, found: Found, start: int) -> DateMention:
    words = text[found.start : found.end]
    when = When(found.edtf, words, found.earliest, found.latest, found.inferred)
    cue = _own_cue(words) if found.kind == "vague" else None
    return DateMention(found.start, found.end, when, found.kind, cue or _cue_of(text, found, start))


def _own_cue(words: str) -> str | None:
    first = words.split(maxsplit=1)[0].lower()
    return first if first in _CUES else "as per" if first == "as" and "per" in words else None


def _cue_of(text: str, found: Found, start: int) -> str | None:
    """ "The" may stand between preposition and day, not year: "in the 2015 report" dates the report."""
    skips_article = found.kind not in ("year", "name")
    return _cue_before(text, found.start, start, skips_article=skips_article)


def _cue_before(text: str, at: int, start: int, *, skips_article: bool = False) -> str | None:
    if at <= start or not text[at - 1].isspace():
        return None
    left = text[max(start, at - _CUE_WINDOW) : at].lower().split()
    if skips_article and left[-1:] == ["the"]:
        left.pop()
    if not left:
        return None
    tail = " ".join(left[-3:])
    for cue in _LONG_CUES:
        if tail == cue or tail.endswith(f" {cue}"):
            return cue
    word = left[-1].lstrip("([“\"'")
    return word if word in _CUES else None

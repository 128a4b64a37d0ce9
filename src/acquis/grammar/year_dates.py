"""Years, spans of years, and the parts of a year or month named before it ("early", "Q2", "the end of").

A four-digit number is a year only where the words around it allow it; counts, symbols, codes and telephone
numbers are not.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from acquis.grammar.calendar_dates import YEAR, DateKind, Found, month_bounds

_FIRST_YEAR, _LAST_YEAR = 1945, 2099
_WINDOW = 56

_YEARS = re.compile(
    r"(?P<a>\d{4})(?:"
    r"(?P<decade>s)\b"
    rf"|(?P<sign>\s?[-‐‑‒–—/]\s?|\s{{1,4}}(?:to|and|until|till|through)\s{{1,4}})(?P<b>{YEAR}|\d\d)(?!\w|[/-]\d|[.,]\d)"
    r")?"
)
_ISO_MONTH = re.compile(r"-(0[1-9]|1[0-2])(?![\w/-])")
_NAME_BEFORE = re.compile(r"\b(?:OEWG|OEWGs|GGE|UNGGE|Group)\W{1,3}\Z")
_NAME_AFTER = re.compile(r"\s(?:OEWG|[Oo]pen-ended|GGE)\b")
_AGENDA_BEFORE = re.compile(r"\b(?:Agenda|Vision|Horizon)\s\Z")
_AGENDA_AFTER = re.compile(r"\s[Aa]genda\b")

_NOT_AFTER = re.compile(
    r"[\w%°’']|[/\\]\w|[.,:]\d|\(\w\)|-\d|\s{1,3}\d{4}|\s?\((?:19|20)\d\d\)|\s%"
    r"|[\s-]{1,3}(?i:km|kms|kilomet\w+|m|metres|miles|million|billion|thousand|percent|per\scent|people|persons|hours"
    r"|hrs|UTC|GMT|times|days|years|months|weeks|dollars|euros|USD|EUR|kg|tons|tonnes|MW|GB|MB)\b"
)
_COUNTED = re.compile(
    r"\s{1,4}(?i:participants|companies|organi[sz]ations|experts|officials|victims|incidents|attacks|cases"
    r"|institutions|students|employees|troops|delegates|officers|women|computers|devices|systems)\b"
)
_NOT_BEFORE = re.compile(
    r"(?:[/\\.:$€£¥#+_=@&~'-]|\d[\s(–]{1,2}|(?<!(?:19|20)\d)\d,\s{0,2}|\b(?i:resolutions?|res|decisions?|no|nos|number|numbers|room|page|pages|para"
    r"|paras|paragraphs?|articles?|section|rule|about|some|nearly|almost|than|roughly|approximately|around|least|over"
    r"|all|these|windows|ISO|box|tel|telephone|phone|fax)[.:]?\s{1,3})\Z"
)
_COMPOUND_BEFORE = re.compile(r"\b(?i:post|pre)-\Z")
_CUED = re.compile(
    r"\b(?i:in|by|since|of|during|from|until|till|before|after|the|for|between|to|through|throughout|and|or|as\sof)"
    r"\s{1,6}\Z"
)
_CUED_AT_A_TIME = re.compile(r"\b(?i:in|by|since|during|until|before|after|the)\s{1,6}\Z")
_WORD_BEFORE = re.compile(r"[^\W\d_][,’]?\s{1,6}\(?\Z|\(\Z|-\Z|\A,\s{1,3}\Z")
_WORD_AFTER = re.compile(r"\s{1,4}[^\W\d_]{2}")

_PART = re.compile(
    r"(?i:\b(?:the\s{1,4})?(?P<half>first|second|1st|2nd|latter)\s{1,4}half\s{1,4}(?:of|in)"
    r"|\bH(?P<halfcode>[12])(?:\s{1,3}of)?"
    r"|\b(?:the\s{1,4})?(?P<quarter>first|second|third|fourth|last|1st|2nd|3rd|4th)[\s-]{1,4}quarter(?:\s{1,4}(?:of|in))?"
    r"|\bQ(?P<quartercode>[1-4])(?:\s{1,3}of)?"
    r"|\b(?:the\s{1,4})?(?P<season>spring|summer|autumn|fall|winter)(?:\s{1,4}of)?"
    r"|\b(?:the\s{1,4})?(?P<part>early|mid|middle|late|beginning|start|outset|end|close)(?:\s{1,4}(?:part\s)?(?:of|in))?"
    r"|\b(?P<side>later|earlier)(?:\s{1,4}in)?"
    r")(?:\s{1,6}|[-‐‑–/]\s?)(?:the\s{1,4})?(?:year\s{1,4})?\Z"
)
_THIRDS = {"mid": 1, "middle": 1, "late": 2, "end": 2, "close": 2}
_ORDER = {"second": 1, "2nd": 1, "latter": 1, "third": 2, "3rd": 2, "fourth": 3, "4th": 3, "last": 3}
_WHOLE_YEAR = re.compile(r"\d{4}\Z")
_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}


def read_years(text: str, at: int, start: int, end: int) -> list[Found]:
    """A year, decade or span of years that begins at `at`, if the words around it make it one."""
    match = _YEARS.match(text, at, end)
    if match is None or not _FIRST_YEAR <= int(match["a"]) <= _LAST_YEAR:
        return []
    first = int(match["a"])
    left = text[max(start, at - _WINDOW) : at]
    if match["decade"]:
        bounds = _years_bounds(first, first + 9)
        return [] if first % 10 else [Found(at, match.end(), "range", f"{first // 10}X", *bounds)]
    last = _last_year(match, left)
    if last is not None and _may_stand(text, left, match.end(), end):
        named = _NAME_BEFORE.search(left) or _NAME_AFTER.match(text, match.end(), end)
        kind: DateKind = "name" if named else "range"
        return [Found(at, match.end(), kind, f"{first}/{last}", *_years_bounds(first, last))]
    return _single_year(text, at, left, end)


def part_of(found: Found, text: str, start: int, reference: date | None) -> Found:
    """`found` narrowed by the words before it ("late 2026"); itself where there are none."""
    window = max(start, found.start - _WINDOW)
    match = _PART.search(text[window : found.start])
    if match is None:
        return found
    begin = window + match.start()
    if found.edtf is None:
        return replace(found, start=begin)
    if match["side"]:
        return _one_side(found, begin, match["side"].lower(), reference)
    if len(found.edtf) == 7:
        return _part_of_month(found, begin, match["part"])
    return _part_of_year(found, begin, match)


def year_of(start: int, end: int, kind: DateKind, year: int) -> Found:
    """A whole year."""
    return Found(start, end, kind, str(year), *_years_bounds(year, year))


def season_of(found: Found, begin: int, season: str) -> Found:
    """A season of the northern hemisphere; "winter 2024" may be at either end, so it keeps the year."""
    season, years = season.lower(), (found.edtf or "").split("/")
    if not _WHOLE_YEAR.match(years[0]):
        return found
    if len(years) == 2:
        consecutive = all(map(_WHOLE_YEAR.match, years)) and int(years[1]) == int(years[0]) + 1
        if season != "winter" or not consecutive:
            return found
        bounds = date(int(years[0]), 12, 1), month_bounds(int(years[1]), 2)[1]
        return Found(begin, found.end, "season", found.edtf, *bounds, found.inferred)
    if season == "winter":
        return replace(found, start=begin, kind="season")
    return _months(replace(found, kind="season"), begin, _SEASONS[season], 3)


def _last_year(match: re.Match[str], left: str) -> int | None:
    """The second year of "2021–25", "2019/20", "from 2021 to 2025"; None where it is no span."""
    if not match["b"]:
        return None
    first, sign, short = int(match["a"]), match["sign"].strip(), len(match["b"]) == 2
    last = int(match["b"]) + (first // 100 * 100 if short else 0)
    if not first < last <= _LAST_YEAR:
        return None
    if sign.isalpha():
        cue = "between" if sign == "and" else "(?:from|period|years)"
        return last if not short and re.search(rf"(?i:\b{cue})\s{{1,6}}\Z", left) else None
    if short and sign == "-" and int(match["b"]) <= 12 and last != first + 1:
        return None
    return None if short and sign == "/" and last != first + 1 else last


def _single_year(text: str, at: int, left: str, end: int) -> list[Found]:
    stop = at + 4
    if month := _ISO_MONTH.match(text, stop, end):
        if _NOT_BEFORE.search(left):
            return []
        number = int(month[1])
        bounds = month_bounds(int(text[at:stop]), number)
        return [Found(at, month.end(), "month", f"{text[at:stop]}-{number:02}", *bounds)]
    if not _may_stand(text, left, stop, end) or not _is_placed(text, left, stop, end):
        return []
    named = _AGENDA_BEFORE.search(left) or _AGENDA_AFTER.match(text, stop, end)
    return [year_of(at, stop, "name" if named else "year", int(text[at:stop]))]


def _may_stand(text: str, left: str, stop: int, end: int) -> bool:
    if _NOT_BEFORE.search(left) and not (_COMPOUND_BEFORE.search(left) or _PART.search(left)):
        return False
    return _NOT_AFTER.match(text, stop, end) is None or text[stop : stop + 2] in ("’s", "'s")


def _is_placed(text: str, left: str, stop: int, end: int) -> bool:
    """Whether a word leads to the year, or it stands before the noun that it describes."""
    if _COUNTED.match(text, stop, end):
        return bool(_CUED_AT_A_TIME.search(left))
    before = _CUED.search(left) or _PART.search(left) or _WORD_BEFORE.search(left)
    return bool(before or _WORD_AFTER.match(text, stop, end))


def _years_bounds(first: int, last: int) -> tuple[date, date]:
    return date(first, 1, 1), date(last, 12, 31)


def _part_of_year(found: Found, begin: int, match: re.Match[str]) -> Found:
    whole_year = _WHOLE_YEAR.match(found.edtf or "")
    if match["season"] and (whole_year or found.kind == "range"):
        return season_of(found, begin, match["season"])
    if not whole_year:
        return found
    if part := match["part"]:
        return _months(found, begin, 1 + 4 * _THIRDS.get(part.lower(), 0), 4)
    if match["half"] or match["halfcode"]:
        second = match["halfcode"] == "2" or bool(match["half"] and _ORDER.get(match["half"].lower()))
        return _months(found, begin, 7 if second else 1, 6)
    quarter = (
        int(match["quartercode"]) - 1 if match["quartercode"] else _ORDER.get(match["quarter"].lower(), 0)
    )
    months = f"{found.edtf}-{1 + 3 * quarter:02}/{found.edtf}-{3 + 3 * quarter:02}"
    return replace(_months(found, begin, 1 + 3 * quarter, 3), edtf=months, kind="range")


def _part_of_month(found: Found, begin: int, part: str | None) -> Found:
    if part is None or found.earliest is None or found.latest is None:
        return found
    third = _THIRDS.get(part.lower(), 0)
    first = found.earliest.replace(day=1 + 10 * third)
    last = found.latest if third == 2 else found.earliest.replace(day=10 + 10 * third)
    return replace(found, start=begin, earliest=first, latest=last)


def _one_side(found: Found, begin: int, side: str, reference: date | None) -> Found:
    """ "Later this year": from the reference date on; "earlier this year": up to it."""
    if reference is None or found.earliest is None or found.latest is None:
        return replace(found, start=begin)
    if not found.earliest <= reference <= found.latest:
        return replace(found, start=begin)
    if side == "later":
        return replace(found, start=begin, earliest=reference)
    return replace(found, start=begin, latest=reference)


def _months(found: Found, begin: int, first: int, count: int) -> Found:
    year = int((found.edtf or "")[:4])
    last = month_bounds(year, first + count - 1)[1]
    return replace(found, start=begin, earliest=date(year, first, 1), latest=last)

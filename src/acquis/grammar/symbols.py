"""UN document symbols and the numbers by which texts cite resolutions, decisions, norms and CBMs.

In: a text, or a part of it. Out: `SymbolMention`s in the order of the text with one normal form for each
thing cited: "resolution 70/237" and "A/RES/70/237" are both "A/RES/70/237", "norm 13 (f)" is "norm.f".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

SymbolKind = Literal[
    "resolution", "decision", "report", "draft", "conference-room-paper", "letter", "norm", "cbm", "other"
]


@dataclass(frozen=True, slots=True)
class SymbolMention:
    """A citation at `start`..`end` of the text, and its normal form.

    In a list each item has its own place, the first together with the word before it ("resolutions 70/237").
    All norms or CBMs of a range ("norms (a) to (c)") share the place of the range.
    """

    start: int
    end: int
    symbol: str
    kind: SymbolKind


_ANCHOR = re.compile(
    r"\b(?:(?P<printed>[ASE]/(?=[A-Z0-9]))"
    r"|(?P<resolution>[Rr]es(?:olutions?\b|\.|\b)|RES(?:OLUTIONS?\b|\b)|UNSCRs?\b)"
    r"|(?P<decision>[Dd]ecisions?\b|DECISIONS?\b)"
    r"|(?P<norm>[Nn]orms?\b|NORMS?\b)"
    r"|(?P<cbm>CBMs?\b))"
)
_PRINTED = re.compile(r"[ASE](?:/[A-Z0-9][A-Za-z0-9.-]{0,20}){1,7}(?:\s?\((?:[IVXLC]{1,8}|(?:19|20)\d\d)\))?")
_SUFFIX = r"(?:/(?:Rev|Corr|Add)\.\d+){0,3}"
_SESSION = r"(?:(?:ES|S)-)?\d{1,2}"


def _form(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern + r"\Z")


# The first form that fits gives the kind; a run of letters and slashes that fits none is no symbol.
_FORMS: tuple[tuple[re.Pattern[str], SymbolKind], ...] = (
    (_form(rf"A/RES/(?:{_SESSION}/\d{{1,3}}[A-Z]?|\d{{1,4}} \([IVXLC]+\)){_SUFFIX}"), "resolution"),
    (_form(r"S/RES/\d{1,4}(?: \(\d{4}\))?"), "resolution"),
    (_form(rf"(?:A/HRC|E)/RES/(?:S-)?\d{{1,4}}/\d{{1,3}}{_SUFFIX}"), "resolution"),
    (_form(r"(?:A|A/HRC|E)/DEC/[\w/-]+"), "decision"),
    (_form(rf"[ASE](?:/[A-Z0-9][\w.-]*)+/L\.\d+{_SUFFIX}"), "draft"),
    (_form(rf"[AE](?:/[A-Z0-9][\w.-]*)+/CRP\.\d+{_SUFFIX}"), "conference-room-paper"),
    (_form(rf"A/{_SESSION}/\d{{1,4}}{_SUFFIX}"), "report"),
    (_form(rf"A/HRC/\d{{1,3}}/\d{{1,4}}{_SUFFIX}"), "report"),
    (_form(rf"E/(?:CN\.\d+/)?\d{{4}}/\d{{1,4}}{_SUFFIX}"), "report"),
    (_form(rf"S/\d{{4}}/\d{{1,4}}{_SUFFIX}"), "other"),
    (_form(rf"S/(?:PRST/\d{{4}}/\d{{1,3}}|(?:Agenda/|PV[./])\d{{1,5}}){_SUFFIX}"), "other"),
    (_form(r"[AE]/(?:[\w.-]+/)*(?:PV|SR|INF|WP|NGO|CONF|AC|C|CN|WG)[./]\d+(?:/[\w.-]+)*"), "other"),
)
_TOLD: tuple[tuple[re.Pattern[str], SymbolKind], ...] = (
    (re.compile(r"\b(?i:letters?)\b[^.;]{0,120}\Z"), "letter"),
    (re.compile(r"\b(?i:reports?)\b[^.;]{0,60}\Z"), "report"),
    (re.compile(r"\b(?i:draft\s(?:resolution|decision)s?)\b[^.;]{0,40}\Z"), "draft"),
)

_HEAD_GAP = re.compile(r"\s{0,4}(?:(?i:nos?\.?|numbers?)\s{0,2}|#\s?)?\(?")
_BETWEEN_ITEMS = re.compile(
    r"(?:,\s{0,3}|;\s{0,3}|\s{1,4}|/\s?)(?:(?:and|or|to|through|as\swell\sas|&)\s{1,4})?(?:the\s)?"
)
_ASSEMBLY_NUMBER = re.compile(
    rf"({_SESSION}|(?:19|20)\d\d)/(\d{{1,3}})((?:\s(?=[A-H](?:[,.;)]|\s(?:and|of)\b|\Z)))?[A-Z]\b)?(?![\d/])"
)
_COUNCIL_NUMBER = re.compile(r"(\d{1,4})\s{0,3}\(((?:19|20)\d\d)\)")
_ROMAN_NUMBER = re.compile(r"(\d{1,4})(?:\s?[A-Z])?\s{0,3}\(((?:S-)?[IVXLC]+)\)")
_PLAIN_NUMBER = re.compile(r"(\d{3,4})(?![\d/(]|\.\d|\s\()")
_HUMAN_RIGHTS = re.compile(r"(?:Human\sRights\sCouncil|HRC)(?:[’']s)?\s{1,4}\Z")
_SECURITY_COUNCIL = re.compile(r"(?:Security\sCouncil|UNSC|SC)(?:[’']s)?\s{1,4}\Z")

_LETTER = re.compile(r"(?:13\s{0,2})?\(\s?([a-kA-K])\s?\)|13\s?([a-k])\b|([a-kA-K])\b(?![-’'./]\w|\)\w)")
_LIST_JOIN = re.compile(r",?\s{1,4}(?:and|or|to|through|&)\s{1,4}|\s?[-–—/,]\s?")
_SPACE = re.compile(r"\s{1,4}")
_LAST_CBM, _LAST_GLOBAL_CBM = 16, 8
_CBM_NUMBER = re.compile(r"(\d{1,2})(?![\d/]|\.\d)")
_CBM_GAP = re.compile(r"[\s-]{0,4}(?:(?i:nos?\.?|numbers?)\s{0,2}|#\s?)?")
_OSCE_BEFORE = re.compile(r"\bOSCE(?:[’']s)?\s(?:\w+\s){0,2}\Z")

_DISTRIBUTION = re.compile(r"\bDistr(?:\.|ibution)\s?:?\s?(?i:general|limited|restricted)")
_HEAD_LINE = re.compile(
    r"(?P<before>(?:United\sNations|Distr\.?:?\s?\w+|\d\d/\d\d/\d{4}|\W){0,3})\s*(?P<symbol>[ASE]/[A-Z0-9]\S*(?:\s\(\d{4}\))?)"
    r"(?P<rest>.*)\Z"
)
_HEAD_REST = re.compile(
    r"[\s*†‡]*(?:United\sNations|Distr\.?:?\s?\w+|\d\d/\d\d/\d{4}|\d{2}-\d{5}\S*|English|Original.*)?\s*\Z"
)
_HEAD_LENGTH = 1500


def find_symbols(text: str, start: int = 0, end: int | None = None) -> list[SymbolMention]:
    """Every document, resolution, decision, norm and CBM cited in `text[start:end]`."""
    stop = len(text) if end is None else end
    mentions: list[SymbolMention] = []
    position = start
    for anchor in _ANCHOR.finditer(text, start, stop):
        if anchor.start() < position:
            continue
        for mention in _read(text, anchor, position, stop):
            mentions.append(mention)
            position = mention.end
    return mentions


def read_symbol(words: str) -> str | None:
    """The normal form of words that are one printed symbol and nothing else ("A/75/816"), else None."""
    found = _classified(words) if _PRINTED.fullmatch(words) else None
    return found[0] if found and found[2] == len(words) else None


def find_document_symbol(head: str) -> str | None:
    """The symbol that a document bears itself: a line of its first 1,500 characters that holds nothing else.

    A line that only begins with a symbol counts where the head says "Distr.: General" or the like.
    """
    first = head[:_HEAD_LENGTH]
    distributed = bool(_DISTRIBUTION.search(first))
    for line in first.splitlines():
        match = _HEAD_LINE.match(line.strip())
        if match is None or not (distributed or _HEAD_REST.match(match["rest"])):
            continue
        found = _classified(match["symbol"])
        if found:
            return found[0]
    return None


def _read(text: str, anchor: re.Match[str], start: int, end: int) -> Iterator[SymbolMention]:
    match anchor.lastgroup:
        case "printed":
            return _read_printed(text, anchor.start(), start, end)
        case "norm":
            return _read_norms(text, anchor, end)
        case "cbm":
            return _read_cbms(text, anchor, start, end)
        case _:
            return _read_numbers(text, anchor, start, end)


def _read_printed(text: str, at: int, start: int, end: int) -> Iterator[SymbolMention]:
    match = _PRINTED.match(text, at, end)
    found = _classified(match[0]) if match else None
    if match is None or found is None or text[at - 1 : at] in (".", "-"):
        return
    symbol, kind, length = found
    stop = at + length
    while stop < end and text[stop] == "*":
        stop += 1
    yield SymbolMention(at, stop, symbol, _told_kind(text[max(start, at - 140) : at], symbol, kind))


def _classified(words: str) -> tuple[str, SymbolKind, int] | None:
    """Normal form, kind and length of the longest beginning of `words` that is a symbol."""
    tail = words.rstrip("*.,;:)-") if "(" not in words else words.rstrip("*.,;:-")
    for printed in dict.fromkeys((tail, tail.split("(")[0].rstrip())):
        symbol = re.sub(r"\s*\(", " (", printed)
        for form, kind in _FORMS:
            if form.match(symbol):
                return symbol, kind, len(printed)
    return None


def _told_kind(left: str, symbol: str, kind: SymbolKind) -> SymbolKind:
    """Letters, reports and drafts share one form of symbol: the words before it tell them apart."""
    if kind not in ("report", "other") or not re.match(r"[AS]/\d", symbol):
        return kind
    nearest: list[tuple[int, SymbolKind]] = [(-1, kind)]
    for pattern, told in _TOLD:
        if match := pattern.search(left):
            nearest.append((match.start(), told))
    return max(nearest)[1]


def _read_numbers(text: str, anchor: re.Match[str], start: int, end: int) -> Iterator[SymbolMention]:
    """The numbers after "resolution" or "decision", one after another."""
    left = text[max(start, anchor.start() - 48) : anchor.start()]
    begin, at = anchor.start(), _after(_HEAD_GAP, text, anchor.end(), end)
    while found := _number(text, at, end, anchor, left):
        symbol, stop = found
        yield SymbolMention(
            begin, stop, symbol, "decision" if anchor.lastgroup == "decision" else "resolution"
        )
        gap = _BETWEEN_ITEMS.match(text, stop, end)
        if gap is None:
            return
        begin = at = gap.end()


def _number(text: str, at: int, end: int, anchor: re.Match[str], left: str) -> tuple[str, int] | None:
    decided = anchor.lastgroup == "decision"
    if match := _ASSEMBLY_NUMBER.match(text, at, end):
        series = "DEC" if decided else "RES"
        part = f"{match[1]}/{match[2]}{(match[3] or '').strip()}"
        body = "E" if len(match[1]) == 4 else "A/HRC" if _HUMAN_RIGHTS.search(left) else "A"
        if body == "A" and len(match[1]) == 1:
            return None  # the Assembly's numbers begin with session 31: "5/14" is of another body
        return f"{body}/{series}/{part}", match.end()
    if decided:
        return None
    if match := _COUNCIL_NUMBER.match(text, at, end):
        return f"S/RES/{match[1]} ({match[2]})", match.end()
    if match := _ROMAN_NUMBER.match(text, at, end):
        return f"A/RES/{match[1]} ({match[2]})", match.end()
    council = anchor[0].startswith("UNSCR") or _SECURITY_COUNCIL.search(left)
    if council and (match := _PLAIN_NUMBER.match(text, at, end)):
        return f"S/RES/{match[1]}", match.end()
    return None


def _read_norms(text: str, anchor: re.Match[str], end: int) -> Iterator[SymbolMention]:
    """ "Norm 13 (f)", "norms (f) and (g)"; a bare "a" or "i" alone is an article or a pronoun."""
    items = _listed(text, _after(_SPACE, text, anchor.end(), end), end, _LETTER)
    values: list[int] = []
    for at, item in enumerate(items):
        letter = item[1] or item[2] or item[3]
        if at and item[3] and letter.lower() in "ai" and not _goes_on(values[-1], items[at - 1], letter):
            break
        values.append(ord(letter.lower()))
    if len(values) == 1 and items[0][3] and chr(values[0]) in "ai":
        return
    for start, stop, value in _spread(anchor, items, values):
        yield SymbolMention(start, stop, f"norm.{chr(value)}", "norm")


def _goes_on(value: int, before: re.Match[str], letter: str) -> bool:
    """Whether a bare "a" or "i" belongs to the list: in its order, and written like the letter before it."""
    printed = before[3] or letter
    return value < ord(letter.lower()) and printed.isupper() == letter.isupper()


def _read_cbms(text: str, anchor: re.Match[str], start: int, end: int) -> Iterator[SymbolMention]:
    """ "CBM 7" of the United Nations is "cbm.7"; the OSCE counts its own, "OSCE CBM 7"."""
    osce = _OSCE_BEFORE.search(text[max(start, anchor.start() - 40) : anchor.start()])
    items = _listed(text, _after(_CBM_GAP, text, anchor.end(), end), end, _CBM_NUMBER)
    numbers = [int(item[1]) for item in items]
    if anchor[0] == "CBM":  # "CBM 1 and 2 States": only the plural begins a list
        numbers = numbers[:1]
    for begin, stop, number in _spread(anchor, items, numbers):
        if 1 <= number <= _LAST_CBM:
            symbol = f"OSCE CBM {number}" if osce or number > _LAST_GLOBAL_CBM else f"cbm.{number}"
            yield SymbolMention(begin, stop, symbol, "cbm")


def _listed(text: str, at: int, end: int, item: re.Pattern[str]) -> list[re.Match[str]]:
    """The items of "(f), (g) and (h)" or "1 to 4"."""
    items: list[re.Match[str]] = []
    while match := item.match(text, at, end):
        items.append(match)
        join = _LIST_JOIN.match(text, match.end(), end)
        if join is None:
            break
        at = join.end()
    return items


def _spread(
    anchor: re.Match[str], items: list[re.Match[str]], values: list[int]
) -> Iterator[tuple[int, int, int]]:
    """Place and value of each item; what lies inside a range ("a to c") has the place of the range."""
    begin = anchor.start()
    for at, value in enumerate(values):
        ends_range = at > 0 and _is_range(anchor.string[items[at - 1].end() : items[at].start()])
        if at + 1 < len(values) and _is_range(anchor.string[items[at].end() : items[at + 1].start()]):
            begin = begin if at == 0 else items[at].start()
            continue
        first = values[at - 1] if ends_range else value
        begin = begin if at == 0 or ends_range else items[at].start()
        for inside in range(first, value + 1):
            yield begin, items[at].end(), inside


def _is_range(join: str) -> bool:
    return join.strip() in ("to", "through", "-", "–", "—")


def _after(pattern: re.Pattern[str], text: str, at: int, end: int) -> int:
    match = pattern.match(text, at, end)
    return match.end() if match else at

"""The masthead of UN documents: symbol, date, organ, session and agenda item, which are metadata and no text.

The United Nations that prints a document is not put down as its publisher: it prints what States write too, and
a publisher counts as the speaker where the text names none.

United Nations                                  A/99/123
General Assembly                                Distr.: General
                                                4 May 2031
                                                Original: English
Ninety-ninth session
Agenda item 94
"""

from __future__ import annotations

import re
from typing import NamedTuple

from acquis.grammar.dates import read_header_date
from acquis.grammar.symbols import find_document_symbol
from acquis.readers.pdf.lines import Line

_OPENS = re.compile(r"United Nations(?P<symbol> \S+(?: \(\d{4}\))?\*?)?")
_ORGAN = re.compile(
    r"(?:General Assembly|Security Council|Economic and Social Council|Human Rights Council|Trusteeship Council"
    r"|Conference on Disarmament|Disarmament Commission)(?P<rest> Distr\.:? ?\w+)?"
)
_DISTRIBUTION = re.compile(r"Distr\.? ?:? ?\w+(?: \w+)?")
_DAY = re.compile(r"\d{1,2} [A-Z][a-z]+ \d{4}\*?")
_LANGUAGE = re.compile(r"Original ?: ?[\w/, ]+|English(?: only|/.*)?|Advance (?:unedited )?version", re.I)
_SESSION = re.compile(r"[A-Z][\w-]+(?: [a-z-]+){0,3} session\*?")
_COMMITTEE = re.compile(r"(?:First|Second|Third|Fourth|Fifth|Sixth) Committee")
_ITEM = re.compile(r"(?:Agenda )?[Ii]tems? (?P<number>\d[\w() ,-]*?)(?: (?:of|on) the .*)?\*?")
_DRAWN_UP = re.compile(r"\*? ?(?:Reissued|Second reissue) .*", re.I)
_RIGHT = 0.5


class Masthead(NamedTuple):
    """What a masthead says, by the key of the metadata, and the lines of the page below it."""

    fields: dict[str, str]
    rest: list[Line]


def read_masthead(lines: list[Line]) -> Masthead | None:
    """The masthead of a first page; None where it has none."""
    ordered = sorted(lines, key=lambda line: (-line.base, line.left))
    opening = next((at for at, line in enumerate(ordered[:6]) if _OPENS.fullmatch(line.text)), None)
    if opening is None or not any(_DISTRIBUTION.search(line.text) for line in ordered[:20]):
        return None
    fields: dict[str, str] = {}
    last = _lowest(ordered)
    middle = _middle(ordered)
    above: list[Line] = []
    for at, line in enumerate(ordered):
        beside = line.left >= middle and line.base >= last
        if _take(line.text, fields) or beside:
            continue
        if at > opening:
            return Masthead(fields, _below(ordered[at:], above, fields))
        above.append(line)
    return Masthead(fields, above)


def _lowest(ordered: list[Line]) -> float:
    """The base line of the last line about distribution, date or language."""
    told = [
        line.base
        for line in ordered[:24]
        if _DISTRIBUTION.fullmatch(line.text) or _DAY.fullmatch(line.text) or _LANGUAGE.fullmatch(line.text)
    ]
    return min(told, default=float("inf"))


def _middle(ordered: list[Line]) -> float:
    first, last = min(line.left for line in ordered), max(line.right for line in ordered)
    return first + _RIGHT * (last - first)


def _below(lines: list[Line], above: list[Line], fields: dict[str, str]) -> list[Line]:
    """The lines after the masthead; the name of an agenda item below its number belongs to it."""
    if "agenda_item" not in fields:
        return [*above, *lines]
    name: list[str] = []
    first = lines[0]
    for line in lines[:5]:
        if line.size != first.size or line.bold != first.bold or not line.bold or line.text.endswith(":"):
            break
        name.append(line.text)
    larger = any(line.size > 1.1 * first.size for line in lines[len(name) : len(name) + 1])
    if not name or not larger:
        return [*above, *lines]
    fields["agenda_item"] = f"{fields['agenda_item']}, {' '.join(name)}"
    return [*above, *lines[len(name) :]]


def _take(text: str, fields: dict[str, str]) -> bool:
    """Does a line belong to the masthead? What it says is put down."""
    if opens := _OPENS.fullmatch(text):
        return _put(fields, "symbol", _symbol(opens["symbol"] or ""))
    if symbol := _symbol(text):
        return _put(fields, "symbol", symbol)
    if _DAY.fullmatch(text) and (day := read_header_date(text)):
        return _put(fields, "published", day)
    if _SESSION.fullmatch(text):
        return _put(fields, "session", text.rstrip("*"))
    if text == "Security Council" or _COMMITTEE.fullmatch(text):
        return _put(fields, "forum", text)
    if item := _ITEM.fullmatch(text):
        return _put(fields, "agenda_item", f"Agenda item {item['number']}")
    return any(kind.fullmatch(text) for kind in (_ORGAN, _DISTRIBUTION, _LANGUAGE, _DRAWN_UP))


def _put(fields: dict[str, str], key: str, words: str | None) -> bool:
    if words:
        fields.setdefault(key, words)
    return True


def _symbol(text: str) -> str | None:
    return find_document_symbol(text.strip()) if "/" in text and len(text) < 50 else None

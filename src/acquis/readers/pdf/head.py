"""Title, date and symbol of a PDF, from its masthead, its first page and what its maker put down.

The date on which the file was made is not the day of publication: archives and converters make files anew, years
later. A day counts only where it is printed at the head of the text.
"""

from __future__ import annotations

import re

from acquis.grammar.dates import find_dates
from acquis.readers.content import Content
from acquis.readers.front_matter import Head
from acquis.readers.pdf.lines import LOWERED, RAISED, Line
from acquis.readers.pdf.pages import read_information

_TITLE_LINES, _HEAD_LINES, _LONGEST_TITLE = 12, 12, 2_000
_LARGER = 1.15
_CLOSE = 1.6
_SPONSORED = re.compile(r": (?:\w+ ){0,2}draft (?:resolution|decision)$", re.I)
_NO_TITLE = re.compile(
    r"^(?:microsoft (?:word|powerpoint|excel)\b|\(?untitled\b|\(?anonymous\b|document\d*$|slide \d|title$|no title)"
    r"|\.(?:docx?|pdf|rtf|odt|indd|qxd|pages|pptx?|tex|txt|html?)$|^[\w.-]*$|^[\d\W]*$",
    re.I,
)
_LABEL = re.compile(r"(?:published|publication date|date|issued|released|updated|posted)(?: on)?:?", re.I)
_PLACE = re.compile(r"(?:[A-Z][\w.’'-]*(?: (?:of|de|la|the))? ?){0,4}")
_MARKED = re.compile(rf"\s?{RAISED}[^{LOWERED}]*{LOWERED}|\*+$")


def read_head(content: Content, masthead: dict[str, str], opening: list[Line], body: float) -> Head:
    """The metadata: of a UN document what its masthead says, else what stands at the head of the first page."""
    fields = dict(masthead)
    title = _largest(opening, body) or _declared(content)
    if title:
        fields["title"] = title
    if not masthead and (day := _printed_day(opening)):
        fields["published"] = day
    return Head(fields)


def _largest(opening: list[Line], body: float) -> str | None:
    """The first lines of the largest type, if they are larger than running text; below sponsors stands the title."""
    size = max((line.size for line in opening[:_TITLE_LINES] if len(line.text) > 2), default=0.0)
    if size < _LARGER * body:
        return None
    groups = _groups(opening, size)
    first = _MARKED.sub("", groups[0])
    title = _MARKED.sub("", groups[1]) if len(groups) > 1 and _SPONSORED.search(first) else first
    return title if any(map(str.isalpha, title)) and len(title) <= _LONGEST_TITLE else None


def _groups(opening: list[Line], size: float) -> list[str]:
    """The lines of a size at the head, those that stand close together as one text; other type ends the head."""
    groups: list[str] = []
    last: Line | None = None
    for line in opening:
        if abs(line.size - size) >= 0.5:
            if groups:
                break
            continue
        if last is not None and 0 < last.base - line.base <= _CLOSE * size:
            groups[-1] += f" {line.text}"
        else:
            groups.append(line.text)
        last = line
    return groups


def _declared(content: Content) -> str | None:
    """The title in the file's own properties, where it is none that a program made up."""
    title = " ".join(read_information(content).get("Title", "").split())
    return title if title and not _NO_TITLE.search(title) else None


def _printed_day(opening: list[Line]) -> str | None:
    """The day that stands alone at the head, or after a place or a word such as "Published"."""
    for line in opening[:_HEAD_LINES]:
        dates = find_dates(line.text) if len(line.text) < 80 else []
        if len(dates) == 1 and dates[0].kind == "day" and not line.text[dates[0].end :].strip(" ."):
            before = line.text[: dates[0].start].strip(" ,–—-|")
            if _LABEL.fullmatch(before) or _PLACE.fullmatch(before):
                return line.text[dates[0].start : dates[0].end]
    return None

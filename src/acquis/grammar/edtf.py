"""Calendar values as people type them and as the contract prints them, to intervals.

Source of the notation: ISO 8601-2:2019, Library of Congress EDTF, levels 0 and 1.
"""

from __future__ import annotations

import re
from datetime import date

from acquis.grammar.calendar_dates import month_bounds
from acquis.model.when import When

_VALUE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def read_edtf(words: str) -> When | None:
    """The interval of "2031", "2031-05", "2031-05-02" or "2031-05-02/2031-05-04"; None where it is none."""
    parts = words.strip().split("/")
    bounds = [_bounds(part) for part in parts]
    first, last = bounds[0], bounds[-1]
    if len(parts) > 2 or first is None or last is None or first[0] > last[1]:
        return None
    return When("/".join(parts), words.strip(), first[0], last[1])


def _bounds(words: str) -> tuple[date, date] | None:
    match = _VALUE.fullmatch(words)
    if match is None:
        return None
    year, month, day = (int(part) if part else None for part in match.groups())
    try:
        if month is None or year is None:
            return date(year or 0, 1, 1), date(year or 0, 12, 31)
        return month_bounds(year, month) if day is None else (date(year, month, day), date(year, month, day))
    except ValueError:
        return None

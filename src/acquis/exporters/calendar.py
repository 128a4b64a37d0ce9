"""Due dates to a calendar file (RFC 5545) that opens in Thunderbird, Outlook, Google and Apple calendars."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

from acquis.exporters.escape import visible
from acquis.exporters.web_links import web_link
from acquis.model.due_date import DueDate
from acquis.model.marking import Marking, highest

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event

REMINDERS = (30, 7)
_MONTHS = "January February March April May June July August September October November December".split()
_ONE_DAY = timedelta(days=1)


def write_calendar(entries: Iterable[DueDate], made: datetime) -> bytes:
    """All-day events on the last day on which each thing is due, with reminders.

    `made` stamps them: of two files with the same event, a calendar keeps the one that was made later.
    """
    entries = list(entries)
    stamp = made.astimezone(UTC).replace(microsecond=0)
    calendar = _calendar(highest(entry.marking for entry in entries))
    for entry in entries:
        calendar.add_component(_event(entry, stamp))
    written: bytes = calendar.to_ical()
    return written


def _calendar(marking: Marking) -> Calendar:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//acquis//due dates//EN")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    for name in ("name", "x-wr-calname"):
        calendar.add(name, f"{marking.label} Due dates")
    calendar.add("x-acquis-marking", marking.label)
    return calendar


def _event(entry: DueDate, stamp: datetime) -> Event:
    from icalendar import Event

    event = Event()
    summary = f"{entry.marking.label} {_line(entry.summary)}{_by(entry)}"
    event.add("uid", _line(entry.uid))
    event.add("dtstamp", stamp)
    event.add("last-modified", stamp)
    event.add("summary", summary)
    event.add("description", _lines(f"{entry.marking.label}\nStatus: {entry.status}\n{entry.description}"))
    event.add("dtstart", entry.latest)
    if entry.latest < date.max:
        event.add("dtend", entry.latest + _ONE_DAY)
    if entry.location:
        event.add("location", _line(entry.location))
    if link := web_link(entry.url):
        event.add("url", link)
    event.add("categories", ["acquis", _line(entry.status)])
    event.add("class", "PUBLIC" if entry.marking is Marking.CLEAR else "CONFIDENTIAL")
    event.add("transp", "TRANSPARENT")
    event.add("x-acquis-marking", entry.marking.label)
    event.add("x-acquis-status", _line(entry.status))
    # Calendars show a reminder that was missed when it is read in: of what is past, hundreds at once.
    if entry.latest >= stamp.date():
        for days in REMINDERS:
            event.add_component(_alarm(summary, days))
    return event


def _alarm(summary: str, days: int) -> Alarm:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"In {days} days: {summary}")
    alarm.add("trigger", -timedelta(days=days))
    return alarm


def _by(entry: DueDate) -> str:
    """What a single day of the calendar does not say: that the text left more time than that."""
    first, last = entry.earliest, entry.latest
    if first == last:
        return ""
    if (last.month, last.day) == (12, 31) and (first.year, first.month) != (last.year, last.month):
        return f" (due by end of {last.year})"
    month = f"{_MONTHS[last.month - 1]} {last.year}"
    if _is_last_of_month(last):
        return f" (due by end of {month})"
    return f" (due by {last.day} {month})"


def _is_last_of_month(day: date) -> bool:
    return day == date.max or (day + _ONE_DAY).day == 1


def _lines(text: str) -> str:
    """The text with its line breaks and without other control characters."""
    return "\n".join(map(_line, re.split("\r\n|[\r\n\v\f\x85\u2028\u2029]", text))).strip()


def _line(text: str) -> str:
    """The text on one line."""
    return re.sub("[\ud800-\udfff]", "\ufffd", visible(text))

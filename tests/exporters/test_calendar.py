"""Due dates as a calendar file, read back by icalendar and line by line."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from icalendar import Calendar, Component, Event

from acquis.exporters.calendar import write_calendar
from acquis.model.due_date import DueDate
from acquis.model.marking import Marking

MADE = datetime(2026, 11, 1, 9, 30, 15, 999, tzinfo=UTC)
NEXT = DueDate(
    uid="3f2a@acquis", summary="Aldoria, Gavria: hold the next dialogue", description="“in Vell in 2026”\nReadout, ¶9",
    earliest=date(2026, 1, 1), latest=date(2026, 12, 31), location="Vell", url="https://aldoria.example/readout",
    marking=Marking.AMBER, status="open",
)  # fmt: skip


def events(*entries: DueDate, made: datetime = MADE) -> list[Event]:
    """What a calendar reads of the file."""
    return Calendar.from_ical(write_calendar(entries, made)).events


def text(component: Component, name: str) -> str:
    """The words of a property."""
    return str(component[name])


def value(component: Component, name: str) -> bytes:
    """A property as it is written."""
    written = component[name].to_ical()
    assert isinstance(written, bytes)
    return written


def test_a_due_date_is_an_event_of_its_last_day() -> None:
    """All day, busy for nobody, with place, address, status and marking."""
    event = events(NEXT)[0]
    assert value(event, "dtstart") == b"20261231"
    assert value(event, "dtend") == b"20270101"
    assert event.start == date(2026, 12, 31)
    assert text(event, "summary") == "TLP:AMBER Aldoria, Gavria: hold the next dialogue (due by end of 2026)"
    assert text(event, "description") == "TLP:AMBER\nStatus: open\n“in Vell in 2026”\nReadout, ¶9"
    assert (text(event, "location"), text(event, "url")) == ("Vell", "https://aldoria.example/readout")
    assert (text(event, "transp"), text(event, "class")) == ("TRANSPARENT", "CONFIDENTIAL")
    assert (text(event, "x-acquis-marking"), text(event, "x-acquis-status")) == ("TLP:AMBER", "open")
    assert value(event, "categories") == b"acquis,open"


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2026, 12, 5), date(2026, 12, 5), ""),
        (date(2026, 1, 1), date(2026, 12, 31), " (due by end of 2026)"),
        (date(2026, 7, 1), date(2026, 12, 31), " (due by end of 2026)"),
        (date(2026, 12, 1), date(2026, 12, 31), " (due by end of December 2026)"),
        (date(2028, 1, 1), date(2028, 2, 29), " (due by end of February 2028)"),
        (date(2026, 12, 5), date(2026, 12, 6), " (due by 6 December 2026)"),
        (date(9999, 12, 1), date.max, " (due by end of December 9999)"),
    ],
)
def test_the_summary_says_what_the_day_does_not(first: date, last: date, words: str) -> None:
    """That the text left until then, and named no day."""
    summary = text(events(replace(NEXT, earliest=first, latest=last))[0], "summary")
    assert summary == f"TLP:AMBER {NEXT.summary}{words}"


def test_reminders_come_a_month_and_a_week_before() -> None:
    """Shown, not mailed."""
    alarms = events(NEXT)[0].walk("VALARM")
    assert [(text(alarm, "action"), value(alarm, "trigger")) for alarm in alarms] == [
        ("DISPLAY", b"-P30D"),
        ("DISPLAY", b"-P7D"),
    ]
    assert text(alarms[1], "description") == f"In 7 days: {text(events(NEXT)[0], 'summary')}"


def test_what_is_past_reminds_nobody() -> None:
    """Calendars show missed reminders all at once."""
    past = replace(NEXT, latest=date(2026, 10, 31))
    today = replace(NEXT, latest=date(2026, 11, 1))
    assert [len(event.walk("VALARM")) for event in events(past, today)] == [0, 2]


@pytest.mark.parametrize(
    ("marking", "access"),
    [
        (Marking.CLEAR, "PUBLIC"),
        *((marking, "CONFIDENTIAL") for marking in Marking if marking is not Marking.CLEAR),
    ],
)
def test_only_what_all_may_see_is_public(marking: Marking, access: str) -> None:
    """A shared calendar shows others no more than that."""
    event = events(replace(NEXT, marking=marking))[0]
    assert text(event, "class") == access
    assert text(event, "summary").startswith(f"{marking.label} ")


def test_the_calendar_has_the_highest_marking_of_its_events() -> None:
    """In its name too, where a person sees it."""
    calendar = Calendar.from_ical(write_calendar([NEXT, replace(NEXT, uid="b", marking=Marking.RED)], MADE))
    assert text(calendar, "x-acquis-marking") == "TLP:RED"
    assert text(calendar, "x-wr-calname") == "TLP:RED Due dates"


def test_a_later_file_takes_the_place_of_an_earlier_one() -> None:
    """The same name, a later stamp, in universal time whatever the zone."""
    zone = timezone(timedelta(hours=2))
    early, late = events(NEXT)[0], events(NEXT, made=datetime(2026, 11, 2, 1, 0, tzinfo=zone))[0]
    assert text(early, "uid") == text(late, "uid") == "3f2a@acquis"
    assert value(early, "dtstamp") == b"20261101T093015Z"
    assert value(late, "dtstamp") == value(late, "last-modified") == b"20261101T230000Z"


def test_the_same_dates_give_the_same_bytes() -> None:
    """Nothing comes from the clock."""
    assert write_calendar([NEXT, NEXT], MADE) == write_calendar(iter([NEXT, NEXT]), MADE)


def test_nothing_due_is_a_calendar_too() -> None:
    """One that opens and is empty."""
    file = write_calendar([], MADE)
    assert Calendar.from_ical(file).events == []
    lines = file.decode().split("\r\n")
    assert (lines[0], lines[-2], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR", "")
    assert {"VERSION:2.0", "METHOD:PUBLISH", "PRODID:-//acquis//due dates//EN"} <= set(lines)


HARM = 'a, b; c \\ d "e"\r\nBEGIN:VALARM\rX:1\n\u2028\u2029\x00\x1b\ud800\u202eEND:VEVENT ' + "é東🕊" * 60


def test_words_that_mean_harm_are_words() -> None:
    """No property or event arises from them; lines are folded at 75 bytes and end as the standard says."""
    file = write_calendar([replace(NEXT, uid=HARM, summary=HARM, description=HARM, location=HARM, status=HARM,
                                   url="javascript:alert(1)")], MADE)  # fmt: skip
    lines = file.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert b"\n" not in b"".join(lines)
    assert b"\r" not in b"".join(lines)
    (event,) = Calendar.from_ical(file).events
    assert len(event.walk("VALARM")) == 2
    assert "url" not in event
    assert "x" not in event
    assert text(event, "location").startswith('a, b; c \\ d "e"  BEGIN:VALARM X:1 \ufffd\ufffd\ufffd')
    assert text(event, "location").endswith("é東🕊" * 60)
    assert 'c \\ d "e"\nBEGIN:VALARM\nX:1\n' in text(event, "description")


def test_time_does_not_run_backwards() -> None:
    """A date that is due before it begins is a fault of who made it."""
    with pytest.raises(ValueError, match="due by 2025-12-31"):
        replace(NEXT, latest=date(2025, 12, 31))

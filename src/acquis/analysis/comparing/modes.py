"""What two texts are to one another: drafts of one text, accounts of one meeting, editions of a series, or two texts."""

from __future__ import annotations

import re
from datetime import date

from acquis.analysis.comparing.alignment import align
from acquis.analysis.comparing.drafts import paragraphs_of
from acquis.analysis.comparing.given import Given
from acquis.grammar.words import normal_words, plain_words
from acquis.model.comparison import Mode
from acquis.model.meeting import Meeting
from acquis.model.record import Record

_DRAFTS = 0.4  # the share of the shorter text's runs of words from which two texts are drafts of one
_OTHER_DAYS = 0.75  # the same for texts on two meetings: editions repeat their sentences
_WORTH_A_LOOK = 0.12  # below that share no paragraph-wise look would find drafts
_PAIRED, _LIKE = 0.6, 0.6  # the share in paragraphs of that likeness from which they are drafts all the same
_RUN = 6
_EVERYBODY = frozenset({"UN"})  # whom it speaks for makes no series of resolutions
_SHOWN = 5
_REVISION = re.compile(r"/(?:Rev|Corr)\b[^/]*$", re.I)
_NUMBERED = re.compile(r"\d|^(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)$")


def choose_mode(a: Given, b: Given) -> tuple[Mode, str]:
    """The mode, and why in words."""
    if a.work and a.work == b.work:
        return "drafts", "two versions of one work"
    if symbol := _shared_symbol(a.record, b.record):
        return "drafts", f"both are versions of {symbol}"
    share = shared_share(a.record, b.record)
    if share >= (_OTHER_DAYS if _on_other_days(a.record, b.record) else _DRAFTS):
        return "drafts", f"{share:.0%} of the shorter text stands in the other word for word"
    if _DRAFTS > share >= _WORTH_A_LOOK and (kept := paired_share(a.record, b.record)) >= _PAIRED:
        return "drafts", f"{kept:.0%} of the shorter text stands in the other, edited or as it was"
    if not (is_read(a.record) and is_read(b.record)):
        return "drafts", "findings are read from English alone; paragraphs of any language are aligned"
    return _by_meeting(a.record, b.record) or _by_series(a.record, b.record)


def is_read(record: Record) -> bool:
    """Were findings looked for in this language?"""
    return not any(part.where == "whole text" for part in record.receipt.skipped)


def shared_share(a: Record, b: Record) -> float:
    """The share of the shorter text's runs of six words that the longer one has too."""
    ours, theirs = (_runs(record) for record in (a, b))
    return len(ours & theirs) / max(1, min(len(ours), len(theirs)))


def paired_share(a: Record, b: Record) -> float:
    """The share of the shorter text's words in paragraphs that are like one of the longer text."""
    ours, theirs = sorted(map(paragraphs_of, (a.document, b.document)), key=lambda text: sum(map(len, text)))
    alike = {pair.a for pair in align(ours, theirs) if pair.likeness >= _LIKE}
    return sum(len(ours[at]) for at in alike) / max(1, sum(map(len, ours)))


def _runs(record: Record) -> set[int]:
    found: set[int] = set()
    for paragraph in paragraphs_of(record.document):
        words = plain_words(paragraph)
        found.update(hash(tuple(words[at : at + _RUN])) for at in range(max(1, len(words) - _RUN + 1)))
    return found


def _shared_symbol(a: Record, b: Record) -> str | None:
    """The symbol that both bear, but for their revisions."""
    ours, theirs = (_REVISION.sub("", record.document.symbol or "") for record in (a, b))
    return ours if ours and ours == theirs else None


def _by_meeting(a: Record, b: Record) -> tuple[Mode, str] | None:
    ours, theirs = a.meeting, b.meeting
    if ours is None or theirs is None or not _same_parties(ours, theirs):
        return None
    shared = [party for party in ours.parties if party in theirs.parties]
    parties = ", ".join(shared[:_SHOWN]) + (
        f" and {len(shared) - _SHOWN} more" if len(shared) > _SHOWN else ""
    )
    if _overlap(ours, theirs):
        return "accounts", f"both tell of a meeting of {parties} on the same days ({_days(ours)})"
    if ours.ordinal and ours.ordinal == theirs.ordinal and not (ours.when and theirs.when):
        return "accounts", f"both tell of edition {ours.ordinal} of the meetings of {parties}"
    return "editions", f"both tell of meetings of {parties}, at different times"


def _by_series(a: Record, b: Record) -> tuple[Mode, str]:
    ours, theirs = _owners(a), _owners(b)
    title_a, title_b = (_series_words(record.document.title) for record in (a, b))
    same, speakers = bool(ours) and ours == theirs, ", ".join(sorted(ours))
    day = a.document.published
    if same and len(ours) > 1 and day and day == b.document.published:
        return "accounts", f"both speak for {speakers} on one day ({day})"
    if same and (len(ours) > 1 or _same_forum(a, b)):
        return "editions", f"both speak for {speakers}"
    if title_a and title_a == title_b:
        return "editions", "their titles differ only in numbers and dates"
    return (
        "texts",
        f"both speak for {speakers}" if same else "they share neither meeting nor parties nor speaker",
    )


def _same_forum(a: Record, b: Record) -> bool:
    forums = [record.statement.forum if record.statement else None for record in (a, b)]
    return forums[0] is not None and forums[0] == forums[1]


def _same_parties(a: Meeting, b: Meeting) -> bool:
    """The same parties, or mostly: lists of many members change from year to year."""
    ours, theirs = set(a.parties), set(b.parties)
    return len(ours & theirs) * 2 > len(ours | theirs)


def _on_other_days(a: Record, b: Record) -> bool:
    """Do both tell of a meeting, each on days of its own?"""
    if a.meeting is None or b.meeting is None:
        return False
    dated = _bounds(a.meeting) and _bounds(b.meeting)
    return bool(dated) and not _overlap(a.meeting, b.meeting)


def _overlap(a: Meeting, b: Meeting) -> bool:
    ours, theirs = _bounds(a), _bounds(b)
    return bool(ours and theirs and ours[0] <= theirs[1] and theirs[0] <= ours[1])


def _bounds(meeting: Meeting) -> tuple[date, date] | None:
    """The first and the last day of a meeting, where both are told."""
    when = meeting.when
    return (when.earliest, when.latest) if when and when.earliest and when.latest else None


def _days(meeting: Meeting) -> str:
    return (meeting.when.edtf or "").replace("/", " to ") if meeting.when else ""


def _owners(record: Record) -> frozenset[str]:
    if record.meeting:
        return frozenset(record.meeting.parties)
    speakers = record.statement.speaker.actors if record.statement else ()
    return frozenset(speakers) - _EVERYBODY


def _series_words(title: str | None) -> frozenset[str]:
    return frozenset(word for word in normal_words(title or "") if not _NUMBERED.search(word))
